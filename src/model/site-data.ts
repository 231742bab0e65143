/** What the explorer's pages hand to its script: names short where there are thousands, plain data throughout. */
export interface DonneesSite {
  /** The language in which dossiers are written, where it is not the page's. */
  readonly auteur: string | null;
  readonly mots: MotsSite;
  readonly facettes: readonly Facette[];
  readonly rubriques: readonly Rubrique[];
  /** The rows of the comparison, in their order. */
  readonly lignes: readonly Ligne[];
  readonly dossiers: readonly DossierSite[];
}

/** Something coded, by which dossiers are sifted. */
export interface Facette {
  /** The name of its column, which stands in the address. */
  readonly id: string;
  readonly titre: string;
  /** In the order of display; « inconnu » last, where it is so of a dossier. */
  readonly valeurs: readonly { readonly code: string; readonly libelle: string }[];
}

/** Something that dossiers say in texts; all of them are searched. */
export interface Rubrique {
  readonly titre: string;
  /** In the words of the author. */
  readonly auteur: boolean;
}

/** A row of the comparison: a facet, or a rubrique, by its rank. */
export type Ligne = { readonly f: number } | { readonly r: number };

/** A dossier as the explorer has it. */
export interface DossierSite {
  readonly id: string;
  readonly nom: string;
  readonly titre: string;
  /** The report's address; null where there is none. */
  readonly rapport: string | null;
  /** Of each facet, the ranks of its values. */
  readonly f: readonly (readonly number[])[];
  /** Of each rubrique, its texts; null is unknown. */
  readonly r: readonly (readonly string[] | null)[];
}

/** The words of the script, in the language of the pages; blanks between braces. */
export interface MotsSite {
  readonly inconnu: string;
  readonly aucun: string;
  readonly compte: { readonly un: string; readonly plusieurs: string; readonly zero: string };
  readonly trouve: string;
  /** A colon with its spaces. */
  readonly deuxPoints: string;
  readonly choisis: { readonly un: string; readonly plusieurs: string };
  readonly trop: string;
  readonly plus: string;
  readonly effacer: string;
  readonly comparaison: {
    readonly titre: string;
    readonly legende: string;
    readonly ligne: string;
    readonly differe: string;
  };
  readonly page: string;
  readonly rapport: string;
  readonly retirer: string;
  readonly choisir: string;
  readonly facette: string;
}

/** The value of a facet that is not known. */
export const INCONNU = 'inconnu';
/** The value of a facet that is known to be empty. */
export const AUCUN = 'aucun';
/** How many dossiers stand side by side at most. */
export const AU_PLUS = 4;
