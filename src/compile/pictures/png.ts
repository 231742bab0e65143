import { exifOf, type Orientation, orientationIn } from './exif.ts';
import { CUT, DAMAGED, joined, type Refused, type Stripped } from './header.ts';

/** What a PNG is drawn from. All other chunks are texts, dates, EXIF, thumbnails, animation, or unknown to readers. */
const KEPT = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND'];

/**
 * A PNG without its metadata; its pixels are not decoded, so none changes. What follows its end goes too.
 * @param bytes that begin as a PNG does
 * @see PNG, third edition (W3C, 2025), § 5 and § 11
 */
export function strippedPng(bytes: Uint8Array): Stripped | Refused {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let orientation: Orientation = 1;
  let animated = false;
  let at = 8;
  let drawn = false;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return CUT;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if ((at === 8) !== (name === 'IHDR')) return DAMAGED;
    if (name === 'eXIf') orientation = orientationIn(bytes.subarray(at + 8, end - 4));
    if (name === 'acTL') animated = true;
    if (KEPT.includes(name)) {
      if (crc(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return DAMAGED;
      kept.push(bytes.subarray(at, end));
    }
    if (name === 'IDAT') drawn = true;
    if (name === 'IEND') break;
    at = end;
  }
  if (at + 12 > bytes.length) return CUT;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (!drawn || width === 0 || height === 0) return DAMAGED;
  // After IHDR, the second piece kept: the chunk may stand anywhere before the pixels.
  if (orientation !== 1) kept.splice(2, 0, chunk('eXIf', exifOf(orientation)));
  const passes = bytes[28] === 1;
  return { ok: true, bytes: joined(kept), width, height, orientation, inks: false, animated, passes };
}

/** One chunk: its length, name, content and check. */
export function chunk(name: string, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + content.length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, content.length);
  for (const [index, letter] of [...name].entries()) whole[4 + index] = letter.charCodeAt(0);
  whole.set(content, 8);
  view.setUint32(8 + content.length, crc(whole.subarray(4, 8 + content.length)));
  return whole;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The check of PNG's annex D. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
