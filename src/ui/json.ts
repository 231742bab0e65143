import type { Diagnostic } from '../model/diagnostic.ts';
import { maskPersonal, personalSpans } from '../words/escape.ts';
import type { Langue } from '../words/text.ts';

/** The counts of a validation. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly dossiers: number;
  readonly files: number;
}

/** How many diagnostics of each severity, over how much. */
export function summaryOf(diagnostics: readonly Diagnostic[], dossiers: number, files: number): Summary {
  const count = (severity: Diagnostic['severity']) => diagnostics.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), dossiers, files };
}

/**
 * The stable shape of `validate --format json`: one document, lines and columns from 1, paths with `/`. No personal datum:
 * a correction that holds one is not given, since a masked one would be wrong to write.
 */
export function jsonOf(diagnostics: readonly Diagnostic[], summary: Summary, langue: Langue): string {
  const shown = diagnostics.map(({ message, related, masked: _masked, ...rest }) => ({
    rule: rest.rule,
    severity: rest.severity,
    message: message[langue],
    file: rest.file,
    line: rest.line,
    column: rest.column,
    endLine: rest.endLine,
    endColumn: rest.endColumn,
    pointer: maskPersonal(rest.pointer),
    ...(rest.suggestion !== undefined && { suggestion: rest.suggestion }),
    ...(related && { related: related.map((other) => ({ ...other, message: other.message[langue] })) }),
    ...(rest.fix?.every(({ text }) => personalSpans(text).length === 0) && { fix: rest.fix }),
  }));
  return `${JSON.stringify({ version: 1, summary, diagnostics: shown }, null, 2)}\n`;
}
