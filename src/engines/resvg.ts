let started: Promise<void> | undefined;

/** What resvg runs on: its program, and the only faces that it may set with. */
export interface ResvgParts {
  /** `@resvg/resvg-wasm/index_bg.wasm`. */
  readonly wasm: Uint8Array;
  /** TrueType files. */
  readonly fonts: readonly Uint8Array[];
}

/**
 * Starts resvg, compiled to WebAssembly, which draws SVG as PNG: some hundred milliseconds, once a command. It reads
 * no file, no address and no face but those given.
 * @param parts its program and its faces; texts in other faces are set in Inter
 * @returns draws an SVG at a width in pixels, as a PNG, the same bytes each time; throws where it is no SVG
 */
export async function openResvg({ wasm, fonts }: ResvgParts): Promise<(svg: string, width: number) => Uint8Array> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  started ??= initWasm(wasm);
  await started;
  const fontBuffers = [...fonts];
  const faces = { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter', serifFamily: 'Inter' };
  return (svg, width) => {
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: faces });
    try {
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      return png;
    } finally {
      drawing.free();
    }
  };
}
