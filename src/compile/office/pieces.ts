import type { Run } from './runs.ts';
import type { Paragraphs } from './styles.ts';

/** Where a paragraph stands in a list. */
export interface ListPlace {
  readonly ordered: boolean;
  /** How deep, from 0. */
  readonly level: number;
  /** Which list of the file, from 1. */
  readonly list: number;
  /** The number of its first item. */
  readonly start: number;
  /** Which of its items, from 0. */
  readonly item: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly style: Paragraphs;
  readonly runs: readonly Run[];
  /** What links and the list of contents call it. */
  readonly id?: string;
  /** For the first paragraph of an item, which bears its mark. */
  readonly list?: ListPlace;
  /** It begins a page. */
  readonly opens?: boolean;
  /** It stands on the page of what follows, whatever its style says. */
  readonly stays?: boolean;
}

export interface Cell {
  readonly style: Paragraphs;
  readonly runs: readonly Run[];
}

/** A table. Its caption is the paragraph before it. */
export interface Grid {
  readonly kind: 'grid';
  /** In words, for those who do not see it. */
  readonly title: string;
  /** In millimetres. */
  readonly widths: readonly number[];
  /** Said again on each page; none for a card of names and values. */
  readonly head: readonly Cell[] | null;
  readonly rows: readonly (readonly Cell[])[];
  /** Its first column names its rows. */
  readonly named: boolean;
  /** Short enough to stay on one page. */
  readonly together: boolean;
}

export type Piece = Paragraph | Grid;

export interface ContentsEntry {
  readonly level: 1 | 2;
  readonly title: string;
  readonly id: string;
}

/** A whole report as an office suite thinks of it: paragraphs of named styles, one after the other, and tables. */
export interface Flow {
  readonly cover: readonly Paragraph[];
  readonly contents: readonly ContentsEntry[];
  readonly body: readonly Piece[];
  /** The note of each number, from 1. */
  readonly notes: readonly (readonly Paragraph[])[];
  /** The numbers of those called more than once. */
  readonly recalled: ReadonlySet<number>;
}
