import type { Table } from '../../schema/columns.ts';
import { compte } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { workbookWords } from './workbook-words.ts';

/** What the first sheet of the workbook tells. */
export interface ReadmeAsked {
  readonly langue: Langue;
  readonly title: string;
  /** What the dataset is: plain sentences, without Markdown, each in a row. */
  readonly opening: readonly string[];
  readonly tables: readonly Table[];
  /** The number of rows of each table. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * The first sheet of the workbook: what it is, how to read it, and its tables.
 * @returns rows of cells; a row of one cell is a title
 */
export function workbookReadme({
  langue,
  title,
  opening,
  tables,
  counts,
}: ReadmeAsked): readonly (readonly string[])[] {
  const { readTitle, read, tablesTitle, row, rows } = workbookWords;
  const counted = ({ name }: Table): string => compte(counts.get(name) ?? 0, row, rows, langue);
  const table = (all: Table): readonly string[] => [all.name, `${all.description[langue]} ${counted(all)}.`];
  return [
    [title],
    ...opening.map((sentence) => ['', sentence]),
    [readTitle[langue]],
    ...read[langue],
    [tablesTitle[langue]],
    ...tables.map(table),
  ].map((cells) => cells.map((text) => typographie(text, langue)));
}
