import { join } from 'node:path';
import type { Diagnostic, TextEdit } from '../model/diagnostic.ts';
import { jsonOf, type Summary, summaryOf } from '../ui/json.ts';
import { type Session, say } from '../ui/terminal.ts';
import { fillIn, type Text } from '../words/text.ts';
import { replaceFile } from '../write/write.ts';
import { withWorkspaceLanguage } from './language.ts';
import { type Checked, checkPaths } from './prepare.ts';
import { printProblems, shownOf } from './report-problems.ts';
import type { Options } from './spec.ts';

/** `atelier validate`: every problem of the dossiers asked for. */
export async function validate(paths: readonly string[], options: Options, given: Session): Promise<number> {
  const start = given.now();
  let checked = checkPaths(paths, given.cwd);
  const session = withWorkspaceLanguage(given, checked);
  if (options.fix === true) {
    const fixed = checked.reduce((count, one) => count + fix(one), 0);
    if (fixed > 0) checked = checkPaths(paths, session.cwd);
    session.err(`${say(session, fillIn(fixedSentence, { n: fixed }))}\n`);
  }
  const diagnostics = checked.flatMap((one) => one.diagnostics);
  const files = checked.flatMap((one) => one.files);
  const dossiers = files.filter(({ kind }) => kind === 'dossier').length;
  const summary = summaryOf(diagnostics, dossiers, files.length);
  if (options.json === true || options.format === 'json') {
    session.out(jsonOf(diagnostics, summary, session.langue));
  } else {
    for (const one of checked) printProblems(one, shownOf(one.diagnostics, session), session.out, session);
    if (!session.quiet) session.err(`${summaryLine(summary, diagnostics, (session.now() - start) / 1000, session)}\n`);
  }
  return summary.errors > 0 || (options.strict === true && summary.warnings > 0) ? 1 : 0;
}

/**
 * Writes the corrections that have one answer: in each file, edits that do not overlap, the first found first.
 * @returns how many were written
 */
function fix(checked: Checked): number {
  let count = 0;
  for (const file of checked.files) {
    const fixes = checked.diagnostics.filter(
      (diagnostic) => diagnostic.file === file.path && diagnostic.fix !== undefined,
    );
    const edits = apart(fixes.map((diagnostic) => diagnostic.fix ?? []));
    if (edits.length === 0) continue;
    let text = file.text;
    for (const edit of edits.flat().sort((a, b) => b.start - a.start))
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    replaceFile(join(checked.root, file.path), file.bom ? `\ufeff${text}` : text);
    count += edits.length;
  }
  return count;
}

function apart(fixes: readonly (readonly TextEdit[])[]): readonly (readonly TextEdit[])[] {
  const taken: TextEdit[] = [];
  return fixes.filter((edits) => {
    const free = edits.every((edit) => taken.every((other) => edit.end <= other.start || edit.start >= other.end));
    if (free) taken.push(...edits);
    return free && edits.length > 0;
  });
}

function summaryLine(summary: Summary, diagnostics: readonly Diagnostic[], seconds: number, session: Session): string {
  const { errors, warnings, infos, files } = summary;
  const mendable = diagnostics.filter(({ fix, severity }) => fix !== undefined && severity !== 'info').length;
  const mendableErrors = diagnostics.filter(({ fix, severity }) => fix !== undefined && severity === 'error').length;
  const time = seconds.toFixed(1);
  const text = fillIn(summarySentence, {
    erreurs: count(errors, 'erreur', 'error'),
    reparables: mendableWords(mendableErrors),
    avertissements: count(warnings, 'avertissement', 'warning'),
    aussi: mendableWords(mendable - mendableErrors),
    infos:
      infos === 0 || session.verbose
        ? { fr: '', en: '' }
        : {
            fr: ` · ${infos} info${infos > 1 ? 's' : ''} (-v les montre)`,
            en: ` · ${infos} info${infos > 1 ? 's' : ''} (-v shows them)`,
          },
    fichiers: count(files, 'fichier', 'file'),
    temps: { fr: `${time.replace('.', ',')} s`, en: `${time} s` },
  });
  const paint = errors > 0 ? session.errColour.red : warnings > 0 ? session.errColour.yellow : session.errColour.green;
  return `${paint(say(session, text))}${say(session, nextStep(errors + warnings, mendable))}`;
}

/** Beside the count that it is part of. */
function mendableWords(n: number): Text {
  return n === 0 ? { fr: '', en: '' } : { fr: ` dont ${n} réparable${n > 1 ? 's' : ''}`, en: ` (${n} fixable)` };
}

function nextStep(problems: number, mendable: number): Text {
  if (mendable > 0) return { fr: '  Suite : atelier validate --fix', en: '  Next: atelier validate --fix' };
  if (problems > 0) return { fr: '  Suite : atelier explain <règle>', en: '  Next: atelier explain <rule>' };
  return { fr: '  Suite : atelier compile', en: '  Next: atelier compile' };
}

function count(n: number, french: string, english: string): Text {
  return { fr: `${n} ${french}${n > 1 ? 's' : ''}`, en: `${n} ${english}${n === 1 ? '' : 's'}` };
}

const summarySentence = {
  fr: '{erreurs}{reparables} · {avertissements}{aussi}{infos} · {fichiers} · {temps}.',
  en: '{erreurs}{reparables} · {avertissements}{aussi}{infos} · {fichiers} · {temps}.',
};
const fixedSentence = { fr: 'Corrections écrites : {n}.', en: 'Corrections written: {n}.' };
