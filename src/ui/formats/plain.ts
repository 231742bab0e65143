import { printable } from '../../words/escape.ts';
import type { Format } from './report.ts';
import { inert, said } from './shown.ts';

/**
 * One finding a line, `path:line:column: severity[rule] message`, for grep and editors. The severity is the English
 * word in both languages, since scripts read it; the message is in the report's.
 */
export const plain: Format = ({ diagnostics, langue }) =>
  diagnostics
    .map(({ file, line, column, severity, rule, message }) =>
      inert(`${printable(file)}:${line}:${column}: ${severity}[${rule}] ${said(message[langue])}`),
    )
    .map((line) => `${line}\n`)
    .join('');
