import type { Feed } from '../../schema/feeds.ts';
import { type Document, isMap } from './documents.ts';

/** An entry of a file that is a row of a table. */
export interface Entry {
  readonly value: unknown;
  /** Its id, where entries of its kind have one. */
  readonly id: string | null;
  /** Its key, in a map of bare values. */
  readonly key: string | null;
  /** The id of what it belongs to. */
  readonly holder: string;
  /** The keys and ranks that lead to it. */
  readonly trail: readonly (string | number)[];
}

/** The entries of a file that a feed makes rows of, as they stand in it. */
export function* entriesOf(feed: Feed, document: Document): Generator<Entry> {
  const start = {
    value: document.value,
    id: document.id,
    key: null,
    holder: document.id ?? document.holder,
    trail: [],
  };
  yield* descend(start, feed.path, feed);
}

function* descend(at: Entry, path: readonly string[], feed: Feed): Generator<Entry> {
  const [key, ...rest] = path;
  if (key === undefined) yield at;
  else if (key === '[]') yield* items(at, rest, feed);
  else if (key === '*') yield* pairs(at, rest, feed);
  else if (isMap(at.value) && Object.hasOwn(at.value, key)) {
    yield* descend({ ...at, value: at.value[key], trail: [...at.trail, key] }, rest, feed);
  }
}

function* items(at: Entry, rest: readonly string[], feed: Feed): Generator<Entry> {
  if (!Array.isArray(at.value)) return;
  for (const [rank, value] of at.value.entries()) {
    yield* descend({ ...at, value, id: null, trail: [...at.trail, rank] }, rest, feed);
  }
}

function* pairs(at: Entry, rest: readonly string[], feed: Feed): Generator<Entry> {
  if (!isMap(at.value)) return;
  const last = rest.length === 0;
  for (const key of Object.keys(at.value)) {
    // What lies inside an entry belongs to it; the entry itself belongs to what is around.
    const named = last
      ? { id: feed.declares === null ? null : key, key, holder: at.holder }
      : { id: key, key: null, holder: key };
    yield* descend({ value: at.value[key], ...named, trail: [...at.trail, key] }, rest, feed);
  }
}

/** By code unit, not locale: the same on every machine; numbers by size. */
export function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
