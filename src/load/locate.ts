import type { Diagnostic, Finding, Place, Severity } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
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
  const place = (spot: Pick<Finding, 'file' | 'pointer' | 'part' | 'span'>): Place => {
    const at = pointedAt(spot.file);
    if (at === null) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const [start, end] = spot.span ?? at.spots(spot.pointer, spot.part);
    return placeAt(at.text, start, end, at.starts);
  };
  return findings.map((finding) => diagnosticOf(finding, place)).sort(compare);
}

function pointInto({ text, yamlStart, body, bodyStart, kind }: SourceFile): Pointed {
  const yaml =
    kind === 'prose'
      ? ''
      : body === ''
        ? text.slice(yamlStart)
        : text.slice(yamlStart, bodyStart).replace(/---[ \t]*\r?\n?$/, '');
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

function diagnosticOf(
  finding: Finding,
  place: (spot: Pick<Finding, 'file' | 'pointer' | 'part' | 'span'>) => Place,
): Diagnostic {
  const { rule, severity, message, file, pointer, suggestion, fix, masked, related } = finding;
  return {
    rule,
    severity,
    message,
    file,
    pointer,
    ...place(finding),
    ...(suggestion !== undefined && { suggestion }),
    ...(fix && { fix }),
    ...(masked && { masked }),
    ...(related && {
      related: related.map((other) => {
        const { line, column } = place(other);
        return { file: other.file, line, column, message: other.message };
      }),
    }),
  };
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** By code unit, not locale: the same on every machine. */
function compare(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || rank[a.severity] - rank[b.severity] || (a.rule < b.rule ? -1 : 1);
}
