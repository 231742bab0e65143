import { exifOf, type Orientation, orientationIn } from './exif.ts';
import { CUT, DAMAGED, joined, type Refused, refused, type Stripped } from './header.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

/** Frames that every browser, Word and Typst read: baseline, extended, progressive. */
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
/** Frames that they do not: without loss, or arithmetic. */
const ODD_FRAMES: readonly number[] = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

/** Encoders write a dozen. Each passes over the whole picture: thousands would take hours. */
const MOST_SCANS = 100;

const ODD = refused(
  'ce JPEG est d’une forme rare (sans perte, arithmétique ou 12 bits) : enregistrez-le en JPEG ordinaire ou en PNG',
  'this JPEG is of a rare kind (lossless, arithmetic or 12 bits): save it as an ordinary JPEG or as PNG',
);

/**
 * A JPEG without its metadata; its pixels are not decoded, so none changes. What follows its end (a second picture, a
 * film) goes too.
 * @param bytes that begin as a JPEG does
 * @see ITU-T T.81, annex B
 */
export function strippedJpeg(bytes: Uint8Array): Stripped | Refused {
  const kept: Uint8Array[] = [];
  let jfif: Uint8Array | null = null;
  let frame: Frame | null = null;
  let orientation: Orientation = 1;
  let scans = 0;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return DAMAGED;
    const marker = bytes[at + 1];
    if (marker === undefined) return CUT;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return frame === null ? DAMAGED : stripped(kept, jfif, frame, orientation);
    const end = at + 2 + u16(bytes, at + 2);
    if (end > bytes.length || end < at + 4) return end > bytes.length ? CUT : DAMAGED;
    const payload = bytes.subarray(at + 4, end);
    if (ODD_FRAMES.includes(marker)) return ODD;
    if (FRAMES.includes(marker)) {
      // A second one would say another size than the one that is decoded.
      if (frame !== null) return DAMAGED;
      frame = frameIn(payload, marker);
      if (frame === null) return DAMAGED;
      if (frame.bits !== 8) return ODD;
    }
    if (marker === APP1) orientation = exifIn(payload) ?? orientation;
    if (marker === APP0) jfif ??= jfifWithoutThumbnail(payload);
    else if (isPicture(marker, payload)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === SOS) {
      scans += 1;
      if (frame === null || scans > MOST_SCANS) return DAMAGED;
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
  return CUT;
}

interface Frame {
  readonly bits: number;
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly progressive: boolean;
}

function stripped(
  kept: readonly Uint8Array[],
  jfif: Uint8Array | null,
  frame: Frame,
  orientation: Orientation,
): Stripped | Refused {
  const { width, height, components, progressive } = frame;
  if (width === 0 || height === 0) return DAMAGED;
  const before = [
    new Uint8Array([0xff, SOI]),
    ...(jfif === null ? [] : [segment(APP0, jfif)]),
    ...(orientation === 1 ? [] : [segment(APP1, joined([letters('Exif\0\0'), exifOf(orientation)]))]),
  ];
  const bytes = joined([...before, ...kept, new Uint8Array([0xff, EOI])]);
  const inks = components === 4;
  return { ok: true, bytes, width, height, orientation, inks, animated: false, passes: progressive };
}

function frameIn(payload: Uint8Array, marker: number): Frame | null {
  if (payload.length < 6) return null;
  const [bits = 0, , , , , components = 0] = payload;
  return { bits, width: u16(payload, 3), height: u16(payload, 1), components, progressive: marker === 0xc2 };
}

/** Tables, frames and scans; of the application's own segments, the colour profile, and Adobe's word for the colours. */
function isPicture(marker: number, payload: Uint8Array): boolean {
  if (marker === APP2) return startsWith(payload, 'ICC_PROFILE\0');
  if (marker === APP14) return startsWith(payload, 'Adobe');
  return marker !== COM && (marker < APP0 || marker > APP15) && marker >= 0xc0;
}

/** The density stays; the little picture beside it goes. */
function jfifWithoutThumbnail(payload: Uint8Array): Uint8Array | null {
  if (!startsWith(payload, 'JFIF\0') || payload.length < 14) return null;
  return joined([payload.subarray(0, 12), new Uint8Array(2)]);
}

function exifIn(payload: Uint8Array): Orientation | null {
  return startsWith(payload, 'Exif\0') ? orientationIn(payload.subarray(6)) : null;
}

/** Coded pixels run to the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function segment(marker: number, payload: Uint8Array): Uint8Array {
  const length = payload.length + 2;
  return joined([new Uint8Array([0xff, marker, length >> 8, length & 0xff]), payload]);
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function letters(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return letters(text).every((byte, index) => bytes[index] === byte);
}
