import type { ChalkInstance } from 'chalk';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maskInPlace, printable } from '../words/escape.ts';
import type { Langue } from '../words/text.ts';
import { severityWords } from './formats/shown.ts';

/** What the pretty format needs beside the diagnostics. */
export interface Pretty {
  readonly langue: Langue;
  readonly colour: ChalkInstance;
  readonly columns: number;
  /** The text of a file, for its frame; undefined when it could not be read. */
  readonly textOf: (file: string) => string | undefined;
  /** How a file is called on screen. */
  readonly shown: (file: string) => string;
}

/** One diagnostic as a person reads it: place, severity and rule; the line; the mark and the sentence; the fixed line. */
export function prettyOf(diagnostic: Diagnostic, pretty: Pretty): string {
  const { langue, colour, shown } = pretty;
  const { file, line, column, severity, rule } = diagnostic;
  const paint = severity === 'error' ? colour.red : severity === 'warning' ? colour.yellow : colour.dim;
  const head = `${colour.bold(printable(`${shown(file)}:${line}:${column}`))}  ${paint(severityWords[severity][langue])}  ${colour.dim(rule)}`;
  const sentence = printable(diagnostic.message[langue]);
  const text = pretty.textOf(file);
  const body =
    text === undefined || text.trim() === '' || isOfWhole(diagnostic)
      ? wrapped(sentence, widthOf(pretty)).map((part) => `     ${part}`)
      : frameOf(diagnostic, sentence, text, pretty, paint);
  const related = (diagnostic.related ?? []).map((other) => {
    const place = `${shown(other.file)}:${other.line}:${other.column}`;
    return `     ${colour.dim(`→ ${printable(place)}  ${printable(other.message[langue])}`)}`;
  });
  return [head, ...body, ...related].join('\n');
}

/** No characters are meant, but the file: to point at its first would mislead. */
function isOfWhole({ line, column, endLine, endColumn }: Diagnostic): boolean {
  return line === 1 && column === 1 && endLine === 1 && endColumn === 1;
}

/** How wide a line may be beside the gutter. */
function widthOf({ columns }: Pretty): number {
  return Math.min(Math.max(columns, 60), 120) - 8;
}

/** The line of a diagnostic, cropped around the mark when it is long, its personal data masked. */
function frameOf(
  diagnostic: Diagnostic,
  sentence: string,
  text: string,
  pretty: Pretty,
  paint: ChalkInstance,
): readonly string[] {
  const { colour } = pretty;
  const width = widthOf(pretty);
  const [lineStart, lineEnd] = lineIn(text, diagnostic.line);
  const source = maskedLine(text.slice(lineStart, lineEnd).replace(/[\r\n]+$/, ''));
  const from = diagnostic.column - 1;
  const to = diagnostic.endLine === diagnostic.line ? Math.max(diagnostic.endColumn - 1, from + 1) : source.length;
  const start = to <= width ? 0 : Math.max(0, Math.min(from - 12, source.length - width));
  const before = printable(source.slice(start, from));
  const marked = printable(source.slice(from, to));
  const shown = `${before}${marked}${printable(source.slice(to, to + width))}`.slice(0, width);
  const number = String(diagnostic.line).padStart(4);
  const gutter = colour.dim('     │ ');
  const mark = '^'.repeat(Math.max(1, Math.min([...marked].length, width - before.length)));
  const lines = [`${colour.dim(`${number} │ `)}${shown}`];
  const indent = ' '.repeat(before.length);
  if (before.length + mark.length + 1 + sentence.length <= width) {
    lines.push(`${gutter}${indent}${paint(`${mark} ${sentence}`)}`);
  } else {
    lines.push(`${gutter}${indent}${paint(mark)}`, ...wrapped(sentence, width).map((part) => gutter + paint(part)));
  }
  const fixed = fixedLine(diagnostic, text);
  if (fixed !== undefined) lines.push(`${gutter}${colour.green(printable(maskInPlace(fixed)).slice(0, width))}`);
  return lines;
}

/** The last text and line that were shown: a file with many problems is not read anew for each. */
let lastText = { text: '', starts: [0] };
let lastLine = { line: '', masked: '' };

/** Where a line starts, and where the next one does. */
function lineIn(text: string, line: number): readonly [start: number, next: number] {
  if (text !== lastText.text) {
    const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((cut) => cut.index + cut[0].length)];
    lastText = { text, starts };
  }
  return [lastText.starts[line - 1] ?? text.length, lastText.starts[line] ?? text.length];
}

function maskedLine(line: string): string {
  if (line !== lastLine.line) lastLine = { line, masked: maskInPlace(line) };
  return lastLine.masked;
}

/** The line as the fix would leave it; nothing when the fix touches more than that line. */
function fixedLine(diagnostic: Diagnostic, text: string): string | undefined {
  const { fix, line } = diagnostic;
  if (fix === undefined || fix.length === 0) return undefined;
  const [start, end] = lineIn(text, line);
  if (fix.some((edit) => edit.start < start || edit.end > end)) return undefined;
  let result = text.slice(start, end);
  for (const edit of [...fix].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, edit.start - start) + edit.text + result.slice(edit.end - start);
  }
  return result.replace(/[\r\n]+$/, '');
}

/** A sentence cut into lines at spaces, but none at a space that holds a mark to its word. */
export function wrapped(sentence: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(/(?<!«) (?![»?!;:])/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
