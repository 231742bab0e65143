/** Lines sorted by bytes, each `key⇥cell⇥cell…`, looked up without reading the whole. */
export interface Table {
  /** The cells after a key, or null when no line has it. */
  readonly row: (key: string) => Cells | null;
  /** Every line whose key starts so, in order, its key first. */
  readonly under: (prefix: string) => readonly Cells[];
  /** The keys that start so, in order: nothing else is decoded. */
  readonly keysUnder: (prefix: string) => readonly string[];
  /** How many lines have a key that starts so. */
  readonly countUnder: (prefix: string) => number;
  /** The cells of the line that starts at this byte, its key first. */
  readonly at: (start: number) => Cells;
  /** The whole, for whoever must read it all. */
  readonly bytes: Uint8Array;
}
export type Cells = readonly string[];

const newline = 10;
const tab = 9;

/**
 * Opens a sorted table. Nothing is decoded before it is asked for: a look-up is a binary search over the bytes.
 * @param given the packed file, UTF-8 with ASCII keys, lines sorted by bytes
 * @returns the table; throws when the bytes cannot be one (our own build is broken)
 */
export function openTable(given: Uint8Array): Table {
  // The same bytes, never as a Buffer of Node, whose indexOf is ten times slower over short lines.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (bytes[0] !== '#'.charCodeAt(0) || bytes.at(-1) !== newline) throw new Error('not a packed table');
  const decoder = new TextDecoder();
  const cellsAt = (start: number) => decoder.decode(bytes.subarray(start, endOfLine(bytes, start))).split('\t');

  const groups = new Map<string, readonly number[]>();
  /** Where the lines of a group start: those that share their first letters, a département say; found once. */
  const groupOf = (prefix: string): readonly number[] => {
    const known = groups.get(prefix);
    if (known) return known;
    const starts = startsUnder(bytes, prefix);
    groups.set(prefix, starts);
    return starts;
  };

  return {
    row: (key) => {
      if (!isKey(key)) return null;
      const start = startOf(bytes, groupOf(key.slice(0, 3)), key);
      return start === undefined ? null : cellsAt(start).slice(1);
    },
    under: (prefix) => {
      const found: Cells[] = [];
      for (let at = lowerBound(bytes, prefix); startsWithAt(bytes, at, prefix); at = endOfLine(bytes, at) + 1) {
        found.push(cellsAt(at));
      }
      return found;
    },
    keysUnder: (prefix) => {
      const found: string[] = [];
      for (let at = lowerBound(bytes, prefix); startsWithAt(bytes, at, prefix); at = endOfLine(bytes, at) + 1) {
        found.push(keyAt(bytes, at));
      }
      return found;
    },
    countUnder: (prefix) => groupOf(prefix).length,
    at: cellsAt,
    bytes,
  };
}

function startsUnder(bytes: Uint8Array, prefix: string): readonly number[] {
  const starts: number[] = [];
  for (let at = lowerBound(bytes, prefix); startsWithAt(bytes, at, prefix); at = endOfLine(bytes, at) + 1)
    starts.push(at);
  return starts;
}

/** The line of a key, among those that may have it, by halves. */
function startOf(bytes: Uint8Array, starts: readonly number[], key: string): number | undefined {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const sign = compareAt(bytes, starts[middle] ?? 0, key);
    if (sign === 0) return starts[middle];
    if (sign < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

/** Keys are ASCII. */
function keyAt(bytes: Uint8Array, start: number): string {
  let end = start;
  while (bytes[end] !== tab && bytes[end] !== newline && end < bytes.length) end++;
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** A key typed by somebody may hold anything; those of the table are letters and digits. */
function isKey(key: string): boolean {
  return /^\w+$/.test(key);
}

/** The start of the first line whose key is not before this one. */
function lowerBound(bytes: Uint8Array, key: string): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = startOfLine(bytes, middle);
    if (compareAt(bytes, start, key) < 0) low = endOfLine(bytes, start) + 1;
    else high = start;
  }
  return low;
}

/** The sign of (key of the line at `start`) − `key`; past the end counts as after every key. */
function compareAt(bytes: Uint8Array, start: number, key: string): number {
  for (let i = 0; i < key.length; i++) {
    const byte = bytes[start + i];
    if (byte === undefined) return 1;
    if (byte !== key.charCodeAt(i)) return byte - key.charCodeAt(i);
  }
  const next = bytes[start + key.length];
  return next === tab || next === newline ? 0 : 1;
}

function startsWithAt(bytes: Uint8Array, start: number, prefix: string): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[start + i] !== prefix.charCodeAt(i)) return false;
  return true;
}

function startOfLine(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && bytes[start - 1] !== newline) start--;
  return start;
}

function endOfLine(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(newline, at);
  return end === -1 ? bytes.length : end;
}
