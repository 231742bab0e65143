import { lineHeight, text, widthOf } from '../figures/svg.ts';
import type { Couleur } from '../figures/theme.ts';
import {
  areaOf,
  type Box,
  boxOf,
  type Crossings,
  clearance,
  crossingsOf,
  isInside,
  overlap,
  type Point,
  type Polygon,
} from './plane.ts';

/** A name, and how it is set. */
export interface Lettering {
  readonly name: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly fill?: Couleur;
}

/** A name to be written in its shape. */
export interface Wanted extends Lettering {
  readonly polygon: Polygon;
}

/** A name that found its place. */
export interface Placed extends Lettering {
  readonly lines: readonly string[];
  /** The middle of the first line's base; its start or its end where the name is anchored there. */
  readonly at: Point;
  readonly anchor?: 'start' | 'end';
  readonly box: Box;
}

/** White space kept around each name. */
const AIR = 2;

/**
 * Places names in their shapes, the first the surest to be placed; a name without room is left out.
 * @param wanted the names, in the order in which they matter
 * @param frame no name leaves it
 * @param taken boxes where something else is written
 * @returns names whose boxes overlap neither each other nor what is taken
 */
export function placeNames(wanted: readonly Wanted[], frame: Box, taken: readonly Box[] = []): readonly Placed[] {
  const placed: Placed[] = [];
  const boxes = [...taken];
  for (const one of wanted) {
    const best = bestPlace(one, frame, boxes);
    if (!best) continue;
    placed.push(best);
    boxes.push(best.box);
  }
  return placed;
}

/** The best free place for a name: well inside its shape, on few lines, far from its edges. */
function bestPlace(wanted: Wanted, frame: Box, taken: readonly Box[]): Placed | null {
  const across = crossingsOf(wanted.polygon);
  const points = insideOf(wanted.polygon, across);
  const radius = Math.sqrt(areaOf(wanted.polygon[0] ?? []));
  let best: Placed | null = null;
  let most = -Infinity;
  for (const lines of layoutsOf(wanted)) {
    const { width, height } = sizeOf(lines, wanted);
    for (const { point, free } of points) {
      const [x, y] = point;
      const box = { x0: x - width / 2, y0: y - height / 2, x1: x + width / 2, y1: y + height / 2 };
      if (box.x0 < frame.x0 || box.y0 < frame.y0 || box.x1 > frame.x1 || box.y1 > frame.y1) continue;
      if (taken.some((other) => overlap(box, other))) continue;
      const score = insideShare(across, box) - 0.12 * (lines.length - 1) + (0.8 * free) / radius;
      if (score <= most) continue;
      most = score;
      best = { ...wanted, lines, at: [x, box.y0 + AIR + wanted.size * 0.82], box };
    }
  }
  return best;
}

/**
 * The lines on which a name may be written: one; or cut after spaces and hyphens, as evenly as two or three may be.
 * @returns layouts, the fewest lines first
 */
export function layoutsOf({ name, size, bold = false }: Lettering): readonly (readonly string[])[] {
  const whole = widthOf(name, size, bold);
  const parts = name.split(/(?<=[-\s])/);
  const layouts = [[name]];
  for (const count of [2, 3]) {
    if (parts.length < count || whole < 60) break;
    const lines = evenly(parts, (whole / count) * 1.25, (words) => widthOf(words, size, bold));
    if (lines.length === count) layouts.push(lines);
  }
  return layouts;
}

function evenly(parts: readonly string[], width: number, measure: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && measure(last + part.trimEnd()) <= width) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trim());
}

/**
 * How much room lines take, with the white space kept around them.
 * @returns units of the drawing
 */
export function sizeOf(
  lines: readonly string[],
  { size, bold = false }: Lettering,
): { readonly width: number; readonly height: number; readonly air: number } {
  const width = Math.max(...lines.map((line) => widthOf(line, size, bold)));
  return { width: width + 2 * AIR, height: size + (lines.length - 1) * lineHeight(size) + 2 * AIR, air: AIR };
}

const GRID = 9;

/** Points inside a shape, on a grid, and how far each is from its edge. */
function insideOf(polygon: Polygon, across: Crossings): readonly { readonly point: Point; readonly free: number }[] {
  const box = boxOf(polygon[0] ?? []);
  if (!box) return [];
  const cells = Array.from({ length: GRID * GRID }, (_, n): Point => {
    const [column, row] = [n % GRID, Math.floor(n / GRID)];
    return [along(box.x0, box.x1, column), along(box.y0, box.y1, row)];
  });
  return cells.filter(([x, y]) => isInside(across(y), x)).map((point) => ({ point, free: clearance(polygon, point) }));
}

function along(from: number, to: number, step: number): number {
  return from + ((to - from) * (step + 0.5)) / GRID;
}

const PROBES = [0, 0.25, 0.5, 0.75, 1] as const;

/** How much of a box lies in a shape, by points of its upper and lower edges. */
function insideShare(across: Crossings, { x0, y0, x1, y1 }: Box): number {
  const [above, below] = [across(y0), across(y1)];
  let inside = 0;
  for (const share of PROBES) {
    const x = x0 + (x1 - x0) * share;
    if (isInside(above, x)) inside += 1;
    if (isInside(below, x)) inside += 1;
  }
  return inside / (2 * PROBES.length);
}

/**
 * Names as they are drawn, on a halo.
 * @param placed where each goes
 * @returns SVG
 */
export function drawNames(placed: readonly Placed[]): string {
  return placed
    .map(({ lines, at: [x, y], anchor, size, bold = false, fill = 'encre' }) =>
      text(round(x), round(y), lines, { size, bold, fill, anchor: anchor ?? 'middle', halo: true }),
    )
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
