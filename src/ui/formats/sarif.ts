import type { Diagnostic, Severity, TextEdit } from '../../model/diagnostic.ts';
import { personalSpans } from '../../words/escape.ts';
import { fillIn } from '../../words/text.ts';
import type { Format, Report, RuleInfo, Suppressed } from './report.ts';
import { jsonText, rooted, said } from './shown.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** SARIF 2.1.0, one run: its rules described in the report's language, what was suppressed among the results. */
export const sarif: Format = (report) => {
  const indexes = new Map(report.rules.map(({ id }, index) => [id, index]));
  const all = [...report.diagnostics.map((diagnostic) => ({ diagnostic })), ...report.suppressed];
  const results = mostSevere(all).map((one) => resultOf(one, report, indexes));
  const left = all.length - results.length;
  return jsonText({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'atelier',
            version: report.version,
            language: report.langue,
            rules: report.rules.map((rule) => ruleOf(rule, report)),
          },
        },
        invocations: [
          { executionSuccessful: true, ...(left > 0 && { toolExecutionNotifications: [leftOut(left, report)] }) },
        ],
        language: report.langue,
        columnKind: 'utf16CodeUnits',
        // As our lines are counted.
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: { [base]: { description: { text: baseWords[report.langue] } } },
        results,
      },
    ],
  });
};

/** GitHub refuses a file with more results, whole. */
const most = 25_000;

/** All of them where they are few enough; else errors first, and in their order what there is room for. */
function mostSevere<T extends { readonly diagnostic: Diagnostic; readonly by?: unknown }>(
  all: readonly T[],
): readonly T[] {
  if (all.length <= most) return all;
  const ranks = { error: 0, warning: 1, info: 2 };
  const rank = ({ diagnostic, by }: T) => (by === undefined ? ranks[diagnostic.severity] : 3);
  const kept = new Set(all.toSorted((a, b) => rank(a) - rank(b)).slice(0, most));
  return all.filter((one) => kept.has(one));
}

/** Nothing is left out without a word. */
function leftOut(count: number, { langue }: Report) {
  return { level: 'warning', message: { text: fillIn(leftOutSentence, { nombre: count })[langue] } };
}

const leftOutSentence = {
  fr: '{nombre} constats de plus n’ont pas trouvé place ici : validez moins de dossiers à la fois, ou choisissez --format json',
  en: '{nombre} more findings did not fit here: validate fewer dossiers at a time, or choose --format json',
};

/** GitHub wants a help text for each rule. */
function ruleOf({ id, severity, summary, why }: RuleInfo, { langue }: Report) {
  return {
    id,
    shortDescription: { text: words(summary[langue]) },
    fullDescription: { text: words(why[langue]) },
    help: { text: `${words(why[langue])}\n\natelier explain ${id}` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(
  { diagnostic, by, why }: Pick<Suppressed, 'diagnostic' | 'why'> & { readonly by?: Suppressed['by'] },
  report: Report,
  indexes: ReadonlyMap<string, number>,
) {
  const { rule, severity, message, file, line, column, endLine, endColumn, fingerprint, related, fix } = diagnostic;
  const ruleIndex = indexes.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: words(message[report.langue]) },
    locations: [placeOf(report, file, { startLine: line, startColumn: column, endLine, endColumn })],
    ...(related && { relatedLocations: related.map((other, id) => relatedOf(other, id, report)) }),
    partialFingerprints: { 'atelier/v1': fingerprint },
    ...(fix && mayBeShown(fix) && { fixes: [fixOf(fix, file, report)] }),
    // All results of a run have the property, or none: so says the standard (3.27.23).
    ...(report.suppressed.length > 0 && { suppressions: by === undefined ? [] : [suppressionOf(by, why)] }),
  };
}

function suppressionOf(by: Suppressed['by'], why: string | undefined) {
  return {
    kind: by === 'source' ? 'inSource' : 'external',
    ...(why !== undefined && { justification: said(why) }),
  };
}

function placeOf(report: Report, file: string, region: Readonly<Record<string, number>>) {
  return { physicalLocation: { artifactLocation: artifact(report, file), region } };
}

function relatedOf(other: NonNullable<Diagnostic['related']>[number], id: number, report: Report) {
  const { file, line, column, message } = other;
  return {
    id,
    ...placeOf(report, file, { startLine: line, startColumn: column }),
    message: { text: words(message[report.langue]) },
  };
}

/** A correction that holds a personal datum is not shown, nor one that no UTF-8 can carry. */
function mayBeShown(fix: readonly TextEdit[]): boolean {
  return fix.length > 0 && fix.every(({ text }) => personalSpans(text).length === 0 && !/\p{Cs}/u.test(text));
}

function fixOf(fix: readonly TextEdit[], file: string, report: Report) {
  const replacements = fix.map(({ start, end, text }) => ({
    deletedRegion: { charOffset: start, charLength: end - start },
    insertedContent: { text },
  }));
  return { artifactChanges: [{ artifactLocation: artifact(report, file), replacements }] };
}

const base = '%SRCROOT%';
const baseWords = { fr: 'La racine du dépôt git', en: 'The root of the git repository' };

function artifact(report: Report, file: string) {
  // A lone surrogate has no form in an address.
  const parts = rooted(report, file)
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/');
  return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: base };
}

/** In a message of SARIF, braces hold the place of an argument and `[…](…)` is a link: the words of a dossier are neither. */
function words(text: string): string {
  return said(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
