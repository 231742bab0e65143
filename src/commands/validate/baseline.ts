import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { UserError } from '../../model/error.ts';
import type { Session } from '../../ui/terminal.ts';
import { type Baseline, compareWith, pruned, rewritten, staleFindings } from '../../validate/baseline.ts';
import { baselineText, readBaseline } from '../../validate/baseline-text.ts';
import { fillIn } from '../../words/text.ts';
import { replaceFile } from '../../write/write.ts';
import { type CheckedWorkspace, placed } from '../check/workspace.ts';
import { type Options, textOption } from '../spec.ts';

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
  if (!existsSync(file)) {
    if (write) return { file, baseline: [], act, strict };
    throw new UserError(fillIn(missing, { fichier: named }), fillIn(toWrite, { fichier: named }));
  }
  const read = readBaseline(readFileSync(file, 'utf8'));
  if (!read.ok && !write) throw new UserError(fillIn(of, { fichier: named, dit: read.message }));
  return { file, baseline: read.ok ? read.baseline : [], act, strict };
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
  const text = baselineText(now);
  if (act !== 'compare') replaceFile(file, text);
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
const of = { fr: '{fichier} : {dit}', en: '{fichier}: {dit}' };
