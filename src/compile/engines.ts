/** What is asked of Typst: a document of its own language, and every file that it may read. */
export interface TypstInput {
  /** The text of the document. */
  readonly main: string;
  /** Data and pictures, by the path at which the document reads them: `/rapport.json`, `/images/1.png`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** For each table of the document in reading order: does its first column name its rows? Typst has no word for it. */
  readonly rowHeads: readonly boolean[];
  /** How messages name the template; `page.typ` unless said. */
  readonly shown?: string;
}

/** A picture to be made smaller, or set upright. */
export interface ResizeInput {
  readonly bytes: Uint8Array;
  readonly format: 'jpeg' | 'png';
  /** The box that it must fit into, in pixels, once upright. */
  readonly width: number;
  readonly height: number;
}

/** The heavy, impure parts that some formats need, each behind one function; who starts them hands them to compile. */
export interface Engines {
  /** @returns a tagged PDF, the same bytes each time; throws where the document is wrong, saying its line */
  readonly typst?: (input: TypstInput) => Uint8Array | Promise<Uint8Array>;
  /**
   * Draws an SVG.
   * @param width in pixels
   * @returns a PNG
   */
  readonly raster?: (svg: string, width: number) => Uint8Array;
  /**
   * Makes a picture fit into a box, upright, in screen colours; one that fits is not enlarged.
   * @returns the picture in the same format; null for bytes that cannot be read
   */
  readonly resize?: (picture: ResizeInput) => Uint8Array | null;
}

/** The same, each started when it is first asked for. */
export type Starting = { readonly [Name in keyof Engines]-?: () => Promise<NonNullable<Engines[Name]>> };
