import type { HolderRef, Kind } from './kind.ts';

/** An id that a file declares, and of what: `acteur` `ddtm-14`. */
export interface Declared {
  readonly kind: string;
  readonly id: string;
  readonly pointer: string;
}

/** A place of a file that names something declared elsewhere. */
export interface Reference {
  readonly to: string;
  readonly id: string;
  readonly pointer: string;
  readonly part: 'key' | 'value';
  readonly span?: readonly [number, number];
}

/** What one file tells the others: cacheable by the file's content alone. */
export interface Facts {
  readonly path: string;
  readonly holder: HolderRef;
  readonly kind: Kind | 'prose';
  readonly id: string | null;
  /** False when the text could not be read: what it would have declared is unknown. */
  readonly readable: boolean;
  /** True when the value matches its schema. */
  readonly valid: boolean;
  readonly value: unknown;
  /** Pointers of the nodes that do not match the schema. */
  readonly broken: readonly string[];
  readonly declares: readonly Declared[];
  readonly refers: readonly Reference[];
}
