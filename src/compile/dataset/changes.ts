import { type DatasetState, type HolderState, marksOf, type RowMark } from './state.ts';

/** How many rows came, went, or say something else. */
export interface RowCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** What changed in one table. */
export interface TableChange extends RowCounts {
  readonly table: string;
  /** It is in only one of the two. */
  readonly is: 'new' | 'gone' | null;
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}

/** What changed among dossiers, or among sessions. */
export interface HolderChanges {
  readonly came: readonly string[];
  readonly left: readonly string[];
  readonly changed: readonly { readonly id: string; readonly tables: readonly string[] }[];
}

/** What changed between two states of the dataset. */
export interface Changes {
  /** Only those in which something changed, in the order of the tables. */
  readonly tables: readonly TableChange[];
  readonly dossiers: HolderChanges;
  readonly sessions: HolderChanges;
}

/** What changed from one state to another. */
export function changesOf(before: DatasetState, after: DatasetState): Changes {
  const counts = new Map<string, RowCounts>();
  const count = (table: string, more: RowCounts): void => {
    const { added, removed, changed } = counts.get(table) ?? none;
    counts.set(table, {
      added: added + more.added,
      removed: removed + more.removed,
      changed: changed + more.changed,
    });
  };
  const columns = { before: before.columns, after: after.columns };
  const dossiers = holdersOf(before.dossiers, after.dossiers, columns, count);
  const sessions = holdersOf(before.sessions, after.sessions, columns, count);
  const names = [...new Set([...after.columns.keys(), ...before.columns.keys()])];
  const tables = names.map((table): TableChange => {
    const old = before.columns.get(table);
    const now = after.columns.get(table);
    return {
      table,
      ...(counts.get(table) ?? none),
      is: old === undefined ? 'new' : now === undefined ? 'gone' : null,
      columnsAdded: old && now ? now.filter((name) => !old.includes(name)) : [],
      columnsRemoved: old && now ? old.filter((name) => !now.includes(name)) : [],
    };
  });
  return { tables: tables.filter(isChanged), dossiers, sessions };
}

const none: RowCounts = { added: 0, removed: 0, changed: 0 };

function isChanged({ added, removed, changed, is, columnsAdded, columnsRemoved }: TableChange): boolean {
  return added + removed + changed + columnsAdded.length + columnsRemoved.length > 0 || is !== null;
}

type Holders = ReadonlyMap<string, HolderState>;

function holdersOf(
  before: Holders,
  after: Holders,
  columns: { readonly before: DatasetState['columns']; readonly after: DatasetState['columns'] },
  count: (table: string, more: RowCounts) => void,
): HolderChanges {
  const names = { before: [...columns.before.keys()], after: [...columns.after.keys()] };
  const changed: { id: string; tables: readonly string[] }[] = [];
  const empty = new Uint32Array();
  const sameTables = names.before.join() === names.after.join();
  for (const id of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    if (sameTables && isSame(before.get(id), after.get(id))) continue;
    const old = marksOf(before.get(id) ?? empty, names.before);
    const now = marksOf(after.get(id) ?? empty, names.after);
    const touched = names.after.concat(names.before.filter((name) => !columns.after.has(name))).filter((table) => {
      const counts = compared(old.get(table) ?? [], now.get(table) ?? []);
      count(table, counts);
      return counts.added + counts.removed + counts.changed > 0;
    });
    if (before.has(id) && after.has(id) && touched.length > 0) changed.push({ id, tables: touched });
  }
  return {
    came: [...after.keys()].filter((id) => !before.has(id)).sort(),
    left: [...before.keys()].filter((id) => !after.has(id)).sort(),
    changed,
  };
}

/** Most have not changed at all: nothing of them is to be counted. */
function isSame(before: HolderState | undefined, after: HolderState | undefined): boolean {
  return before?.length === after?.length && before?.every((number, at) => number === after?.[at]) === true;
}

/** Among rows of one key, those that say the same are the same; of the others, one for one has changed. */
function compared(before: readonly RowMark[], after: readonly RowMark[]): RowCounts {
  const left = new Map<number, Map<number, number>>();
  for (const { key, content } of before) {
    const same = left.get(key) ?? new Map<number, number>();
    left.set(key, same.set(content, (same.get(content) ?? 0) + 1));
  }
  const unmatched = new Map<number, number>();
  for (const { key, content } of after) {
    const same = left.get(key);
    const times = same?.get(content) ?? 0;
    if (times > 0) same?.set(content, times - 1);
    else unmatched.set(key, (unmatched.get(key) ?? 0) + 1);
  }
  let [added, removed, changed] = [0, 0, 0];
  for (const key of new Set([...left.keys(), ...unmatched.keys()])) {
    const gone = [...(left.get(key)?.values() ?? [])].reduce((sum, times) => sum + times, 0);
    const come = unmatched.get(key) ?? 0;
    changed += Math.min(gone, come);
    added += Math.max(0, come - gone);
    removed += Math.max(0, gone - come);
  }
  return { added, removed, changed };
}
