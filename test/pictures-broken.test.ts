import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../src/compile/pictures/picture.ts';
import { chunk } from '../src/compile/pictures/png.ts';
import { ascii, ihdr, png, pngOf } from './pictures-sample.ts';

/** Why a picture is not shown; null where it is. */
function refusal(bytes: Uint8Array): string | null {
  const picture = pictureOf('medias/a', bytes, 'papier', undefined);
  return picture.ok ? null : picture.why.fr;
}

const END = chunk('IEND', new Uint8Array());
const ROW = 1 + 8 * 3;
const pixels = (rows: Uint8Array): Uint8Array => pngOf([ihdr(8, 8, 8), chunk('IDAT', deflateSync(rows)), END]);
const sound = new Uint8Array(8 * ROW);

/** Pixels that are places in a palette. */
function indexed(bits: number, ...palette: readonly Uint8Array[]): Uint8Array {
  const head = new Uint8Array(13);
  head.set([0, 0, 0, 8, 0, 0, 0, 8, bits, 3, 0, 0, 0]);
  return pngOf([chunk('IHDR', head), ...palette, chunk('IDAT', deflateSync(new Uint8Array(8 * (1 + bits)))), END]);
}

describe('a PNG whose chunks are sound', () => {
  it.each<[string, Uint8Array]>([
    ['of 8 bits', pixels(sound)],
    ['of 16 bits', png(40, 30, { bits: 16 })],
    ['in passes', png(41, 29, { interlaced: true })],
    ['of one pixel', png(1, 1)],
    ['with a palette of one bit', indexed(1, chunk('PLTE', new Uint8Array(6)))],
  ])('%s is shown', (_, bytes) => expect(refusal(bytes)).toBeNull());

  it.each<[string, Uint8Array]>([
    ['whose last row is missing', pixels(sound.subarray(0, 7 * ROW))],
    ['whose last pixel is missing', pixels(sound.subarray(0, -1))],
    ['with a row of no known filter', pixels(sound.map((byte, at) => (at === 3 * ROW ? 9 : byte)))],
    ['whose pixels are not packed as they should', pngOf([ihdr(8, 8, 8), chunk('IDAT', ascii('pas du zlib')), END])],
    [
      'whose packed pixels stop',
      pngOf([
        ihdr(8, 8, 8),
        chunk('IDAT', deflateSync(Uint8Array.from(sound, (_, at) => (at % ROW) % 5)).subarray(0, 10)),
        END,
      ]),
    ],
    ['without the palette that it needs', indexed(8)],
    ['of bits that its kind does not have', indexed(16, chunk('PLTE', new Uint8Array(6)))],
  ])('%s is refused, with what is so', (_, bytes) =>
    expect(refusal(bytes)).toBe('le fichier est abîmé : prenez-en une copie saine'),
  );
});

describe('an SVG', () => {
  const svg = (attributes: string): Uint8Array =>
    ascii(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9" height="9"/></svg>`);

  it.each(['width="0" height="9"', 'width="9" height="-3"', 'viewBox="0 0 0 9"', 'width="0px" viewBox="0 0 9 9"'])(
    'of no size is refused: %s',
    (attributes) => expect(refusal(svg(attributes))).toContain('largeur ou une hauteur nulle'),
  );
  it.each(['', 'width="9" height="9"', 'width="100%" height="0.5"', 'viewBox="0 0 1e9 1e9"', 'viewBox="0 0 .5 .5"'])(
    'of any other size is shown: %s',
    (attributes) => expect(refusal(svg(attributes))).toBeNull(),
  );
});
