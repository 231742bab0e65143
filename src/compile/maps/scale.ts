import { nombre } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { text } from '../figures/svg.ts';
import { painted } from './theme.ts';

/** A length that is easy to reckon with, and how long it is drawn. */
export interface Scale {
  readonly km: number;
  readonly length: number;
}

/**
 * The roundest length whose bar is at most so long: 1, 2 or 5 with zeros.
 * @param perKm units of the drawing for a kilometre
 * @param most the longest bar
 */
export function scaleFor(perKm: number, most: number): Scale {
  const widest = most / perKm;
  const power = 10 ** Math.floor(Math.log10(widest));
  const km = [5, 2, 1].map((digit) => digit * power).find((one) => one <= widest) ?? power;
  return { km, length: km * perKm };
}

/**
 * The bar, with its length above its end.
 * @param x left
 * @param y the bar's own height on the drawing
 * @returns SVG
 */
export function scaleBar({ km, length }: Scale, x: number, y: number, langue: Langue): string {
  const end = Math.round((x + length) * 100) / 100;
  const line = painted(
    'path',
    { d: `M${x} ${y - 4}V${y}H${end}V${y - 4}`, 'stroke-width': 1.2, 'data-km': km },
    { stroke: 'encre' },
  );
  const said = km < 1 ? `${nombre(Math.round(km * 1000), langue)}\u00a0m` : `${nombre(km, langue)}\u00a0km`;
  return line + text(end + 6, y + 0.5, said, { size: 10.5, fill: 'sourd' });
}
