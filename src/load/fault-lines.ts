import type { TextEdit } from '../model/diagnostic.ts';
import { type Entry, entryOf, type Line, ownerOf } from './entry.ts';
import type { Span } from './found.ts';
import { type Cause, inLine, inValue, type Scene, wordsOf } from './scene.ts';
import { sentences } from './sentences.ts';

/** A line among keys that is none: the parser may have gone on to the line below before it saw that. */
export function noKey({ lines, index, line, fault }: Scene): Cause | undefined {
  if (!/^(?:can not read|expected ':'|end of the stream)/.test(fault.reason)) return undefined;
  for (const one of [line, lines[index - 1]]) {
    if (!one || one.text.trim() === '' || /^\s*#/.test(one.text)) continue;
    const { key, dashes } = entryOf(one);
    if (key === undefined && !dashes) return notKey(one);
  }
  return undefined;
}

/** Read as a key and its value, so that nothing of the lines around it is lost. */
function notKey(line: Line): Cause {
  const { column } = entryOf(line);
  const [word = ''] = /^\S+/.exec(line.text.slice(column)) ?? [];
  const at = line.start + column + word.length;
  const cause = inLine('yaml-illisible', wordsOf(line), sentences.sansCle(), [line.start, line.end]);
  return { ...cause, heal: [{ start: at, end: at, text: ':' }] };
}

/** The line above a fault, where it should be a key and is none: the parser took it for a text that the fault's line goes on. */
export function noKeyAbove(scene: Scene): Cause | undefined {
  const above = textAbove(scene);
  return above && notKey(above);
}

/**
 * The line above the fault's own, in the same column and without a key, where keys stand: beside those above it, after a
 * hyphen, or below a key that has no text.
 */
export function textAbove({ lines, index, line, fault }: Scene): Line | undefined {
  if (!/^(?:can not read|bad indentation)/.test(fault.reason) || entryOf(line).key === undefined) return undefined;
  // What is indented further goes on a text that started above it.
  const { column: wanted } = entryOf(line);
  const at = lines
    .slice(0, index)
    .findLastIndex((one) => one.text.trim() !== '' && !/^\s*#/.test(one.text) && entryOf(one).column <= wanted);
  const above = lines[at];
  if (!above || entryOf(above).key !== undefined || entryOf(above).column !== wanted) return undefined;
  const { dashes, column } = entryOf(above);
  const owner = ownerOf(lines, at - 1)?.entry;
  return dashes || owner?.value === '' || levelsAbove(lines, at).includes(column) ? above : undefined;
}

/** A line that starts where no line above does; the lines below it that are indented further go with it. */
export function indentation({ text, lines, index, line, fault }: Scene): Cause | undefined {
  const words = wordsOf(line);
  if (fault.position !== words[0] || !/indentation|^end of the stream/.test(fault.reason)) return undefined;
  const own = entryOf(line);
  const levels = levelsAbove(lines, index);
  const [deepest = 0] = levels;
  if (own.key !== undefined && own.indent > deepest) {
    const cause = tooDeep(text, lines, index, own, deepest);
    // What stands above is a whole list or a closed quotation: nothing goes on below it.
    return { ...cause, finding: { ...cause.finding, ...(cause.heal && { fix: cause.heal }) } };
  }
  let { end } = line;
  for (const below of lines.slice(index + 1)) {
    if (below.text.trim() !== '' && entryOf(below).indent <= own.indent) break;
    end = below.end;
  }
  const span = own.key === undefined ? words : keySpan(text, own);
  const cause = inLine('yaml-illisible', span, sentences.retrait(), [line.start, end]);
  // What stands below a key is indented further than the key.
  const below = lines.slice(index + 1).find(({ text: words }) => words.trim() !== '');
  const room = own.value === '' && below ? entryOf(below).indent : Number.POSITIVE_INFINITY;
  const [nearest] = levels
    .filter((level) => level < room)
    .toSorted((a, b) => Math.abs(a - own.indent) - Math.abs(b - own.indent) || b - a);
  return nearest === undefined ? cause : { ...cause, heal: aligned(lines, index, own.indent, nearest) };
}

/** A key that is indented below a line which has a text already: it can only go with the key of that line. */
export function tooDeep(text: string, lines: readonly Line[], index: number, own: Entry, column: number): Cause {
  const cle = own.key ?? '';
  const cause = inValue('yaml-illisible', keySpan(text, own), sentences.retraitSousTexte({ cle }), [
    own.start,
    own.end,
  ]);
  return { ...cause, heal: aligned(lines, index, own.indent, column) };
}

function keySpan(text: string, { start, column, key = '' }: Entry): Span {
  const at = text.indexOf(key, start + column);
  return [at, at + key.length];
}

/** The columns in which a line may start, the deepest first: those of the keys and hyphens that are open above it. */
function levelsAbove(lines: readonly Line[], index: number): readonly number[] {
  const levels: number[] = [];
  const open = (column: number): void => {
    if (column < (levels.at(-1) ?? Number.POSITIVE_INFINITY)) levels.push(column);
  };
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line) continue;
    const { key, dashes, column, indent } = entryOf(line);
    if (key === undefined && !dashes) continue;
    open(column);
    open(indent);
    // No line starts further out.
    if (indent === 0) break;
  }
  return levels;
}

/** That line, and those after it that are wrong in the same way, brought to a column. */
function aligned(lines: readonly Line[], index: number, indent: number, column: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { start, text } of lines.slice(index)) {
    if (text.trim() === '') continue;
    const own = entryOf({ start, end: start + text.length, text }).indent;
    if (own < indent) break;
    if (own === indent) edits.push({ start, end: start + own, text: ' '.repeat(column) });
  }
  return edits;
}
