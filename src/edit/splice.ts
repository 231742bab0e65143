import { isMap, isScalar, type Pair } from 'yaml';
import {
  type Collection,
  columnOf,
  endOf,
  endOfItem,
  endOfKey,
  endOfLineAbove,
  isBlock,
  isBlockText,
  isPairOf,
  lineEnd,
  lineStart,
  nextLine,
  nodeOf,
  type Sheet,
  startOf,
  startOfItem,
} from './places.ts';
import { render, renderFlow, renderItem, renderPair } from './render.ts';
import type { Value } from './value.ts';

/** Adds a key at the end of a map; without a map, at the end of a text that holds no data yet. */
export function insertPair(sheet: Sheet, map: Collection | null, key: string, value: Value): string | null {
  if (map === null) return appended(sheet, renderPair(key, value, 0, sheet.bars));
  const alone = map.items.length === 0 && columnOf(sheet, startOf(map)) === 0;
  if (alone)
    return spliced(
      sheet.text,
      startOf(map),
      endOf(sheet, map),
      renderPair(key, value, 0, sheet.bars).join(sheet.newline),
    );
  if (!isBlock(map)) return intoFlow(sheet, map, renderFlow({ [key]: value }).slice(1, -1));
  const column = columnOf(sheet, startOf(map));
  return insertLines(sheet, endOf(sheet, map), renderPair(key, value, column, sheet.bars), column);
}

/** Adds an item at the end of a list. */
export function insertItem(sheet: Sheet, list: Collection, value: Value): string | null {
  if (!isBlock(list)) return intoFlow(sheet, list, renderFlow(value));
  const column = columnOf(sheet, startOf(list));
  return insertLines(sheet, endOf(sheet, list), renderItem(value, column, sheet.bars), column);
}

/** Replaces the value of a key, or an item of a list; a comment on the line of the key stays there. */
export function replaceValue(sheet: Sheet, item: unknown, value: Value, parent?: Collection): string | null {
  const old = nodeOf(isPairOf(item) ? item.value : item);
  const { text } = sheet;
  if (parent !== undefined && !isBlock(parent))
    return old === undefined ? null : spliced(text, startOf(old), endOf(sheet, old), renderFlow(value));
  if (!isPairOf(item)) return replaceItem(sheet, item, value);
  const column = columnOf(sheet, startOfItem(item));
  const { head, lines } = render(value, column + endOfKey(sheet, item) - startOfItem(item), sheet.bars);
  const cleared = withoutValue(sheet, item, old);
  if (cleared === null) return null;
  const at = endOfKey(cleared, item);
  const more = lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line));
  const end = lineEnd(cleared, at);
  const withHead = head === '' ? '' : ` ${head}`;
  const below = more.map((line) => cleared.newline + line).join('');
  return cleared.text.slice(0, at) + withHead + cleared.text.slice(at, end) + below + cleared.text.slice(end);
}

/** Takes away a key with its value, or an item: whole lines where it has lines of its own. */
export function removeItem(sheet: Sheet, parent: Collection, item: unknown): string | null {
  const { text } = sheet;
  const items: readonly unknown[] = parent.items;
  const index = items.indexOf(item);
  const next = parent.items[index + 1];
  const previous = parent.items[index - 1];
  if (!isBlock(parent)) {
    const [start, end] =
      next !== undefined
        ? [startOfItem(item), startOfItem(next)]
        : [previous === undefined ? startOfItem(item) : endOfItem(sheet, previous), endOfItem(sheet, item)];
    return text.slice(start, end).includes('#') ? null : spliced(text, start, end, '');
  }
  const start = isMap(parent) ? startOfItem(item) : dashBefore(sheet, parent, item);
  const end = endOfItem(sheet, item);
  if (text.slice(lineStart(sheet, start), start).trim() === '')
    return spliced(text, lineStart(sheet, start), nextLine(sheet, end), '');
  // The first key after a dash: the next one takes its place.
  if (next === undefined || text.slice(end, startOfItem(next)).includes('#')) return null;
  return spliced(text, start, startOfItem(next), '');
}

function replaceItem(sheet: Sheet, item: unknown, value: Value): string | null {
  const old = nodeOf(item);
  if (old === undefined) return null;
  const [start, end] = [startOf(old), endOf(sheet, old)];
  const dash = sheet.text.slice(lineStart(sheet, start), start);
  if (!/^[ \t]*- +$/.test(dash)) return null;
  const column = dash.indexOf('-');
  const [first = '', ...more] = renderItem(value, column, sheet.bars);
  const lines = [first.replace(/^- ?/, ''), ...more.map((line) => (line === '' ? '' : ' '.repeat(column) + line))];
  return spliced(sheet.text, start, end, lines.join(sheet.newline));
}

/** The text without the value of a key; what a comment says beside the key stays. */
function withoutValue(sheet: Sheet, pair: Pair, old: ReturnType<typeof nodeOf>): Sheet | null {
  const { text } = sheet;
  const colon = endOfKey(sheet, pair);
  if (old === undefined || (isScalar(old) && old.source === '' && old.type === 'PLAIN')) return sheet;
  if (isBlockText(sheet, old)) {
    const start = startOf(old);
    const header = /^[|>][-+0-9]*/.exec(text.slice(start))?.[0].length ?? 0;
    const body = spliced(text, Math.min(lineEnd(sheet, start), endOf(sheet, old)), endOf(sheet, old), '');
    return { ...sheet, text: spliced(body, colon, start + header, '') };
  }
  if (isBlock(old))
    return { ...sheet, text: spliced(text, endOfLineAbove(sheet, startOf(old)), endOf(sheet, old), '') };
  // An anchor or a tag before the value would be lost.
  if (text.slice(colon, startOf(old)).trim() !== '') return null;
  return { ...sheet, text: spliced(text, colon, endOf(sheet, old), '') };
}

function dashBefore(sheet: Sheet, parent: Collection, item: unknown): number {
  const items: readonly unknown[] = parent.items;
  const index = items.indexOf(item);
  return index <= 0
    ? startOf(parent)
    : sheet.text.indexOf('-', nextDash(sheet, endOfItem(sheet, parent.items[index - 1])));
}

/** Past the comments and blank lines after an item: where the dash of the next one is looked for. */
function nextDash(sheet: Sheet, from: number): number {
  let at = nextLine(sheet, from);
  while (at < sheet.text.length && /^[ \t]*(?:#|\r?$)/.test(sheet.text.slice(at, lineEnd(sheet, at))))
    at = nextLine(sheet, at);
  return at;
}

function intoFlow(sheet: Sheet, node: Collection, words: string): string | null {
  const last = node.items.at(-1);
  if (last === undefined) return spliced(sheet.text, startOf(node) + 1, startOf(node) + 1, words);
  const end = endOfItem(sheet, last);
  return spliced(sheet.text, end, end, `, ${words}`);
}

function insertLines(sheet: Sheet, after: number, lines: readonly string[], column: number): string {
  const at = lineEnd(sheet, after);
  const indented = lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line));
  return spliced(sheet.text, at, at, indented.map((line) => sheet.newline + line).join(''));
}

function appended({ text, newline }: Sheet, lines: readonly string[]): string {
  const joined = text === '' || text.endsWith('\n') ? text : text + newline;
  return joined + lines.map((line) => line + newline).join('');
}

function spliced(text: string, start: number, end: number, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}
