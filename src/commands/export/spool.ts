import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Extract, Head } from '../../compile/dataset/extract.ts';
import type { Row } from '../../compile/dataset/rows.ts';

/** Where a spool keeps one extract: plain data, for another thread. */
export interface Kept {
  readonly head: Head;
  /** The name of the file, in the folder of the spool. */
  readonly file: string;
  readonly offset: number;
  /** How many bytes each table has, then the drawing of the perimeter, then what maps are drawn from; 0 for nothing. */
  readonly lengths: readonly number[];
}

/** Puts extracts down in a file, one after the other: what thousands of dossiers come to is not held in memory. */
export interface SpoolWriter {
  readonly add: (extract: Extract) => Kept;
  readonly close: () => void;
}

/**
 * @param folder an existing folder of our own
 * @param file a name that no other thread has
 */
export function openSpool(folder: string, file: string): SpoolWriter {
  const handle = openSync(join(folder, file), 'w');
  let offset = 0;
  return {
    add: ({ head, rows, feature, carte }) => {
      const tables = rows.map((own) => (own.length === 0 ? '' : JSON.stringify(own)));
      const parts = [...tables, feature ?? '', carte ?? ''];
      const bytes = parts.map((part) => Buffer.from(part));
      const kept: Kept = { head, file, offset, lengths: bytes.map(({ length }) => length) };
      const whole = Buffer.concat(bytes);
      for (let at = 0; at < whole.length; ) at += writeSync(handle, whole, at);
      offset += whole.length;
      return kept;
    },
    close: () => closeSync(handle),
  };
}

/** Reads extracts back, a table at a time. */
export interface SpoolReader {
  readonly rows: (kept: Kept, table: number) => readonly Row[];
  readonly feature: (kept: Kept) => string | null;
  readonly carte: (kept: Kept) => string | null;
  readonly close: () => void;
}

/** Opens the files of a spool, once all is written. */
export function readSpool(folder: string): SpoolReader {
  const handles = new Map<string, number>();
  const part = ({ file, offset, lengths }: Kept, index: number): string => {
    const length = lengths[index] ?? 0;
    if (length === 0) return '';
    const handle = handles.get(file) ?? openSync(join(folder, file), 'r');
    handles.set(file, handle);
    const start = lengths.slice(0, index).reduce((sum, one) => sum + one, offset);
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; ) {
      const read = readSync(handle, bytes, at, length - at, start + at);
      if (read === 0) throw new Error('the spool ends too early');
      at += read;
    }
    return bytes.toString('utf8');
  };
  return {
    rows: (kept, table) => {
      const text = part(kept, table);
      return text === '' ? [] : (JSON.parse(text) as readonly Row[]);
    },
    feature: (kept) => part(kept, kept.lengths.length - 2) || null,
    carte: (kept) => part(kept, kept.lengths.length - 1) || null,
    close: () => {
      for (const handle of handles.values()) closeSync(handle);
    },
  };
}

/** Takes a spool away, whatever became of what it was for. */
export function removeSpool(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
