/** One file that a command makes: where it goes below the output folder (with `/`) and what it holds. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}
