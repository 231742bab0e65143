/** What is asked of Typst: a document of its own language, and every file that it may read. */
export interface TypstInput {
  /** The text of the document. */
  readonly main: string;
  /** Data and pictures, by the path at which the document reads them: `/rapport.json`, `/images/1.png`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The heavy, impure parts that some formats need, each behind one function; who starts them hands them to compile. */
export interface Engines {
  /** @returns a tagged PDF, the same bytes each time; throws where the document is wrong, saying its line */
  readonly typst?: (input: TypstInput) => Uint8Array;
  /**
   * Draws an SVG.
   * @param width in pixels
   * @returns a PNG
   */
  readonly raster?: (svg: string, width: number) => Uint8Array;
}
