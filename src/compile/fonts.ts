import type { Text } from '../words/text.ts';

/** A font of the service that publishes the report, as its own file says what it is (OpenType 1.9). */
export interface FontFile {
  readonly ok: true;
  readonly type: 'ttf' | 'otf';
  readonly bytes: Uint8Array;
  /** What people call its family, then what programs may call it: `Public Sans`, `Public Sans SemiBold`. */
  readonly families: readonly string[];
  /** 400 is ordinary, 700 bold. */
  readonly weight: number;
  readonly italic: boolean;
  /** The letters that it draws. */
  readonly letters: ReadonlySet<number>;
}

/** Why a file is no font that a report can be set in. */
export interface NoFont {
  readonly ok: false;
  readonly why: Text;
}

/** Without these no program sets a text. */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2'];

/**
 * A font from its bytes.
 * @param bytes the whole file
 * @returns the font, or the words for what is wrong with it
 */
export function fontOf(bytes: Uint8Array): FontFile | NoFont {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = String.fromCharCode(...bytes.subarray(0, 4));
  const type = starts === '\0\x01\0\0' ? 'ttf' : starts === 'OTTO' ? 'otf' : null;
  if (type === null) return { ok: false, why: OTHER[starts] ?? UNKNOWN };
  try {
    const tables = tablesOf(view);
    const drawn = ['glyf', 'CFF ', 'CFF2'].some((name) => tables.has(name));
    if (!drawn || NEEDED.some((name) => !tables.has(name))) return { ok: false, why: DAMAGED };
    const at = (name: string): number => tables.get(name) ?? 0;
    const families = familiesIn(view, at('name'));
    if (families.length === 0) return { ok: false, why: DAMAGED };
    const weight = Math.min(1000, Math.max(1, view.getUint16(at('OS/2') + 4)));
    const italic = (view.getUint16(at('OS/2') + 62) & 1) === 1;
    const letters = lettersIn(view, at('cmap'));
    return { ok: true, type, bytes, families, weight, italic, letters };
  } catch (error) {
    // A place that lies beyond the end of the file.
    if (error instanceof RangeError) return { ok: false, why: DAMAGED };
    throw error;
  }
}

/** Where each table begins. */
function tablesOf(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    const [place, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    if (place + length > view.byteLength) throw new RangeError('a table beyond the end');
    tables.set(String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(entry + letter))), place);
  }
  return tables;
}

/** Names 16 and 1, in English first, as Windows writes them. */
function familiesIn(view: DataView, name: number): readonly string[] {
  const storage = name + view.getUint16(name + 4);
  const found: { readonly rank: number; readonly words: string }[] = [];
  for (let index = 0; index < view.getUint16(name + 2); index += 1) {
    const entry = name + 6 + index * 12;
    const [platform, language, kind] = [0, 4, 6].map((place) => view.getUint16(entry + place));
    if (platform !== 3 || (kind !== 16 && kind !== 1)) continue;
    const [length, place] = [view.getUint16(entry + 8), storage + view.getUint16(entry + 10)];
    const units = Array.from({ length: length >> 1 }, (_, letter) => view.getUint16(place + letter * 2));
    found.push({
      rank: (kind === 16 ? 0 : 2) + (language === 0x409 ? 0 : 1),
      words: String.fromCharCode(...units).trim(),
    });
  }
  const words = found.toSorted((a, b) => a.rank - b.rank).map((one) => one.words);
  return [...new Set(words)].filter((one) => one !== '');
}

/** From the tables of `cmap` in formats 4 and 12. */
function lettersIn(view: DataView, cmap: number): ReadonlySet<number> {
  const letters = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const place = cmap + view.getUint32(cmap + 8 + index * 8);
    if (view.getUint16(place) === 12) ofGroups(view, place, letters);
    if (view.getUint16(place) === 4) ofSegments(view, place, letters);
  }
  return letters;
}

const LAST_LETTER = 0x10ffff;

function ofGroups(view: DataView, place: number, letters: Set<number>): void {
  for (let group = 0; group < view.getUint32(place + 12); group += 1) {
    const from = view.getUint32(place + 16 + group * 12);
    const to = Math.min(view.getUint32(place + 20 + group * 12), LAST_LETTER);
    for (let letter = from; letter <= to; letter += 1) letters.add(letter);
  }
}

function ofSegments(view: DataView, place: number, letters: Set<number>): void {
  const count = view.getUint16(place + 6) / 2;
  for (let segment = 0; segment < count; segment += 1) {
    const end = view.getUint16(place + 14 + segment * 2);
    const start = view.getUint16(place + 16 + (count + segment) * 2);
    const delta = view.getUint16(place + 16 + (2 * count + segment) * 2);
    const rangeAt = place + 16 + (3 * count + segment) * 2;
    const range = view.getUint16(rangeAt);
    for (let letter = start; letter <= end && letter < 0xffff; letter += 1) {
      const glyph = range === 0 ? letter + delta : view.getUint16(rangeAt + range + (letter - start) * 2);
      if ((glyph & 0xffff) !== 0) letters.add(letter);
    }
  }
}

const WEB: Text = {
  fr: 'c’est une police pour le web (WOFF), que le PDF ne sait pas lire ; donnez la même en TTF ou en OTF',
  en: 'this is a web font (WOFF), which a PDF cannot use; give the same as TTF or OTF',
};
const OTHER: Readonly<Record<string, Text>> = {
  wOF2: WEB,
  wOFF: WEB,
  ttcf: {
    fr: 'c’est un recueil de polices (TTC) ; donnez chaque police dans un fichier TTF ou OTF',
    en: 'this is a collection of fonts (TTC); give each font in a TTF or OTF file',
  },
};
const UNKNOWN: Text = { fr: 'ce n’est pas une police TTF ou OTF', en: 'this is no TTF or OTF font' };
const DAMAGED: Text = {
  fr: 'la police est abîmée ou incomplète ; prenez-en une copie saine',
  en: 'the font is damaged or incomplete; take a sound copy of it',
};

/**
 * The fonts of a family.
 * @param family as `atelier.yaml` names it, capitals aside
 */
export function fontsNamed(family: string | undefined, fonts: readonly FontFile[]): readonly FontFile[] {
  const wanted = family?.toLowerCase();
  return fonts.filter(({ families }) => families.some((one) => one.toLowerCase() === wanted));
}
