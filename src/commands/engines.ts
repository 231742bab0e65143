import { availableParallelism } from 'node:os';
import type { Starting } from '../compile/engines.ts';
import { fontsBytes, magickBytes, resvgBytes, typstBytes, typstEntry } from '../load/assets.ts';

/** From so many PDFs on, threads save more than they take to start. */
const MANY = 8;
/** Each holds a few hundred megabytes. */
const MOST_THREADS = 4;

/**
 * How many PDFs are made at once.
 * @param documents how many there may be to make
 */
export function threadsFor(documents: number): number {
  return documents < MANY || typstEntry() === null ? 1 : Math.min(availableParallelism(), MOST_THREADS);
}

/**
 * The heavy engines, each loaded and started once, when it is first asked for: a page needs none of them.
 * @param threads on how many threads PDFs are made
 * @param own fonts of the services that publish, beside ours
 */
export function engines(threads = 1, own: readonly Uint8Array[] = []): Starting {
  return {
    typst: once(async () => {
      const parts = { wasm: typstBytes(), fonts: [...fontsBytes(), ...own] };
      const entry = typstEntry();
      if (threads > 1 && entry !== null) {
        const { openTypstThreads } = await import('../engines/typst-threads.ts');
        return openTypstThreads(parts, { entry, most: threads });
      }
      const { openTypst } = await import('../engines/typst.ts');
      return openTypst(parts);
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
