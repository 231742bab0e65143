import { type Cog, departementOf } from './cog.ts';
import { coreOfEpci, fold, withoutArticle } from './fold.ts';
import { type Entry, type Names, namesOf, type SearchKind } from './names.ts';

export interface SearchHit extends Entry {
  /** Where it lies, which tells homonyms apart: several for an EPCI that crosses départements, its main one first. */
  readonly departements: readonly { readonly code: string; readonly nom: string }[];
}

export interface SearchOptions {
  /** How many hits at most; 10 unless told. */
  readonly limit?: number;
  /** What to look for; everything unless told. */
  readonly kinds?: readonly SearchKind[];
}

const allKinds: readonly SearchKind[] = ['commune', 'region', 'departement', 'epci', 'ancienne'];

/**
 * Finds communes, EPCI, départements, régions and former communes by words of their name, code or postal code.
 * Every word must start a word of the name; a further one may be of the département (`saint denis reunion`, `nozay 44`).
 * @param cog the reference data
 * @param words what somebody has typed so far
 * @param options how many, and of what
 * @returns the best first: same code, same name, name that starts so, name that holds the words; then the most populated
 */
export function search(cog: Cog, words: string, options: SearchOptions = {}): readonly SearchHit[] {
  const query = fold(words);
  if (query === '') return [];
  const names = namesOf(cog);
  const kinds = new Set(options.kinds ?? allKinds);
  const limit = options.limit ?? 10;
  const ofKind = (entries: readonly number[]) => entries.filter((entry) => kinds.has(names.genre(entry)));
  const found = rank(names, ofKind(matching(names, query.split(' '))), query, limit);
  if (found.length < limit && query.includes(' ')) {
    const seen = new Set(found);
    const near = ofKind(matchingInDepartement(cog, names, query.split(' '))).filter((entry) => !seen.has(entry));
    found.push(...rank(names, near, query, limit));
  }
  return found.slice(0, limit).map((entry) => hitOf(cog, names, entry));
}

/** Entries of which every word starts a word. The longest word is looked for first: it has the fewest hits. */
function matching(names: Names, words: readonly string[]): number[] {
  const [first = '', ...others] = words.toSorted((a, b) => b.length - a.length);
  const found = names.holding(first);
  return others.length === 0 ? found : found.filter((entry) => holdsAll(names.line(entry), others));
}

/** Communes of which the first word is in the name, and the others there or in the name of the département. */
function matchingInDepartement(cog: Cog, names: Names, words: readonly string[]): number[] {
  const [first = '', ...others] = words;
  const places = new Map(cog.table.under('D').map(([key = '', nom = '']) => [key.slice(1), ` ${fold(nom)}`]));
  return names.holding(first).filter((at) => {
    const genre = names.genre(at);
    if (genre !== 'commune' && genre !== 'ancienne') return false;
    const place = places.get(departementOf(names.code(at))) ?? '';
    return holdsAll(names.line(at) + place, others);
  });
}

function holdsAll(line: string, words: readonly string[]): boolean {
  return words.every((word) => line.includes(` ${word}`));
}

/**
 * Best first, and no more than asked: one letter matches twenty thousand names, which are not worth sorting. Of those
 * that match as well, the more populated comes first, as in the list of names.
 */
function rank(names: Names, found: readonly number[], query: string, limit: number): number[] {
  const bare = withoutArticle(query);
  const core = coreOfEpci(query);
  const best: { readonly entry: number; readonly score: number }[] = [];
  for (const entry of found) {
    const score = tierOf(names, entry, query, bare, core) * 1e9 + entry;
    if (best.length === limit && score >= (best.at(-1)?.score ?? 0)) continue;
    const place = best.findIndex((other) => score < other.score);
    best.splice(place === -1 ? best.length : place, 0, { entry, score });
    if (best.length > limit) best.pop();
  }
  return best.map(({ entry }) => entry);
}

function tierOf(names: Names, entry: number, query: string, bare: string, core: string): number {
  const name = names.name(entry);
  if (name === query || withoutArticle(name) === bare) return 1;
  if (names.genre(entry) === 'epci') {
    const own = coreOfEpci(name);
    if (own === core) return 2;
    if (own.startsWith(core) || name.startsWith(query)) return 3;
  } else if (name.startsWith(query) || withoutArticle(name).startsWith(bare)) return 3;
  return /\d/.test(query) && names.code(entry).toLowerCase() === query ? 0 : 4;
}

function hitOf(cog: Cog, names: Names, at: number): SearchHit {
  const entry = names.entry(at);
  return { ...entry, departements: departementsOf(cog, entry) };
}

function departementsOf(cog: Cog, { genre, code, actuelle }: Entry): SearchHit['departements'] {
  if (genre === 'region' || genre === 'departement') return [];
  const communes = genre === 'epci' ? (cog.epci(code)?.communes ?? []) : [actuelle ?? code];
  const counts = new Map<string, number>();
  for (const commune of communes) {
    const departement = departementOf(commune);
    counts.set(departement, (counts.get(departement) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([departement]) => ({ code: departement, nom: cog.table.row(`D${departement}`)?.[0] ?? '' }));
}
