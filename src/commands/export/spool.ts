import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Extract, Head } from '../../compile/dataset/extract.ts';
import type { Row } from '../../compile/dataset/rows.ts';
import type { Seen } from '../../compile/dataset/seen.ts';
import { tables } from '../../schema/columns.ts';

/** Where a spool keeps one extract: plain data, for another thread, and little of it: there may be tens of thousands. */
export interface Kept {
  readonly head: Head;
  /** The name of the file, in the folder of the spool. */
  readonly file: string;
  readonly offset: number;
}

/** Puts extracts down in a file, one after the other: what thousands of dossiers come to is not held in memory. */
export interface SpoolWriter {
  readonly add: (extract: Extract) => Kept;
  readonly close: () => void;
}

/**
 * Each extract is a list of numbers (how many rows each table has, how many bytes each part), then its parts: a table
 * each, what it adds to what is said of the whole, the drawing of its perimeter, what maps are drawn from.
 */
const extra = { seen: 0, feature: 1, carte: 2 } as const;
const extras = Object.keys(extra).length;

/** How many numbers stand before the parts. */
function headLength(): number {
  return 2 * tables().length + extras;
}

/**
 * @param folder an existing folder of our own
 * @param file a name that no other thread has
 */
export function openSpool(folder: string, file: string): SpoolWriter {
  const handle = openSync(join(folder, file), 'w');
  const room = roomOf();
  let offset = 0;
  return {
    add: ({ head, seen, rows, feature, carte }) => {
      const own = rows.map((some) => (some.length === 0 ? '' : JSON.stringify(some)));
      const parts = [...own, JSON.stringify(seen), feature ?? '', carte ?? ''];
      const numbers = [...rows.map(({ length }) => length), ...parts.map((part) => Buffer.byteLength(part))];
      const length = 4 * numbers.length + parts.reduce((sum, _, at) => sum + (numbers[rows.length + at] ?? 0), 0);
      const bytes = room(length);
      let end = 0;
      for (const number of numbers) end = bytes.writeUInt32LE(number, end);
      for (const part of parts) end += bytes.write(part, end);
      for (let at = 0; at < length; ) at += writeSync(handle, bytes, at, length - at);
      const kept: Kept = { head, file, offset };
      offset += length;
      return kept;
    },
    close: () => closeSync(handle),
  };
}

/** The same bytes again and again, as many as are needed: new ones for each dossier would be let go late. */
function roomOf(): (length: number) => Buffer {
  let bytes = Buffer.allocUnsafe(1 << 16);
  return (length) => {
    if (length > bytes.length) bytes = Buffer.allocUnsafe(2 * length);
    return bytes;
  };
}

/** Reads extracts back, a part at a time. */
export interface SpoolReader {
  readonly count: (kept: Kept, table: number) => number;
  readonly rows: (kept: Kept, table: number) => readonly Row[];
  readonly seen: (kept: Kept) => Seen;
  readonly feature: (kept: Kept) => string | null;
  readonly carte: (kept: Kept) => string | null;
  readonly close: () => void;
}

/**
 * Opens the files of a spool, once all is written.
 * @param all what is to be read back
 */
export function readSpool(folder: string, all: readonly Kept[]): SpoolReader {
  const handles = new Map<string, number>();
  const room = roomOf();
  const at = (file: string, start: number, length: number): Buffer => {
    const handle = handles.get(file) ?? openSync(join(folder, file), 'r');
    handles.set(file, handle);
    const bytes = room(length);
    for (let read = 0; read < length; ) {
      const more = readSync(handle, bytes, read, length - read, start + read);
      if (more === 0) throw new Error('the spool ends too early');
      read += more;
    }
    return bytes;
  };
  const { numbers, placeOf } = numbersOf(all, at);
  const first = tables().length;
  const part = (kept: Kept, index: number): string => {
    const place = placeOf(kept);
    const length = numbers[place + first + index] ?? 0;
    if (length === 0) return '';
    let start = kept.offset + 4 * headLength();
    for (let before = 0; before < index; before++) start += numbers[place + first + before] ?? 0;
    return at(kept.file, start, length).toString('utf8', 0, length);
  };
  return {
    count: (kept, table) => numbers[placeOf(kept) + table] ?? 0,
    rows: (kept, table) => {
      const text = part(kept, table);
      return text === '' ? [] : (JSON.parse(text) as readonly Row[]);
    },
    seen: (kept) => JSON.parse(part(kept, first + extra.seen)) as Seen,
    feature: (kept) => part(kept, first + extra.feature) || null,
    carte: (kept) => part(kept, first + extra.carte) || null,
    close: () => {
      for (const handle of handles.values()) closeSync(handle);
    },
  };
}

/** The numbers of all extracts in one list: as many lists as extracts would take ten times the room. */
function numbersOf(
  all: readonly Kept[],
  at: (file: string, start: number, length: number) => Buffer,
): { readonly numbers: Uint32Array; readonly placeOf: (kept: Kept) => number } {
  const width = headLength();
  const numbers = new Uint32Array(all.length * width);
  const places = new Map<Kept, number>();
  for (const [index, kept] of all.entries()) {
    const bytes = at(kept.file, kept.offset, 4 * width);
    for (let number = 0; number < width; number++) numbers[index * width + number] = bytes.readUInt32LE(4 * number);
    places.set(kept, index * width);
  }
  const placeOf = (kept: Kept): number => {
    const place = places.get(kept);
    if (place === undefined) throw new Error(`nothing kept of ${kept.head.id}`);
    return place;
  };
  return { numbers, placeOf };
}

/** The name in a spool of a file that is to be `parquet/axes/hors_session.parquet`. */
export function fileOf(path: string): string {
  return path.replaceAll('/', '--');
}

/** Takes a spool away, whatever became of what it was for. */
export function removeSpool(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
