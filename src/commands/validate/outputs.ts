import { appendFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { UserError } from '../../model/error.ts';
import { formats } from '../../ui/formats/index.ts';
import type { Report } from '../../ui/formats/report.ts';
import { stepSummary } from '../../ui/formats/step-summary.ts';
import { type Pretty, prettyOf } from '../../ui/pretty.ts';
import { colourFor, type Session } from '../../ui/terminal.ts';
import { fillIn } from '../../words/text.ts';
import type { Wanted } from './plan.ts';
import { type Result, reportOf, textsOf } from './result.ts';
import { writeResult } from './write-result.ts';

/**
 * Writes the result in each form that is wanted, to its file or to standard output; on GitHub, the step's summary too.
 * @throws UserError for a file that is one of the checked texts, that two forms share, or that cannot be written
 */
export function writeOutputs(results: readonly Result[], wanted: readonly Wanted[], session: Session): Report {
  const report = reportOf(results, session);
  const named = wanted.flatMap(({ output }) => output ?? []);
  for (const output of named) refuseText(output, results, session);
  refuseTwice(named, session);
  for (const { format, output } of wanted) {
    const text =
      format === 'pretty' ? prettyText(report, results, session, output === undefined) : formats[format](report);
    if (output === undefined) session.out(text);
    else writeResult(resolve(session.cwd, output), text);
  }
  const step = session.env.GITHUB_STEP_SUMMARY ?? '';
  if (step !== '' && wanted.some(({ format }) => format === 'github')) appendFileSync(step, stepSummary(report));
  return report;
}

/** Infos are only told with --verbose; a blank line parts two findings. */
function prettyText(report: Report, results: readonly Result[], session: Session, onScreen: boolean): string {
  const base = results.length === 1 && results[0] ? results[0].root : session.cwd;
  const pretty: Pretty = {
    langue: session.langue,
    colour: onScreen ? session.colour : colourFor(false, {}, false),
    columns: session.columns,
    textOf: textsOf(results, session),
    shown: (file) => relative(session.cwd, join(base, file)) || file,
  };
  const shown = session.verbose ? report.diagnostics : report.diagnostics.filter(({ severity }) => severity !== 'info');
  return shown.map((diagnostic) => `${prettyOf(diagnostic, pretty)}\n\n`).join('');
}

/** A result is written anew at each run, but never over what somebody wrote. */
function refuseText(output: string, results: readonly Result[], session: Session): void {
  const full = resolve(session.cwd, output);
  const isText = results.some(({ root, files }) => files.some((file) => join(root, file) === full));
  if (isText) throw new UserError(fillIn(aText, { fichier: output }));
  if (statSync(full, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(fillIn(aFolder, { fichier: output }));
}

/** The second would leave nothing of the first. */
function refuseTwice(named: readonly string[], session: Session): void {
  const full = named.map((output) => resolve(session.cwd, output));
  const again = named.find((_, index) => full.indexOf(full[index] ?? '') < index);
  if (again !== undefined) throw new UserError(fillIn(twice, { fichier: again }));
}

const aText = {
  fr: '--output {fichier} : ce fichier fait partie de ce qui est vérifié ; donnez-en un autre',
  en: '--output {fichier}: this file is one of those being checked; name another',
};
const twice = {
  fr: '--output {fichier} : deux formats iraient dans ce fichier ; donnez-en un à chacun',
  en: '--output {fichier}: two formats would go to this file; give each its own',
};
const aFolder = {
  fr: '--output {fichier} : c’est un répertoire ; donnez un nom de fichier',
  en: '--output {fichier}: this is a folder; give the name of a file',
};
