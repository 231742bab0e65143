import { tableOf } from '../../schema/columns.ts';
import { connus, nombre } from '../../words/numbers.ts';
import type { Langue, Text } from '../../words/text.ts';
import type { Cell } from '../dataset/rows.ts';
import type { FigureComparee, FigureDemandee, Origine } from './figure.ts';
import type { Comparaison, Fiche, Site } from './sites.ts';

/** Up to so many sites each is drawn by its name; beyond, figures count, and the sites stand in the data. */
export const FEW = 20;

/** As many letters of names as are read in one go. */
const READABLE = 600;

/** Whether each site is drawn by its name. */
export function areFew({ sites }: Comparaison): boolean {
  return sites.length <= FEW;
}

/** The codes of a column of the dataset, in the order of display; none where the column has no codes. */
export function codesIn(table: string, column: string): readonly string[] {
  return Object.keys(labelsOf(table, column));
}

/** The label of a code of a column; the code itself where the column does not know it. */
export function labelIn(table: string, column: string, code: string, langue: Langue): string {
  return labelsOf(table, column)[code]?.[langue] ?? code;
}

function labelsOf(table: string, column: string): Readonly<Record<string, Text>> {
  return tableOf(table)?.columns.find(({ name }) => name === column)?.codes?.labels ?? {};
}

/** The code that a cell holds; null where it is unknown. */
export function codeOf(cell: Cell | undefined): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

/** The number that a cell holds; null where it is unknown. */
export function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** The values that a cell lists: none where it is known to be empty, null where it is unknown. */
export function valuesOf(cell: Cell | undefined): readonly string[] | null {
  return Array.isArray(cell) ? cell.map(String) : null;
}

/**
 * A cell of codes in words: `Rural, Littoral`; « aucun » where it is known to be empty.
 * @returns null where it is unknown
 */
export function cellSaid(table: string, column: string, cell: Cell | undefined, langue: Langue): string | null {
  const values = valuesOf(cell);
  if (values === null) {
    const code = codeOf(cell);
    return code === null ? null : labelIn(table, column, code, langue);
  }
  if (values.length === 0) return langue === 'fr' ? 'aucun' : 'none';
  return values.map((code) => labelIn(table, column, code, langue)).join(', ');
}

/** Years of something: `2017-2019`, `2017`, `2017-?` where the end is unknown; null where neither is known. */
export function yearsSaid(debut: number | null, fin: number | null): string | null {
  if (debut === null && fin === null) return null;
  return debut === fin ? String(debut) : `${debut ?? '?'}-${fin ?? '?'}`;
}

/** A table that a figure is drawn from, the columns that it takes, and of which rows. */
export interface Prise extends Origine {
  readonly only?: (row: Fiche) => boolean;
}

/**
 * What a figure is drawn from, as the dataset has it: rows as they are, by table, then by site. Where there are several
 * tables the first column says which.
 */
export function donneesOf({ sites }: Comparaison, prises: readonly Prise[]): FigureComparee['donnees'] {
  const own = [...new Set(prises.flatMap(({ colonnes }) => colonnes))];
  const several = prises.length > 1;
  const lignes = prises.flatMap(({ table, colonnes, only = () => true }) =>
    sites.flatMap((site) =>
      (table === 'dossiers' ? [site.dossier] : site.rows(table))
        .filter(only)
        .map((row) => [
          ...(several ? [table] : []),
          ...own.map((name) => (colonnes.includes(name) ? (row[name] ?? null) : null)),
        ]),
    ),
  );
  return {
    colonnes: several ? ['table', ...own] : own,
    lignes,
    origines: prises.map(({ table, colonnes }) => ({ table, colonnes })),
  };
}

/** « Sites : 3 connus sur 13. » */
export function sitesSaid(known: number, total: number, langue: Langue): string {
  return langue === 'fr' ? `Sites : ${connus(known, total, 'fr')}.` : `Sites: ${connus(known, total, 'en')}.`;
}

/**
 * Of which sites nothing is known: by name as long as they are few; those that sessions announced and that are not here,
 * by number.
 * @returns null where something is known of every site
 */
export function silentSaid({ comparaison, langue }: FigureDemandee, known: ReadonlySet<string>): string | null {
  const fr = langue === 'fr';
  const silent = comparaison.sites.filter(({ id }) => !known.has(id));
  const absent = comparaison.total - comparaison.sites.length;
  const count = nombre(silent.length, langue);
  const names = silent.map(({ nom }) => nom).join(', ');
  const short = areFew(comparaison) && names.length <= READABLE;
  const named = short ? names : `${count} ${silent.length < 2 ? 'site' : 'sites'}`;
  const parts = [
    ...(silent.length === 0 ? [] : [fr ? `Rien de connu : ${named}.` : `Nothing known: ${named}.`]),
    ...(absent <= 0 ? [] : [absentSaid(absent, langue)]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

/** How many sites sessions announced and are not here. */
export function absentSaid(absent: number, langue: Langue): string {
  const count = nombre(absent, langue);
  if (langue === 'en') return `Announced, with no dossier here: ${count} ${absent === 1 ? 'site' : 'sites'}.`;
  return `Annoncés, sans dossier ici : ${count} ${absent < 2 ? 'site' : 'sites'}.`;
}

/** Who made what a figure is drawn from, and of which years. */
export function creditOf({ comparaison, langue }: FigureDemandee): string {
  const years = comparaison.sites.flatMap(({ dossier }) =>
    [dossier.debut_annee, dossier.fin_annee].filter((year) => typeof year === 'number'),
  );
  const source = langue === 'fr' ? 'dossiers des ateliers' : 'dossiers of the workshops';
  if (years.length === 0) return langue === 'fr' ? `${source}, année inconnue` : `${source}, year unknown`;
  // Not Math.min(...years): thousands of dossiers may be compared.
  const first = years.reduce((least, year) => Math.min(least, year));
  const last = years.reduce((most, year) => Math.max(most, year));
  return `${source}, ${first === last ? first : `${first}-${last}`}`;
}

/** The rows of a table with their sites, in their order. */
export function rowsIn({ sites }: Comparaison, table: string): readonly { readonly site: Site; readonly row: Fiche }[] {
  return sites.flatMap((site) => site.rows(table).map((row) => ({ site, row })));
}

/** Things by what they share, in the order in which they come. */
export function grouped<K, V>(all: readonly V[], keyOf: (one: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
