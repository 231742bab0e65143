import { UserError } from '../../model/error.ts';
import type { Table } from '../../schema/columns.ts';
import type { Langue } from '../../words/text.ts';
import { odsOf } from './ods.ts';
import type { Row } from './rows.ts';
import { type Book, tableSheet, textSheet } from './sheet.ts';
import { workbookWords } from './workbook-words.ts';
import { xlsxOf } from './xlsx.ts';

/** A table with its rows. */
export interface TableRows {
  readonly table: Table;
  readonly rows: Iterable<Row>;
}

/** What stands around the tables. */
export interface Around {
  readonly langue: Langue;
  /** Of the dataset, for the file's properties. */
  readonly title: string;
  /** The first sheet, row by row: what `workbookReadme` gives. */
  readonly readme: readonly (readonly string[])[];
  /** The data dictionary, its head first. */
  readonly dictionary: readonly (readonly string[])[];
}

/** A workbook is made in memory, and opened in it: 2 million cells take 0.8 GB here, and more in Excel. */
const mostCells = 5_000_000;

/**
 * All tables in one workbook, for Excel or LibreOffice: how to read it, the dictionary, then a sheet a table. What is
 * unknown is an empty cell; text stays text, whatever it looks like.
 * @param sheets the tables, each in a sheet of its name
 * @returns the file, the same bytes each time
 * @throws UserError when a table has more rows than a sheet can hold, or all of them more cells than a computer can open
 */
export async function workbookOf(
  format: 'xlsx' | 'ods',
  sheets: readonly TableRows[],
  { langue, title, readme, dictionary }: Around,
): Promise<Uint8Array> {
  const names = workbookWords.sheets;
  let cells = 0;
  const tables = sheets.map(({ table, rows }) => {
    const sheet = tableSheet(table, rows, langue);
    cells += sheet.rows.length * sheet.columns.length;
    if (cells > mostCells) throw new UserError(workbookWords.tooLarge, workbookWords.instead);
    return sheet;
  });
  const book: Book = {
    langue,
    title,
    sheets: [
      textSheet(names.readme[langue], readme, 'page'),
      textSheet(names.dictionary[langue], dictionary, 'list'),
      ...tables,
    ],
  };
  return format === 'xlsx' ? await xlsxOf(book) : odsOf(book);
}
