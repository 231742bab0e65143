import type { Writing } from './state.ts';

/** By the type that the address says: `media.ts` read it from the bytes. */
const ENDS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' };

/**
 * The path of a picture that stands in its own address (`data:image/png;base64,…`); its bytes are kept.
 * @returns null for any other address, and for a picture that is cut short: its words stand in its place
 */
export function pathOf(url: string, { pictures, files }: Writing): string | null {
  const known = pictures.get(url);
  if (known !== undefined) return known;
  const [, type = '', data = ''] = /^data:([^;,]+);base64,(.*)$/s.exec(url) ?? [];
  const end = ENDS[type];
  if (end === undefined) return null;
  const bytes = Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0));
  if (!isWhole(bytes, end)) return null;
  const path = `/images/${pictures.size + 1}.${end}`;
  pictures.set(url, path);
  files.set(path, bytes);
  return path;
}

/**
 * Keeps a drawing of ours.
 * @returns its path
 */
export function drawingOf(name: string, svg: string, { files }: Writing): string {
  const path = `/figures/${name}.svg`;
  files.set(path, new TextEncoder().encode(svg));
  return path;
}

/** Is a picture there to its end? Typst makes nothing at all of a document that has a broken one. */
function isWhole(bytes: Uint8Array, end: string): boolean {
  if (end === 'png') return hasPngEnd(bytes);
  return end === 'jpg' ? hasJpegImage(bytes) : true;
}

/** Chunks of a length, a name and a sum, from IHDR to IEND (PNG specification, 5.3), with data between. */
function hasPngEnd(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let data = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = view.getUint32(at + 4);
    if (name === 0x49454e44) return data;
    if (name === 0x49444154) data = true;
    at += view.getUint32(at) + 12;
  }
  return false;
}

/** Segments up to the start of the scan, one of which gives the size (ITU T.81, B.1.1). */
function hasJpegImage(bytes: Uint8Array): boolean {
  let size = false;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return size;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) size = true;
    at += marker === 0xff ? 1 : 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return false;
}
