import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Found, found } from './found.ts';
import { oldWindowsLetter } from './old-windows.ts';
import { sentences } from './sentences.ts';

/** Beyond this a file is not a text that somebody wrote by hand; it is refused before being read. */
export const maxFileBytes = 5_000_000;

/** Files are read into the same bytes, one after the other: their text is made before the next is read. */
let room = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Reads a whole file, unless it is too long.
 * @param most how many bytes it may have
 * @returns its bytes, good until the next call; null when there are more
 * @throws the system's error when it cannot be opened
 */
export function readUpTo(path: string, most: number): Uint8Array | null {
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (;;) {
      const free = room.length - length;
      const read = readSync(file, room, length, free, null);
      length += read;
      if (length > most) return null;
      // A file that leaves room has been read to its end; one that fills it may hold more, and only then is its size asked.
      if (read < free) return room.subarray(0, length);
      room = grown(room, Math.min(fstatSync(file).size, most));
    }
  } finally {
    closeSync(file);
  }
}

function grown(before: Buffer<ArrayBuffer>, wanted: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(Math.max(before.length * 2, wanted + 1));
  before.copy(larger);
  return larger;
}

/**
 * What a file's bytes say: its text, or why they are no text. When they are not, `text` is only good for showing the place.
 * `bom`: the file opened with a byte order mark, which `text` and its offsets leave out.
 */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly bom: boolean }
  | { readonly ok: false; readonly text: string; readonly finding: Found };

/**
 * Reads bytes as UTF-8 and nothing else: a guess at another encoding would change an author's words in silence.
 * @param bytes a whole file
 * @returns its text, or one finding `fichier-illisible`: too long, UTF-16, not a text, or the first byte that is not UTF-8
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > maxFileBytes)
    return refused(sentences.tropLong({ taille: (bytes.length / 1e6).toFixed(1), limite: maxFileBytes / 1e6 }));
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return refused(sentences.utf16());
  const zero = bytes.indexOf(0);
  if (zero >= 0) return refused(everyOtherZero(bytes) ? sentences.utf16() : sentences.pasUnTexte());
  if (!isUtf8(bytes)) return badByte(bytes);
  const bom = startsWith(bytes, 0xef, 0xbb, 0xbf);
  return { ok: true, text: utf8(bom ? bytes.subarray(3) : bytes), bom };
}

function refused(message: Found['message']): Decoded {
  return { ok: false, text: '', finding: found('fichier-illisible', [0, 0], message) };
}

/** A line never cuts a character of UTF-8 in two, so the bad byte is looked for in the first line that is not UTF-8. */
function badByte(bytes: Uint8Array): Decoded {
  let start = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
  const first = start;
  let end = lineEnd(bytes, start);
  while (end < bytes.length && isUtf8(bytes.subarray(start, end))) {
    start = end;
    end = lineEnd(bytes, start);
  }
  const before = goodPrefix(bytes.subarray(start, end));
  const byte = bytes[start + before] ?? 0;
  const text = utf8(bytes.subarray(first));
  const offset = utf8(bytes.subarray(first, start + before)).length;
  const message = sentences.pasUtf8({
    octet: byte.toString(16).toUpperCase().padStart(2, '0'),
    lettre: oldWindowsLetter(byte),
  });
  return { ok: false, text, finding: found('fichier-illisible', [offset, offset + 1], message) };
}

/** How many bytes of a line are UTF-8 before the first that is not. */
function goodPrefix(line: Uint8Array): number {
  let good = 0;
  for (let length = 1; good < line.length && length <= 4; length++) {
    if (!isUtf8(line.subarray(good, good + length))) continue;
    good += length;
    length = 0;
  }
  return good;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0x0a, from);
  return at < 0 ? bytes.length : at + 1;
}

/** UTF-16 without a mark: in French or English nearly every second byte is zero, on one side only. */
function everyOtherZero(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 2000 - (2000 % 2));
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) > head.length * 0.35 && Math.min(even, odd) < head.length * 0.05;
}

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
