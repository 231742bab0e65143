import type { Diagnostic } from '../../model/diagnostic.ts';
import { maskPersonal, personalSpans } from '../../words/escape.ts';
import type { Langue } from '../../words/text.ts';
import type { Format, Summary, Suppressed } from './report.ts';
import { jsonText } from './shown.ts';

/** The stable shape, which docs/formats/validate.schema.json describes. */
export const json: Format = ({ diagnostics, summary, langue, suppressed }) =>
  jsonOf(diagnostics, summary, langue, suppressed);

/**
 * The stable shape of `validate --format json`: one document, lines and columns from 1, paths with `/`. No personal datum:
 * a correction that holds one is not given, since a masked one would be wrong to write.
 */
export function jsonOf(
  diagnostics: readonly Diagnostic[],
  summary: Summary,
  langue: Langue,
  suppressed: readonly Suppressed[] = [],
): string {
  return jsonText({
    version: 1,
    summary,
    diagnostics: diagnostics.map((diagnostic) => shownOf(diagnostic, langue)),
    suppressed: suppressed.map(({ diagnostic, by, why }) => ({
      ...shownOf(diagnostic, langue),
      by,
      ...(why !== undefined && { why: maskPersonal(why) }),
    })),
  });
}

function shownOf(diagnostic: Diagnostic, langue: Langue) {
  const { rule, severity, message, file, pointer, fingerprint, suggestion, related, fix } = diagnostic;
  const { line, column, endLine, endColumn } = diagnostic;
  return {
    rule,
    severity,
    message: message[langue],
    file,
    line,
    column,
    endLine,
    endColumn,
    pointer: maskPersonal(pointer),
    fingerprint,
    ...(suggestion !== undefined && { suggestion }),
    ...(related && { related: related.map((other) => ({ ...other, message: other.message[langue] })) }),
    ...(fix?.every(({ text }) => personalSpans(text).length === 0) && { fix }),
  };
}
