import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import {
  ColorSpace,
  ImageMagick,
  Interlace,
  MagickColors,
  MagickFormat,
  MagickReadSettings,
} from '@imagemagick/magick-wasm';
import { joined } from '../src/compile/pictures/header.ts';
import { chunk } from '../src/compile/pictures/png.ts';
import { openPictures } from '../src/engines/pictures.ts';

const wasm = createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm');

/** The real engine. */
export const resize = await openPictures(readFileSync(wasm));

/** Stands in metadata of the samples, to be looked for in what comes out. */
export const SECRET = 'GPS 48.8566 N';

type Colour = 'rouge' | 'vert' | 'bleu' | 'blanc';
const COLOURS: Readonly<Record<Colour, readonly number[]>> = {
  rouge: [255, 0, 0],
  vert: [0, 255, 0],
  bleu: [0, 0, 255],
  blanc: [255, 255, 255],
};

/** Rows of red, green, blue: a quarter of each colour, in the order of reading. */
function quarters(width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [above, below]: readonly [Colour, Colour] = x < width / 2 ? ['rouge', 'bleu'] : ['vert', 'blanc'];
      pixels.set(COLOURS[y < height / 2 ? above : below], (y * width + x) * 3);
    }
  return pixels;
}

/** A JPEG of four quarters: red, green, blue, white. */
export function jpeg(width: number, height: number, how: { progressive?: true; inks?: true } = {}): Uint8Array {
  const settings = new MagickReadSettings({ format: MagickFormat.Rgb, width, height, depth: 8 });
  return ImageMagick.read(quarters(width, height), settings, (image) => {
    if (how.inks) image.colorSpace = ColorSpace.CMYK;
    if (how.progressive) image.settings.interlace = Interlace.Jpeg;
    return image.write(MagickFormat.Jpeg, (bytes) => bytes.slice());
  });
}

/** A white JPEG, of a size that no test wants to hold as pixels in JavaScript. */
export function whiteJpeg(width: number, height: number): Uint8Array {
  return ImageMagick.read(MagickColors.White, width, height, (image) =>
    image.write(MagickFormat.Jpeg, (bytes) => bytes.slice()),
  );
}

/** A PNG of the same four quarters. */
export function png(width: number, height: number, how: { bits?: 8 | 16; interlaced?: true } = {}): Uint8Array {
  if (how.interlaced) {
    const settings = new MagickReadSettings({ format: MagickFormat.Rgb, width, height, depth: 8 });
    return ImageMagick.read(quarters(width, height), settings, (image) => {
      image.settings.interlace = Interlace.Png;
      return image.write(MagickFormat.Png24, (bytes) => bytes.slice());
    });
  }
  const bits = how.bits ?? 8;
  const wide = bits / 8;
  const pixels = quarters(width, height);
  const rows = new Uint8Array(height * (1 + width * 3 * wide));
  for (let y = 0; y < height; y += 1)
    for (let at = 0; at < width * 3; at += 1)
      rows.fill(
        pixels[y * width * 3 + at] ?? 0,
        y * (1 + width * 3 * wide) + 1 + at * wide,
        y * (1 + width * 3 * wide) + 1 + (at + 1) * wide,
      );
  return pngOf([ihdr(width, height, bits), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]);
}

/** A PNG of these chunks. */
export function pngOf(chunks: readonly Uint8Array[]): Uint8Array {
  return joined([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

/** The head of a PNG in red, green and blue. */
export function ihdr(width: number, height: number, bits: 8 | 16): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([bits, 2, 0, 0, 0], 8);
  return chunk('IHDR', head);
}

/** Chunks put after the head of a PNG. */
export function withChunks(bytes: Uint8Array, chunks: readonly Uint8Array[]): Uint8Array {
  return joined([bytes.subarray(0, 33), ...chunks, bytes.subarray(33)]);
}

/** Segments put at the start of a JPEG: marker and content. */
export function withSegments(bytes: Uint8Array, segments: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const made = segments.map(([marker, content]) =>
    joined([new Uint8Array([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]), content]),
  );
  return joined([bytes.subarray(0, 2), ...made, bytes.subarray(2)]);
}

/** EXIF as a telephone writes it: orientation, a position, a thumbnail; in the byte order asked for. */
export function telephone(orientation: number, order: 'II' | 'MM' = 'II'): Uint8Array {
  const little = order === 'II';
  const tiff = new Uint8Array(200);
  const view = new DataView(tiff.buffer);
  tiff.set(ascii(order));
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 2, little);
  const entry = (at: number, tag: number, type: number, value: number): void => {
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, type, little);
    view.setUint32(at + 4, 1, little);
    if (type === 3) view.setUint16(at + 8, value, little);
    else view.setUint32(at + 8, value, little);
  };
  entry(10, 0x0112, 3, orientation);
  entry(22, 0x8825, 4, 60);
  tiff.set(ascii(SECRET), 100);
  return tiff;
}

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** The bytes as Latin letters, to look for words in. */
export function letters(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** A decoded picture: its size, and the colours of its corners in the order of reading, as a viewer shows them. */
export function looked(bytes: Uint8Array): { width: number; height: number; corners: readonly (Colour | 'autre')[] } {
  return ImageMagick.read(bytes, (image) => {
    image.autoOrient();
    image.colorSpace = ColorSpace.sRGB;
    const { width, height } = image;
    const corners = [
      [1, 1],
      [width - 2, 1],
      [1, height - 2],
      [width - 2, height - 2],
    ] as const;
    return image.getPixels((pixels) => ({
      width,
      height,
      corners: corners.map(([x, y]) => named(pixels.toByteArray(x, y, 1, 1, 'RGB') ?? [])),
    }));
  });
}

/** All pixels of a picture, to compare two. */
export function pixels(bytes: Uint8Array): Uint8Array {
  return ImageMagick.read(bytes, (image) =>
    image.getPixels((all) => all.toByteArray(0, 0, image.width, image.height, 'RGBA')?.slice() ?? new Uint8Array()),
  );
}

function named(rgb: ArrayLike<number>): Colour | 'autre' {
  const near = (colour: readonly number[]): boolean =>
    colour.every((value, at) => Math.abs(value - (rgb[at] ?? -1000)) < 40);
  const found = (Object.keys(COLOURS) as Colour[]).find((name) => near(COLOURS[name]));
  return found ?? 'autre';
}
