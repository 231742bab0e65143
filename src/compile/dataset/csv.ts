import { stringify } from 'csv-stringify/sync';
import type { Table } from '../../schema/columns.ts';
import type { Cell, Row } from './rows.ts';

/**
 * A table as CSV (RFC 4180 with line feeds): UTF-8 without mark, comma, decimal point, `|` between the values of a
 * list, nothing for what is unknown.
 * @param table one of `tables()`
 * @param rows its rows, as `rowsOf` gives them
 * @returns the whole text, with a head and a final line feed
 */
export function csvOf(table: Table, rows: Iterable<Row>): string {
  const head = table.columns.map(({ name }) => name);
  return stringify([head, ...Array.from(rows, (row) => row.map(cellText))], {
    record_delimiter: '\n',
    quoted_match: quoted,
  });
}

/** A carriage return would end the row, and spaces at an end be lost, for some readers. */
const quoted = /\r|^\s|\s$/;

/** A cell as CSV has it. A bar inside a value of a list is escaped, so that the values can be told apart again. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return cell.length === 0 ? none : cell.map((value) => value.replace(/[\\|]/g, '\\$&')).join('|');
}

/** A list that is known to be empty: an empty cell would say that nothing is known of it. */
export const none = 'aucun';
