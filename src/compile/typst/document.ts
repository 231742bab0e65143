/**
 * What `page.typ` reads: a report as plain data, with every decision that needs no page already taken. A text is a
 * string, never markup, so nothing that an author writes can be Typst.
 */
export interface TypstDocument {
  readonly langue: string;
  /** For the window's title bar. */
  readonly titre: string;
  readonly grand_titre: readonly TypstInline[];
  /** The title in the running head: one line. */
  readonly court: string;
  readonly surtitre: readonly TypstInline[];
  readonly sous_titres: readonly (readonly TypstInline[])[];
  readonly diffusion: string;
  readonly couverture: { readonly chemin: string; readonly alt: string; readonly legende: string } | null;
  /** The picture of the service, where it has one. */
  readonly logo: { readonly chemin: string; readonly alt: string } | null;
  /** Colours that the service sets, by name, as `#rrggbb`. */
  readonly couleurs: Readonly<Record<string, string>>;
  /** Families of the service's own fonts, that come before ours. */
  readonly polices: { readonly texte: readonly string[]; readonly titres: readonly string[] };
  readonly mots: TypstWords;
  /** The whole report, with a cover and sections on pages of their own; or a shorter document. */
  readonly entier: boolean;
  /** Two pages that hold much: small letters, narrow margins, no cover. */
  readonly serre: boolean;
  /** Whether the text has headings for a list of contents. */
  readonly sommaire: boolean;
  /** Whether that list fills more than a page: it then stands in two columns. */
  readonly sommaire_long: boolean;
  /** Whether it leaves room for `mentions`. */
  readonly mentions_devant: boolean;
  readonly blocs: readonly TypstBlock[];
  /** The tables that say what the figures show. */
  readonly donnees: readonly TypstBlock[];
  readonly mentions: readonly (readonly TypstInline[])[];
}

/** The words that the writer adds. */
export interface TypstWords {
  readonly sommaire: string;
  readonly a_propos: string;
  /** The heading above the tables of the figures, and what leads there from a figure. */
  readonly donnees: string;
  readonly voir_donnees: string;
}

/** Text is a string; all else says its type. */
export type TypstInline =
  | string
  | { readonly t: 'em' | 'fort' | 'barre'; readonly c: readonly TypstInline[] }
  | { readonly t: 'code'; readonly v: string }
  | { readonly t: 'lien'; readonly url: string; readonly c: readonly TypstInline[] }
  | { readonly t: 'renvoi'; readonly id: string; readonly c: readonly TypstInline[] }
  | { readonly t: 'image'; readonly chemin: string; readonly alt: string }
  | { readonly t: 'saut' }
  /** Letters that our faces lack. */
  | { readonly t: 'absent'; readonly v: string }
  /** The first call of a note holds it. */
  | { readonly t: 'note'; readonly n: number; readonly b: readonly TypstBlock[] }
  | { readonly t: 'rappel'; readonly n: number };

/** Widths are in shares of the whole, pictures by their paths. */
export type TypstBlock =
  | {
      readonly t: 'titre';
      readonly niveau: number;
      readonly id: string | null;
      /** For the running head, one line; for the contents, whole but without notes. */
      readonly court: string;
      readonly entier: readonly TypstInline[];
      readonly c: readonly TypstInline[];
    }
  /** A short one never breaks over two pages. */
  | { readonly t: 'p'; readonly bref: boolean; readonly rtl?: boolean; readonly c: readonly TypstInline[] }
  | { readonly t: 'citation'; readonly b: readonly TypstBlock[] }
  | {
      readonly t: 'liste';
      readonly ordre: boolean;
      readonly debut: number;
      readonly serree: boolean;
      readonly items: readonly (readonly TypstBlock[])[];
    }
  | { readonly t: 'brut'; readonly v: string }
  | { readonly t: 'filet' }
  /** Here a section begins, with its title. */
  | {
      readonly t: 'partie';
      /** Whether what follows belongs on the page of the title. */
      readonly suivi: boolean;
      /** Cards, which open a page of a short plan. */
      readonly annexe: boolean;
      /** The title, and what follows it and is never cut. */
      readonly b: readonly TypstBlock[];
    }
  | TypstTable
  | { readonly t: 'photo'; readonly chemin: string; readonly alt: string }
  | {
      readonly t: 'figure';
      readonly chemin: string;
      readonly alt: string;
      readonly titre: string;
      readonly legende: readonly TypstInline[];
      /** Its width for one unit of height. */
      readonly allure: number;
      /** Text stands between the title of its section and it: it may move a little, and the text goes on. */
      readonly flotte: boolean;
      /** The label of the table that says the same. */
      readonly donnees: string | null;
    }
  | {
      readonly t: 'faits';
      readonly items: readonly { readonly nom: readonly TypstInline[]; readonly b: readonly TypstBlock[] }[];
    }
  | {
      readonly t: 'chiffres';
      readonly items: readonly { readonly valeur: readonly TypstInline[]; readonly nom: readonly TypstInline[] }[];
    }
  | {
      readonly t: 'visees';
      readonly visees: readonly { readonly lettre: string; readonly nom: string }[];
      readonly inconnu: string;
    }
  /** A block and what stands in the margin beside it. */
  | { readonly t: 'annote'; readonly bloc: TypstBlock; readonly marge: readonly TypstBlock[] }
  | {
      readonly t: 'bloc';
      readonly nom: string;
      readonly titre: readonly TypstInline[];
      /** Whether it fills well less than a page, and may stay on one. */
      readonly court?: boolean;
      readonly b: readonly TypstBlock[];
    };

export interface TypstTable {
  readonly t: 'tableau';
  /** The label of this table, where something points at it. */
  readonly id: string | null;
  readonly legende: readonly TypstInline[];
  readonly sens: readonly ('left' | 'right' | 'center')[];
  readonly largeurs: readonly number[];
  /** Wider than the column of text: it takes the margin too. */
  readonly ample: boolean;
  /** Short enough to stay on one page. */
  readonly ensemble: boolean;
  /** Whether some word is longer than its column. */
  readonly cesure: boolean;
  /** Absent where no column has a name. */
  readonly tetes: readonly (readonly TypstInline[])[] | null;
  readonly lignes: readonly (readonly (readonly TypstInline[])[])[];
}
