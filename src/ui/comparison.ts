import type { ChalkInstance } from 'chalk';
import { printable } from '../words/escape.ts';
import { nombre } from '../words/numbers.ts';
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
  readonly groupes: readonly { readonly libelle: string; readonly noms: readonly string[] }[];
  /** Those of which nothing is known: names, and what is only counted. */
  readonly inconnus: { readonly nombre: number; readonly noms: readonly string[]; readonly annonces: string };
  /** Labels that no dossier has. */
  readonly sans: readonly string[];
  /** Sentences under it: how many are known, how they count. */
  readonly notes: readonly string[];
}

/** Groups as lines: a label, how many dossiers, which ones; the unknown comes last and is named. */
export function groupsText(shown: GroupsShown, { langue, colour, columns }: ComparisonLook): string {
  const { groupes, inconnus, sans } = shown;
  const rows = groupes.map(({ libelle, noms }) => [
    { text: libelle },
    { text: nombre(noms.length, langue) },
    { text: noms.join(' · ') },
  ]);
  const unknown = [...inconnus.noms, ...(inconnus.annonces === '' ? [] : [inconnus.annonces])].join(' · ');
  const last =
    inconnus.nombre === 0
      ? []
      : [[words.inconnu[langue], nombre(inconnus.nombre, langue), unknown].map((text) => ({ text, unknown: true }))];
  const grid = { rows: [...rows, ...last], right: [1], bold: true };
  const none = sans.length === 0 ? [] : wrappedIn(printable(`${words.sans[langue]} ${sans.join(' · ')}`), columns);
  return paragraphs([
    [colour.bold(printable(shown.titre))],
    gridLines(grid, columns, colour),
    none.map((line) => colour.dim(line)),
    shown.notes.map((note) => colour.dim(printable(note))),
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
  return paragraphs([gridLines(grid, columns, colour), [colour.dim(printable(note))]]);
}

function paragraphs(parts: readonly (readonly string[])[]): string {
  const some = parts.filter(({ length }) => length > 0).map((lines) => lines.join('\n'));
  return `${some.join('\n\n')}\n`;
}

const words = {
  inconnu: { fr: 'inconnu', en: 'unknown' },
  sans: { fr: 'Aucun dossier :', en: 'No dossier:' },
  dossier: { fr: 'Dossier', en: 'Dossier' },
};
