import { UserError } from '../../model/error.ts';
import type { Column, Table } from '../../schema/columns.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import { cellText } from './csv.ts';
import type { Cell, Row } from './rows.ts';
import { workbookWords } from './workbook-words.ts';

/** A workbook, and what its properties say. */
export interface Book {
  readonly langue: Langue;
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

/** A sheet as both formats take it. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** `table`: a head that stays in sight and has filters. `list`: the same, with lines as high as what they hold. `page`: text to read. */
  readonly kind: 'table' | 'list' | 'page';
}

/** How wide, in characters, and whether what is typed into it later stays text. */
export interface SheetColumn {
  readonly width: number;
  readonly text: boolean;
}

/** Null is an empty cell. */
export type SheetCell = string | number | boolean | null;
export type SheetRow = readonly SheetCell[];

/** How a row looks: the head of a table; on a page a row of one cell is a title, the first the page's own. */
export type Look = 'head' | 'title' | 'subtitle' | 'plain';

/** @param at the rank of the row, from 0 */
export function lookOf({ kind, rows }: Sheet, at: number): Look {
  if (kind !== 'page') return at === 0 ? 'head' : 'plain';
  return rows[at]?.length === 1 ? (at === 0 ? 'title' : 'subtitle') : 'plain';
}

/**
 * How many lines a row is high: readers reckon it badly where a line is broken, so files say it. A row of a table is one
 * line, whatever it holds: a table is looked through.
 */
export function linesOf(sheet: Sheet, at: number): number {
  const look = lookOf(sheet, at);
  if (look === 'title' || look === 'subtitle') return 2;
  if (sheet.kind === 'table') return 1;
  const lines = (sheet.rows[at] ?? []).map((cell, column) => {
    const room = 0.95 * (sheet.columns[column]?.width ?? widestProse);
    return String(cell ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
  });
  return Math.min(25, Math.max(1, ...lines));
}

/** Of Excel and LibreOffice alike. */
const mostRows = 1_048_576;

/**
 * A table as a sheet of its name.
 * @throws UserError when it has more rows than a sheet can hold
 */
export function tableSheet(table: Table, rows: Iterable<Row>, langue: Langue): Sheet {
  const mark = fillIn(workbookWords.cut, { table: table.name })[langue];
  const all: SheetRow[] = [table.columns.map(({ name }) => name)];
  for (const row of rows) {
    if (all.length >= mostRows)
      throw new UserError(fillIn(workbookWords.tooMany, { table: table.name }), workbookWords.instead);
    all.push(row.map((cell) => sheetCell(cell, mark)));
  }
  const columns = table.columns.map((column, at) => ({ width: widthOf(all, at, column), text: isText(column) }));
  return { name: table.name, columns, rows: all, kind: 'table' };
}

function isText({ type }: Column): boolean {
  return type === 'string' || type === 'date' || type === 'list';
}

function sheetCell(cell: Cell, mark: string): SheetCell {
  return cell === null || typeof cell === 'number' || typeof cell === 'boolean' ? cell : fitting(cellText(cell), mark);
}

/** What Excel holds in a cell; it refuses a file with more. */
const mostCharacters = 32_767;

/** A text as a sheet can hold it: cut where it is too long, with what says so; the CSV has it whole. */
function fitting(text: string, mark: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '\ufffd');
  if (lines.length <= mostCharacters) return lines;
  // Not between the halves of a character.
  return lines.slice(0, mostCharacters - mark.length).replace(/[\ud800-\udbff]$/, '') + mark;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const [narrowest, widest, widestProse, looked] = [8, 48, 100, 1000];

/** Of the head, with room for the arrow of its filter, and of what the first rows hold. */
function widthOf(rows: readonly SheetRow[], at: number, { name }: Column): number {
  const least = Math.max(narrowest, name.length + 4);
  return rows.slice(1, looked).reduce((most, row) => Math.min(widest, Math.max(most, lengthOf(row[at]) + 2)), least);
}

function lengthOf(cell: SheetCell | undefined): number {
  return String(cell ?? '').split('\n', 1)[0]?.length ?? 0;
}

/**
 * Texts as a sheet to read. A row of one cell on a page is a title: it makes no column wide.
 * @param kind `list` where the first row is a head
 */
export function textSheet(name: string, rows: readonly (readonly string[])[], kind: 'list' | 'page'): Sheet {
  const counted = rows.filter((row) => kind === 'list' || row.length > 1);
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: count }, (_, at) => {
    const longest = counted.reduce((most, row) => Math.max(most, lengthOf(row[at])), 0);
    return { width: Math.min(widestProse, Math.max(narrowest, longest + 4)), text: true };
  });
  return { name, columns, rows: rows.map((row) => row.map((text) => (text === '' ? null : fitting(text, '')))), kind };
}
