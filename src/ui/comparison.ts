import type { ChalkInstance } from 'chalk';
import { printable } from '../words/escape.ts';
import type { Langue } from '../words/text.ts';
import { gridLines, wrappedIn } from './grid.ts';

/** How a comparison is shown. */
export interface ComparisonLook {
  readonly langue: Langue;
  readonly colour: ChalkInstance;
  /** The width of the terminal. */
  readonly columns: number;
}

/** Dossiers put together by a dimension, as plain words. */
export interface GroupsShown {
  readonly titre: string;
  /** Each with how many it holds and which; what is unknown is one of them. */
  readonly groupes: readonly {
    readonly libelle: string;
    readonly nombre: string;
    readonly noms: readonly string[];
    readonly inconnu: boolean;
  }[];
  /** Labels that no dossier has. */
  readonly sans: readonly string[];
  /** Sentences under it: how many are known, how they count. */
  readonly notes: readonly string[];
}

/** Groups as lines: a label, how many dossiers, which ones. */
export function groupsText({ titre, groupes, sans, notes }: GroupsShown, look: ComparisonLook): string {
  const { langue, colour, columns } = look;
  const rows = groupes.map(({ libelle, nombre, noms, inconnu }) =>
    [libelle, nombre, noms.join('\u00a0· ')].map((text) => ({ text, unknown: inconnu })),
  );
  const none = sans.length === 0 ? [] : wrappedIn(printable(`${words.sans[langue]} ${sans.join('\u00a0· ')}`), columns);
  return paragraphs([
    [colour.bold(printable(titre))],
    gridLines({ rows, right: [1], bold: true }, columns, colour),
    none.map((line) => colour.dim(line)),
    notes.flatMap((note) => wrappedIn(printable(note), columns)).map((line) => colour.dim(line)),
  ]);
}

/** Dossiers side by side, as plain words. */
export interface BesideShown {
  readonly noms: readonly string[];
  /** Null is unknown. */
  readonly faits: readonly { readonly titre: string; readonly de: readonly (string | null)[] }[];
  readonly note: string;
}

/** From how many columns of the terminal on a dossier has one of its own. */
const NARROWEST = 13;
/** Room for what is said at the left. */
const MARGIN = 18;

/** Whether so many dossiers fit beside each other, each in a column. */
export function fitsBeside(dossiers: number, columns: number): boolean {
  return dossiers <= 4 && columns >= MARGIN + dossiers * (NARROWEST + 2);
}

/** A few dossiers in columns, or many one below the other. */
export function besideText({ noms, faits, note }: BesideShown, look: ComparisonLook): string {
  const { langue, colour, columns } = look;
  const cell = (text: string | null) => (text === null ? { text: words.inconnu[langue], unknown: true } : { text });
  const grid = fitsBeside(noms.length, columns)
    ? {
        head: ['', ...noms],
        rows: faits.map(({ titre, de }) => [{ text: titre }, ...de.map(cell)]),
        even: true,
        bold: true,
      }
    : {
        head: [words.dossier[langue], ...faits.map(({ titre }) => titre)],
        rows: noms.map((nom, at) => [{ text: nom }, ...faits.map(({ de }) => cell(de[at] ?? null))]),
        bold: true,
        airy: true,
      };
  return paragraphs([
    gridLines(grid, columns, colour),
    wrappedIn(printable(note), columns).map((line) => colour.dim(line)),
  ]);
}

function paragraphs(parts: readonly (readonly string[])[]): string {
  const some = parts.filter(({ length }) => length > 0).map((lines) => lines.join('\n'));
  return `${some.join('\n\n')}\n`;
}

const words = {
  inconnu: { fr: 'inconnu', en: 'unknown' },
  sans: { fr: 'Aucun dossier connu :', en: 'No dossier known:' },
  dossier: { fr: 'Dossier', en: 'Dossier' },
};
