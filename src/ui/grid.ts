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
  const { head, right = [], bold = false, airy = false } = grid;
  const rows = grid.rows.map((row) => row.map(({ text, unknown }) => ({ text: printable(text), unknown })));
  const heads = head?.map((text) => ({ text: printable(text) }));
  const widths = widthsFor(heads === undefined ? rows : [heads, ...rows], Math.min(columns, WIDEST), grid.even === true);
  const lines = (row: readonly GridCell[], paint: (text: string, at: number) => string): readonly string[] => {
    const cells = row.map(({ text }, at) => wrappedIn(text, widths[at] ?? 0));
    const height = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells.map((cell, at) => paint(fitted(cell[line] ?? '', widths[at] ?? 0, right.includes(at)), at)),
    ).map((parts) => parts.join(GAP).trimEnd());
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
  const widths = Array.from({ length: count }, (_, at) => Math.max(1, ...rows.map((row) => lengthOf(row[at]?.text ?? ''))));
  const room = columns - GAP.length * (count - 1);
  if (even && count > 1) {
    const first = Math.min(widths[0] ?? 1, Math.floor(room / 4));
    const each = Math.max(NARROWEST, Math.floor((room - first) / (count - 1)));
    return [first, ...widths.slice(1).map(() => each)];
  }
  for (let over = sum(widths) - room; over > 0; over--) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.lastIndexOf(widest)] = widest - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Words on lines of that width, broken at plain spaces; a longer word is broken where it must be. */
export function wrappedIn(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...broken(word, width));
  }
  return lines;
}

/** After a hyphen where there is one, else anywhere. */
function broken(word: string, width: number): readonly string[] {
  const letters = [...word];
  if (letters.length <= width || width < 1) return [word];
  const hyphen = letters.slice(0, width).lastIndexOf('-');
  const end = hyphen > 0 ? hyphen + 1 : width;
  return [letters.slice(0, end).join(''), ...broken(letters.slice(end).join(''), width)];
}

function lengthOf(text: string): number {
  return [...text].length;
}

function fitted(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return right ? space + text : text + space;
}
