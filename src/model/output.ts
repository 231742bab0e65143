/** One file that a command makes: where it goes below the output folder (with `/`) and what it holds. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  /** A hash of all that it was made from: while that is the same, it need not be made again. */
  readonly source?: string;
}

/** A file that was made by an earlier run from the same, and lies there as it was written. */
export interface KeptFile {
  readonly path: string;
  readonly kept: true;
}

/** A file that is too long to be held: its bytes come one part after the other, once. */
export interface StreamedFile {
  readonly path: string;
  readonly chunks: Iterable<Uint8Array | string>;
}
