import { type Column, type Table, tables } from '../../schema/columns.ts';
import { nearest } from '../../words/nearest.ts';
import type { Text } from '../../words/text.ts';

/** How the values of a dimension are read and called. */
export type Sorte = 'codes' | 'session' | 'region' | 'departement' | 'epci' | 'annee' | 'oui_non';

/** A column of the dataset by which dossiers can be put side by side. */
export interface Dimension {
  /** `enjeux.theme`; of `dossiers`, the column alone: `niveau`. */
  readonly nom: string;
  readonly table: string;
  readonly colonne: string;
  readonly titre: Text;
  readonly sorte: Sorte;
  /** The codes that it can hold, in the order of display; null where they are not a closed list. */
  readonly codes: Readonly<Record<string, Text>> | null;
  /** A dossier may have several values. */
  readonly plusieurs: boolean;
}

/** Columns of `dossiers` without a list of codes that say something to compare by. */
const others: Readonly<Record<string, Sorte>> = {
  session: 'session',
  regions: 'region',
  departements: 'departement',
  epci: 'epci',
  debut_annee: 'annee',
  fin_annee: 'annee',
  annee_horizon: 'annee',
};

/** Short names that are no column's. */
const shortNames: Readonly<Record<string, string>> = { annee: 'debut_annee' };

/** Perimeters are one row a commune, sessions are no dossier's, and codes of indicators say how a figure was made. */
const without = ['perimetres', 'sessions', 'indicateurs'];

/** What a table is asked for by its name alone: the first of these that it has, else its first coded column. */
const mainColumns = ['type', 'source'];

let cache: readonly Dimension[] | undefined;

/** Every dimension: those of `dossiers` first, then those of its child tables, in the order of the dataset. */
export function dimensions(): readonly Dimension[] {
  cache ??= tables().flatMap((table) =>
    without.includes(table.name) ? [] : table.columns.flatMap((column) => dimensionOf(table, column) ?? []),
  );
  return cache;
}

function dimensionOf(table: Table, column: Column): Dimension | null {
  const { name, codes, role, type } = column;
  const own = table.name === 'dossiers';
  const sorte = codes !== null ? 'codes' : own && type === 'boolean' ? 'oui_non' : own ? others[name] : undefined;
  // The kind of row, not a fact: `origine`, `lecture`; but a debate is told by its type, a follow-up by its direction.
  if (sorte === undefined || role === 'origine') return null;
  return {
    nom: own ? name : `${table.name}.${name}`,
    table: table.name,
    colonne: name,
    titre: own ? column.title : joined(table.title, column.title),
    sorte,
    codes: codes?.labels ?? null,
    plusieurs: !own || type === 'list',
  };
}

function joined(table: Text, column: Text): Text {
  return { fr: `${table.fr}, ${lowered(column.fr)}`, en: `${table.en}, ${lowered(column.en)}` };
}

function lowered(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.slice(0, 1).toLowerCase() + title.slice(1) : title;
}

/** What a name leads to. */
export type Nommee =
  | { readonly ok: true; readonly dimension: Dimension }
  /** `parmi`: the names that several tables give it; `proche`: the nearest of all names. */
  | { readonly ok: false; readonly parmi: readonly string[]; readonly proche: string | null };

/**
 * The dimension of a name: `niveau`, `enjeux.theme`; a table (`enjeux`) is its main column, and a column that one
 * child table alone has needs no table before it (`visees`, `fondements`).
 */
export function dimensionNommee(typed: string): Nommee {
  const word = typed.trim().replaceAll('-', '_');
  const all = dimensions();
  const nom = Object.hasOwn(shortNames, word) ? shortNames[word] : word;
  const exact = all.find((one) => one.nom === nom) ?? mainOf(all.filter(({ table }) => table === nom));
  if (exact !== undefined) return { ok: true, dimension: exact };
  const named = all.filter(({ colonne }) => colonne === word);
  const [only] = named;
  if (only !== undefined && named.length === 1) return { ok: true, dimension: only };
  if (named.length > 1) return { ok: false, parmi: named.map((one) => one.nom), proche: null };
  return { ok: false, parmi: [], proche: nearest(word, [...nomsDesDimensions(), ...all.map((one) => one.nom)]) };
}

function mainOf(own: readonly Dimension[]): Dimension | undefined {
  if (own.some(({ table }) => table === 'dossiers')) return undefined;
  const main = mainColumns.find((name) => own.some(({ colonne }) => colonne === name));
  return main === undefined ? own[0] : own.find(({ colonne }) => colonne === main);
}

/** The names to choose from: columns of `dossiers`, tables, and columns that one child table alone has. */
export function nomsDesDimensions(): readonly string[] {
  const all = dimensions();
  const own = all.filter(({ table }) => table === 'dossiers').map(({ nom }) => nom);
  const children = all.filter(({ table }) => table !== 'dossiers');
  const named = [...own, ...Object.keys(shortNames), ...children.map(({ table }) => table)];
  const alone = children.filter(({ colonne }) => all.filter((one) => one.colonne === colonne).length === 1);
  return [...new Set([...named, ...alone.map(({ colonne }) => colonne)])];
}
