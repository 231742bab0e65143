import type { Inline, Table } from '../../model/markdown.ts';
import { plainText } from '../markdown/walk.ts';

/** Letters that a line of a table holds, in the column of text and with the margin. */
const LETTERS = { column: 76, ample: 110 } as const;
/** A column's own white space, in letters. */
const GUTTER = 3.5;

/**
 * How a table shares its width between its columns, as browsers do: each has room for its longest word, the rest goes
 * to those whose cells are long. From the texts alone: 10 000 rows need not be set to know it.
 * @param table any table
 * @param ample does it take the margin too?
 * @returns one share a column, with two decimals
 */
export function columnsOf(table: Table, ample: boolean): readonly number[] {
  const room = ample ? LETTERS.ample : LETTERS.column;
  const whole = needsOf(table);
  // Where whole words leave nothing for long cells, long words are cut: a cell of one word a line is a page high.
  const needs = sum(whole.map(({ word }) => word)) < room * 0.9 ? whole : needsOf(table, 11);
  const least = sum(needs.map(({ word }) => word));
  const most = sum(needs.map(({ line }) => line));
  if (most <= room) return needs.map(({ line }) => rounded(line));
  if (least >= room) return needs.map(({ word }) => rounded(word));
  const share = (room - least) / (most - least);
  return needs.map(({ word, line }) => rounded(word + (line - word) * share));
}

/** @param word the longest that a column must hold uncut */
function needsOf(table: Table, word = 18): readonly Need[] {
  return table.head.map((head, column) =>
    needOf(
      head,
      table.rows.map((row) => row[column] ?? []),
      word,
    ),
  );
}

/** The longest word and the longest cell; beyond a few lines, a cell asks for no more width. A head may take three lines. */
function needOf(head: readonly Inline[], cells: readonly (readonly Inline[])[], most: number): Need {
  const texts = cells.map(plainText);
  const name = plainText(head);
  const words = [name, ...texts].flatMap(unbroken);
  // Figures stand in columns: each as wide as the widest.
  const word = Math.max(longest(words, most), 1.2 * longest(words.filter(isNumber), 15));
  const line = Math.max(word, Math.min(name.length / 3, 40), longest(texts, 160));
  return { word: word + GUTTER, line: line + GUTTER };
}

const isNumber = (word: string): boolean => /^[\d-]+$/.test(word);

/** What a line never breaks in: words, and numbers with what ties them, as in 2017-2018. */
function unbroken(text: string): readonly string[] {
  return text.split(/\s+|[/-]+(?!\d)/);
}

/** In letters; at least two, at most as many as said. */
function longest(texts: readonly string[], most: number): number {
  return texts.reduce((length, text) => Math.max(length, Math.min(text.length, most)), 2);
}

/** In letters. */
interface Need {
  readonly word: number;
  readonly line: number;
}

/**
 * Does a table take the margin too? Where it has many columns, or where its cells would then stand on fewer lines.
 * @param table any table
 */
export function isAmple(table: Table): boolean {
  const columns = table.head.length;
  const most = sum(needsOf(table).map(({ line }) => line));
  return columns > 4 || (columns > 2 && most > LETTERS.column && (most <= LETTERS.ample || columns === 4));
}

/**
 * Is a table short enough to stay on one page? Some twenty-five lines.
 * @param largeurs as `columnsOf` gives them
 */
export function staysTogether(table: Table, ample: boolean, largeurs: readonly number[]): boolean {
  const room = (ample ? LETTERS.ample : LETTERS.column) / sum(largeurs);
  const lines = [table.head, ...table.rows].map((row) =>
    Math.max(
      1,
      ...row.map((cell, column) => plainText(cell).length / Math.max(1, (largeurs[column] ?? 1) * room - GUTTER)),
    ),
  );
  return table.rows.length < 25 && sum(lines.map((line) => Math.ceil(line) + 0.6)) <= 32;
}

/**
 * Must words of a table be cut? Where one is longer than its column: else « fic-tif » would be cut for nothing.
 * @param largeurs as `columnsOf` gives them
 */
export function cutsWords(table: Table, ample: boolean, largeurs: readonly number[]): boolean {
  const room = (ample ? LETTERS.ample : LETTERS.column) / sum(largeurs);
  // Letters are counted, not measured: a word that is a little wider reaches into the white space beside it.
  const widths = largeurs.map((width) => width * room - GUTTER + 1);
  return [table.head, ...table.rows].some((row) =>
    row.some((cell, column) => longest(unbroken(plainText(cell)), 1000) > (widths[column] ?? 0)),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

/** Does the first column name its rows? Where no name is empty or said twice. */
export function namesRows(table: Table): boolean {
  const names = table.rows.map((row) => plainText(row[0] ?? []));
  return table.head.length > 1 && new Set(names).size === names.length && !names.includes('');
}
