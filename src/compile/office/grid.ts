import type { Inline, Table } from '../../model/markdown.ts';
import { widthOf } from '../figures/svg.ts';
import { plainText } from '../markdown/walk.ts';
import { columnsOf, isAmple, namesRows, staysTogether } from '../typst/columns.ts';
import type { Cell, Grid } from './pieces.ts';
import { type RunContext, runsOf } from './runs.ts';
import { PARAGRAPHS, type Paragraphs, WIDE } from './styles.ts';
import { xmlText } from './text.ts';

/** A picture in a cell stays small. */
const ROOM = { width: 35, height: 50 };
/** So many rows tell how wide the columns are. */
const LOOKED_AT = 300;
/** More rows than these may stand on two pages: a page would else be left half empty. */
const SHORT = 12;
/** Between two columns, in millimetres. */
export const GUTTER = 3;
/** A machine that lacks our face takes another: a code or a number still stands on one line. */
const WIDER = 1.2;
const MM_OF_POINT = 25.4 / 72;

/**
 * A table, its columns as wide as what they hold asks for.
 * @param table the table; its caption is left to the caller
 * @param title what it is called, in words
 * @param context what is known of the whole text
 * @returns the table
 */
export function gridOf(table: Table, title: string, context: RunContext): Grid {
  const cells = (row: readonly (readonly Inline[])[], style: (column: number) => Paragraphs): readonly Cell[] =>
    table.head.map((_, column) => ({ style: style(column), runs: runsOf(row[column] ?? [], context, ROOM) }));
  const named = namesRows(table);
  const side = (column: number): '' | 'Droite' | 'Centre' => SIDES[table.align[column] ?? 'left'];
  const head = table.head.every((cell) => cell.length === 0) ? null : cells(table.head, (at) => `tete${side(at)}`);
  const ample = isAmple(table);
  return {
    kind: 'grid',
    title: xmlText(title),
    widths: widthsOf(table, ample ? WIDE : context.column),
    head,
    rows: table.rows.map((row) => cells(row, (at) => (named && at === 0 ? 'rangee' : `cellule${side(at)}`))),
    named,
    together: table.rows.length <= SHORT && staysTogether(table, ample, columnsOf(table, ample)),
  };
}

const SIDES = { left: '', right: 'Droite', center: 'Centre' } as const;

/**
 * A column is at least as wide as its longest word, and at most as its longest cell; what is left over is shared in
 * proportion. Words so long that all would not fit are broken.
 */
function widthsOf(table: Table, total: number): readonly number[] {
  const rows = [table.head, ...table.rows.slice(0, LOOKED_AT)];
  const wanted = table.head.map((_, column) => {
    const texts = rows.map((row) => shownText(row[column] ?? []));
    const longest = most(texts.flatMap((cell) => cell.split(/[ -]+/)));
    const whole = most(texts);
    return { least: Math.min(longest * WIDER, total / 3) + GUTTER, most: Math.min(whole * WIDER, total) + GUTTER };
  });
  const least = sum(wanted.map((one) => one.least));
  const whole = sum(wanted.map((one) => one.most));
  if (whole <= total) return wanted.map((one) => (one.most * total) / whole);
  if (least >= total) return wanted.map((one) => (one.least * total) / least);
  const part = (total - least) / (whole - least);
  return wanted.map((one) => one.least + (one.most - one.least) * part);
}

/** A call of a note takes room too. */
function shownText(cell: readonly Inline[]): string {
  return plainText(cell.map((inline) => (inline.type === 'note' ? { type: 'text', value: '00' } : inline)));
}

function most(texts: readonly string[]): number {
  return texts.reduce((widest, one) => Math.max(widest, wide(one)), 0);
}

/** In millimetres; the length of very long texts is estimated. */
function wide(words: string): number {
  const { size = 8 } = PARAGRAPHS.cellule;
  const shown = words.slice(0, 200);
  return (widthOf(shown, size) * MM_OF_POINT * words.length) / Math.max(1, shown.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
