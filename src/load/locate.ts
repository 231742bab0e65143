import type { Diagnostic, Finding, Place, Severity, TextEdit } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import { quoted } from '../words/quote.ts';
import { lineStarts, placeAt, type SpotOf, spotsIn } from './place.ts';

/** One file ready to be pointed into: its line starts and spots are worked out once, when first asked for. */
interface Pointed {
  readonly text: string;
  readonly starts: readonly number[];
  readonly spots: SpotOf;
}

/**
 * Gives findings their places in lines and columns; only files that have a finding are read again.
 * @param findings in any order
 * @param files where they are
 * @returns diagnostics by file (code unit), then place, then severity and rule: the same on every machine
 */
export function locate(findings: readonly Finding[], files: readonly SourceFile[]): readonly Diagnostic[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const pointed = new Map<string, Pointed | null>();
  const pointedAt = (path: string) => {
    const known = pointed.get(path);
    if (known !== undefined) return known;
    const file = byPath.get(path);
    const made = file ? pointInto(file) : null;
    pointed.set(path, made);
    return made;
  };
  return findings.map((finding) => diagnosticOf(finding, pointedAt)).sort(compare);
}

function pointInto({ text, yaml, yamlStart }: SourceFile): Pointed {
  let spots: SpotOf | undefined;
  return {
    text,
    starts: lineStarts(text),
    spots: (pointer, part) => {
      spots ??= spotsIn(yaml, yamlStart);
      return spots(pointer, part);
    },
  };
}

type Locating = Pick<Finding, 'file' | 'pointer' | 'part' | 'span'>;

/** The exact characters that are meant, in the text of their file; null where there is no such file. */
function spanOf(spot: Locating, at: Pointed | null): readonly [number, number] | null {
  return at && (spot.span ?? at.spots(spot.pointer, spot.part));
}

function diagnosticOf(finding: Finding, pointedAt: (path: string) => Pointed | null): Diagnostic {
  const { rule, severity, message, file, pointer, suggestion, masked, related } = finding;
  const at = pointedAt(file);
  const fix = finding.fix ?? mending(finding, at);
  return {
    rule,
    severity,
    message,
    file,
    pointer,
    ...placeOf(finding, at),
    ...(suggestion !== undefined && { suggestion }),
    ...(fix && { fix }),
    ...(masked && { masked }),
    ...(related && {
      related: related.map((other) => {
        const { line, column } = placeOf(other, pointedAt(other.file));
        return { file: other.file, line, column, message: other.message };
      }),
    }),
  };
}

function placeOf(spot: Locating, at: Pointed | null): Place {
  const span = spanOf(spot, at);
  return at && span ? placeAt(at.text, span[0], span[1], at.starts) : { line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** The one right answer put in the place of what was found, quoted where YAML would read a plain text otherwise. */
function mending(finding: Finding, at: Pointed | null): readonly TextEdit[] | undefined {
  const span = finding.mends && spanOf(finding, at);
  if (!span || finding.suggestion === undefined) return undefined;
  const [start, end] = span;
  const text = safePlain.test(finding.suggestion) ? finding.suggestion : quoted(finding.suggestion);
  return [{ start, end, text }];
}

/** Words that mean themselves anywhere in YAML, brackets included; anything else is written between quotation marks. */
const safePlain = /^[\p{L}\p{N}~][\p{L}\p{N} .’'()/-]*$/u;

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** By code unit, not locale: the same on every machine. */
function compare(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || rank[a.severity] - rank[b.severity] || (a.rule < b.rule ? -1 : 1);
}
