import { quoted } from '../words/quote.ts';
import { isList, isMap, type Value } from './value.ts';

/** A value as it is written after a key or a dash: what stays on that line, and the lines below, indented from the key. */
export interface Rendered {
  readonly head: string;
  readonly lines: readonly string[];
}

const widest = 100;
const step = '  ';

/** Ids, codes, dates, numbers: what is no free text. A name may follow the code of a commune or of an EPCI. */
const bare =
  /^(?:~?-?\d[\d.]*|[a-z0-9]+(?:[._-][a-z0-9]+)*|(?:\d[\dAB]\d{3}|\d{9}|\d[\dAB]|\d{3}) \p{L}[\p{L}\p{N}’' ().-]*[\p{L}\p{N})])$/u;
/** Words that other readers of YAML take for something else than a text. */
const reserved = /^(?:true|false|yes|no|on|off|null|y|n|~)$/i;

/**
 * Writes a value as the house does: free text between quotation marks, several lines below a bar, short lists of
 * scalars between brackets, maps one key a line.
 * @param column where its key or dash stands: what is left of a line for a list
 * @param bars false: several lines go between quotation marks too
 */
export function render(value: Value, column = 0, bars = true): Rendered {
  if (isList(value)) return renderList(value, column, bars);
  if (isMap(value)) return renderMap(value, column, bars);
  if (bars && typeof value === 'string' && fitsBlock(value)) {
    const lines = value.replace(/\n$/, '').split('\n');
    return { head: value.endsWith('\n') ? '|' : '|-', lines: lines.map((line) => (line === '' ? '' : step + line)) };
  }
  return { head: scalar(value), lines: [] };
}

/** One key and its value, as lines that start at the column of the key. */
export function renderPair(key: string, value: Value, column = 0, bars = true): readonly string[] {
  const { head, lines } = render(value, column + key.length + 1, bars);
  return [`${scalar(key)}:${head === '' ? '' : ` ${head}`}`, ...lines];
}

/** One item of a block list, as lines that start at the column of its dash. */
export function renderItem(value: Value, column = 0, bars = true): readonly string[] {
  if (isMap(value) && Object.keys(value).length > 0) {
    const [first = '', ...others] = pairsOf(value, column + step.length, bars);
    return [`- ${first}`, ...others.map((line) => (line === '' ? '' : step + line))];
  }
  const { head, lines } = render(value, column, bars);
  return [head === '' ? '-' : `- ${head}`, ...lines];
}

/** A value on one line, whatever it is: for the inside of brackets. */
export function renderFlow(value: Value): string {
  if (isList(value)) return `[${value.map(renderFlow).join(', ')}]`;
  if (!isMap(value)) return scalar(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${scalar(key)}: ${renderFlow(item)}`)
    .join(', ')}}`;
}

function renderList(list: readonly Value[], column: number, bars: boolean): Rendered {
  const flow = renderFlow(list);
  const short = list.every((item) => !isList(item) && !isMap(item)) && column + flow.length + 1 <= widest;
  if (short) return { head: flow, lines: [] };
  const lines = list.flatMap((item) => renderItem(item, column + step.length, bars));
  return { head: '', lines: lines.map((line) => (line === '' ? '' : step + line)) };
}

function renderMap(map: { readonly [key: string]: Value }, column: number, bars: boolean): Rendered {
  if (Object.keys(map).length === 0) return { head: '{}', lines: [] };
  return { head: '', lines: pairsOf(map, column + step.length, bars).map((line) => (line === '' ? '' : step + line)) };
}

function pairsOf(map: { readonly [key: string]: Value }, column: number, bars: boolean): readonly string[] {
  return Object.entries(map).flatMap(([key, item]) => renderPair(key, item, column, bars));
}

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return bare.test(value) && !reserved.test(value) ? value : quoted(value);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a block cannot carry
const unprintable = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

/** A text that a bar carries unchanged: several lines, nothing unprintable, no space that opens it, one break at its end. */
function fitsBlock(text: string): boolean {
  const several = /[^\n]\n+[^\n]|[^\n]\n$/.test(text);
  return several && !/^\s|\n\n$/.test(text) && !unprintable.test(text);
}
