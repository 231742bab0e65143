import { distance } from '../src/words/nearest.ts';
import { folded } from '../src/words/slug.ts';

/** A way of mistyping a word; null where it cannot be made on this one. */
export type Slip = (word: string) => string | null;

const middle = (word: string): number => Math.floor(word.length / 2);

/** What people do to a word, by what it is called. */
export const slips: Readonly<Record<string, Slip>> = {
  'une lettre doublée': (word) => replaced(word, middle(word), 0, word[middle(word)] ?? ''),
  'une lettre oubliée': (word) => (word.length < 3 ? null : replaced(word, middle(word), 1, '')),
  'une lettre changée': (word) => replaced(word, middle(word), 1, word[middle(word)] === 'x' ? 'w' : 'x'),
  'deux lettres interverties': swapped,
  'un accent de trop': (word) => word.replace(/[eauoci]/, (letter) => accents[letter] ?? letter),
  'une majuscule': (word) => word.slice(0, 1).toUpperCase() + word.slice(1),
  'tout en majuscules': (word) => word.toUpperCase(),
  'un tiret pour un souligné': (word) => word.replace('_', '-'),
  'un souligné pour un tiret': (word) => word.replace('-', '_'),
  'une espace pour un tiret': (word) => word.replace(/[-_]/, ' '),
  'un s de trop': (word) => `${word}s`,
  'le s oublié': (word) => (word.endsWith('s') ? word.slice(0, -1) : null),
  'deux fautes': (word) =>
    word.length < 5 ? null : replaced(`${word.slice(0, 1)}${word.slice(2)}`, word.length - 2, 0, 'k'),
};

const accents: Readonly<Record<string, string>> = { e: 'é', a: 'à', u: 'û', o: 'ô', c: 'ç', i: 'î' };

function replaced(word: string, at: number, length: number, by: string): string {
  return word.slice(0, at) + by + word.slice(at + length);
}

function swapped(word: string): string | null {
  for (let at = middle(word); at < word.length; at++) {
    const [a, b] = [word[at - 1], word[at]];
    if (at > 0 && a !== b && a !== undefined && b !== undefined) return replaced(word, at - 1, 2, b + a);
  }
  return null;
}

/**
 * The word mistyped, where it then is none of the words that may stand there, nor as near to another of them.
 * @param others what else may stand there
 */
export function mistyped(slip: Slip, word: string, others: readonly string[]): string | null {
  const typed = slip(word);
  if (typed === null || typed === word || others.includes(typed)) return null;
  const errors = distance(folded(typed), folded(word));
  const rival = others.some((other) => other !== word && distance(folded(typed), folded(other)) <= errors);
  return rival ? null : typed;
}
