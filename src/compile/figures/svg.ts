import { escapeHtml } from '../../words/escape.ts';
import { COULEURS, type Couleur, POLICE } from './theme.ts';

/** A colour of the theme, a pattern of the figure (`#id`), or nothing. */
export type Fill = Couleur | `#${string}` | 'none';

interface Paint {
  readonly fill?: Fill;
  readonly stroke?: Couleur;
}

type Attributes = Readonly<Record<string, string | number>>;

/** How a text is set: size in units of the figure, `debut` unless told otherwise. */
export interface TextStyle {
  readonly size?: number;
  readonly fill?: Couleur;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Knocks a halo of the page's colour out of what lies behind. */
  readonly halo?: boolean;
}

/**
 * One SVG element.
 * @param name its tag
 * @param attributes its attributes; numbers are rounded to two decimals, so that every machine writes the same
 * @param paint theme colours, written both as an attribute (for a figure alone) and as a class (for a page's theme)
 * @param inside SVG inside it
 * @returns SVG
 */
export function element(name: string, attributes: Attributes, paint: Paint = {}, inside = ''): string {
  const classes = [
    paint.fill !== undefined && paint.fill in COULEURS ? `f-${paint.fill}` : '',
    paint.stroke !== undefined ? `t-${paint.stroke}` : '',
  ].filter((one) => one !== '');
  const all = {
    ...(classes.length === 0 ? {} : { class: classes.join(' ') }),
    ...attributes,
    ...(paint.fill === undefined ? {} : { fill: paintOf(paint.fill) }),
    ...(paint.stroke === undefined ? {} : { stroke: paintOf(paint.stroke) }),
  };
  const written = Object.entries(all).map(([key, value]) => ` ${key}="${escapeHtml(rounded(value))}"`);
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}

function paintOf(fill: Fill): string {
  if (fill.startsWith('#')) return `url(${fill})`;
  return isColour(fill) ? COULEURS[fill].clair : 'none';
}

function isColour(fill: Fill): fill is Couleur {
  return Object.hasOwn(COULEURS, fill);
}

function rounded(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}

/**
 * A rectangle.
 * @returns SVG
 */
export function rect(x: number, y: number, width: number, height: number, paint: Paint, more: Attributes = {}): string {
  return element('rect', { x, y, width, height, ...more }, paint);
}

/**
 * A straight line.
 * @returns SVG
 */
export function line(x1: number, y1: number, x2: number, y2: number, stroke: Couleur, more: Attributes = {}): string {
  return element('line', { x1, y1, x2, y2, 'stroke-width': 1, ...more }, { stroke });
}

/**
 * Lines of text, one under the other.
 * @param x where they start, are centred or end, as the style says
 * @param y the base line of the first
 * @param lines the lines, already cut by `wrapped`
 * @param style how they are set
 * @returns SVG
 */
export function text(x: number, y: number, lines: string | readonly string[], style: TextStyle = {}): string {
  const { size = 12, fill = 'encre', bold = false, anchor = 'start', halo = false } = style;
  const all = typeof lines === 'string' ? [lines] : lines;
  const attributes = {
    'font-size': size,
    ...(bold ? { 'font-weight': 600 } : {}),
    ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
    ...(halo ? { 'paint-order': 'stroke', 'stroke-width': 4, 'stroke-linejoin': 'round' } : {}),
  };
  const paint: Paint = halo ? { fill, stroke: 'fond' } : { fill };
  return all
    .map((one, index) => element('text', { x, y: y + index * lineHeight(size), ...attributes }, paint, escapeHtml(one)))
    .join('');
}

/**
 * The distance between two lines of text.
 * @param size the size of the text
 * @returns units of the figure
 */
export function lineHeight(size: number): number {
  return Math.round(size * 1.3);
}

/** Widths of Inter's letters in thousandths of the size, a little generous: another sans-serif is narrower. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ilj.,:;'’|!]/, 270],
  [/[\s\u00a0\u202f()[\]/·]/, 300],
  [/[ftrI-]/, 390],
  [/[mwMW%—œæŒÆ]/, 880],
  [/[A-ZÀ-ÖØ-Þ&€]/, 700],
  [/[csvxyzk]/, 550],
];

/**
 * About how wide a text will be, never less than it is in the fonts that pages ask for.
 * @param words the text
 * @param size its size
 * @param bold is it bold?
 * @returns units of the figure
 */
export function widthOf(words: string, size: number, bold = false): number {
  let width = 0;
  for (const letter of words.normalize('NFD').replace(/\p{M}/gu, '')) {
    width += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 620;
  }
  return (width / 1000) * size * (bold ? 1.06 : 1);
}

/**
 * A text cut into lines; nothing is ever left out.
 * @param words the text
 * @param width the widest a line may be
 * @param size its size
 * @param bold is it bold?
 * @returns the lines; a word longer than a line is cut after a hyphen or a slash, else anywhere
 */
export function wrapped(words: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of words.split(/[ \n]+/).flatMap((one) => pieces(one, width, size, bold))) {
    const last = lines.at(-1);
    const longer = last === undefined ? word.text : last + (word.glued ? '' : ' ') + word.text;
    if (last !== undefined && widthOf(longer, size, bold) <= width) lines[lines.length - 1] = longer;
    else if (word.text !== '') lines.push(word.text);
  }
  return lines;
}

interface Piece {
  readonly text: string;
  /** Follows the piece before without a space. */
  readonly glued: boolean;
}

function pieces(word: string, width: number, size: number, bold: boolean): Piece[] {
  if (widthOf(word, size, bold) <= width) return [{ text: word, glued: false }];
  const parts = word.split(/(?<=[-/])/).flatMap((part) => {
    if (widthOf(part, size, bold) <= width) return [part];
    const cut: string[] = [''];
    for (const letter of part) {
      const longer = `${cut.at(-1) ?? ''}${letter}`;
      if (widthOf(longer, size, bold) <= width) cut[cut.length - 1] = longer;
      else cut.push(letter);
    }
    return cut;
  });
  return parts.filter((part) => part !== '').map((part, index) => ({ text: part, glued: index > 0 }));
}

/** What an SVG says of itself. */
export interface Frame {
  /** Unique in the page: every id of the figure starts with it. */
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A whole figure.
 * @param frame its size and what it says to those who do not see it
 * @param defs patterns
 * @param parts what is drawn
 * @returns SVG that stands alone as well as in a page
 */
export function picture(frame: Frame, defs: string, parts: readonly string[]): string {
  const { prefix, title, description, width, height } = frame;
  const [id, desc] = [`${prefix}-titre`, `${prefix}-desc`];
  const open =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.ceil(height)}" width="${width}" ` +
    `height="${Math.ceil(height)}" role="img" aria-labelledby="${id} ${desc}" font-family="${POLICE}">`;
  const said = `<title id="${id}">${escapeHtml(title)}</title><desc id="${desc}">${escapeHtml(description)}</desc>`;
  return `${open}${said}<defs>${defs}</defs>${parts.join('')}</svg>`;
}
