import type { Dossier, Session } from '../../model/dossier.ts';
import type { Montant, Perimetre } from '../../model/types.gen.ts';
import type { SourceContours } from '../maps/asked.ts';
import type { CogVu, Contours } from '../maps/contours.ts';
import type { France } from '../maps/france.ts';
import type { Towns } from '../maps/towns.ts';
import type { Names } from './names.ts';
import type { Pen, Sourced } from './pen.ts';
import type { Plan } from './plan.ts';

/** What the maps of a report are drawn from. */
export interface Carte {
  readonly cog: CogVu;
  readonly france: France;
  readonly towns: Towns;
  readonly contours: Contours | null;
  readonly source: SourceContours | null;
}

/** What every part of a view is made from. */
export interface Matter {
  /** What the document is for. */
  readonly plan: Plan;
  readonly dossier: Dossier;
  readonly session: Session | undefined;
  readonly perimetre: Perimetre;
  readonly pen: Pen;
  readonly names: Names;
  /** What maps are drawn from; undefined where the caller gives none: no map then. */
  readonly carte: Carte | undefined;
}

/** A key and its value, in Markdown. */
export interface Fait {
  readonly nom: string;
  readonly valeur: string;
}

/** A table, cells in Markdown. */
export interface Tableau {
  readonly legende: string;
  readonly tetes: readonly { readonly nom: string; readonly regle: '---' | '---:' }[];
  readonly lignes: readonly (readonly string[])[];
}

/** One thing of the dossier under a heading of its own. '' and [] are what it does not say. */
export interface Chose {
  readonly titre: string;
  /** A short line under the title: what kind of thing, when, where. */
  readonly chapeau: string;
  /** Codes of visées for `::: visees`; null where they have no meaning. */
  readonly visees: string | null;
  readonly faits: readonly Fait[];
  readonly texte: string;
  /** Facts that stand below the text, where they are many: one reads first what the thing is. */
  readonly apres: readonly Fait[];
  readonly listes: readonly { readonly nom: string; readonly items: readonly string[] }[];
  readonly tableaux: readonly Tableau[];
  readonly remarque: string;
}

/** What a thing says, where it says more than its title. */
type Said = Partial<Omit<Chose, 'titre' | 'remarque'>>;

/**
 * A thing with its title, its sources called once: after its text, or after its title where it has none.
 * @param titre already Markdown
 * @param item its sources, whether it was deduced, its remark, its text
 */
export function choseOf(pen: Pen, titre: string, item: Sourced & { readonly texte?: string }, said: Said = {}): Chose {
  const texte = said.texte ?? pen.prose(item.texte, item.sources);
  const below = texte !== '' && (said.faits ?? []).length > 3;
  return {
    chapeau: '',
    apres: [],
    visees: null,
    faits: [],
    listes: [],
    tableaux: [],
    ...said,
    ...(below ? { faits: [], apres: said.faits ?? [] } : {}),
    texte,
    titre: texte === '' ? titre + pen.cite(item.sources) : titre,
    remarque: pen.remarque(item),
  };
}

/** Short facts on one line, those that are known. */
export function chapeauOf(...facts: readonly (string | undefined)[]): string {
  return facts.filter((one) => one !== undefined && one !== '').join('\u00a0· ');
}

/** One fact, or none where there is nothing to say. */
export function fait(nom: string, valeur: string | undefined): readonly Fait[] {
  return valeur === undefined || valeur === '' ? [] : [{ nom, valeur }];
}

/** One column: its head, and its cell for a row. Numbers stand at the right. */
export interface Colonne<Row> {
  readonly nom: string;
  readonly droite?: true;
  /** Kept even when all its cells are empty. */
  readonly toujours?: true;
  readonly cellule: (row: Row) => string;
}

/** A table of some rows, without the columns of which nothing is known; null without rows. */
export function tableauOf<Row>(
  legende: string,
  colonnes: readonly Colonne<Row>[],
  rows: readonly Row[],
): Tableau | null {
  if (rows.length === 0) return null;
  const said = colonnes
    .map((colonne) => ({ ...colonne, cellules: rows.map(colonne.cellule) }))
    .filter(({ cellules, toujours }) => toujours === true || cellules.some((cell) => cell !== ''));
  return {
    legende,
    tetes: said.map(({ nom, droite }) => ({ nom, regle: droite === true ? '---:' : '---' })),
    lignes: rows.map((_, row) => said.map(({ cellules }) => cellules[row] ?? '')),
  };
}

/** The column of remarks, common to many tables. */
export function remarques<Row extends Sourced>(pen: Pen): Colonne<Row> {
  return { nom: pen.mot('remarque'), cellule: (row) => pen.remarque(row) };
}

/** A sum: « 90 000 € HT », or that its amount is unknown. */
export function sommeOf(pen: Pen, { montant, taxe }: Pick<Montant, 'montant' | 'taxe'>): string {
  if (montant === undefined) return pen.inconnu();
  return pen.euros(montant) + (taxe === undefined ? '' : `\u00a0${pen.mot(`taxe.${taxe}`)}`);
}

/** Sums of a budget or of means, one a row. */
export function montantsOf({ pen, names }: Matter, legende: string, montants: readonly Montant[] = []): Tableau | null {
  const cle = (key: string): string => pen.cle(`dossier/budget.[].${key}`);
  return tableauOf<Montant>(
    legende,
    [
      { nom: cle('objet'), cellule: ({ objet }) => (objet === undefined ? '' : pen.code('budget_objet', objet)) },
      {
        nom: cle('source'),
        cellule: ({ source }) => (source === undefined ? '' : pen.code('financement_source', source)),
      },
      { nom: cle('acteur'), cellule: ({ acteur }) => (acteur === undefined ? '' : names.acteur(acteur)) },
      { nom: cle('etat'), cellule: ({ etat }) => (etat === undefined ? '' : pen.code('financement_etat', etat)) },
      {
        nom: cle('montant'),
        droite: true,
        toujours: true,
        cellule: (one) => sommeOf(pen, one) + pen.cite(one.sources),
      },
      remarques(pen),
    ],
    montants,
  );
}
