import { isMap, isScalar, LineCounter, type Node, parse, parseDocument } from 'yaml';
import { nearest } from '../../words/nearest.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { templateError } from './template-error.ts';
import type { TemplateFile } from './template-file.ts';

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
 * The words of a report: those of the user's file, and for the keys that it leaves out the built-in ones.
 * @param file `mots.<langue>.yaml`
 * @throws UserError where the user's file cannot be read, or names a word or a blank that reports do not have
 */
export function motsOf(file: TemplateFile, langue: Langue): Mots {
  if (file.builtIn === null) return readMots(file.text, langue);
  const ours = readMots(file.builtIn, langue);
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw templateError(file, lines.linePos(error.pos[0]).line, badYaml);
  const own = new Map<string, string>();
  const read = (node: unknown, path: string, line: number): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const below = isScalar(key) ? lines.linePos((key.range ?? [0])[0]).line : line;
        read(value, [path, isScalar(key) ? String(key.value) : '?'].filter((part) => part !== '').join('.'), below);
      }
      return;
    }
    const words = isScalar(node) && node.value !== null ? String(node.value) : null;
    own.set(path, checked(file, line, path, words, ours));
  };
  if (document.contents !== null) read(document.contents as Node, '', 1);
  return new Map([...ours, ...[...own].map(([key, words]) => [key, typographie(words, langue)] as const)]);
}

function checked(file: TemplateFile, line: number, key: string, words: string | null, ours: Mots): string {
  const usual = ours.get(key);
  if (usual === undefined) {
    const bon = nearest(key, ours.keys());
    const text = fillIn(unknown, { cle: key });
    throw templateError(file, line, bon === null ? text : fillIn(meant, { phrase: text, bon }));
  }
  if (words === null) throw templateError(file, line, fillIn(notText, { cle: key }));
  const blanks = new Set(usual.match(BLANK) ?? []);
  const extra = (words.match(BLANK) ?? []).find((blank) => !blanks.has(blank));
  if (extra === undefined) return words;
  const there = blanks.size === 0 ? none : [...blanks].join(', ');
  throw templateError(file, line, fillIn(noBlank, { cle: key, blanc: extra, blancs: there }));
}

const BLANK = /\{\w+\}/g;

const badYaml = { fr: 'ce n’est pas du YAML qui se lise', en: 'this is no readable YAML' };
const unknown = { fr: 'aucun mot des rapports ne s’appelle « {cle} »', en: 'no word of reports is called “{cle}”' };
const notText = { fr: '« {cle} » attend un texte', en: '“{cle}” expects a text' };
const noBlank = {
  fr: '« {cle} » n’a pas de blanc {blanc} ; il a : {blancs}',
  en: '“{cle}” has no blank {blanc}; it has: {blancs}',
};
const none = { fr: 'aucun', en: 'none' };
const meant = { fr: '{phrase} ; vouliez-vous dire « {bon} » ?', en: '{phrase}; did you mean “{bon}”?' };

/**
 * One phrase, its blanks filled.
 * @param mots the words of a language
 * @param key its dotted key
 * @param blanks what goes into each `{blank}`
 * @returns the phrase
 * @throws Error when the key or a blank has no words: a mistake of ours
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
