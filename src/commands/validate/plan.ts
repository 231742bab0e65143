import type { Severity } from '../../model/diagnostic.ts';
import { UserError } from '../../model/error.ts';
import type { FormatName } from '../../ui/formats/index.ts';
import { ruleSeverities } from '../../validate/severities.ts';
import { nearest } from '../../words/nearest.ts';
import { fillIn } from '../../words/text.ts';
import type { Regles } from '../check/holder.ts';
import { type Options, sequenceOption, textOption } from '../spec.ts';

/** One form in which the result is wanted, and the file that takes it; standard output where there is none. */
export interface Wanted {
  readonly format: FormatName | 'pretty';
  readonly output?: string;
}

/** Those that people read: several of them may follow one another on one stream. */
const forReading: ReadonlySet<string> = new Set(['pretty', 'plain', 'github']);

/**
 * What is to be written, and where. An `--output` belongs to the `--format` before it, or to the first where it comes
 * before all; GitHub's annotations come with the usual text where it runs the command.
 * @throws UserError for two outputs of one format, or two documents on one stream
 */
export function wantedOf(options: Options, env: NodeJS.ProcessEnv): readonly Wanted[] {
  const wanted: { format: FormatName | 'pretty'; output?: string }[] = [];
  let early: string | undefined;
  const sequence = sequenceOption(options, 'formats');
  for (const [flag, value] of sequence ?? []) {
    const last = wanted.at(-1);
    if (flag === '--format')
      wanted.push({ format: value as FormatName, ...(early !== undefined && { output: early }) });
    else if (last === undefined && early === undefined) early = value;
    else if (last === undefined || last.output !== undefined)
      throw new UserError(fillIn(twoOutputs, { fichier: value }));
    else last.output = value;
    if (flag === '--format') early = undefined;
  }
  if (options.json === true) wanted.push({ format: 'json' });
  if (wanted.length === 0) wanted.push({ format: 'pretty', ...(early !== undefined && { output: early }) });
  const implied = sequence === undefined && options.json !== true && env.GITHUB_ACTIONS === 'true';
  if (implied) wanted.push({ format: 'github' });
  const streamed = wanted.filter(({ output }) => output === undefined);
  if (streamed.length > 1 && streamed.some(({ format }) => !forReading.has(format)))
    throw new UserError(fillIn(oneStream, { formats: streamed.map(({ format }) => format).join(', ') }));
  return wanted;
}

/**
 * The severities that `--rule id=severity` asks for.
 * @throws UserError for a rule or a severity that does not exist, the nearest one proposed; for an error of form
 */
export function reglesOf(options: Options): Regles {
  const regles: Record<string, Severity | 'off'> = {};
  for (const [, said] of sequenceOption(options, 'rules') ?? []) {
    for (const one of said.split(',')) {
      const [id = '', severity] = one.split('=').map((word) => word.trim());
      if (!ruleSeverities().has(id)) throw unknown('rule', id, ruleSeverities().keys());
      if (severity === undefined) throw new UserError(fillIn(noSeverity, { mot: id }));
      if (!isSeverity(severity)) throw unknown('severity', severity, severities);
      if (severity !== 'error' && ruleSeverities().get(id)?.fixed)
        throw new UserError(fillIn(errorOfForm, { mot: id }));
      regles[id] = severity;
    }
  }
  return regles;
}

const severities = ['off', 'info', 'warning', 'error'] as const;

function isSeverity(word: string): word is (typeof severities)[number] {
  return severities.some((one) => one === word);
}

function unknown(what: keyof typeof unknowns, mot: string, known: Iterable<string>): UserError {
  const near = nearest(mot, known);
  const hint = near === null ? undefined : { fr: `vouliez-vous dire ${near} ?`, en: `did you mean ${near}?` };
  return new UserError(fillIn(unknowns[what], { mot }), hint);
}

/** What makes the command fail: the lowest severity that does, and how many warnings are one too many. */
export interface Threshold {
  readonly failOn: Severity | 'never';
  readonly maxWarnings: number | undefined;
  /** Warnings count as errors. */
  readonly strict: boolean;
}

/** @throws UserError for a number of warnings that is none */
export function thresholdOf(options: Options): Threshold {
  const strict = options.strict === true;
  const typed = textOption(options, 'maxWarnings');
  if (typed !== undefined && !/^\d+$/.test(typed)) throw new UserError(fillIn(notANumber, { mot: typed }));
  const failOn = textOption(options, 'failOn') as Threshold['failOn'] | undefined;
  return {
    failOn: failOn ?? (strict ? 'warning' : 'error'),
    maxWarnings: typed === undefined ? undefined : Number(typed),
    strict,
  };
}

/** The exit code that the counts come to. */
export function exitCode(
  { errors, warnings, infos }: { readonly errors: number; readonly warnings: number; readonly infos: number },
  { failOn, maxWarnings }: Threshold,
): number {
  const counted = { error: errors, warning: errors + warnings, info: errors + warnings + infos, never: 0 }[failOn];
  return counted > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? 1 : 0;
}

const twoOutputs = {
  fr: '--output {fichier} : le format qui précède a déjà son fichier ; écrivez --format devant chaque --output',
  en: '--output {fichier}: the format before it has its file already; write --format before each --output',
};
const oneStream = {
  fr: 'deux formats ne tiennent pas sur la sortie standard ({formats}) : donnez un fichier à chacun avec --output',
  en: 'two formats do not fit on standard output ({formats}): give each its file with --output',
};
const notANumber = {
  fr: '--max-warnings attend un nombre, pas « {mot} »',
  en: '--max-warnings expects a number, not “{mot}”',
};
const noSeverity = {
  fr: '--rule {mot} : il manque la gravité ; écrivez --rule {mot}=off, =info, =warning ou =error',
  en: '--rule {mot}: the severity is missing; write --rule {mot}=off, =info, =warning or =error',
};
const errorOfForm = {
  fr: '--rule : la gravité de « {mot} » ne se change pas, car c’est une erreur de forme',
  en: '--rule: the severity of “{mot}” cannot be changed, for it is an error of form',
};
const unknowns = {
  rule: {
    fr: '--rule : la règle « {mot} » n’existe pas ; atelier explain les donne toutes',
    en: '--rule: there is no rule “{mot}”; atelier explain lists them all',
  },
  severity: {
    fr: '--rule règle=gravité : « {mot} » n’est pas une gravité (off, info, warning, error)',
    en: '--rule rule=severity: “{mot}” is no severity (off, info, warning, error)',
  },
};
