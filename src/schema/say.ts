import type { Finding } from '../model/diagnostic.ts';
import type { Kind } from '../model/kind.ts';
import { personalSpans } from '../words/escape.ts';
import { folded } from '../words/slug.ts';
import type { Text } from '../words/text.ts';
import { fieldsOf, keysOf, nodeAt, pointerTo } from './fields.ts';
import type { Schema } from './json-schema.ts';
import { idTitle, meantKey } from './meant-key.ts';
import type { Problem } from './problems.ts';
import { codeMistake, gluedCodes, isUnknownWord, type Said } from './say-code.ts';
import { sentences } from './say-sentences.ts';
import { kinds, resolved, schemas } from './schemas.ts';

/** A finding whose file is not yet known. */
export interface SchemaFinding extends Omit<Finding, 'file'> {
  /** Pointer of the key that is missing, where one is. */
  readonly lacks?: string;
  /** True when the suggestion is the one right answer. */
  readonly mends?: true;
}

/**
 * Says a file's schema problems in its author's words: one cause, one finding.
 * @param kind the file's kind; `value` what was read; `problems` what ajv found
 * @returns findings at pointers, with the right word where it is near
 */
export function say(kind: Kind, value: unknown, problems: readonly Problem[]): readonly SchemaFinding[] {
  const renamed = misspelt(kind, value, problems);
  const findings: SchemaFinding[] = [];
  for (const problem of problems) {
    const said = sayOne(kind, value, problem, renamed);
    if (said !== null) findings.push(said);
  }
  return once(findings);
}

/** Required keys that are there misspelt, as `<pointer> <right key>`: that one is unknown, and one missing, is one mistake. */
function misspelt(kind: Kind, value: unknown, problems: readonly Problem[]): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const problem of problems)
    if (problem.keyword === 'required') missing.add(`${problem.instancePath} ${param(problem, 'missingProperty')}`);
  const found = new Set<string>();
  if (missing.size === 0) return found;
  for (const problem of problems) {
    if (problem.keyword !== 'additionalProperties') continue;
    const { instancePath: pointer } = problem;
    const key = param(problem, 'additionalProperty');
    const right = meantKey(key, nodeAt(kind, pointer), valueAt(value, pointer));
    if (right !== null && missing.has(`${pointer} ${right}`)) found.add(`${pointer} ${right}`);
  }
  return found;
}

function sayOne(kind: Kind, value: unknown, problem: Problem, renamed: ReadonlySet<string>): SchemaFinding | null {
  const { instancePath: pointer, keyword } = problem;
  const node = nodeAt(kind, pointer);
  const here = valueAt(value, pointer);
  if (isAboutName(problem, here)) return null;
  if (typeof here === 'string' && isUnknownWord(here) && keyword in rulesOfWords)
    return at(rulesOfWords[keyword] ?? keyword, pointer, sentences.unknownWord(here, unknownCode(kind, pointer)));
  switch (keyword) {
    case 'additionalProperties': {
      const key = param(problem, 'additionalProperty');
      // How to reach a person has no place in a dossier: that is said, and is enough.
      if (contact.test(folded(key)) && isPersonal(valueAt(here, pointerTo('', key)))) return null;
      return unknownKey(kind, pointer, key, node, here);
    }
    case 'required': {
      const key = param(problem, 'missingProperty');
      if (renamed.has(`${pointer} ${key}`)) return null;
      return missingKey(kind, pointer, key, nodeAt(kind, pointerTo(pointer, key)));
    }
    case 'type':
      return at('forme-attendue', pointer, sentences.wrongForm(node, here));
    case 'enum':
      return at(
        'code-inconnu',
        pointer,
        gluedCodes(node, here, valueAt(value, above(pointer))) ?? codeMistake(node, here),
      );
    case 'propertyNames':
      return wrongName(pointer, param(problem, 'propertyName'), node);
    case 'minItems':
    case 'minProperties':
      return at('liste-vide', pointer, sentences.empty(node), 'key');
    case 'uniqueItems': {
      const index = doubled(here);
      const item = Array.isArray(here) ? here[index] : here;
      return at('double-dans-une-liste', pointerTo(pointer, index), sentences.doubled(item));
    }
    default:
      return at('valeur-mal-ecrite', pointer, sentences.badValue(node, here, problem));
  }
}

const rulesOfWords: Readonly<Record<string, string>> = {
  type: 'forme-attendue',
  enum: 'code-inconnu',
  pattern: 'valeur-mal-ecrite',
  maxLength: 'valeur-mal-ecrite',
};

const contact = /^(?:e-?mail|mail|courriel|adresse_(?:mail|electronique)|tel|telephone|portable|mobile)s?$/;

function isPersonal(value: unknown): boolean {
  return typeof value === 'string' && personalSpans(value).length > 0;
}

/** The code of `inconnus:` that says of a key, or of what holds it, that it was looked for. */
function unknownCode(kind: Kind, pointer: string): string | undefined {
  const steps = pointer.split('/');
  const above = steps.map((_, index) => nodeAt(kind, steps.slice(0, index + 1).join('/')));
  return above.flatMap((node) => node?.['x-atelier']?.requis?.inconnu ?? []).at(-1);
}

/** What is wrong with a key is said by `propertyNames`; ajv first says why, at the map, where only a text could be meant. */
function isAboutName({ keyword, propertyName }: Problem, here: unknown): boolean {
  const ofTexts = ['pattern', 'enum', 'minLength', 'maxLength'].includes(keyword);
  return propertyName !== undefined || (ofTexts && typeof here === 'object');
}

function unknownKey(
  kind: Kind,
  pointer: string,
  key: string,
  node: Schema | undefined,
  holder: unknown,
): SchemaFinding {
  const known = Object.keys(node?.properties ?? {});
  const right = meantKey(key, node, holder);
  const elsewhere = right === null ? homeOf(kind, key) : undefined;
  return at('cle-inconnue', pointerTo(pointer, key), sentences.unknownKey(key, known, right, elsewhere), 'key');
}

function missingKey(kind: Kind, pointer: string, key: string, node: Schema | undefined): SchemaFinding {
  const said = at('cle-manquante', pointer, sentences.missingKey(key, node, fileTitle(kind)), 'key');
  return { ...said, lacks: pointerTo(pointer, key) };
}

function wrongName(pointer: string, name: string, node: Schema | undefined): SchemaFinding {
  const names = node?.propertyNames;
  const place = pointerTo(pointer, name);
  const list = names && codeMistake(names, name);
  if (list?.listed) return at('code-inconnu', place, list, 'key');
  // The name of a file in medias/ is no id of ours: what its schema says of it is the best that can be said.
  const isId = names === undefined || names.pattern === undefined || resolved(names).title === idTitle;
  return at('identifiant-mal-ecrit', place, isId ? sentences.badId(name) : sentences.badName(names, name), 'key');
}

function above(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** The other files of the format where a key of that name belongs; a key of many files says nothing. */
function homeOf(kind: Kind, key: string): Text | undefined {
  const files = kinds
    .filter((other) => other !== kind && fieldsOf(other).some((field) => field.key === key && field.path.length === 1))
    .map((other) => fileTitle(other).replace('*', '<id>'));
  return files.length === 0 || files.length > 2 ? undefined : { fr: files.join(' ou '), en: files.join(' or ') };
}

function fileTitle(kind: Kind): string {
  return schemas[kind]['x-atelier']?.fichier ?? kind;
}

function at(rule: string, pointer: string, said: Said, part: 'key' | 'value' = 'value'): SchemaFinding {
  return {
    rule,
    severity: 'error',
    pointer,
    part,
    message: said.message,
    ...(said.suggestion !== undefined && { suggestion: said.suggestion }),
    ...(said.mends && { mends: said.mends }),
  };
}

function param(problem: Problem, name: string): string {
  const value: unknown = (problem.params as Record<string, unknown>)[name];
  return String(value);
}

/** The value at a JSON pointer; undefined where there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  let here: unknown = value;
  for (const key of keysOf(pointer)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[key];
  }
  return here;
}

/** Where a list first holds what it held before. */
function doubled(list: unknown): number {
  if (!Array.isArray(list)) return 0;
  const seen = new Set<unknown>();
  return list.findIndex((item) => seen.size === seen.add(item).size);
}

/** A value of two forms gives a problem for each: the first said at a place is enough, where the rule is the same. */
function once(findings: readonly SchemaFinding[]): readonly SchemaFinding[] {
  const seen = new Set<string>();
  const otherwise = new Set(findings.flatMap(({ rule, pointer }) => (graver.has(rule) ? [pointer] : [])));
  return findings.filter(({ rule, pointer, part, lacks = '' }) => {
    // A value of the wrong form is not also badly written.
    if (rule === 'valeur-mal-ecrite' && otherwise.has(pointer)) return false;
    const place = `${rule} ${pointer} ${part} ${lacks}`;
    return !seen.has(place) && seen.add(place) !== undefined;
  });
}

const graver: ReadonlySet<string> = new Set(['forme-attendue', 'code-inconnu']);
