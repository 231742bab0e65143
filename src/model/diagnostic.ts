import type { Text } from '../words/text.ts';

/** error: the dossier is wrong; warning: unusual or incomplete for its phase; info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** Which token of the node at a pointer is meant: its key, or its value. */
export type Part = 'key' | 'value';

/** A replacement of the characters [start, end) of a file's text (UTF-16 offsets from the start of the file). */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that are made at once in one text, in its order, none over another. */
export type Mend = readonly TextEdit[];

/** Somewhere in a file: a node of its data, or exact characters of its text. */
export interface Spot {
  /** Path from the root of the workspace, with `/`. */
  readonly file: string;
  /** JSON pointer into the file's data (its front matter for Markdown); '' is the whole document. */
  readonly pointer: string;
  readonly part: Part;
  /** Exact UTF-16 offsets in the file, when the finding comes from the text itself; wins over the pointer. */
  readonly span?: readonly [start: number, end: number];
}

/** What a rule found, before its place is known in lines and columns. */
export interface Finding extends Spot {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
  /** The right word to write instead, when there is one. */
  readonly suggestion?: string;
  /** True when the suggestion is the one right answer: `--fix` writes it in the place of what was found. */
  readonly mends?: true;
  readonly related?: readonly (Spot & { readonly message: Text })[];
  readonly fix?: readonly TextEdit[];
  /** True when the characters found are a personal datum: they are masked wherever the finding is shown. */
  readonly masked?: boolean;
}

/** A place as people count it: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding with its place, ready to be shown. */
export interface Diagnostic extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly file: string;
  readonly pointer: string;
  /**
   * What tells this problem from others from one run to the next: 16 hexadecimal characters, the same wherever in the
   * file the problem moves, since no line number is in it. Two alike in one file have the same.
   */
  readonly fingerprint: string;
  readonly suggestion?: string;
  readonly related?: readonly { file: string; line: number; column: number; message: Text }[];
  readonly fix?: readonly TextEdit[];
  readonly masked?: boolean;
}
