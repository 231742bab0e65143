import type { Diagnostic } from '../../model/diagnostic.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import type { Report } from './report.ts';
import { countWords, rooted, said, severityWords } from './shown.ts';

/** GitHub drops a summary of more than 1 MiB whole; what is left of it here is for the rest of the step. */
const mostBytes = 1_000_000;

/**
 * What a step of GitHub Actions adds to its summary ($GITHUB_STEP_SUMMARY): the counts, then a table of all findings,
 * errors first, and one of the infos folded away.
 * @returns Markdown in the report's language: one sentence when nothing was found; cut, with a line that says so, where
 * GitHub would drop it all
 */
export function stepSummary(report: Report): string {
  const { diagnostics, langue, summary } = report;
  if (diagnostics.length === 0) return `${fillIn(wellSentence, overOf(report))[langue]}\n`;
  const loud = [
    ...diagnostics.filter(({ severity }) => severity === 'error'),
    ...diagnostics.filter(({ severity }) => severity === 'warning'),
  ];
  const ordered = [...loud, ...diagnostics.filter(({ severity }) => severity === 'info')];
  const rows = fitting(ordered.map((diagnostic) => rowOf(diagnostic, report)));
  const infos = rows.slice(loud.length);
  const left = ordered.length - rows.length;
  return [
    fillIn(heading, { comptes: countWords(summary, langue) })[langue],
    fillIn(overSentence, overOf(report))[langue],
    ...tableOf(rows.slice(0, loud.length), langue),
    ...(infos.length > 0
      ? [`<details><summary>${infosTitle[langue]}</summary>`, ...tableOf(infos, langue), '</details>']
      : []),
    ...(left > 0 ? [fillIn(leftSentence, { n: compte(left, finding.one, finding.many, langue) })[langue]] : []),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

/** The rows that there is room for, the first ones. */
function fitting(rows: readonly string[]): readonly string[] {
  let bytes = 0;
  const end = rows.findIndex((row) => {
    bytes += Buffer.byteLength(row) + 1;
    return bytes > mostBytes;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

function tableOf(rows: readonly string[], langue: Langue): readonly string[] {
  return rows.length === 0 ? [] : [[columns[langue], '| --- | --- | --- | --- |', ...rows].join('\n')];
}

function rowOf({ severity, file, line, column, rule, message }: Diagnostic, report: Report): string {
  const cells = [
    severityWords[severity][report.langue],
    `${rooted(report, file)}:${line}:${column}`,
    rule,
    message[report.langue],
  ];
  return `| ${cells.map(markdownText).join(' | ')} |`;
}

/**
 * Words of a dossier as they are read, in a cell of a table: an entity is never a sign of Markdown or HTML. Colons too
 * where they would make an address or a pictogram.
 */
function markdownText(text: string): string {
  return said(text).replace(/[\\`*_{}[\]()#!|~<>&@$^]|:(?=\S)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function overOf({ summary, suppressed, langue }: Report) {
  const accepted = compte(suppressed.length, known.one, known.many, langue);
  return {
    fichiers: compte(summary.files, file.one, file.many, langue),
    dossiers: compte(summary.dossiers, dossier.one, dossier.many, langue),
    hors: suppressed.length === 0 ? '' : fillIn(beside, { n: accepted }),
  };
}

const wellSentence = {
  fr: 'Atelier : aucun problème dans {fichiers} ({dossiers}){hors}.',
  en: 'Atelier: no problem in {fichiers} ({dossiers}){hors}.',
};
const heading = { fr: '## Atelier : {comptes}', en: '## Atelier: {comptes}' };
const overSentence = { fr: 'Dans {fichiers} ({dossiers}){hors}.', en: 'In {fichiers} ({dossiers}){hors}.' };
const beside = { fr: ', sans compter {n}', en: ', not counting {n}' };
const columns = {
  fr: '| Gravité | Endroit | Règle | Constat |',
  en: '| Severity | Place | Rule | Finding |',
};
const infosTitle = { fr: 'Infos', en: 'Infos' };
const leftSentence = {
  fr: 'La liste est coupée à la taille que GitHub accepte ; il manque {n}.',
  en: 'The list is cut at the size that GitHub accepts; left out: {n}.',
};
const finding = { one: { fr: 'constat', en: 'finding' }, many: { fr: 'constats', en: 'findings' } };
const known = {
  one: { fr: 'problème ignoré ou déjà dans la base', en: 'problem ignored or in the baseline' },
  many: { fr: 'problèmes ignorés ou déjà dans la base', en: 'problems ignored or in the baseline' },
};
const file = { one: { fr: 'fichier', en: 'file' }, many: { fr: 'fichiers', en: 'files' } };
const dossier = { one: { fr: 'dossier', en: 'dossier' }, many: { fr: 'dossiers', en: 'dossiers' } };
