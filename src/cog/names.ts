import type { Cog } from './cog.ts';

/** What may be looked for by name; `ancienne` is what has a name but is no longer a commune, or no longer its name. */
export type SearchKind = 'commune' | 'region' | 'departement' | 'epci' | 'ancienne';

export interface Entry {
  readonly genre: SearchKind;
  readonly code: string;
  readonly nom: string;
  /** For an `ancienne`, the commune of today. */
  readonly actuelle: string | null;
  readonly population: number | null;
}

/**
 * The names of all that may be found, folded. An entry is the place where its line starts: the lower, the more populated.
 */
export interface Names {
  /** The entries that have a word that starts so, among those of their name, code and postal codes. */
  readonly holding: (word: string) => number[];
  /** The folded line of an entry: its code, its name, its other words; a space before each word. */
  readonly line: (entry: number) => string;
  readonly code: (entry: number) => string;
  readonly name: (entry: number) => string;
  readonly genre: (entry: number) => SearchKind;
  readonly entry: (entry: number) => Entry;
}

/** By the letter that opens a line. */
const kinds: Readonly<Record<string, SearchKind>> = {
  C: 'commune',
  R: 'region',
  D: 'departement',
  E: 'epci',
  T: 'epci',
  L: 'ancienne',
  S: 'ancienne',
  M: 'ancienne',
  F: 'ancienne',
  N: 'ancienne',
};

/** Decoded at the first search, kept with its Cog. */
const known = new WeakMap<Cog, Names>();

/**
 * The names, ready to be searched.
 * @param cog the reference data
 * @returns the names, kept for the next search
 */
export function namesOf(cog: Cog): Names {
  const names = known.get(cog) ?? namesIn(cog, new TextDecoder().decode(cog.noms));
  known.set(cog, names);
  return names;
}

function namesIn(cog: Cog, text: string): Names {
  const lineAt = (entry: number) => text.slice(entry, text.indexOf('\n', entry));
  const genre = (entry: number) => kinds[text[entry] ?? ''] ?? 'commune';
  /** `C 14118` is the row C14118, `N14538_2018` the row of that name. */
  const key = (entry: number) => text.slice(entry, text.indexOf('\t', entry)).replace(' ', '').toUpperCase();
  return {
    holding: (word) => holding(text, ` ${word}`),
    line: lineAt,
    code: (entry) => key(entry).slice(1).replace(/_.*/, ''),
    name: (entry) => {
      const start = text.indexOf('\t', entry) + 2;
      return text.slice(start, text.indexOf('\t', start));
    },
    genre,
    entry: (entry) => {
      const row = key(entry);
      const [nom = '', lien = '', people = ''] = cog.table.row(row) ?? [];
      const past = genre(entry) === 'ancienne';
      const population = past && !row.startsWith('M') ? null : Number(people) || null;
      const code = row.slice(1).replace(/_.*/, '');
      return { genre: genre(entry), code, nom, actuelle: past ? lien : null, population };
    },
  };
}

function holding(text: string, wanted: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, text.indexOf('\n', at))) {
    found.push(text.lastIndexOf('\n', at) + 1);
  }
  return found;
}
