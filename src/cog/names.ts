import type { Cog } from './cog.ts';
import { fold, foldTable } from './fold.ts';
import type { Cells, Table } from './table.ts';

/** What may be looked for by name; `ancienne` is what has a name but is no longer a commune. */
export type SearchKind = 'commune' | 'region' | 'departement' | 'epci' | 'ancienne';

export interface Entry {
  readonly genre: SearchKind;
  readonly code: string;
  readonly nom: string;
  /** For an `ancienne`, the commune of today. */
  readonly actuelle: string | null;
}

/** The names of all that may be found, folded. An entry is a number from 0. */
export interface Names {
  readonly count: number;
  /** The entries that have a word that starts so, among those of their name, code and postal codes. */
  readonly holding: (word: string) => number[];
  /** The three folded lines of an entry: its code, its name, its other words; a space before each word. */
  readonly lines: (entry: number) => string;
  readonly name: (entry: number) => string;
  readonly genre: (entry: number) => SearchKind;
  /** Of two that match as well, the more populated comes first; unknown is 0. */
  readonly population: (entry: number) => number;
  readonly entry: (entry: number) => Entry;
}

const [newline, tab, space, zero] = [10, 9, 32, 48];
const byteOf = (letter: string) => letter.charCodeAt(0);

/** By the byte that opens a row. */
const kinds = new Map<number, SearchKind>([
  [byteOf('C'), 'commune'],
  [byteOf('R'), 'region'],
  [byteOf('D'), 'departement'],
  [byteOf('E'), 'epci'],
  [byteOf('T'), 'epci'],
  [byteOf('L'), 'ancienne'],
  [byteOf('S'), 'ancienne'],
  [byteOf('M'), 'ancienne'],
]);
const natureWords: Readonly<Record<string, string>> = {
  CC: 'communaute de communes',
  CA: 'communaute d agglomeration',
  CU: 'communaute urbaine',
  METRO: 'metropole',
  MET69: 'metropole',
  EPT: 'etablissement public territorial',
};

/** Read at the first search, kept with its Cog. */
const known = new WeakMap<Cog, Names>();

/**
 * Reads and folds the names: the one costly step of a search, some thirty milliseconds the first time.
 * @param cog the reference data
 * @returns the names, kept for the next search
 */
export function namesOf(cog: Cog): Names {
  const names = known.get(cog) ?? namesIn(cog.table, foldRows(cog.table));
  known.set(cog, names);
  return names;
}

/** The folded text, and of each entry where its row and its lines start and how many live there. */
interface Folded {
  readonly text: string;
  readonly rows: readonly number[];
  readonly starts: readonly number[];
  readonly populations: readonly number[];
}

/** What is being written: the text so far, as bytes. */
interface Sheet {
  readonly out: Uint8Array;
  readonly folds: Uint16Array;
  length: number;
  /** Read on the way. */
  population: number;
}

/**
 * Makes three lines of folded text of each named row: its code, its name, its postal and former codes. One pass over two
 * million bytes with no string on the way; with strings and lists it took a hundred milliseconds, felt at the first key.
 */
function foldRows(table: Table): Folded {
  const { bytes } = table;
  const sheet: Sheet = { out: new Uint8Array(bytes.length), folds: foldTable(), length: 0, population: 0 };
  const rows: number[] = [];
  const starts: number[] = [];
  const populations: number[] = [];
  for (let row = 0, end = 0; row < bytes.length; row = end + 1) {
    end = bytes.indexOf(newline, row);
    const kind = kinds.get(bytes[row] ?? 0);
    if (!kind) continue;
    rows.push(row);
    starts.push(sheet.length);
    if (kind === 'epci') writeEpci(sheet, table.at(row));
    else writeRow(sheet, bytes, row + 1, end);
    populations.push(sheet.population);
  }
  starts.push(sheet.length);
  return { text: new TextDecoder().decode(sheet.out.subarray(0, sheet.length)), rows, starts, populations };
}

/** Cells, from 0: key, name, link, population, postal codes, former codes. The link is no word of the entry. */
function writeRow(sheet: Sheet, bytes: Uint8Array, start: number, end: number): void {
  const { out, folds } = sheet;
  let { length } = sheet;
  let population = 0;
  out[length++] = space;
  for (let at = start, cell = 0; at < end; at++) {
    let character = bytes[at] ?? 0;
    if (character === tab) {
      cell++;
      if (cell === 1 || cell === 4) out[length++] = newline;
      if (out[length - 1] !== space) out[length++] = space;
    } else if (cell === 3) {
      population = population * 10 + character - zero;
    } else if (cell !== 2) {
      // Two bytes from U+0080 to U+017F: all the accents and ligatures of French names.
      if (character >= 0xc2 && character < 0xc6) character = ((character & 0x1f) << 6) | ((bytes[++at] ?? 0) & 0x3f);
      const letters = folds[character] ?? space;
      if (letters !== space) {
        out[length++] = letters & 0xff;
        if (letters > 0xff) out[length++] = letters >> 8;
      } else if (out[length - 1] !== space) out[length++] = space;
    }
  }
  out[length++] = newline;
  sheet.length = length;
  sheet.population = population;
}

/** An EPCI is folded as text, for the DGCL abbreviates its names (« St-Gildas ») and INSEE does not; its nature is written out. */
function writeEpci(sheet: Sheet, [key = '', nom = '', nature = '', population = '']: Cells): void {
  const lines = ` ${key.slice(1)}\n ${fold(nom)}\n ${natureWords[nature] ?? ''}\n`;
  sheet.length += new TextEncoder().encodeInto(lines, sheet.out.subarray(sheet.length)).written;
  sheet.population = Number(population);
}

/** The look-ups over the folded text. */
function namesIn(table: Table, { text, rows, starts, populations }: Folded): Names {
  const genre = (entry: number) => kinds.get(table.bytes[rows[entry] ?? 0] ?? 0) ?? 'commune';
  return {
    count: rows.length,
    holding: (word) => holding(text, starts, ` ${word}`),
    lines: (entry) => text.slice(starts[entry], starts[entry + 1]),
    name: (entry) => {
      const start = text.indexOf('\n', starts[entry]) + 2;
      return text.slice(start, text.indexOf('\n', start)).trimEnd();
    },
    genre,
    population: (entry) => populations[entry] ?? 0,
    entry: (entry) => {
      const [key = '', nom = '', lien = ''] = table.at(rows[entry] ?? 0);
      return { genre: genre(entry), code: key.slice(1), nom, actuelle: genre(entry) === 'ancienne' ? lien : null };
    },
  };
}

function holding(folded: string, starts: readonly number[], wanted: string): number[] {
  const found: number[] = [];
  let entry = 0;
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, starts[entry + 1])) {
    entry = entryAt(starts, at, entry);
    found.push(entry);
  }
  return found;
}

/** The entry whose lines hold a character, not before `from`. */
function entryAt(starts: readonly number[], at: number, from: number): number {
  let low = from;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
