import type { TextEdit } from '../model/diagnostic.ts';
import type { Text } from '../words/text.ts';
import { type Entry, entryOf, type Line, lineAt, linesOf, ownerOf } from './entry.ts';
import type { Fault } from './events.ts';
import { type Found, found, type Span } from './found.ts';

/** Why a parser stopped, in an author's words, and what to mend or to cover up so that the rest can be read. */
export interface Cause {
  readonly finding: Found;
  readonly cover: Span;
  /** With these the rest reads as it was most likely meant, though nobody can be sure; the fix itself where there is one. */
  readonly heal?: readonly TextEdit[];
  /** True when covering letters is enough: a value stays a value, and its key stays known. */
  readonly keepLine: boolean;
}

/** What is known around a fault: the line it is on, and the nearest line above that starts something. */
export interface Scene {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly fault: Fault;
  readonly index: number;
  readonly line: Line;
  readonly owner: Entry;
  /** From the start of the owner's value to the end of its last line: what was meant as one text. */
  readonly value: Span;
}

/** One trap: its cause when it is what happened, else nothing. */
export type Trap = (scene: Scene) => Cause | undefined;

/** Reads the lines around a fault. */
export function sceneOf(text: string, fault: Fault): Scene {
  const lines = linesOf(text);
  let index = lineAt(lines, Math.min(fault.position, text.length));
  // At the end of the text the parser stands after what it was reading.
  while (index > 0 && lines[index]?.text.trim() === '') index--;
  const line = lines[index] ?? { start: 0, end: text.length, text };
  const above = ownerOf(lines, index);
  const owner = above?.entry ?? entryOf(line);
  const alone = (above?.index ?? index) === index;
  const end = alone ? owner.valueStart + owner.value.length : line.start + line.text.trimEnd().length;
  return { text, lines, fault, index, line, owner, value: [owner.valueStart, Math.max(end, owner.valueStart)] };
}

/** A cause that lies in one value: the rest of its line stays. */
export function inValue(rule: string, span: Span, message: Text, cover: Span, fix?: readonly TextEdit[]): Cause {
  return { finding: found(rule, span, message, fix && { fix }), cover, keepLine: true };
}

/** A cause that spoils a whole line, or several. */
export function inLine(rule: string, span: Span, message: Text, cover: Span, fix?: readonly TextEdit[]): Cause {
  return { finding: found(rule, span, message, fix && { fix }), cover, keepLine: false };
}

/** The words of a line, without the spaces around them. */
export function wordsOf(line: Line): Span {
  const indent = line.text.length - line.text.trimStart().length;
  return [line.start + indent, Math.max(line.start + line.text.trimEnd().length, line.start + indent)];
}
