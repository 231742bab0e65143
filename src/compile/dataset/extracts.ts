import type { DataOf } from '../../model/types.gen.ts';
import type { Text } from '../../words/text.ts';
import type { DatasetOptions } from './about.ts';
import type { Head } from './extract.ts';
import type { DataFormat } from './files.ts';
import type { Row } from './rows.ts';
import type { Seen } from './seen.ts';
import type { DatasetState } from './state.ts';

/** What was taken of all dossiers and sessions, to be read back a table at a time. */
export interface Extracts {
  /** In any order. */
  readonly heads: readonly Head[];
  readonly settings: DataOf['atelier'] | undefined;
  readonly seen: (head: Head) => Seen;
  /** How many rows it has in a table, by its place in `tables()`. */
  readonly count: (head: Head, table: number) => number;
  readonly rows: (head: Head, table: number) => readonly Row[];
  /** The drawing of a perimeter; null where there is none. */
  readonly feature: (head: Head) => string | null;
}

/** A sum over bytes that go by. */
export interface Hash {
  readonly update: (bytes: Uint8Array) => unknown;
  /** In hexadecimal. */
  readonly digest: (encoding: 'hex') => string;
}

/** What is written, and how. */
export interface Writing extends Omit<DatasetOptions, 'leftOut' | 'contours' | 'excel' | 'masked'> {
  readonly formats: readonly DataFormat[];
  /** Also as CSV for a French Excel, in a folder of its own. */
  readonly excel: boolean;
  /** Where the folder will be on the web. */
  readonly urlBase: string | null;
  /** The dataset as it was at a revision, to say what changed since. */
  readonly since: { readonly revision: string; readonly state: DatasetState } | null;
  /** The files of Parquet by their paths, where another thread makes them meanwhile. */
  readonly parquet?: Promise<(path: string) => Iterable<Uint8Array>>;
  /** Begins a SHA-256. */
  readonly hash: () => Hash;
  /** Told what the user should know: a catalogue that lacks something. */
  readonly remark: (text: Text) => void;
}
