import type { Text } from '../../words/text.ts';

/** What a file is, by what its bytes begin with: a name may lie. */
export type Format = 'jpeg' | 'png' | 'svg' | Text;

/**
 * The format of a picture.
 * @param bytes the whole file
 * @returns one of the three that a report shows, or the words for what the file is instead
 */
export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) return { fr: 'un fichier vide', en: 'an empty file' };
  for (const { format, begins } of signatures) if (begins.some((one) => isAt(bytes, one))) return format;
  const brand = isAt(bytes, [4, 'ftyp']) ? latin(bytes.subarray(8, 12)) : '';
  if (brand !== '') return brands[brand] ?? { fr: 'une vidéo', en: 'a video' };
  return textFormat(bytes);
}

/** Where a signature stands, and its letters. */
type Signature = readonly [at: number, letters: string];

const signatures: readonly { readonly format: Format; readonly begins: readonly Signature[] }[] = [
  { format: 'png', begins: [[0, '\x89PNG\r\n\x1a\n']] },
  { format: 'jpeg', begins: [[0, '\xff\xd8\xff']] },
  { format: { fr: 'une image GIF', en: 'a GIF picture' }, begins: [[0, 'GIF8']] },
  { format: { fr: 'une image WebP', en: 'a WebP picture' }, begins: [[8, 'WEBP']] },
  {
    format: { fr: 'une image TIFF', en: 'a TIFF picture' },
    begins: [
      [0, 'II*\0'],
      [0, 'MM\0*'],
      [0, 'II+\0'],
      [0, 'MM\0+'],
    ],
  },
  { format: { fr: 'une image BMP', en: 'a BMP picture' }, begins: [[0, 'BM']] },
  { format: { fr: 'un fichier de Photoshop', en: 'a Photoshop file' }, begins: [[0, '8BPS']] },
  {
    format: { fr: 'une image JPEG 2000', en: 'a JPEG 2000 picture' },
    begins: [
      [4, 'jP  '],
      [0, '\xff\x4f\xff\x51'],
    ],
  },
  {
    format: { fr: 'une image JPEG XL', en: 'a JPEG XL picture' },
    begins: [
      [0, '\xff\x0a'],
      [4, 'JXL '],
    ],
  },
  { format: { fr: 'un PDF', en: 'a PDF' }, begins: [[0, '%PDF']] },
  { format: { fr: 'un fichier PostScript', en: 'a PostScript file' }, begins: [[0, '%!PS']] },
  {
    format: { fr: 'un fichier compressé, ou de bureautique', en: 'a compressed or an office file' },
    begins: [
      [0, 'PK\x03\x04'],
      [0, '\x1f\x8b'],
      [0, '\xd0\xcf\x11\xe0'],
    ],
  },
  {
    format: {
      fr: 'l’adresse d’un fichier gardé par Git LFS (« git lfs pull » l’apporte)',
      en: 'the address of a file that Git LFS keeps (“git lfs pull” brings it)',
    },
    begins: [[0, 'version https://git-lfs']],
  },
];

/** Of the family of MP4. */
const brands: Readonly<Record<string, Text>> = {
  avif: { fr: 'une image AVIF', en: 'an AVIF picture' },
  avis: { fr: 'une image AVIF animée', en: 'an animated AVIF picture' },
  heic: { fr: 'une image HEIC', en: 'an HEIC picture' },
  heix: { fr: 'une image HEIC', en: 'an HEIC picture' },
  hevc: { fr: 'une image HEIC animée', en: 'an animated HEIC picture' },
  mif1: { fr: 'une image HEIF', en: 'an HEIF picture' },
  msf1: { fr: 'une image HEIF animée', en: 'an animated HEIF picture' },
};

/** Only the start is read, and only the ASCII of it: UTF-16 has a zero beside each letter. */
function textFormat(bytes: Uint8Array): Format {
  const start = latin(bytes.subarray(0, 20_000)).replaceAll('\0', '');
  const before =
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE\s[^[>]*(?:\[[^\]]*\]\s*)?>)\s*)*/;
  const root = /^<(?:[\w.-]+:)?(\w+)/.exec(start.slice(before.exec(start)?.[0].length ?? 0))?.[1];
  if (root === 'svg') return 'svg';
  if (root?.toLowerCase() === 'html') return { fr: 'une page web', en: 'a web page' };
  return { fr: 'un fichier d’un format inconnu', en: 'a file of an unknown format' };
}

function isAt(bytes: Uint8Array, [at, letters]: Signature): boolean {
  return latin(bytes.subarray(at, at + letters.length)) === letters;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
