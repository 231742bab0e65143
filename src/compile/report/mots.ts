import { parse } from 'yaml';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';

/** The words of reports in one language, by dotted key (`inconnus.cherche`), spaces and apostrophes set. */
export type Mots = ReadonlyMap<string, string>;

/**
 * Reads `mots.<langue>.yaml`.
 * @param text the file: maps of maps, words at the leaves
 * @param langue the language of those words
 * @returns the words by dotted key
 */
export function readMots(text: string, langue: Langue): Mots {
  const found = last.get(langue);
  if (found?.text === text) return found.mots;
  const mots = new Map(leaves(parse(text), '').map(([key, words]) => [key, typographie(words, langue)]));
  last.set(langue, { text, mots });
  return mots;
}

/** Read once for all the dossiers of a command. */
const last = new Map<Langue, { readonly text: string; readonly mots: Mots }>();

function leaves(node: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) throw new Error(`mots: ${path} is not a text`);
  return Object.entries(node).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`));
}

/**
 * One phrase, its blanks filled.
 * @param mots the words of a language
 * @param key its dotted key
 * @param blanks what goes into each `{blank}`
 * @returns the phrase
 * @throws Error when the key or a blank has no words: a mistake of ours, or of an edited file of words
 */
export function motOf(mots: Mots, key: string, blanks: Readonly<Record<string, string | number>> = {}): string {
  const words = mots.get(key);
  if (words === undefined) throw new Error(`mots: no words for ${key}`);
  return words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = blanks[name];
    if (value === undefined) throw new Error(`mots: ${key} has no value for {${name}}`);
    return String(value);
  });
}
