import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { escapeHtml, maskPersonal, printable } from '../../words/escape.ts';
import { compte } from '../../words/numbers.ts';
import type { Langue, Text } from '../../words/text.ts';
import type { Report, Summary } from './report.ts';

/** Severities as people read them. */
export const severityWords: Readonly<Record<Severity, Text>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'avertissement', en: 'warning' },
  info: { fr: 'info', en: 'info' },
};

const manyWords: Readonly<Record<Severity, Text>> = {
  error: { fr: 'erreurs', en: 'errors' },
  warning: { fr: 'avertissements', en: 'warnings' },
  info: { fr: 'infos', en: 'infos' },
};

/** `2 erreurs, 1 info`: what there is of each severity, nothing said of what there is none of. */
export function countWords({ errors, warnings, infos }: Omit<Summary, 'dossiers' | 'files'>, langue: Langue): string {
  const numbers = { error: errors, warning: warnings, info: infos };
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => numbers[severity] > 0)
    .map((severity) => compte(numbers[severity], severityWords[severity], manyWords[severity], langue))
    .join(', ');
}

/** A sentence as all formats for people show it: one line, no character that acts or hides, no personal datum. */
export function said(text: string): string {
  return printable(maskPersonal(text));
}

/** A file's path from the root of the git repository: the only one that a platform can make a link of. */
export function rooted({ prefix }: Pick<Report, 'prefix'>, file: string): string {
  return `${prefix}${file}`;
}

/** The findings of each file, both in their order. */
export function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = files.get(diagnostic.file);
    if (known) known.push(diagnostic);
    else files.set(diagnostic.file, [diagnostic]);
  }
  return files;
}

/** The last line of which something is meant: an end at column 1 is the end of the line before. */
export function lastLine({ line, endLine, endColumn }: Diagnostic): number {
  return endLine > line && endColumn === 1 ? endLine - 1 : endLine;
}

/**
 * One line of a log in which no words of a dossier, nor the name of a file, can give an order to the machine that reads
 * it: GitHub obeys lines that begin with `::`, it and Azure obey `##[…]` and `##vso[…]` anywhere in a line.
 */
export function inert(line: string): string {
  const calm = line.replace(/##(?=\w*\[)/g, '# #');
  return /^\s*::/.test(calm) ? `./${calm}` : calm;
}

/** A document of JSON, indented, that a terminal can show: what acts or hides is escaped as JSON does, and kept. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(/[^\n -~]/gu, (character) =>
    printable(character) === character ? character : escaped(character),
  );
  return `${text}\n`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

/** Text for an XML document, between tags or in an attribute. */
export function xmlText(text: string): string {
  return escapeHtml(printable(text));
}
