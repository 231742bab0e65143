import type { Finding } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import { problemsOf } from '../schema/problems.ts';
import { type SchemaFinding, say, valueAt } from '../schema/say.ts';
import { fillIn } from '../words/text.ts';
import { isEmpty } from './group.ts';
import { walk } from './walk.ts';

/** What reading a file and comparing it with its schema found, and the pointers that cannot be relied upon. */
export interface SchemaCheck {
  readonly findings: readonly Finding[];
  readonly broken: readonly string[];
}

/**
 * Joins what the reading found with what the schema says, so that one cause stays one finding: a key that a `#` swallowed
 * is not also missing, and a text that could not be read is not also an unknown code.
 */
export function checkSchema(file: SourceFile): SchemaCheck {
  const { kind, value, path } = file;
  if (kind === 'prose' || !file.readable) return { findings: file.findings, broken: [] };
  const problems = problemsOf(kind, value);
  const covered = coveredIn(file);
  const said = problems.length === 0 ? [] : say(kind, value, problems);
  const kept = said.filter((finding) => !isExplained(finding, file, covered));
  const findings = [
    ...raised(file.findings, said),
    ...(isEmpty(value) ? asOne(kept) : kept).map(({ lacks: _, ...finding }) => ({ ...finding, file: path })),
  ];
  const read = file.findings.filter(({ pointer, severity }) => {
    const swallowed = severity !== 'error' && valueAt(value, pointer) === undefined;
    return pointer !== '' && (severity === 'error' || swallowed);
  });
  return {
    findings,
    broken: [...new Set([...said.flatMap(spoilt), ...covered, ...read.map(({ pointer }) => pointer)])],
  };
}

/** Of an empty file, all that is missing is one finding. */
function asOne(missing: readonly SchemaFinding[]): readonly SchemaFinding[] {
  const [first, ...others] = missing;
  const keys = missing.flatMap(({ lacks }) => (lacks === undefined ? [] : [lacks.slice(1)]));
  if (first === undefined || others.length === 0 || keys.length < missing.length) return missing;
  return [{ ...first, message: fillIn(emptyFile, { cles: keys.join(', ') }) }];
}

const emptyFile = {
  fr: 'il n’y a rien dans ce fichier : il y faut au moins {cles}',
  en: 'there is nothing in this file: it needs at least {cles}',
};

/** A misspelt key spoils what it was meant to be as well: that key is not absent. */
function spoilt({ rule, pointer, suggestion }: SchemaFinding): readonly string[] {
  if (rule !== 'cle-inconnue' || suggestion === undefined) return [pointer];
  return [pointer, `${pointer.slice(0, pointer.lastIndexOf('/'))}/${suggestion}`];
}

/** True when the reading has already told the cause. */
function isExplained({ pointer, lacks }: SchemaFinding, file: SourceFile, covered: readonly string[]): boolean {
  const { findings } = file;
  if (lacks !== undefined) {
    const linesLost = findings.some((finding) => finding.severity === 'error' && finding.pointer === '');
    return linesLost || findings.some((finding) => finding.pointer === lacks);
  }
  const told = findings.filter((finding) => finding.severity === 'error' && finding.pointer !== '');
  return [...covered, ...told.map((finding) => finding.pointer)].some(
    (place) => pointer === place || pointer.startsWith(`${place}/`),
  );
}

/** Where a mere warning of the reading is why a required key is missing, it is an error. */
function raised(findings: readonly Finding[], said: readonly SchemaFinding[]): readonly Finding[] {
  const missing = new Set(said.flatMap(({ lacks }) => lacks ?? []));
  return findings.map((finding) =>
    finding.severity === 'warning' && finding.pointer !== '' && missing.has(finding.pointer)
      ? { ...finding, severity: 'error' }
      : finding,
  );
}

/** The reading writes x over what it could not read, so that the rest can be. */
const coveredText = /^x+(?: +x+)*$/;

function coveredIn({ kind, value, findings }: SourceFile): readonly string[] {
  const found: string[] = [];
  if (kind === 'prose' || !findings.some(({ severity, pointer }) => severity === 'error' && pointer === ''))
    return found;
  walk(kind, value, (visit) => {
    if (typeof visit.value === 'string' && coveredText.test(visit.value)) found.push(visit.pointer);
  });
  return found;
}
