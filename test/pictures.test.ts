import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined } from '../src/compile/pictures/header.ts';
import { strippedJpeg } from '../src/compile/pictures/jpeg.ts';
import { pictureOf } from '../src/compile/pictures/picture.ts';
import { chunk } from '../src/compile/pictures/png.ts';
import type { Cible } from '../src/compile/pictures/raster.ts';
import {
  ascii,
  ihdr,
  jpeg,
  letters,
  looked,
  pixels,
  png,
  pngOf,
  resize,
  SECRET,
  telephone,
  whiteJpeg,
  withChunks,
  withSegments,
} from './pictures-sample.ts';

/** Null for none: a report may be made without. */
type Engine = typeof resize | null;

const made = (bytes: Uint8Array, cible: Cible = 'ecran', engine: Engine = resize) =>
  pictureOf('medias/photo', bytes, cible, engine ?? undefined);

/** The bytes of a picture that must be shown. */
function shown(bytes: Uint8Array, cible: Cible = 'ecran', engine: Engine = resize): Uint8Array {
  const picture = made(bytes, cible, engine);
  if (!picture.ok) throw new Error(picture.why.fr);
  return picture.bytes;
}

/** Why a picture is not shown. */
function why(bytes: Uint8Array, engine: Engine = resize): string {
  const picture = made(bytes, 'ecran', engine);
  return picture.ok ? 'montrée' : picture.why.fr;
}

const exif = (orientation: number, order?: 'II' | 'MM'): readonly [number, Uint8Array] => [
  0xe1,
  joined([ascii('Exif\0\0'), telephone(orientation, order)]),
];
const profile = ascii('ICC_PROFILE\0\x01\x01 profil de couleur');

describe('what a JPEG tells of its author', () => {
  const plain = jpeg(40, 30);
  const thumbnail = joined([ascii('JFIF\0\x01\x02\x01\0\x48\0\x48\x05\x05'), new Uint8Array(75), ascii(SECRET)]);
  it.each<[string, number, Uint8Array]>([
    ['EXIF with a position', ...exif(1)],
    ['EXIF in the other byte order', ...exif(1, 'MM')],
    ['XMP', 0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)],
    ['a second block of XMP', 0xe1, ascii(`http://ns.adobe.com/xmp/extension/\0${SECRET}`)],
    ['IPTC', 0xed, ascii(`Photoshop 3.0\x008BIM${SECRET}`)],
    ['a list of further pictures', 0xe2, ascii(`MPF\0${SECRET}`)],
    ['content credentials', 0xeb, ascii(`JP\0\0${SECRET}`)],
    ['a comment', 0xfe, ascii(SECRET)],
    ['a thumbnail', 0xe0, thumbnail],
    ['a thumbnail of another kind', 0xe0, ascii(`JFXX\0\x10${SECRET}`)],
  ])('%s goes, and no pixel changes', (_, marker, content) => {
    const bytes = withSegments(plain, [[marker, content]]);
    const out = shown(bytes);
    expect(letters(bytes)).toContain(SECRET);
    expect(letters(out)).not.toContain(SECRET);
    expect(pixels(out)).toEqual(pixels(plain));
  });

  it('goes with what follows the end: a film, a second picture', () => {
    expect(letters(shown(joined([plain, ascii(SECRET), jpeg(20, 20)])))).not.toContain(SECRET);
  });

  it('goes when the picture is made smaller too', () => {
    const big = withSegments(jpeg(3400, 400), [exif(1), [0xfe, ascii(SECRET)]]);
    const out = shown(big);
    expect(looked(out)).toEqual({ width: 1600, height: 188, corners: ['rouge', 'vert', 'bleu', 'blanc'] });
    expect(letters(out)).not.toMatch(/48\.8566|Exif|ImageMagick|date:/);
  });

  it('leaves the colour profile', () => {
    expect(letters(shown(withSegments(plain, [[0xe2, profile]])))).toContain('profil de couleur');
  });
});

describe('what a PNG tells of its author', () => {
  const plain = png(40, 30);
  it.each(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'caBX', 'prVt', 'dSIG'])('%s goes, and no pixel changes', (name) => {
    const bytes = withChunks(plain, [chunk(name, ascii(SECRET))]);
    const out = shown(bytes);
    expect(letters(bytes)).toContain(SECRET);
    expect(letters(out)).not.toContain(SECRET);
    expect(out).toEqual(plain);
  });

  it('goes with what follows the end', () => expect(shown(joined([plain, ascii(SECRET)]))).toEqual(plain));

  it('goes when the picture is made smaller too, with what the engine writes of itself', () => {
    const out = shown(withChunks(png(3400, 400), [chunk('tEXt', ascii(SECRET))]));
    expect(looked(out).width).toBe(1600);
    expect(letters(out)).not.toMatch(/48\.8566|tEXt|eXIf|tIME|date:/);
  });

  it('leaves the colour profile, the density and the transparent colour', () => {
    const kept = [
      chunk('iCCP', ascii('profil\0\0x')),
      chunk('pHYs', new Uint8Array(9)),
      chunk('tRNS', new Uint8Array(6)),
    ];
    const bytes = withChunks(plain, kept);
    expect(shown(bytes)).toEqual(bytes);
  });
});

describe('a picture that was taken with the camera turned', () => {
  const upright = ['rouge', 'vert', 'bleu', 'blanc'];
  const stored = (orientation: number, format: 'jpeg' | 'png', width: number, height: number): Uint8Array => {
    if (format === 'jpeg') return withSegments(jpeg(width, height), [exif(orientation)]);
    return withChunks(png(width, height), [chunk('eXIf', telephone(orientation))]);
  };
  /** How the four quarters are seen, by the definition of each orientation (EXIF 2.32, § 4.6.4). */
  const seen: Readonly<Record<number, readonly string[]>> = {
    1: upright,
    2: ['vert', 'rouge', 'blanc', 'bleu'],
    3: ['blanc', 'bleu', 'vert', 'rouge'],
    4: ['bleu', 'blanc', 'rouge', 'vert'],
    5: ['rouge', 'bleu', 'vert', 'blanc'],
    6: ['bleu', 'rouge', 'blanc', 'vert'],
    7: ['blanc', 'vert', 'bleu', 'rouge'],
    8: ['vert', 'blanc', 'rouge', 'bleu'],
  };
  const cases = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((one) => [[one, 'jpeg'] as const, [one, 'png'] as const]);

  it.each(cases)('orientation %d, %s, keeps that word alone on a screen', (orientation, format) => {
    const out = shown(stored(orientation, format, 40, 24));
    expect(looked(out)).toEqual({
      width: orientation >= 5 ? 24 : 40,
      height: orientation >= 5 ? 40 : 24,
      corners: seen[orientation],
    });
    expect(letters(out)).not.toContain(SECRET);
  });

  it.each(cases)('orientation %d, %s, is upright on paper, where nobody reads that word', (orientation, format) => {
    const out = shown(stored(orientation, format, 40, 24), 'papier');
    expect(looked(out).corners).toEqual(seen[orientation]);
    expect(letters(out)).not.toMatch(/Exif|eXIf/);
  });

  it.each(cases)('orientation %d, %s, is upright once it is smaller', (orientation, format) => {
    const out = shown(stored(orientation, format, 2600, 52));
    const across = orientation < 5;
    expect(looked(out)).toEqual({
      width: across ? 1600 : 48,
      height: across ? 32 : 2400,
      corners: seen[orientation],
    });
    expect(letters(out)).not.toMatch(/Exif|eXIf/);
  });
});

describe('the size of a picture', () => {
  it.each<[string, Uint8Array]>([
    ['a baseline JPEG', jpeg(3000, 300)],
    ['a progressive JPEG', jpeg(3000, 300, { progressive: true })],
    ['a JPEG in inks', jpeg(3000, 300, { inks: true })],
    ['a PNG', png(3000, 300)],
    ['a PNG of 16 bits', png(3000, 300, { bits: 16 })],
    ['an interlaced PNG', png(3000, 300, { interlaced: true })],
  ])('%s is made smaller for its place, its colours kept', (_, bytes) => {
    const corners = ['rouge', 'vert', 'bleu', 'blanc'];
    expect(looked(shown(bytes))).toEqual({ width: 1600, height: 160, corners });
    expect(looked(shown(bytes, 'papier'))).toEqual({ width: 2400, height: 240, corners });
  });

  it('is left as it is where it fits: not one pixel is coded anew', () => {
    const bytes = jpeg(1600, 20);
    expect(pixels(shown(bytes))).toEqual(pixels(bytes));
  });

  it('is left as it is where it weighs less so', () => {
    const bytes = png(1700, 400);
    expect(shown(bytes).length).toBeLessThanOrEqual(bytes.length);
  });

  it('is never made larger', () => expect(looked(shown(jpeg(20, 20), 'papier')).width).toBe(20));

  it('of 60 megapixels is a picture like another', () => {
    expect(looked(shown(whiteJpeg(9500, 6320)))).toMatchObject({ width: 1600, height: 1064 });
  }, 30_000);

  it('in inks is turned into screen colours, and its author is told', () => {
    const picture = made(jpeg(40, 30, { inks: true }));
    expect(picture.ok && picture.remarks.map(({ fr }) => fr)).toEqual([expect.stringContaining('CMJN')]);
    expect(picture.ok && strippedJpeg(picture.bytes)).toMatchObject({ inks: false });
    expect(picture.ok && looked(picture.bytes).corners).toEqual(['rouge', 'vert', 'bleu', 'blanc']);
  });

  it('is the same bytes each time', () => {
    for (const bytes of [jpeg(3000, 40), png(3000, 40)]) expect(shown(bytes)).toEqual(shown(bytes));
  });
});

describe('without an engine', () => {
  const alone = (bytes: Uint8Array) => made(bytes, 'papier', null);
  it('a picture of up to twice its place is taken as it is, without metadata', () => {
    const picture = alone(withSegments(jpeg(4000, 100), [exif(1)]));
    expect(picture.ok && [looked(picture.bytes).width, letters(picture.bytes).includes(SECRET)]).toEqual([4000, false]);
  });
  it('a larger one is left out, and its size said', () => {
    const picture = alone(jpeg(5000, 100));
    expect(picture.ok ? null : picture.why).toEqual({
      fr: 'image trop grande (5\u202f000 × 100 pixels) : réduisez-la à 2\u202f400 pixels de large',
      en: 'picture too large (5,000 × 100 pixels): bring it down to 2,400 pixels across',
    });
  });
  it('a turned one is shown on paper with a word of warning', () => {
    const picture = alone(withSegments(jpeg(40, 30), [exif(6)]));
    expect(picture.ok && picture.remarks[0]?.fr).toContain('enregistrez-la à l’endroit');
  });
});

describe('files that are not what they seem', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'c’est un fichier vide'],
    ['a GIF', ascii('GIF89a\x01\0\x01\0'), 'c’est une image GIF ;'],
    ['a WebP', ascii('RIFF\x10\0\0\0WEBPVP8 '), 'c’est une image WebP ;'],
    ['an AVIF', ascii('\0\0\0\x1cftypavif\0\0\0\0'), 'c’est une image AVIF ;'],
    ['an HEIC', ascii('\0\0\0\x1cftypheic\0\0\0\0'), 'c’est une image HEIC ;'],
    ['a film', ascii('\0\0\0\x1cftypisom\0\0\0\0'), 'c’est une vidéo ;'],
    ['a TIFF', ascii('II*\0\x08\0\0\0'), 'c’est une image TIFF ;'],
    ['a TIFF of the other order', ascii('MM\0*\0\0\0\x08'), 'c’est une image TIFF ;'],
    ['a PDF', ascii('%PDF-1.7\n'), 'c’est un PDF ;'],
    ['a BMP', ascii('BM\x10\0\0\0'), 'c’est une image BMP ;'],
    ['a Photoshop file', ascii('8BPS\0\x01'), 'c’est un fichier de Photoshop ;'],
    ['an office file', ascii('PK\x03\x04\x14\0'), 'c’est un fichier compressé, ou de bureautique ;'],
    ['a compressed SVG', ascii('\x1f\x8b\x08\0'), 'c’est un fichier compressé, ou de bureautique ;'],
    ['a pointer of Git LFS', ascii('version https://git-lfs.github.com/spec/v1\noid sha256:0\n'), 'Git LFS'],
    ['a web page', ascii('<!DOCTYPE html>\n<html><svg></svg></html>'), 'c’est une page web ;'],
    ['words', ascii('bonjour'), 'c’est un fichier d’un format inconnu ;'],
  ])('%s: what is so, and what was expected', (_, bytes, words) => {
    expect(why(bytes)).toContain(words);
    expect(why(bytes)).toContain('un rapport montre des images JPEG, PNG ou SVG');
  });

  it('a JPEG is shown whatever its name', () => {
    expect(pictureOf('medias/plan.png', jpeg(40, 30), 'ecran', resize)).toMatchObject({ ok: true, type: 'image/jpeg' });
  });

  it('a little PNG that would grow to 10 gigabytes is refused by its head', () => {
    const bomb = pngOf([ihdr(50_000, 50_000, 8), chunk('IDAT', ascii('x')), chunk('IEND', new Uint8Array())]);
    const words = 'image trop grande (50\u202f000 × 50\u202f000 pixels)';
    expect([why(bomb), why(bomb, null)]).toEqual([expect.stringContaining(words), expect.stringContaining(words)]);
  });

  it('a PNG whose head lies about its pixels is refused', () => {
    const [head, ...rest] = [
      ihdr(3000, 3000, 8),
      chunk('IDAT', ascii('not deflated')),
      chunk('IEND', new Uint8Array()),
    ];
    expect(why(pngOf([head as Uint8Array, ...rest]))).toContain('abîmé');
  });

  it('an animated PNG shows its first view, and its author is told', () => {
    const moving = withChunks(png(40, 30), [chunk('acTL', new Uint8Array(8)), chunk('fcTL', new Uint8Array(26))]);
    const picture = made(moving);
    expect(picture.ok && picture.remarks[0]?.fr).toBe('image animée, seule sa première vue est montrée');
    expect(picture.ok && picture.bytes).toEqual(png(40, 30));
  });

  it.each<[string, number]>([
    ['without loss', 0xc3],
    ['arithmetic', 0xc9],
  ])('a JPEG %s is of a kind that browsers do not read', (_, marker) => {
    const bytes = jpeg(40, 30).slice();
    bytes[letters(bytes).indexOf('\xff\xc0') + 1] = marker;
    expect(why(bytes)).toContain('forme rare');
  });
});

describe('broken files', () => {
  const whole = { jpeg: withSegments(jpeg(24, 16, { progressive: true }), [exif(6)]), png: png(24, 16) };

  it.each(['jpeg', 'png'] as const)('a %s cut anywhere is refused and said to be', (format) => {
    const bytes = whole[format];
    for (let end = 9; end < bytes.length; end += 1)
      expect([end, why(bytes.subarray(0, end))]).toEqual([end, expect.stringMatching(/incomplet|abîmé/)]);
  });

  it.each(['jpeg', 'png'] as const)('a %s with changed bytes is shown or refused, never more', (format) => {
    const bytes = whole[format];
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const other = bytes.slice();
        for (const { at, to } of changes) other[at] = to;
        for (const engine of [resize, null]) expect(typeof made(other, 'papier', engine).ok).toBe('boolean');
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('a JPEG that asks to be passed over a thousand times is refused', () => {
    const bytes = jpeg(24, 16);
    const scan = bytes.subarray(letters(bytes).indexOf('\xff\xda'), -2);
    const many = joined([bytes.subarray(0, -2), ...Array.from({ length: 1000 }, () => scan), bytes.subarray(-2)]);
    expect(why(many)).toContain('abîmé');
  });

  it('a JPEG that says two sizes is refused, and one of a size beyond all sense', () => {
    const bytes = jpeg(24, 16);
    const at = letters(bytes).indexOf('\xff\xc0');
    const frame = bytes.slice(at, at + 19);
    expect(why(joined([bytes.subarray(0, at), frame, bytes.subarray(at)]))).toContain('abîmé');
    const vast = bytes.slice();
    vast.set([0xff, 0xdc, 0xff, 0xdc], at + 5);
    expect(why(vast)).toContain('image trop grande (65\u202f500 × 65\u202f500 pixels)');
  });

  it('a PNG with one wrong bit in its pixels is refused', () => {
    const bytes = png(24, 16).slice();
    const at = letters(bytes).indexOf('IDAT') + 8;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(why(bytes)).toContain('abîmé');
  });
});
