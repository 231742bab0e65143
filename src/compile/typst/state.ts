import type { Table } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import type { TypstBlock } from './document.ts';

/** What is known while one report is written. */
export interface Writing {
  readonly langue: Langue;
  /** What a note says, read at its first call so that tables keep the order in which they are read. */
  readonly noteBody: (n: number) => readonly TypstBlock[];
  /** Notes already called: only the first call holds the note. */
  readonly called: Set<number>;
  /** Headings that a link may lead to, and those that already have their label. */
  readonly ids: ReadonlySet<string>;
  readonly labelled: Set<string>;
  /** Pictures by path. */
  readonly files: Map<string, Uint8Array>;
  /** Paths of the authors' pictures, by address: one that is shown twice is kept once. */
  readonly pictures: Map<string, string>;
  /** For each table in reading order: does its first column name its rows? */
  readonly rowHeads: boolean[];
  /** The level of the last heading: none may be skipped. */
  level: number;
  /** The tables of the figures, for the end of the report. */
  readonly data: { readonly table: Table; readonly id: string }[];
  figures: number;
}

/** Deeper than any text that is meant to be read; Typst itself gives up at some seventy levels. */
export const DEEPEST = 10;
