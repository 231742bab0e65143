import type { Column, Table } from '../../schema/columns.ts';
import { cellText } from './csv.ts';
import { hash32 } from './fingerprint.ts';
import type { Row } from './rows.ts';

/**
 * What is kept of a dataset so as to tell what changed since: eight bytes a row, in one list of numbers for each dossier
 * or session. A hash for each dossier and table would be smaller, but could not tell how many rows came and went;
 * 20 000 dossiers of 150 rows take 24 MB.
 */
export interface DatasetState {
  /** The columns of each table, in the order of the tables. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly dossiers: ReadonlyMap<string, HolderState>;
  readonly sessions: ReadonlyMap<string, HolderState>;
}

/** For each table that has rows: its place in the order of the tables, how many rows, then key and content of each. */
export type HolderState = Uint32Array;

/** What one row comes to. Rows of the same key are the same thing; those without a key of their own have that of all. */
export interface RowMark {
  readonly key: number;
  readonly content: number;
}

/** The columns of each table, as a state keeps them. */
export function columnsOfState(tables: readonly Table[]): DatasetState['columns'] {
  return new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
}

/**
 * What is kept of one dossier or session.
 * @param tables those of the dataset
 * @param rows of that dossier or session: one list a table, in the order of the tables
 */
export function holderState(tables: readonly Table[], rows: readonly (readonly Row[])[]): HolderState {
  const numbers: number[] = [];
  for (const [at, table] of tables.entries()) {
    const own = rows[at] ?? [];
    if (own.length === 0) continue;
    const plan = planOf(table);
    numbers.push(at, own.length);
    for (const row of own) {
      const { key, content } = markOf(plan, row);
      numbers.push(key, content);
    }
  }
  return Uint32Array.from(numbers);
}

/** The marks of the rows, by the name of their table. */
export function marksOf(state: HolderState, tables: readonly string[]): ReadonlyMap<string, readonly RowMark[]> {
  const found = new Map<string, readonly RowMark[]>();
  let at = 0;
  while (at < state.length) {
    const table = tables[state[at] ?? 0] ?? '';
    const count = state[at + 1] ?? 0;
    const first = at + 2;
    found.set(
      table,
      Array.from({ length: count }, (_, row) => ({
        key: state[first + 2 * row] ?? 0,
        content: state[first + 2 * row + 1] ?? 0,
      })),
    );
    at = first + 2 * count;
  }
  return found;
}

/** A column that counts: its place in a row, the hash of its name, and whether it is of the key. */
interface Counted {
  readonly at: number;
  readonly named: number;
  readonly ofKey: boolean;
}

const plans = new WeakMap<Table, readonly Counted[]>();

/**
 * Which cells are the key, and which the content. A rank is neither: one row more at the top of a list would make all
 * those below another row.
 */
function planOf(table: Table): readonly Counted[] {
  const known = plans.get(table);
  if (known) return known;
  const ranks: readonly Column['role'][] = ['rang', 'rang_parent'];
  const plan = table.columns.flatMap(({ name, role }, at) =>
    ranks.includes(role) ? [] : [{ at, named: hash32(name), ofKey: table.key.includes(name) }],
  );
  plans.set(table, plan);
  return plan;
}

/**
 * Sums over the cells that say something, each hashed after its column's name: neither the order of columns nor a new
 * column without a value makes another row.
 */
function markOf(plan: readonly Counted[], row: Row): RowMark {
  let [key, content] = [0, 0];
  for (const { at, named, ofKey } of plan) {
    const cell = row[at];
    if (cell === null || cell === undefined || cell === '') continue;
    const hash = hash32(typeof cell === 'string' ? cell : cellText(cell), named);
    content = (content + hash) >>> 0;
    if (ofKey) key = (key + hash) >>> 0;
  }
  return { key, content };
}
