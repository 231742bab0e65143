import type { Diagnostic } from '../../model/diagnostic.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn } from '../../words/text.ts';
import type { Format, Report } from './report.ts';
import { byFile, rooted, said, severityWords, xmlText } from './shown.ts';

/**
 * JUnit's XML: each file is one test, and passes when it has no error; warnings and infos are its output. All errors of a
 * file stand in one `failure`: of several, Jenkins, Azure and GitHub's reporters show the first alone.
 */
export const junit: Format = (report) => {
  const found = byFile(report.diagnostics);
  const files = [...new Set([...report.files, ...found.keys()])].sort();
  const failing = files.filter((file) => (found.get(file) ?? []).some(isError));
  const counts = `name="atelier" tests="${files.length}" failures="${failing.length}" errors="0"`;
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite ${counts} skipped="0">`,
    ...files.flatMap((file) => caseOf(file, found.get(file) ?? [], report)),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')}\n`;
};

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** GitLab knows a test by `classname` and `name`, and makes a link of `file`. */
function caseOf(file: string, found: readonly Diagnostic[], report: Report): readonly string[] {
  const path = xmlText(rooted(report, file));
  const open = `    <testcase classname="atelier" name="${path}" file="${path}"`;
  if (found.length === 0) return [`${open}/>`];
  const errors = found.filter(isError);
  const others = found.filter((one) => !isError(one));
  return [
    `${open}>`,
    ...(errors.length > 0 ? [failureOf(errors, report)] : []),
    // One only: GitLab gives up on a report where a test has two.
    ...(others.length > 0 ? [`      <system-out>${textOf(others, report)}</system-out>`] : []),
    '    </testcase>',
  ];
}

function failureOf(errors: readonly Diagnostic[], report: Report): string {
  const [first] = errors.map((one) => lineOf(one, report));
  const more = fillIn(moreSentence, { n: compte(errors.length - 1, other.one, other.many, report.langue) });
  const message = `${first}${errors.length > 1 ? more[report.langue] : ''}`;
  return `      <failure type="error" message="${xmlText(message)}">${textOf(errors, report)}</failure>`;
}

function textOf(found: readonly Diagnostic[], report: Report): string {
  return found.map((one) => xmlText(lineOf(one, report))).join('\n');
}

/** `file:line:column rule: sentence`, with its severity where it is no error, and what it is related to. */
function lineOf(diagnostic: Diagnostic, report: Report): string {
  const { file, line, column, rule, message, severity, related } = diagnostic;
  const { langue } = report;
  const word = isError(diagnostic) ? '' : `${severityWords[severity][langue]} `;
  const places = (related ?? []).map(
    (one) => ` → ${rooted(report, one.file)}:${one.line}:${one.column} ${one.message[langue]}`,
  );
  const sentence = `${rooted(report, file)}:${line}:${column} ${word}${rule}: ${message[langue]}${places.join('')}`;
  // GitLab would read the name of a file to attach between these signs.
  return said(sentence).replaceAll('[[ATTACHMENT|', '[ [ATTACHMENT|');
}

const moreSentence = { fr: ' (et {n})', en: ' (and {n})' };
const other = { one: { fr: 'autre erreur', en: 'other error' }, many: { fr: 'autres erreurs', en: 'other errors' } };
