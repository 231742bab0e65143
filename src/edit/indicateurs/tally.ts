import type { Cog } from '../../cog/cog.ts';
import { decimalsOf, readCell } from './number.ts';

/** What is known of one commune for one measure. */
interface Known {
  readonly sums: number[];
  /** False once one of its rows does not say. */
  whole: boolean;
  rows: number;
}

/** Something in a column that is no number. */
export interface Unreadable {
  readonly text: string;
  readonly line: number;
  count: number;
}

/** The sums of one measure (a column, or two for a ratio), commune by commune. */
export interface Tally {
  readonly columns: readonly number[];
  readonly byCommune: Map<string, Known>;
  /** Paris, Lyon and Marseille where only their arrondissements are given. */
  readonly byArrondissement: Map<string, Known>;
  unreadable: Unreadable | null;
  numbers: number;
  decimals: number;
}

/** Starts a measure. */
export function tallyOf(columns: readonly number[]): Tally {
  return { columns, byCommune: new Map(), byArrondissement: new Map(), unreadable: null, numbers: 0, decimals: 0 };
}

/** Adds a row to a commune of today; the rows of communes that have merged add up. */
export function count(
  tally: Tally,
  commune: string,
  arrondissement: boolean,
  cells: readonly string[],
  line: number,
): void {
  const values = tally.columns.map((column) => {
    const cell = readCell(cells[column] ?? '');
    if (typeof cell === 'number') {
      tally.numbers += 1;
      tally.decimals = Math.max(tally.decimals, decimalsOf(cell));
      return cell;
    }
    if (cell === null) {
      tally.unreadable ??= { text: (cells[column] ?? '').trim(), line, count: 0 };
      tally.unreadable.count += 1;
    }
    return null;
  });
  const into = arrondissement ? tally.byArrondissement : tally.byCommune;
  const known = into.get(commune) ?? { sums: values.map(() => 0), whole: true, rows: 0 };
  for (const [index, value] of values.entries()) known.sums[index] = (known.sums[index] ?? 0) + (value ?? 0);
  known.whole &&= values.every((value) => value !== null);
  known.rows += 1;
  into.set(commune, known);
}

/** What several communes come to: the sum of each column over those that are known, and how many are. */
export interface Total {
  readonly sums: readonly number[];
  readonly known: number;
  readonly all: number;
}

/** Adds up communes of today. */
export function totalOf(tally: Tally, communes: readonly string[], cog: Cog): Total {
  const sums = tally.columns.map(() => 0);
  let known = 0;
  for (const commune of communes) {
    const found = tally.byCommune.get(commune) ?? wholeCity(tally, commune, cog);
    if (found?.whole !== true) continue;
    known += 1;
    for (const index of sums.keys()) sums[index] = (sums[index] ?? 0) + (found.sums[index] ?? 0);
  }
  return { sums, known, all: communes.length };
}

/** A city whose arrondissements are all there. */
function wholeCity(tally: Tally, commune: string, cog: Cog): Known | undefined {
  const parts = tally.byArrondissement.get(commune);
  if (parts === undefined) return undefined;
  const expected = cog.table.under('M').filter(([, , city]) => city === commune).length;
  return parts.rows === expected ? parts : undefined;
}
