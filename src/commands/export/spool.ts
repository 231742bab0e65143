import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Extract, Head } from '../../compile/dataset/extract.ts';
import type { Row } from '../../compile/dataset/rows.ts';
import type { Seen } from '../../compile/dataset/seen.ts';
import { tables } from '../../schema/columns.ts';
import { sayable } from '../../write/refused.ts';
import { whenStopped } from '../../write/stopped.ts';

/** Where a spool keeps one extract: plain data, for another thread, and little of it: there may be tens of thousands. */
export interface Kept {
  readonly head: Head;
  /** What the files of its thread are named by, in the folder of the spool. */
  readonly thread: string;
  /** The how-manieth it is there. */
  readonly index: number;
}

/** Puts extracts down in files, one after the other: what thousands of dossiers come to is not held in memory. */
export interface SpoolWriter {
  readonly add: (extract: Extract) => Kept;
  /** Writes what is still held, and closes the files. */
  readonly close: () => void;
}

/**
 * A spool has a file for each part of an extract: each table, then these. The datasets are written a table at a time, and
 * what belongs together then lies together. One file more has the numbers: how many rows each table has, then how many
 * bytes each part.
 */
const extras = ['seen', 'feature', 'carte'] as const;

function partCount(): number {
  return tables().length + extras.length;
}

function extra(name: (typeof extras)[number]): number {
  return tables().length + extras.indexOf(name);
}

/** How many numbers an extract has. */
function width(): number {
  return tables().length + partCount();
}

/**
 * @param folder an existing folder of our own
 * @param thread a name that no other thread has
 */
export function openSpool(folder: string, thread: string): SpoolWriter {
  const parts = Array.from({ length: partCount() }, (_, at) => openAppender(join(folder, `${thread}-${at}`)));
  const numbers = openAppender(join(folder, `${thread}-numbers`));
  let index = 0;
  return {
    add: ({ head, seen, rows, feature, carte }) => {
      const texts = [
        ...rows.map((some) => (some.length === 0 ? '' : JSON.stringify(some))),
        JSON.stringify(seen),
        feature ?? '',
        carte ?? '',
      ];
      const lengths = texts.map((text, at) => parts[at]?.add(text) ?? 0);
      numbers.add(Buffer.from(Uint32Array.from([...rows.map(({ length }) => length), ...lengths]).buffer));
      index += 1;
      return { head, thread, index: index - 1 };
    },
    close: () => {
      for (const file of [...parts, numbers]) file.close();
    },
  };
}

/** A file that is added to. */
interface Appender {
  /** @returns how many bytes that is */
  readonly add: (what: string | Buffer) => number;
  readonly close: () => void;
}

/** So much is held before it is written: for twenty tables, a call of the system for each dossier and table is dear. */
const HELD = 1 << 15;

function openAppender(path: string): Appender {
  const handle = openForWriting(path);
  let bytes = Buffer.allocUnsafe(HELD);
  let end = 0;
  const flush = (): void => {
    writeWhole(handle, bytes.subarray(0, end), path);
    end = 0;
  };
  return {
    add: (what) => {
      const length = Buffer.byteLength(what);
      if (end + length > bytes.length) flush();
      if (length > bytes.length) bytes = Buffer.allocUnsafe(2 * length);
      end += typeof what === 'string' ? bytes.write(what, end) : what.copy(bytes, end);
      return length;
    },
    close: () => {
      flush();
      closeSync(handle);
    },
  };
}

/** @throws UserError where the system refuses: a full disk */
export function openForWriting(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw sayable(error, dirname(path));
  }
}

/** Writes all of some bytes, however many the system takes at a time. @throws UserError where it refuses */
export function writeWhole(handle: number, bytes: Uint8Array, path: string): void {
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  } catch (error) {
    throw sayable(error, dirname(path));
  }
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

/** Opens a spool, once all is written. */
export function readSpool(folder: string): SpoolReader {
  const threads = new Map<string, ThreadReader>();
  const of = ({ thread }: Kept): ThreadReader => {
    const known = threads.get(thread) ?? openThread(folder, thread);
    threads.set(thread, known);
    return known;
  };
  const text = (kept: Kept, part: number): string => of(kept).text(kept.index, part);
  return {
    count: (kept, table) => of(kept).count(kept.index, table),
    rows: (kept, table) => {
      const found = text(kept, table);
      return found === '' ? [] : (JSON.parse(found) as readonly Row[]);
    },
    seen: (kept) => JSON.parse(text(kept, extra('seen'))) as Seen,
    feature: (kept) => text(kept, extra('feature')) || null,
    carte: (kept) => text(kept, extra('carte')) || null,
    close: () => {
      for (const thread of threads.values()) thread.close();
    },
  };
}

interface ThreadReader {
  readonly count: (index: number, table: number) => number;
  readonly text: (index: number, part: number) => string;
  readonly close: () => void;
}

function openThread(folder: string, thread: string): ThreadReader {
  const { numbers, starts } = numbersOf(join(folder, `${thread}-numbers`));
  const files = new Map<number, BlockReader>();
  const fileAt = (part: number): BlockReader => {
    const known = files.get(part) ?? openBlocks(join(folder, `${thread}-${part}`));
    files.set(part, known);
    return known;
  };
  return {
    count: (index, table) => numbers[index * width() + table] ?? 0,
    text: (index, part) => {
      const length = numbers[index * width() + tables().length + part] ?? 0;
      return length === 0 ? '' : fileAt(part).text(starts[index * partCount() + part] ?? 0, length);
    },
    close: () => {
      for (const file of files.values()) file.close();
    },
  };
}

/** The numbers of all extracts of a thread, and where each of their parts begins, in two lists. */
function numbersOf(path: string): { readonly numbers: Uint32Array; readonly starts: Float64Array } {
  const bytes = readFileSync(path);
  const numbers = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const [wide, parts] = [width(), partCount()];
  const count = numbers.length / wide;
  const starts = new Float64Array(count * parts);
  for (let index = 1; index < count; index++) {
    for (let part = 0; part < parts; part++) {
      const before = numbers[(index - 1) * wide + tables().length + part] ?? 0;
      starts[index * parts + part] = (starts[(index - 1) * parts + part] ?? 0) + before;
    }
  }
  return { numbers, starts };
}

interface BlockReader {
  readonly text: (start: number, length: number) => string;
  readonly close: () => void;
}

/** Read ahead: what comes next is asked for next. */
const BLOCK = 1 << 17;

function openBlocks(path: string): BlockReader {
  const handle = openSync(path, 'r');
  let bytes = Buffer.allocUnsafe(BLOCK);
  let [from, to] = [0, 0];
  return {
    text: (start, length) => {
      if (start < from || start + length > to) {
        if (length > bytes.length) bytes = Buffer.allocUnsafe(2 * length);
        from = start;
        to = start;
        for (let more = 1; more > 0 && to - from < bytes.length; to += more)
          more = readSync(handle, bytes, to - from, bytes.length - (to - from), to);
        if (start + length > to) throw new Error('the spool ends too early');
      }
      return bytes.toString('utf8', start - from, start - from + length);
    },
    close: () => closeSync(handle),
  };
}

/** The name in a spool of a file that is to be `parquet/axes/hors_session.parquet`. */
export function fileOf(path: string): string {
  return path.replaceAll('/', '--');
}

/** The folder of a spool, and what takes it away, whatever became of what it was for. */
export interface SpoolFolder {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * A folder of our own among the temporary ones; it also goes when the program is stopped: it holds what is not published.
 * @throws UserError where the system gives none
 */
export function makeSpool(): SpoolFolder {
  const folder = temporaryFolder();
  // Another thread may still be writing there.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const forget = whenStopped(remove);
  return {
    folder,
    remove: () => {
      remove();
      forget();
    },
  };
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'atelier-'));
  } catch (error) {
    throw sayable(error, tmpdir());
  }
}
