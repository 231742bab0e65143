import { Unzlib } from 'fflate';

/** Channels of each colour type, and the bits that each may have (PNG, third edition, tables 8 and 11.1). */
const KINDS: Readonly<Record<number, { readonly channels: number; readonly depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

/** The colour type whose pixels are places in a palette. */
const INDEXED = 3;

/** Of Adam7: where each pass starts and how far apart its pixels stand, across and down (§ 8.1). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Are the pixels of a PNG there to the last one? Each program shows in its own way, or not at all, a picture whose file
 * is whole and whose pixels are not.
 * @param bytes sound chunks, IHDR first
 */
export function hasAllPixels(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = rowsOf(view);
  const palette = view.getUint8(25) !== INDEXED || [...contentsOf('PLTE', view, bytes)].length === 1;
  if (rows === null || !palette) return false;
  let wrong = false;
  let left = 0;
  const inflate = new Unzlib((pixels) => {
    let at = left;
    for (; at < pixels.length && !wrong && !rows.done; at += rows.next()) wrong = (pixels[at] ?? 0) > 4;
    left = at - pixels.length;
  });
  try {
    for (const data of contentsOf('IDAT', view, bytes)) inflate.push(data, false);
    inflate.push(new Uint8Array(), true);
  } catch (error) {
    // What fflate says of data that is damaged, or that stops before its end.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
  return !wrong && rows.done && left <= 0;
}

/** The rows of a picture one after the other, in bytes, each with the byte that says its filter. */
interface Rows {
  readonly done: boolean;
  readonly next: () => number;
}

/** @returns null where the head says no kind of picture */
function rowsOf(view: DataView): Rows | null {
  const [width, height, bits] = [view.getUint32(16), view.getUint32(20), view.getUint8(24)];
  const kind = KINDS[view.getUint8(25)];
  const interlaced = view.getUint8(28);
  if (kind === undefined || !kind.depths.includes(bits) || interlaced > 1) return null;
  const { channels } = kind;
  const passes = (interlaced === 1 ? PASSES : ([[0, 0, 1, 1]] as const))
    .map(([x, y, across, down]) => ({ wide: Math.ceil((width - x) / across), rows: Math.ceil((height - y) / down) }))
    .filter(({ wide, rows }) => wide > 0 && rows > 0)
    .map(({ wide, rows }) => ({ rows, bytes: 1 + Math.ceil((wide * channels * bits) / 8) }));
  let [pass, row] = [0, 0];
  return {
    get done() {
      return pass >= passes.length;
    },
    next: () => {
      const { rows, bytes } = passes[pass] ?? { rows: 0, bytes: 0 };
      row += 1;
      if (row >= rows) [pass, row] = [pass + 1, 0];
      return bytes;
    },
  };
}

/** What each chunk of a name holds. */
function* contentsOf(name: string, view: DataView, bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at))
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === name)
      yield bytes.subarray(at + 8, at + 8 + view.getUint32(at));
}
