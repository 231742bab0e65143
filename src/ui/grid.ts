import type { ChalkInstance } from 'chalk';
import { printable } from '../words/escape.ts';

/** A cell: its words, and whether they say that nothing is known. */
export interface GridCell {
  readonly text: string;
  readonly unknown?: boolean;
}

/** Lines and columns of words, to be fitted into a terminal. */
export interface Grid {
  /** Names of the columns; none where the cells say it themselves. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly GridCell[])[];
  /** The columns that hold numbers. */
  readonly right?: readonly number[];
  /** The first column is in bold. */
  readonly bold?: boolean;
  /** An empty line between rows: where most take several lines. */
  readonly airy?: boolean;
  /** So many spaces before each line. */
  readonly indent?: number;
  /** All columns but the first are as wide: for things side by side. */
  readonly even?: boolean;
}

const GAP = '  ';
/** No column is narrower, however many there are. */
const NARROWEST = 5;
/** Beyond, lines are hard to follow with the eye. */
const WIDEST = 120;

/**
 * A grid as lines: cells are wrapped, never cut, so that nothing is lost at 80 columns.
 * @param columns the width of the terminal
 * @returns lines without their ends
 */
export function gridLines(grid: Grid, columns: number, colour: ChalkInstance): readonly string[] {
  const { head, right = [], bold = false, airy = false, indent = 0 } = grid;
  const rows = grid.rows.map((row) =>
    row.map(({ text, unknown }) => ({ text: printable(text), unknown: unknown === true })),
  );
  const heads = head?.map((text) => ({ text: printable(text) }));
  const widths = widthsFor(
    heads === undefined ? rows : [heads, ...rows],
    Math.min(columns, WIDEST) - indent,
    grid.even === true,
  );
  const lines = (row: readonly GridCell[], paint: (text: string, at: number) => string): readonly string[] => {
    const cells = row.map(({ text }, at) => wrappedIn(text, widths[at] ?? 0));
    const height = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells.map((cell, at) => paint(fitted(cell[line] ?? '', widths[at] ?? 0, right.includes(at)), at)),
    ).map((parts) => `${' '.repeat(indent)}${parts.join(GAP)}`.trimEnd());
  };
  const body = rows.map((row) =>
    lines(row, (text, at) => {
      if (row[at]?.unknown === true) return colour.dim(text);
      return bold && at === 0 ? colour.bold(text) : text;
    }),
  );
  return [
    ...(heads === undefined ? [] : [...lines(heads, (text) => colour.bold(text)), ruled(widths, colour)]),
    ...body.flatMap((some, at) => (airy && at > 0 ? ['', ...some] : some)),
  ];
}

function ruled(widths: readonly number[], colour: ChalkInstance): string {
  return colour.dim(widths.map((width) => '─'.repeat(width)).join(GAP));
}

/** As wide as their words where there is room; else the widest give way first. */
function widthsFor(rows: readonly (readonly GridCell[])[], columns: number, even: boolean): readonly number[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(1, ...rows.map((row) => lengthOf(row[at]?.text ?? ''))),
  );
  const room = columns - GAP.length * (count - 1);
  if (even && count > 1) {
    const first = Math.min(widths[0] ?? 1, Math.floor((room * 2) / 9));
    const each = Math.max(NARROWEST, Math.floor((room - first) / (count - 1)));
    return [first, ...widths.slice(1).map(() => each)];
  }
  const words = widths.map((width, at) => Math.min(width, longestWord(rows.map((row) => row[at]?.text ?? ''))));
  // Down to whole words first; where there is no room for these either, words are broken.
  shrink(widths, words, room);
  shrink(
    widths,
    widths.map(() => NARROWEST),
    room,
  );
  return widths;
}

/** Takes from the widest that may still give way, until all fit or none may. */
function shrink(widths: number[], least: readonly number[], room: number): void {
  for (let over = sum(widths) - room; over > 0; over--) {
    let widest = -1;
    for (const [at, width] of widths.entries()) {
      if (width > (least[at] ?? 0) && (widest < 0 || width >= (widths[widest] ?? 0))) widest = at;
    }
    if (widest < 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

/** A hyphen ends a part that can stand on its line. */
function longestWord(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, ...text.split(/ +|(?<=-)/).map(lengthOf)), 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Words on lines of that width, broken at plain spaces and after hyphens; a longer word is broken where it must be. */
export function wrappedIn(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const [at, word] of text.split(/ +/).entries()) {
    for (const [part, piece] of word.split(/(?<=-)/).entries()) {
      const last = lines.at(-1);
      const longer = `${last ?? ''}${at > 0 && part === 0 ? ' ' : ''}${piece}`;
      if (last !== undefined && lengthOf(longer) <= width) lines[lines.length - 1] = longer;
      else lines.push(...broken(piece, width));
    }
  }
  return lines;
}

function broken(word: string, width: number): readonly string[] {
  const letters = [...word];
  if (letters.length <= width || width < 1) return [word];
  return [letters.slice(0, width).join(''), ...broken(letters.slice(width).join(''), width)];
}

function lengthOf(text: string): number {
  return [...text].length;
}

function fitted(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return right ? space + text : text + space;
}
