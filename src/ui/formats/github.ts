import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { printable } from '../../words/escape.ts';
import { fillIn } from '../../words/text.ts';
import type { Format, Report } from './report.ts';
import { countWords, inert, lastLine, rooted, said } from './shown.ts';

/** How many annotations of one level GitHub shows for a step; it drops the rest without a word. */
const mostShown = 10;

/** Infos are no annotations: on the lines of a change they would hide what matters. The summary of the step has them. */
const annotated: readonly Severity[] = ['error', 'warning'];

/**
 * GitHub's workflow commands, one a line, errors first, as many as are shown; then one line that says what is left to
 * the summary of the step (`stepSummary`). Nothing when nothing was found.
 */
export const github: Format = (report) => {
  const { diagnostics, langue } = report;
  const shown = annotated.flatMap((severity) =>
    diagnostics.filter((one) => one.severity === severity).slice(0, mostShown),
  );
  const left = (severity: Severity) => {
    const of = (list: readonly Diagnostic[]) => list.filter((one) => one.severity === severity).length;
    return of(diagnostics) - of(shown);
  };
  const rest = countWords({ errors: left('error'), warnings: left('warning'), infos: left('info') }, langue);
  const lines = shown.map((diagnostic) => commandOf(diagnostic, report));
  return [...lines, ...(rest === '' ? [] : [fillIn(restSentence, { rest })[langue]])]
    .map((line) => `${line}\n`)
    .join('');
};

/** The columns are left out over several lines, where GitHub refuses them. */
function commandOf(diagnostic: Diagnostic, report: Report): string {
  const { line, column, endLine, endColumn, severity, rule, message, file } = diagnostic;
  const oneLine = line === endLine;
  const properties = [
    `file=${property(rooted(report, file))}`,
    `line=${line}`,
    ...(oneLine ? [`col=${column}`] : []),
    `endLine=${lastLine(diagnostic)}`,
    ...(oneLine ? [`endColumn=${endColumn}`] : []),
    `title=${property(rule)}`,
  ];
  return `::${severity} ${properties.join(',')}::${data(inert(said(message[report.langue])))}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const restSentence = {
  fr: 'Dans le résumé de l’étape, sans annotation : {rest}.',
  en: 'In the summary of the step, without annotation: {rest}.',
};
