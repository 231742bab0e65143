import type { Starting } from '../compile/engines.ts';
import { fontsBytes, magickBytes, resvgBytes, typstBytes } from '../load/assets.ts';

/** The heavy engines, each loaded and started once, when it is first asked for: a page needs none of them. */
export function engines(): Starting {
  return {
    typst: once(async () => {
      const { openTypst } = await import('../engines/typst.ts');
      return openTypst({ wasm: typstBytes(), fonts: fontsBytes() });
    }),
    raster: once(async () => {
      const { openResvg } = await import('../engines/resvg.ts');
      return openResvg({ wasm: resvgBytes(), fonts: fontsBytes() });
    }),
    resize: once(async () => {
      const { openPictures } = await import('../engines/pictures.ts');
      return openPictures(magickBytes());
    }),
  };
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
