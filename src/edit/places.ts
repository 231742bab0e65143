import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

/** A text being edited, and what its new lines end with. */
export interface Sheet {
  readonly text: string;
  readonly newline: string;
  /** Texts of several lines go below a bar; else between quotation marks, where a comment below would read as text. */
  readonly bars: boolean;
}

export type Collection = YAMLMap | YAMLSeq;

/** A parsed node as a node; undefined where the file leaves a value out altogether. */
export function nodeOf(value: unknown): Node | undefined {
  return isScalar(value) || isCollection(value) || isAlias(value) ? value : undefined;
}

/** A list or map, and not a bracketed one. */
export function isBlock(node: Node | undefined): node is Collection {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

/** Where a node starts; the parser gives every node that it read a range. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Where what a node says ends: before the comments and blank lines that follow it, and before its last line break. */
export function endOf(sheet: Sheet, node: Node): number {
  if (isBlock(node)) {
    const last = node.items.at(-1);
    return last === undefined ? startOf(node) : endOfItem(sheet, last);
  }
  const [start, end] = [startOf(node), node.range?.[1] ?? 0];
  const header = isBlockText(sheet, node) ? /^[|>][-+0-9]*/.exec(sheet.text.slice(start))?.[0] : undefined;
  // With `+` the blank lines at the end are part of the text.
  if (header === undefined) return end;
  return header.includes('+')
    ? start + sheet.text.slice(start, end).replace(/\r?\n$/, '').length
    : start + sheet.text.slice(start, end).trimEnd().length;
}

/** The same for an item of a list, or a key with its value. */
export function endOfItem(sheet: Sheet, item: unknown): number {
  if (!isPairOf(item)) {
    const node = nodeOf(item);
    return node === undefined ? 0 : endOf(sheet, node);
  }
  const value = nodeOf(item.value);
  const colon = endOfKey(sheet, item);
  return value === undefined ? colon : Math.max(endOf(sheet, value), colon);
}

/** Where an item of a list or map starts. */
export function startOfItem(item: unknown): number {
  const node = nodeOf(isPairOf(item) ? item.key : item);
  return node === undefined ? 0 : startOf(node);
}

/** Just after the colon of a key. */
export function endOfKey(sheet: Sheet, pair: Pair): number {
  const key = nodeOf(pair.key);
  const end = key?.range?.[1] ?? 0;
  return sheet.text.indexOf(':', end) + 1;
}

/** True for a text below a `|` or a `>`. */
export function isBlockText(sheet: Sheet, node: Node | undefined): boolean {
  return (
    isScalar(node) &&
    '|>'.includes(sheet.text[startOf(node)] ?? ' ') &&
    (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
  );
}

/** The first character of the line of an offset. */
export function lineStart({ text }: Sheet, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The end of the line of an offset, before its line break. */
export function lineEnd({ text }: Sheet, at: number): number {
  const next = text.indexOf('\n', at);
  if (next < 0) return text.length;
  return text[next - 1] === '\r' && next - 1 >= at ? next - 1 : next;
}

/** The start of the line after that of an offset; the end of the text on its last line. */
export function nextLine({ text }: Sheet, at: number): number {
  const next = text.indexOf('\n', at);
  return next < 0 ? text.length : next + 1;
}

/** The end of the line above that of an offset, before its line break. */
export function endOfLineAbove(sheet: Sheet, at: number): number {
  const start = lineStart(sheet, at);
  return sheet.text[start - 2] === '\r' ? start - 2 : Math.max(start - 1, 0);
}

/** How far from the start of its line an offset stands. */
export function columnOf(sheet: Sheet, at: number): number {
  return at - lineStart(sheet, at);
}

/** True for a key with its value. */
export function isPairOf(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item;
}
