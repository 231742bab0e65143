import type { Align, Figure, Inline, Table } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';

/** What every figure is asked with. */
export interface Asked {
  /** Unique in the page, `[a-z][a-z0-9-]*`: every id of the figure starts with it. */
  readonly prefix: string;
  readonly langue: Langue;
}

/** The width of every figure, in its own units: text and margin together on a page. */
export const WIDTH = 720;

/**
 * The table that says what a figure shows, from plain texts.
 * @param caption its title
 * @param head the names of its columns
 * @param rows its cells; null is unknown, and said so
 * @param langue the reader's language
 * @param right the columns from this one on hold numbers
 * @returns a table
 */
export function tableOf(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  langue: Langue,
  right = Number.POSITIVE_INFINITY,
): Table {
  const said = (value: string | null): readonly Inline[] => {
    if (value === null) return [{ type: 'emphasis', children: [{ type: 'text', value: unknownWord(langue) }] }];
    return value === '' ? [] : [{ type: 'text', value: typographie(value, langue) }];
  };
  return {
    type: 'table',
    caption: said(caption),
    align: head.map((_, column): Align => (column >= right ? 'right' : null)),
    head: head.map(said),
    rows: rows.map((row) => row.map(said)),
  };
}

/**
 * A figure's parts put together.
 * @param asked the reader's language
 * @param figure SVG and plain texts
 * @returns the block
 */
export function figureOf(
  asked: Asked,
  figure: {
    readonly svg: string;
    readonly title: string;
    readonly description: string;
    readonly caption: string;
    readonly table: Table;
  },
): Figure {
  const set = (text: string): string => typographie(text, asked.langue);
  const caption = set(figure.caption);
  return {
    type: 'figure',
    svg: figure.svg,
    title: set(figure.title),
    description: set(figure.description),
    caption: caption === '' ? [] : [{ type: 'text', value: caption }],
    table: figure.table,
  };
}

/**
 * The word for what is not known.
 * @param langue the reader's language
 * @returns the word
 */
export function unknownWord(langue: Langue): string {
  return langue === 'fr' ? 'inconnu' : 'unknown';
}
