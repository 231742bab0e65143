import type { Langue } from '../../words/text.ts';
import { element, line, rect, text, widthOf } from './svg.ts';
import { VISEES, type Visee } from './theme.ts';

/** Visées in the order in which they are always shown. */
export const ORDRE: readonly Visee[] = ['developpement', 'transition', 'sobriete'];

export const MARK = { width: 30, height: 16 } as const;

/**
 * Visées in words, in the order in which they are always shown.
 * @param visees those of one thing, in any order; null where they are not known
 * @returns their names with commas between; null for null
 */
export function viseesSaid(visees: readonly Visee[] | null, langue: Langue): string | null {
  if (visees === null) return null;
  return ORDRE.filter((visee) => visees.includes(visee))
    .map((visee) => VISEES[visee].libelle[langue])
    .join(', ');
}

/**
 * The patterns that marks are drawn with: diagonals for transition, dots for sobriété, crossed dashes for the unknown.
 * @param prefix the figure's own
 * @returns SVG for its `defs`
 */
export function patterns(prefix: string): string {
  const square = { patternUnits: 'userSpaceOnUse', x: 0, y: 0 } as const;
  const stroke = { 'stroke-width': 1.4 };
  return [
    element(
      'pattern',
      { id: `${prefix}-T`, ...square, width: 5, height: 5, patternTransform: 'rotate(45)' },
      {},
      line(2.5, 0, 2.5, 5, 'T', { 'stroke-width': 1.8 }),
    ),
    element(
      'pattern',
      { id: `${prefix}-S`, ...square, width: 5, height: 5 },
      {},
      element('circle', { cx: 1.25, cy: 1.25, r: 1.1 }, { fill: 'S' }) +
        element('circle', { cx: 3.75, cy: 3.75, r: 1.1 }, { fill: 'S' }),
    ),
    element(
      'pattern',
      { id: `${prefix}-inconnu`, ...square, width: 7, height: 7, patternTransform: 'rotate(-45)' },
      {},
      line(0, 3.5, 7, 3.5, 'sourd', { ...stroke, 'stroke-width': 0.9 }),
    ),
  ].join('');
}

/**
 * The mark of one aim: its letter on its colour, then its pattern.
 * @param prefix the figure's own
 * @param visee the aim
 * @param x left
 * @param y top
 * @returns SVG, 30 by 16 units
 */
export function viseeMark(prefix: string, visee: Visee, x: number, y: number): string {
  const { lettre } = VISEES[visee];
  const { width, height } = MARK;
  return [
    lettre === 'D'
      ? rect(x, y, width, height, { fill: 'D' })
      : rect(x, y, width, height, { fill: `#${prefix}-${lettre}`, stroke: lettre }, { 'stroke-width': 1 }),
    rect(x, y, 16, height, { fill: lettre }),
    text(x + 8, y + 12, lettre, { size: 11, bold: true, fill: 'fond', anchor: 'middle' }),
  ].join('');
}

/**
 * A place where something is not known: hatched, with a dashed edge and a word or a question mark.
 * @param prefix the figure's own
 * @param box its place
 * @param label what is said on it; '' for none
 * @returns SVG
 */
export function unknown(
  prefix: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  label = '?',
): string {
  const { x, y, width, height } = box;
  const dashes = { 'stroke-width': 1, 'stroke-dasharray': '3 2.5' };
  const hatched = rect(x, y, width, height, { fill: `#${prefix}-inconnu`, stroke: 'sourd' }, dashes);
  if (label === '') return hatched;
  // On hatches alone a word cannot be read at the size of paper: it stands on a plain ground.
  const ground = Math.min(widthOf(label, 11, true) + 6, width - 2);
  return [
    hatched,
    rect(x + (width - ground) / 2, y + 1.5, ground, height - 3, { fill: 'fond' }),
    text(x + width / 2, y + height / 2 + 4, label, { size: 11, bold: true, anchor: 'middle' }),
  ].join('');
}

/** One entry of a legend: what is drawn (from x, y, 30 by 16), and its words. */
export interface LegendEntry {
  readonly mark: (x: number, y: number) => string;
  readonly words: string;
}

/**
 * A legend on as many lines as it needs.
 * @param entries what to explain
 * @param x left
 * @param y top
 * @param width the widest it may be
 * @returns SVG, and how high it is
 */
export function legend(
  entries: readonly LegendEntry[],
  x: number,
  y: number,
  width: number,
): { readonly svg: string; readonly height: number } {
  const parts: string[] = [];
  let [left, top] = [x, y];
  for (const entry of entries) {
    const wide = MARK.width + 7 + widthOf(entry.words, 11);
    if (left > x && left + wide > x + width) [left, top] = [x, top + 24];
    parts.push(entry.mark(left, top), text(left + MARK.width + 7, top + 12, entry.words, { size: 11, fill: 'sourd' }));
    left += wide + 18;
  }
  return { svg: parts.join(''), height: entries.length === 0 ? 0 : top - y + MARK.height };
}

/**
 * The legend's entries for the three aims.
 * @param prefix the figure's own
 * @param langue the reader's language
 * @returns three entries
 */
export function viseesLegend(prefix: string, langue: Langue): LegendEntry[] {
  return ORDRE.map((visee) => ({
    mark: (x, y) => viseeMark(prefix, visee, x, y),
    words: VISEES[visee].libelle[langue],
  }));
}

/**
 * The legend's entry for the unknown.
 * @param prefix the figure's own
 * @param words what is unknown
 * @returns one entry
 */
export function unknownLegend(prefix: string, words: string): LegendEntry {
  return { mark: (x, y) => unknown(prefix, { x, y, width: MARK.width, height: MARK.height }), words };
}
