import { readCode } from '../../cog/entry.ts';
import { type Column, originOf, type Table } from '../../schema/columns.ts';
import type { FeedColumn } from '../../schema/feed-columns.ts';
import type { Feed } from '../../schema/feeds.ts';
import { type Document, isMap } from './documents.ts';
import { compare, type Entry, entriesOf } from './entries.ts';

/** A typed cell; null is what is unknown, never 0 or false, and an empty list is known to be empty. */
export type Cell = string | number | boolean | readonly string[] | null;

/** The cells of a row, in the order of the table's columns. */
export type Row = readonly Cell[];

/**
 * The rows of one table, in the order of the documents.
 * @param table one of `tables()`
 * @param documents what `documentsOf` gives: all dossiers and sessions, in their order
 */
export function* rowsOf(table: Table, documents: Iterable<readonly Document[]>): Generator<Row> {
  const feeds = feedsOf(table);
  for (const some of documents) {
    if (table.single) yield* singleRow(table, some);
    else for (const document of some) if (feeds.has(document.part)) yield* rowsOfDocument(table, document);
  }
}

type Cells = Readonly<Record<string, Cell>>;

/** One row for all the files of a dossier or session. */
function* singleRow(table: Table, documents: readonly Document[]): Generator<Row> {
  const cells: Record<string, Cell> = {};
  let declared: Document | undefined;
  const feeds = feedsOf(table);
  for (const document of documents) {
    for (const feed of feeds.get(document.part) ?? []) {
      Object.assign(cells, read(feed, document.value, null));
      if (feed.declares !== null) declared = document;
    }
  }
  if (declared) yield table.columns.map(({ name, role }) => (role === 'id' ? declared.holder : (cells[name] ?? null)));
}

/** A row before it has its rank. */
interface Drafted {
  readonly feed: Feed;
  readonly entry: Entry;
  readonly cells: Cells;
}

function* rowsOfDocument(table: Table, document: Document): Generator<Row> {
  const feeds = feedsOf(table).get(document.part);
  if (feeds === undefined) return;
  const drafted: Drafted[] = [];
  for (const feed of feeds)
    for (const entry of entriesOf(feed, document))
      drafted.push({ feed, entry, cells: read(feed, entry.value, entry.key) });
  if (drafted.length > 1)
    drafted.sort((a, b) => placeIn(table, a) - placeIn(table, b) || compareTrails(a.entry.trail, b.entry.trail));
  const counts = new Map<string, number>();
  // Rows that others lie in are found again by where they are; most tables have none.
  const nested = feeds.some(({ within }) => within !== null);
  const placed = new Map<string, { readonly rang: number; readonly cells: Cells }>();
  for (const { feed, entry, cells } of drafted) {
    const rang = (counts.get(entry.holder) ?? 0) + 1;
    const around = feed.within === null ? undefined : placed.get(JSON.stringify(entry.trail.slice(0, -2)));
    const row = around === undefined ? cells : { ...lacking(feed, around.cells), ...cells };
    counts.set(entry.holder, rang);
    if (nested) placed.set(JSON.stringify(entry.trail), { rang, cells: row });
    const place = { document, feed, entry, rang, around: around?.rang ?? null };
    yield table.columns.map((column) => cellOf(column, place, row));
  }
}

/** The feeds of a table by the part that they read: looked for with each document of each dossier. */
function feedsOf(table: Table): ReadonlyMap<Feed['part'], readonly Feed[]> {
  const known = feedsByPart.get(table);
  if (known) return known;
  const found = new Map<Feed['part'], Feed[]>();
  for (const feed of table.feeds) found.set(feed.part, [...(found.get(feed.part) ?? []), feed]);
  feedsByPart.set(table, found);
  return found;
}

const feedsByPart = new WeakMap<Table, ReadonlyMap<Feed['part'], readonly Feed[]>>();

/** Places of the schemas in their order; what lies inside rows of the same table stays beside them. */
function placeIn(table: Table, { feed }: Drafted): number {
  return table.feeds.indexOf(feed.within ?? feed);
}

/**
 * Another reading of a figure is named by it: what each row must have and its own shape has no key for. A comparison is
 * of the same unit, year and sources also.
 */
function lacking({ columns, within, takes }: Feed, around: Cells): Cells {
  const names = (within?.columns ?? []).filter(
    ({ name, required }) => (required || takes.includes(name)) && columns.every((own) => own.name !== name),
  );
  return Object.fromEntries(names.map(({ name }) => [name, around[name] ?? null]));
}

interface Place {
  readonly document: Document;
  readonly feed: Feed;
  readonly entry: Entry;
  readonly rang: number;
  readonly around: number | null;
}

function cellOf(column: Column, { document, feed, entry, rang, around }: Place, cells: Cells): Cell {
  switch (column.role) {
    case 'dossier':
      return document.ofDossier ? document.holder : null;
    case 'id':
      return entry.id;
    case 'rang':
      return rang;
    case 'rang_parent':
      return around;
    case 'origine':
      return originOf(feed);
    case 'origine_id':
      return entry.holder;
    case 'valeur':
      return feed.values[column.name] ?? null;
    case 'champ':
      return cells[column.name] ?? (refersToHolder(feed, column) ? entry.holder : null);
  }
}

/** Rows that lie inside a thing refer to it, where their table has a column for such a reference. */
function refersToHolder({ holder, columns }: Feed, { name, type, refersTo }: Column): boolean {
  return refersTo?.kind === holder && type !== 'list' && columns.every((own) => own.name !== name);
}

function compareTrails(a: Entry['trail'], b: Entry['trail']): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compare(a[at] ?? '', b[at] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The cells that one entry gives, by column. */
function read(feed: Feed, value: unknown, key: string | null): Cells {
  const cells: Record<string, Cell> = {};
  for (const column of feed.columns) cells[column.name] = column.reading === 'key' ? key : cellFrom(column, value);
  return cells;
}

function cellFrom(column: FeedColumn, entry: unknown): Cell {
  const { path, list } = column;
  if (!list) return firstAt(column, entry, 0);
  const values: string[] = [];
  valuesAt(column, entry, 0, values);
  if (values.length > 0) return [...new Set(values)];
  // A list written as empty says that there is none; a list that is not there says nothing.
  let at = entry;
  for (const key of path.slice(0, path.indexOf('[]'))) at = isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return Array.isArray(at) && at.length === 0 ? [] : null;
}

/** The first value that a path leads to; null where there is none. */
function firstAt(column: FeedColumn, value: unknown, from: number): Scalar | null {
  const key = column.path[from];
  if (value === undefined || value === null) return null;
  if (key === undefined) return scalar(column, value);
  if (key === '[]') {
    for (const item of Array.isArray(value) ? value : []) {
      const found = firstAt(column, item, from + 1);
      if (found !== null) return found;
    }
    return null;
  }
  return isMap(value) && Object.hasOwn(value, key) ? firstAt(column, value[key], from + 1) : null;
}

/** All values that a path leads to, as text, in their order. */
function valuesAt(column: FeedColumn, value: unknown, from: number, found: string[]): void {
  const key = column.path[from];
  if (value === undefined || value === null) return;
  if (key === undefined) {
    const cell = scalar(column, value);
    if (cell !== null) found.push(String(cell));
  } else if (key === '[]') {
    if (Array.isArray(value)) for (const item of value) valuesAt(column, item, from + 1, found);
  } else if (isMap(value) && Object.hasOwn(value, key)) valuesAt(column, value[key], from + 1, found);
}

type Scalar = string | number | boolean;

function scalar({ mark, reading }: FeedColumn, value: unknown): Scalar | null {
  const { texte, code } = mark;
  if (reading === 'year') return typeof value === 'string' ? numberOf(value.slice(0, 4)) : null;
  if (texte === 'nombre') {
    if (reading === 'approximate') return typeof value === 'string' && value.startsWith('~');
    return typeof value === 'string' ? numberOf(value.replace(/^~/, '')) : isScalar(value) ? value : null;
  }
  if (code !== undefined && typeof value === 'string') return readCode(value).code ?? value;
  // The last line feed of a block of YAML is not of the text.
  if (texte === 'prose' && typeof value === 'string') return value.replace(/\n+$/, '');
  return isScalar(value) ? value : null;
}

function numberOf(text: string): number | null {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}

function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}
