import { stringify } from 'csv-stringify/sync';
import type { Table } from '../../schema/columns.ts';
import { excelText } from './csv-excel.ts';
import type { Cell, Row } from './rows.ts';

/** A way to write CSV. */
export interface Dialect {
  /** What the file begins with. */
  readonly start: string;
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly textOf: (cell: Cell) => string;
}

/**
 * A table as CSV, as data are published in France (RFC 4180 with line feeds): UTF-8 without mark, comma, decimal point,
 * `|` between the values of a list, nothing for what is unknown.
 * @param table one of `tables()`
 * @param rows its rows, as `rowsOf` gives them
 * @returns the whole text, with a head and a final line feed
 */
export function csvOf(table: Table, rows: Iterable<Row>, dialect: Dialect = csvPublic): string {
  return csvHead(table, dialect) + csvRows(rows, dialect);
}

/** The first line of a table's CSV, with its line end, after the mark of the dialect where it has one. */
export function csvHead({ columns }: Table, dialect: Dialect = csvPublic): string {
  const names = columns.map(({ name }) => name);
  return dialect.start + lines([names], dialect);
}

/**
 * Some rows of a table as CSV: head, then some rows after others, give the text of all.
 * @returns each row with its line end; nothing for no row. A few rows at once take half the time of one by one
 */
export function csvRows(rows: Iterable<Row>, dialect: Dialect = csvPublic): string {
  return lines(
    Array.from(rows, (row) => row.map(dialect.textOf)),
    dialect,
  );
}

function lines(cells: readonly (readonly string[])[], { delimiter, lineEnd }: Dialect): string {
  return stringify([...cells], { delimiter, record_delimiter: lineEnd, quoted_match: quoted });
}

/** A line end would end the row, and spaces at an end be lost, for some readers. */
const quoted = /[\r\n]|^\s|\s$/;

/** A cell as CSV has it. A bar inside a value of a list is escaped, so that the values can be told apart again. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return cell.length === 0 ? none : cell.map((value) => value.replace(/[\\|]/g, '\\$&')).join('|');
}

/** A list that is known to be empty: an empty cell would say that nothing is known of it. */
export const none = 'aucun';

/** The dataset's own files: any tool reads them. */
export const csvPublic: Dialect = { start: '', delimiter: ',', lineEnd: '\n', textOf: cellText };

/**
 * For the Excel of a French computer, opened by a double click: without the mark it takes UTF-8 for another encoding, it
 * parts columns at semicolons, and takes `0.5` for a text or a date. For reading, not for programs.
 */
export const csvExcel: Dialect = {
  start: '\ufeff',
  delimiter: ';',
  lineEnd: '\r\n',
  textOf: (cell) => excelText(cell, cellText),
};
