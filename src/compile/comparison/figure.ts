import type { Figure } from '../../model/markdown.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import type { Langue } from '../../words/text.ts';
import type { Row } from '../dataset/rows.ts';
import type { SourceContours } from '../maps/asked.ts';
import type { CogVu, Contours } from '../maps/contours.ts';
import type { France } from '../maps/france.ts';
import type { Towns } from '../maps/towns.ts';
import type { Comparaison } from './sites.ts';

/** What every figure of a comparison is asked with. */
export interface FigureDemandee {
  readonly comparaison: Comparaison;
  /** Unique in the page, `[a-z][a-z0-9-]*`: every id of the figure starts with it. */
  readonly prefix: string;
  readonly langue: Langue;
  /** What maps are drawn from; without it there are none. */
  readonly carte?: CarteComparee;
}

/** What the maps of a comparison are drawn from. */
export interface CarteComparee {
  /** Tells the commune of today from the code of a contour, which is of its own year. */
  readonly cog: CogVu;
  readonly france: France;
  readonly towns: Towns;
  /** Of each site, by id. */
  readonly perimetres: ReadonlyMap<string, Perimetre>;
  /** The contours that dossiers keep, by id, and who made them. */
  readonly contours: ReadonlyMap<string, { readonly contours: Contours; readonly source: SourceContours | null }>;
}

/** Where a figure comes from: a table of the dataset, and its columns. */
export interface Origine {
  readonly table: string;
  readonly colonnes: readonly string[];
}

/** A figure of a comparison, and the proof of it. */
export interface FigureComparee {
  /** `carte-des-sites`: the name of its files. */
  readonly id: string;
  /** The picture, its title, the words and the table that say the same; under it, how many are known of how many. */
  readonly figure: Figure;
  /** Its further sheets, where one page does not hold all sites; the table and the words of the first are of all. */
  readonly suite?: readonly Figure[];
  /** What is drawn, as data: one row a mark, and where each column comes from. Unknown is null. */
  readonly donnees: {
    readonly colonnes: readonly string[];
    readonly lignes: readonly Row[];
    readonly origines: readonly Origine[];
  };
  /** Of how many sites what is drawn is known. */
  readonly connus: number;
  /** Of how many sites it could be: `comparaison.total`. */
  readonly sur: number;
  /** Who made what it was drawn from, and of which year: for the credits. */
  readonly credit: string;
}

/** Makes a figure; null where nothing at all is known of it: then there is a sentence in its place, never an empty frame. */
export type Dessiner = (asked: FigureDemandee) => FigureComparee | null;
