import { escapeHtml } from '../../words/escape.ts';
import { type LegendEntry, MARK } from '../figures/marks.ts';
import { element, text } from '../figures/svg.ts';
import type { CartePerimetre } from './asked.ts';
import type { Box, Point } from './plane.ts';
import { tintOf } from './secteurs.ts';
import { painted } from './theme.ts';

/** A commune as a dot: a letter for each secteur that it is in. */
export interface Dot {
  readonly code: string;
  readonly nom: string;
  readonly at: Point;
  /** Places in the list of secteurs; empty for a commune in none. */
  readonly secteurs: readonly number[];
}

const PLAIN = 4;
const DISC = 8.5;
const LETTER = 10.5;

/**
 * Half the width and half the height of a dot, with the white space around it.
 * @param secteurs those of the dot
 */
export function reachOf({ secteurs }: Pick<Dot, 'secteurs'>): readonly [number, number] {
  if (secteurs.length === 0) return [PLAIN + 2, PLAIN + 1];
  return [DISC + 1.5 + (secteurs.length - 1) * 5, DISC + 1];
}

/**
 * The room that a dot takes.
 * @param dot with its mark
 */
export function boxOfDot(dot: Pick<Dot, 'at' | 'secteurs'>): Box {
  const [x, y] = dot.at;
  const [wide, high] = reachOf(dot);
  return { x0: x - wide, y0: y - high, x1: x + wide, y1: y + high };
}

/**
 * A dot as it is drawn: plain, or with the letters of its secteurs on the tint of the first.
 * @returns SVG
 */
export function drawDot({ code, nom, at: [x, y], secteurs }: Dot): string {
  return element('g', { 'data-code': code }, {}, element('title', {}, {}, escapeHtml(nom)) + markAt(x, y, secteurs));
}

function markAt(x: number, y: number, secteurs: readonly number[]): string {
  const [first] = secteurs;
  if (first === undefined) {
    return painted('circle', { cx: x, cy: y, r: PLAIN, 'stroke-width': 1.5 }, { fill: 'encre', stroke: 'fond' });
  }
  const half = reachOf({ secteurs })[0] - 1.5;
  const pill = { x: x - half, y: y - DISC, width: 2 * half, height: 2 * DISC, rx: DISC, 'stroke-width': 1.4 };
  const letters = secteurs.map(letterOf).join('');
  return (
    painted('rect', pill, { fill: tintOf(first), stroke: 'encre' }) +
    text(round(x), round(y + LETTER * 0.36), letters, { size: LETTER, bold: true, anchor: 'middle' })
  );
}

/** A to Z, then numbers. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/**
 * What the legend says of the dots.
 * @param asked the secteurs
 * @param dots those of the map
 */
export function dotLegend({ secteurs, langue }: CartePerimetre, dots: readonly Dot[]): LegendEntry[] {
  const fr = langue === 'fr';
  const used = new Set(dots.flatMap((dot) => dot.secteurs));
  const plain = fr ? 'Commune du périmètre' : 'Commune of the perimeter';
  const outside = fr ? 'Hors secteur' : 'In no sector';
  return [
    ...secteurs.flatMap(({ titre }, index) => (used.has(index) ? [entry(titre, [index])] : [])),
    ...(dots.some((dot) => dot.secteurs.length === 0) ? [entry(used.size === 0 ? plain : outside, [])] : []),
  ];
}

/**
 * What the legend says of plain dots.
 * @param words what they are
 */
export function plainDot(words: string): LegendEntry {
  return entry(words, []);
}

function entry(words: string, own: readonly number[]): LegendEntry {
  return { mark: (x, y) => markAt(x + MARK.width / 2, y + MARK.height / 2, own), words };
}

/**
 * The dots of some communes.
 * @param asked the perimeter: names and secteurs
 * @param places where each is, on the drawing; those without a place are left out
 * @returns dots, by code
 */
export function dotsOf({ perimetre, secteurs }: CartePerimetre, places: ReadonlyMap<string, Point>): readonly Dot[] {
  const names = new Map(perimetre.communes.map(({ commune, nom }) => [commune, nom]));
  return [...places].sort(byCode).map(([code, at]) => {
    const own = new Set(perimetre.communes.filter(({ commune }) => commune === code).map(({ secteur }) => secteur));
    const indexes = secteurs.flatMap(({ id }, index) => (own.has(id) ? [index] : []));
    return { code, nom: names.get(code) ?? code, at, secteurs: indexes };
  });
}

function byCode([a]: readonly [string, Point], [b]: readonly [string, Point]): number {
  return a < b ? -1 : 1;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
