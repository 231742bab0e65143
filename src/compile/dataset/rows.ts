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
  for (const some of documents) {
    if (table.single) yield* singleRow(table, some);
    else for (const document of some) yield* rowsOfDocument(table, document);
  }
}

type Cells = Readonly<Record<string, Cell>>;

/** One row for all the files of a dossier or session. */
function* singleRow(table: Table, documents: readonly Document[]): Generator<Row> {
  const cells: Record<string, Cell> = {};
  let declared: Document | undefined;
  for (const document of documents) {
    for (const feed of table.feeds.filter(({ part }) => part === document.part)) {
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
  const drafted = table.feeds
    .filter(({ part }) => part === document.part)
    .flatMap((feed) =>
      [...entriesOf(feed, document)].map(
        (entry): Drafted => ({ feed, entry, cells: read(feed, entry.value, entry.key) }),
      ),
    )
    .sort((a, b) => placeIn(table, a) - placeIn(table, b) || compareTrails(a.entry.trail, b.entry.trail));
  const counts = new Map<string, number>();
  const placed = new Map<string, { readonly rang: number; readonly cells: Cells }>();
  for (const { feed, entry, cells } of drafted) {
    const rang = (counts.get(entry.holder) ?? 0) + 1;
    const around = feed.within && placed.get(JSON.stringify(entry.trail.slice(0, -2)));
    const row = { ...(around && lacking(feed, around.cells)), ...cells };
    counts.set(entry.holder, rang);
    placed.set(JSON.stringify(entry.trail), { rang, cells: row });
    yield table.columns.map((column) =>
      cellOf(column, { document, feed, entry, rang, around: around?.rang ?? null }, row),
    );
  }
}

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
  return Object.fromEntries(
    feed.columns.map((column) => [column.name, column.reading === 'key' ? key : cellFrom(column, value)]),
  );
}

function cellFrom(column: FeedColumn, entry: unknown): Cell {
  const values = valuesAt(entry, column.path).flatMap((value) => scalar(column, value) ?? []);
  if (!column.list) return values[0] ?? null;
  if (values.length > 0) return [...new Set(values.map(String))];
  // A list written as empty says that there is none; a list that is not there says nothing.
  const [list] = valuesAt(entry, column.path.slice(0, column.path.indexOf('[]')));
  return Array.isArray(list) && list.length === 0 ? [] : null;
}

function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [key, ...rest] = path;
  if (value === undefined || value === null) return [];
  if (key === undefined) return [value];
  if (key === '[]') return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : [];
  return isMap(value) && Object.hasOwn(value, key) ? valuesAt(value[key], rest) : [];
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
