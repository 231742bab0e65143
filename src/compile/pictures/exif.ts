/** How a camera was held, as EXIF numbers it: 1 upright, 2 to 8 mirrored or turned. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION = 0x0112;

/**
 * The orientation that a block of EXIF names.
 * @param tiff from its `II` or `MM` on
 * @returns 1 where it names none, or where the block is broken
 */
export function orientationIn(tiff: Uint8Array): Orientation {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const at = view.getUint32(4, little);
  if (at > tiff.length - 2) return 1;
  const count = view.getUint16(at, little);
  for (let entry = at + 2; entry < at + 2 + count * 12 && entry <= tiff.length - 12; entry += 12) {
    if (view.getUint16(entry, little) === ORIENTATION) return known(view.getUint16(entry + 8, little));
  }
  return 1;
}

/** True where width and height change places once the picture is upright. */
export function isTurned(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** A block of EXIF that says the orientation and nothing else. */
export function exifOf(orientation: Orientation): Uint8Array {
  const block = new Uint8Array(26);
  const view = new DataView(block.buffer);
  view.setUint32(0, 0x4d4d002a);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, 3);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return block;
}

function known(value: number): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}
