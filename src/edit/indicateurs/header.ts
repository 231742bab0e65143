import { nearest } from '../../words/nearest.ts';
import { folded } from '../../words/slug.ts';

/** Where the columns that were asked for stand. */
export interface Header {
  /** Every name, as it is typed. */
  readonly names: readonly string[];
  readonly code: number;
  readonly columns: readonly number[];
  readonly filters: readonly { readonly column: number; readonly value: string }[];
}

/** What is looked for in a table. */
export interface Request {
  readonly code: string;
  readonly columns: readonly string[];
  readonly agregat: 'somme' | 'rapport';
  /** Only rows whose cells have these values. */
  readonly filters: readonly { readonly column: string; readonly value: string }[];
}

/** A column that the table does not have. */
export interface MissingColumn {
  readonly name: string;
  readonly near: string | null;
  readonly names: readonly string[];
}

/**
 * Reads a row as the header of the table.
 * @returns null when the row does not have the column of codes: titles may stand above; a missing column otherwise
 */
export function readHeader(row: readonly string[], request: Request): Header | MissingColumn | null {
  const names = row.map((name) => name.trim());
  const code = indexOf(names, request.code);
  if (code < 0) return null;
  const all = [...request.columns, ...request.filters.map(({ column }) => column)];
  const lost = all.find((name) => indexOf(names, name) < 0);
  if (lost !== undefined) return missing(lost, names);
  return {
    names,
    code,
    columns: request.columns.map((name) => indexOf(names, name)),
    filters: request.filters.map(({ column, value }) => ({ column: indexOf(names, column), value })),
  };
}

/** A column that a header does not have, with the nearest that it has. */
export function missing(name: string, names: readonly string[]): MissingColumn {
  return { name, near: nearest(name, names), names };
}

/** By name, then without regard to capitals and accents where only one fits. */
function indexOf(names: readonly string[], wanted: string): number {
  const exact = names.indexOf(wanted.trim());
  if (exact >= 0) return exact;
  const like = names.flatMap((name, index) => (folded(name) === folded(wanted.trim()) ? [index] : []));
  return like.length === 1 ? (like[0] ?? -1) : -1;
}
