import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { UserError } from '../../model/error.ts';
import type { Session } from '../../ui/terminal.ts';
import { type Baseline, compareWith, pruned, rewritten, staleFindings } from '../../validate/baseline.ts';
import { baselineText, readBaseline } from '../../validate/baseline-text.ts';
import { fillIn } from '../../words/text.ts';
import { type CheckedWorkspace, placed } from '../check/workspace.ts';
import { type Options, textOption } from '../spec.ts';
import { writeResult } from './write-result.ts';

/** What the command does with its baseline. */
export interface BaselineUse {
  readonly file: string;
  readonly baseline: Baseline;
  readonly act: 'compare' | 'write' | 'prune';
  readonly strict: boolean;
}

/**
 * The baseline that the command names.
 * @returns null without one
 * @throws UserError where its file is missing, or is no baseline of this version
 */
export function baselineOf(options: Options, session: Session): BaselineUse | null {
  const named = textOption(options, 'baseline');
  const [write, prune] = [options.baselineWrite === true, options.baselinePrune === true];
  if (named === undefined) {
    if (write || prune) throw new UserError(withoutFile);
    return null;
  }
  const file = resolve(session.cwd, named);
  const act = write ? 'write' : prune ? 'prune' : 'compare';
  const strict = options.strict === true;
  const there = statSync(file, { throwIfNoEntry: false });
  if (there === undefined) {
    if (write) return { file, baseline: [], act, strict };
    throw new UserError(fillIn(missing, { fichier: named }), fillIn(toWrite, { fichier: named }));
  }
  if (there.isDirectory()) throw new UserError(fillIn(aFolder, { fichier: named }));
  const text = readFileSync(file, 'utf8');
  const read = readBaseline(text);
  if (!read.ok && !write) throw new UserError(fillIn(of, { fichier: named, dit: read.message }));
  if (!read.ok && !wasBaseline(text)) throw new UserError(fillIn(notOurs, { fichier: named }));
  return { file, baseline: read.ok ? read.baseline : [], act, strict };
}

/** A baseline of another version, or one that a merge left in pieces, may be written anew; a text of somebody may not. */
function wasBaseline(text: string): boolean {
  return text.trim() === '' || ['"version"', '"problems"'].every((key) => text.includes(key));
}

/** What the baseline leaves of the diagnostics. */
export interface Compared {
  readonly fresh: readonly Diagnostic[];
  readonly known: readonly Diagnostic[];
}

/**
 * Parts what is new from what the baseline holds, and writes it where that was asked for.
 * @param isChecked whether a file was asked for, be it gone by now
 */
export function throughBaseline(
  use: BaselineUse,
  workspace: CheckedWorkspace,
  diagnostics: readonly Diagnostic[],
  isChecked: (file: string) => boolean,
): Compared {
  const { baseline, act, file, strict } = use;
  const now =
    act === 'write'
      ? rewritten(baseline, diagnostics, isChecked)
      : act === 'prune'
        ? pruned(baseline, diagnostics, isChecked)
        : baseline;
  if (act !== 'compare') writeResult(file, baselineText(now));
  const { fresh, known, stale } = compareWith(now, diagnostics, isChecked);
  const told = placed(workspace, staleFindings(stale, strict ? 'error' : undefined));
  return { fresh: [...fresh, ...told], known };
}

const withoutFile = {
  fr: '--baseline-write et --baseline-prune vont avec --baseline FICHIER',
  en: '--baseline-write and --baseline-prune go with --baseline FILE',
};
const missing = { fr: '--baseline : {fichier} n’existe pas', en: '--baseline: {fichier} does not exist' };
const toWrite = {
  fr: 'pour l’écrire d’après ce qui est trouvé aujourd’hui : atelier validate --baseline {fichier} --baseline-write',
  en: 'to write it from what is found today: atelier validate --baseline {fichier} --baseline-write',
};
const aFolder = {
  fr: '--baseline {fichier} : c’est un répertoire ; donnez un nom de fichier',
  en: '--baseline {fichier}: this is a folder; give the name of a file',
};
const notOurs = {
  fr: '--baseline-write : {fichier} n’est pas une base, et n’est pas remplacé ; donnez un autre nom',
  en: '--baseline-write: {fichier} is no baseline, and is not replaced; give another name',
};
const of = { fr: '{fichier} : {dit}', en: '{fichier}: {dit}' };
