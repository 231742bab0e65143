import { lineHeight, text, widthOf } from '../figures/svg.ts';
import type { Couleur } from '../figures/theme.ts';
import { areaOf, type Box, boxOf, clearance, contains, overlap, type Point, type Polygon } from './plane.ts';

/** A name to be written in its shape. */
export interface Wanted {
  readonly name: string;
  readonly polygon: Polygon;
  readonly size: number;
  readonly bold?: boolean;
  readonly fill?: Couleur;
}

/** A name that found its place. */
export interface Placed extends Wanted {
  readonly lines: readonly string[];
  /** The middle of the first line's base. */
  readonly at: Point;
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
    const best = placesOf(one, frame).find(({ box }) => !boxes.some((other) => overlap(box, other)));
    if (!best) continue;
    placed.push(best);
    boxes.push(best.box);
  }
  return placed;
}

/** All places for a name, the best first: well inside its shape, on few lines, far from its edges. */
function placesOf(wanted: Wanted, frame: Box): readonly Placed[] {
  const points = insideOf(wanted.polygon);
  const radius = Math.sqrt(areaOf(wanted.polygon[0] ?? []));
  const found = layoutsOf(wanted).flatMap((lines) => {
    const [width, height] = sizeOf(lines, wanted);
    return points.flatMap(({ point: [x, y], free }) => {
      const box = { x0: x - width / 2, y0: y - height / 2, x1: x + width / 2, y1: y + height / 2 };
      if (box.x0 < frame.x0 || box.y0 < frame.y0 || box.x1 > frame.x1 || box.y1 > frame.y1) return [];
      const score = insideShare(wanted.polygon, box) - 0.12 * (lines.length - 1) + (0.8 * free) / radius;
      const at: Point = [x, box.y0 + AIR + wanted.size * 0.82];
      return [{ ...wanted, lines, at, box, score }];
    });
  });
  return found.sort((a, b) => b.score - a.score).map(({ score: _, ...place }) => place);
}

/** One line; or cut after spaces and hyphens, as evenly as two or three lines may be. */
function layoutsOf({ name, size, bold = false }: Wanted): readonly (readonly string[])[] {
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

function sizeOf(lines: readonly string[], { size, bold = false }: Wanted): readonly [number, number] {
  const width = Math.max(...lines.map((line) => widthOf(line, size, bold)));
  return [width + 2 * AIR, size + (lines.length - 1) * lineHeight(size) + 2 * AIR];
}

const GRID = 9;

/** Points inside a shape, on a grid, and how far each is from its edge. */
function insideOf(polygon: Polygon): readonly { readonly point: Point; readonly free: number }[] {
  const box = boxOf(polygon[0] ?? []);
  if (!box) return [];
  const cells = Array.from({ length: GRID * GRID }, (_, n): Point => {
    const [column, row] = [n % GRID, Math.floor(n / GRID)];
    return [along(box.x0, box.x1, column), along(box.y0, box.y1, row)];
  });
  return cells.filter((point) => contains(polygon, point)).map((point) => ({ point, free: clearance(polygon, point) }));
}

function along(from: number, to: number, step: number): number {
  return from + ((to - from) * (step + 0.5)) / GRID;
}

/** How much of a box lies in a shape. */
function insideShare(polygon: Polygon, { x0, y0, x1, y1 }: Box): number {
  const probes = [0, 0.25, 0.5, 0.75, 1].flatMap((across): Point[] => {
    const x = x0 + (x1 - x0) * across;
    return [
      [x, y0],
      [x, y1],
    ];
  });
  return probes.filter((probe) => contains(polygon, probe)).length / probes.length;
}

/**
 * Names as they are drawn, on a halo.
 * @param placed where each goes
 * @returns SVG
 */
export function drawNames(placed: readonly Placed[]): string {
  return placed
    .map(({ lines, at: [x, y], size, bold = false, fill = 'encre' }) =>
      text(round(x), round(y), lines, { size, bold, fill, anchor: 'middle', halo: true }),
    )
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
