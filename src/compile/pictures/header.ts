import type { Text } from '../../words/text.ts';
import type { Orientation } from './exif.ts';

/** A JPEG or a PNG without what is not picture, nothing decoded. */
export interface Stripped {
  readonly ok: true;
  /** The same picture: no EXIF but its orientation, no XMP, IPTC, thumbnail, comment, text, date; the colour profile stays. */
  readonly bytes: Uint8Array;
  /** In pixels, as stored: before the orientation is applied. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** True for inks (CMYK): screens show them each in its own way. */
  readonly inks: boolean;
  /** True for an animated PNG: its first view is what stays. */
  readonly animated: boolean;
  /** True where its pixels come in several passes: decoding holds them all. */
  readonly passes: boolean;
}

/** A picture that cannot be shown, and why. */
export interface Refused {
  readonly ok: false;
  readonly why: Text;
}

export function refused(fr: string, en: string): Refused {
  return { ok: false, why: { fr, en } };
}

export const CUT = refused(
  'le fichier est incomplet, sa fin manque : prenez-en une copie entière',
  'the file is cut short, its end is missing: take a whole copy of it',
);

export const DAMAGED = refused(
  'le fichier est abîmé : prenez-en une copie saine',
  'the file is damaged: take a sound copy of it',
);

/** Pieces one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
