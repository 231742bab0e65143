import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Cog } from '../../cog/cog.ts';
import { type Forge, forges } from '../../compile/scaffold/ci.ts';
import { decode } from '../../load/bytes.ts';
import { readYaml } from '../../load/yaml.ts';
import { UserError } from '../../model/error.ts';
import type { Shape } from '../../model/shape.ts';
import { type Question, questions } from '../../schema/questions.ts';
import type { Draft } from '../../ui/wizard/proposals.ts';
import { nearest } from '../../words/nearest.ts';
import { fillIn } from '../../words/text.ts';
import { listOption, type Options, textOption } from '../spec.ts';
import { checkAnswer } from './check.ts';

type Key = Question['key'];
const lists: ReadonlySet<Key> = new Set(['communes', 'epci', 'departements', 'regions', 'porteurs']);

/**
 * The answers that flags and `--answers` give, each checked; a flag wins over the file.
 * @throws UserError at the first that is wrong, named by its flag or its key
 */
export function givenAnswers(options: Options, cwd: string, cog: Cog): Draft {
  const path = textOption(options, 'answers');
  const file = path === undefined ? {} : readAnswers(path, cwd);
  const draft: Record<string, string | readonly string[]> = {};
  for (const { key } of questions) {
    const flag = lists.has(key) ? listOption(options, key) : textOption(options, key);
    const source = flag === undefined ? key : `--${key}`;
    const raw = flag ?? file[key];
    if (raw === undefined || raw === '') continue;
    const values = (typeof raw === 'string' ? [raw] : raw).map((typed) => checked(key, typed, source, cog));
    // `non` stands for an empty list: nobody carries the atelier with the State.
    draft[key] = lists.has(key) ? values.filter((value) => value !== '') : (values[0] ?? '');
  }
  return draft as Draft;
}

/** What is asked for beside a dossier: the reviewers' workflow of a forge. */
export interface CiAsked {
  readonly forge: Forge | undefined;
  /** True when no question is answered: somebody wants the workflow, and may want nothing else. */
  readonly only: boolean;
}

/**
 * The forge that `--ci` names, or the key `ci` of `--answers`; the flag wins.
 * @throws UserError when the file names another forge
 */
export function ciAsked(options: Options, cwd: string): CiAsked {
  const path = textOption(options, 'answers');
  const { ci, ...answers } = path === undefined ? {} : readAnswers(path, cwd);
  const flag = forges.find((forge) => forge === textOption(options, 'ci'));
  const named = forges.find((forge) => forge === ci);
  if (path !== undefined && ci !== undefined && ci !== '' && named === undefined)
    throw wrong(path, fillIn(otherForge, { mot: String(ci), choix: forges.join(', ') }));
  const flags = questions.filter(({ key }) => options[key] !== undefined);
  return { forge: flag ?? named, only: flags.length === 0 && Object.keys(answers).length === 0 };
}

function checked(key: Key, typed: string, source: string, cog: Cog): string {
  if (key === 'porteurs' && /^(?:non|no|aucun|none)$/i.test(typed)) return '';
  const answer = checkAnswer(key, typed, cog);
  if ('value' in answer) return answer.value;
  throw new UserError(fillIn({ fr: '{source} : {dit}', en: '{source}: {dit}' }, { source, dit: answer.problem }));
}

const text: Shape = { scalar: 'text' };
const shape: Shape = {
  keys: {
    ...Object.fromEntries(questions.map(({ key }) => [key, lists.has(key) ? { ...text, items: text } : text])),
    ci: text,
  },
  others: text,
};

function readAnswers(path: string, cwd: string): Readonly<Record<string, string | readonly string[]>> {
  const decoded = decode(bytesOf(path, cwd));
  if (!decoded.ok) throw wrong(path, decoded.finding.message);
  const { value, findings } = readYaml(decoded.text, shape, 0);
  const [finding] = findings.filter(({ severity }) => severity === 'error');
  if (finding !== undefined) throw wrong(path, finding.message);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(path, keysExpected);
  const known = [...questions.map(({ key }) => key as string), 'ci'];
  const answers: Record<string, string | readonly string[]> = {};
  for (const [key, answer] of Object.entries(value)) {
    if (!known.includes(key)) throw wrong(path, unknownKey(key, known));
    answers[key] = Array.isArray(answer) ? answer.map(String) : String(answer);
    if (typeof answer === 'object' && !Array.isArray(answer)) throw wrong(path, fillIn(oneValue, { cle: key }));
  }
  return answers;
}

function bytesOf(path: string, cwd: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason =
      error.code === 'ENOENT' ? { fr: 'ce fichier n’existe pas', en: 'there is no such file' } : unreadable;
    throw wrong(path, reason);
  }
}

function unknownKey(key: string, known: readonly string[]) {
  const near = nearest(key, known);
  const words = near === null ? unknown : unknownNear;
  return fillIn(words, { cle: key, bon: near ?? '', cles: known.join(', ') });
}

function wrong(path: string, dit: { readonly fr: string; readonly en: string }): UserError {
  return new UserError(
    fillIn({ fr: '--answers {chemin} : {dit}', en: '--answers {chemin}: {dit}' }, { chemin: path, dit }),
  );
}

const otherForge = { fr: 'ci ne connaît pas « {mot} » : {choix}', en: 'ci does not know “{mot}”: {choix}' };
const unreadable = { fr: 'ce fichier ne peut pas être lu', en: 'this file cannot be read' };
const keysExpected = { fr: 'des clés sont attendues, une par question', en: 'keys are expected, one a question' };
const oneValue = { fr: '« {cle} » attend une valeur, ou une liste', en: '“{cle}” expects a value, or a list' };
const unknown = {
  fr: '« {cle} » n’est pas une question ; les clés sont : {cles}',
  en: '“{cle}” is not a question; the keys are: {cles}',
};
const unknownNear = {
  fr: '« {cle} » n’est pas une question ; vouliez-vous dire « {bon} » ?',
  en: '“{cle}” is not a question; did you mean “{bon}”?',
};
