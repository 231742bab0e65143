import type { Figure, Table } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import type { Frame } from '../frame.ts';
import { words } from '../html/words.ts';
import type { ContentsEntry, Paragraph, Piece } from './pieces.ts';
import { type Run, text } from './runs.ts';

/** The tables that say what the figures show: they stand together at the end, each figure leads to its own. */
export interface DataBook {
  /** Keeps the table of a figure; gives the words that lead to it, none for a figure without. */
  readonly keep: (figure: Figure) => readonly Run[];
  /** What was kept, in the order of the figures. */
  readonly kept: () => readonly { readonly id: string; readonly table: Table; readonly title: string }[];
}

/** Not a name that a heading of the text may have: those hold letters, digits and hyphens. */
const HEADING = 'figures:';

/**
 * Collects the tables of one text.
 * @param langue the reader's language
 */
export function dataBook(langue: Langue): DataBook {
  const kept: { id: string; table: Table; title: string }[] = [];
  return {
    keep: ({ table, title }) => {
      if (table === undefined) return [];
      const id = `${HEADING}${kept.length + 1}`;
      kept.push({ id, table, title });
      return [{ kind: 'link', url: `#${id}`, runs: [text(words(langue).data, { style: 'link' })] }];
    },
    kept: () => kept,
  };
}

/**
 * The last section: every table that was kept, under one heading; in the whole report it begins a page.
 * @param book what was kept
 * @param frame what stands around the text
 * @param pieces makes the pieces of a table, its caption first
 * @returns the pieces; none where nothing was kept
 */
export function dataPieces(
  book: DataBook,
  { langue, plan }: Frame,
  pieces: (table: Table, title: string) => readonly Piece[],
): readonly Piece[] {
  const tables = book.kept().flatMap(({ id, table, title }) => {
    const [caption, ...rest] = pieces(table, title);
    return caption?.kind === 'paragraph' ? [{ ...caption, id }, ...rest] : pieces(table, title);
  });
  if (tables.length === 0) return [];
  const heading: Paragraph = {
    kind: 'paragraph',
    style: 'titre1',
    runs: [text(words(langue).allData)],
    id: HEADING,
    opens: plan === undefined,
  };
  return [heading, ...tables];
}

/** @returns the entry of the contents that leads to that section; none where there is none */
export function dataEntry(book: DataBook, langue: Langue): readonly ContentsEntry[] {
  return book.kept().length === 0 ? [] : [{ level: 1, id: HEADING, title: words(langue).allData }];
}
