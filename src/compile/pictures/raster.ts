import { nombre } from '../../words/numbers.ts';
import { fillIn, type Text } from '../../words/text.ts';
import type { Engines } from '../engines.ts';
import { isTurned } from './exif.ts';
import { DAMAGED, type Refused, refused, type Stripped } from './header.ts';
import { strippedJpeg } from './jpeg.ts';
import { strippedPng } from './png.ts';
import { hasAllPixels } from './png-pixels.ts';

/** What pictures are made ready for: a screen, or paper (PDF, DOCX, ODT). */
export type Cible = 'ecran' | 'papier';

/** A picture that can be shown. */
export interface Shown {
  readonly ok: true;
  readonly type: 'image/jpeg' | 'image/png' | 'image/svg+xml';
  readonly bytes: Uint8Array;
  /** What its author should know of it all the same. */
  readonly remarks: readonly Text[];
}

/** In pixels. On paper, 300 dots an inch over 20 cm. */
const BOXES: Readonly<Record<Cible, { readonly width: number; readonly height: number }>> = {
  ecran: { width: 1600, height: 2400 },
  papier: { width: 2400, height: 3400 },
};

/**
 * The largest pictures that are decoded, in pixels; each takes less than 1 GB. Measured: a JPEG of 195 megapixels 220 MB,
 * one in passes of 120 megapixels 890 MB, a PNG of 70 megapixels 460 MB.
 */
const LARGEST = { jpeg: 250_000_000, passes: 120_000_000, png: 80_000_000 };

/** Without an engine, a picture up to so many times its box and so heavy is taken as it is. */
const AS_IT_IS = { times: 2, bytes: 4_000_000 };

/**
 * A JPEG or a PNG as a report shows it: without metadata, no larger than its place, upright on paper.
 * @param resize without it a picture stays as large as it is, and one too large is refused
 */
export function rasterOf(
  bytes: Uint8Array,
  format: 'jpeg' | 'png',
  cible: Cible,
  resize: Engines['resize'],
): Shown | Refused {
  const stripped = format === 'jpeg' ? strippedJpeg(bytes) : strippedPng(bytes);
  if (!stripped.ok) return stripped;
  const type = `image/${format}` as const;
  const remarks = stripped.animated ? [ANIMATED] : [];
  const fits = stripped.width * stripped.height <= largest(stripped, format);
  if (format === 'png' && fits && !hasAllPixels(stripped.bytes)) return DAMAGED;
  if (isReady(stripped, cible)) return { ok: true, type, bytes: stripped.bytes, remarks };
  const times = besideBox(stripped, cible);
  const lying = isLying(stripped, cible);
  if (resize === undefined) {
    const small = times <= AS_IT_IS.times && stripped.bytes.length <= AS_IT_IS.bytes;
    if (!small) return tooLarge(stripped);
    return { ok: true, type, bytes: stripped.bytes, remarks: lying ? [...remarks, LYING] : remarks };
  }
  if (!fits) return tooLarge(stripped);
  const smaller = strippedAgain(resize({ bytes: stripped.bytes, format, ...BOXES[cible] }), format);
  if (smaller === null) return UNREADABLE;
  // A map of few colours may weigh less as it is than smaller, its edges blurred.
  const lighter = !lying && !stripped.inks && times <= AS_IT_IS.times && stripped.bytes.length <= smaller.length;
  if (stripped.inks) remarks.push(INKS);
  return { ok: true, type, bytes: lighter ? stripped.bytes : smaller, remarks };
}

/**
 * True where `rasterOf` would do more with an engine than without: asked before one is started.
 * @param bytes a JPEG or a PNG
 */
export function wantsResize(bytes: Uint8Array, format: 'jpeg' | 'png', cible: Cible): boolean {
  const stripped = format === 'jpeg' ? strippedJpeg(bytes) : strippedPng(bytes);
  return stripped.ok && !isReady(stripped, cible);
}

function isReady(stripped: Stripped, cible: Cible): boolean {
  return besideBox(stripped, cible) <= 1 && !isLying(stripped, cible) && !stripped.inks;
}

/** Word and LibreOffice do not turn a picture as its EXIF asks. */
function isLying({ orientation }: Stripped, cible: Cible): boolean {
  return cible === 'papier' && orientation !== 1;
}

/** How many times its box a picture measures, once upright. */
function besideBox({ width, height, orientation }: Stripped, cible: Cible): number {
  const [across, down] = isTurned(orientation) ? [height, width] : [width, height];
  return Math.max(across / BOXES[cible].width, down / BOXES[cible].height);
}

function largest({ passes }: Stripped, format: 'jpeg' | 'png'): number {
  return format === 'png' ? LARGEST.png : passes ? LARGEST.passes : LARGEST.jpeg;
}

/** An engine writes dates and words of its own. */
function strippedAgain(written: Uint8Array | null, format: 'jpeg' | 'png'): Uint8Array | null {
  if (written === null) return null;
  const again = format === 'jpeg' ? strippedJpeg(written) : strippedPng(written);
  return again.ok ? again.bytes : null;
}

function tooLarge({ width, height }: Stripped): Refused {
  const why = fillIn(
    {
      fr: 'image trop grande ({width} × {height} pixels) : réduisez-la à {assez} pixels de large',
      en: 'picture too large ({width} × {height} pixels): bring it down to {assez} pixels across',
    },
    { width: both(width), height: both(height), assez: both(BOXES.papier.width) },
  );
  return { ok: false, why };
}

function both(pixels: number): Text {
  return { fr: nombre(pixels, 'fr'), en: nombre(pixels, 'en') };
}

const UNREADABLE = refused(
  'le fichier est abîmé, l’image ne se lit pas : prenez-en une copie saine',
  'the file is damaged, the picture cannot be read: take a sound copy of it',
);

const ANIMATED: Text = {
  fr: 'image animée, seule sa première vue est montrée',
  en: 'animated picture, only its first view is shown',
};
const INKS: Text = {
  fr: 'couleurs d’imprimerie (CMJN), converties pour l’écran : regardez si elles conviennent, ou enregistrez l’image en RVB',
  en: 'printing colours (CMYK), turned into screen colours: see whether they are right, or save the picture as RGB',
};
const LYING: Text = {
  fr: 'image tournée par une mention que les traitements de texte ne suivent pas : enregistrez-la à l’endroit',
  en: 'picture turned by a mark that word processors do not follow: save it upright',
};
