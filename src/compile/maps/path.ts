import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { type Box, boxOf, clipLine, clipRing, overlap, type Point, type Polygon } from './plane.ts';

/**
 * Polygons of a topology as plain points.
 * @param shape what topojson gives
 */
export function polygonsOf(shape: MultiPolygon): readonly Polygon[] {
  return shape.coordinates.map((polygon) => polygon.map((ring) => ring.map(pointOf)));
}

/**
 * A position as a point.
 * @param position as GeoJSON writes it; what it says of height is left out
 */
export function pointOf([x = Number.NaN, y = Number.NaN]: Position): Point {
  return [x, y];
}

/**
 * The path of filled shapes, to a tenth of a unit. An island smaller than that stays a point, which a round stroke shows.
 * @param polygons the shapes, in units of the drawing
 * @param within leaves out what lies outside; it is to be larger than what is shown
 * @returns the `d` of a path; '' when nothing is left
 */
export function areaPath(polygons: readonly Polygon[], within?: Box): string {
  const kept = within ? polygons.map((polygon) => clipped(polygon, within)) : polygons;
  return kept
    .flatMap(([outline = [], ...holes]) => [run(open(outline), 1), ...holes.map((one) => run(open(one), 3))])
    .join('');
}

function clipped(polygon: Polygon, within: Box): Polygon {
  const box = boxOf(polygon[0] ?? []);
  if (!box || !overlap(box, within)) return [];
  const inside = box.x0 >= within.x0 && box.x1 <= within.x1 && box.y0 >= within.y0 && box.y1 <= within.y1;
  return inside ? polygon : polygon.map((ring) => clipRing(open(ring), within));
}

function open(ring: readonly Point[]): readonly Point[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
}

/**
 * The path of borders, to a tenth of a unit.
 * @param lines what topojson's mesh gives, in units of the drawing
 * @param within leaves out what lies outside
 * @returns the `d` of a path; '' when there is none
 */
export function linePath(lines: MultiLineString, within: Box): string {
  return lines.coordinates
    .flatMap((line) => clipLine(line.map(pointOf), within))
    .map((line) => run(line, 2, ''))
    .join('');
}

/** Steps are differences of whole tenths, so that they add up to the place itself. */
function run(points: readonly Point[], least: number, end = 'z'): string {
  const steps: string[] = [];
  let [x, y] = [0, 0];
  for (const point of points) {
    const [nx, ny] = [Math.round(point[0] * 10), Math.round(point[1] * 10)];
    if (steps.length === 0) steps.push(`M${tenths(nx)} ${tenths(ny)}`);
    else if (nx !== x || ny !== y) steps.push(`l${tenths(nx - x)} ${tenths(ny - y)}`);
    [x, y] = [nx, ny];
  }
  return steps.length < Math.max(1, least) ? '' : steps.join('').replaceAll(' -', '-') + end;
}

function tenths(value: number): string {
  const said = String(value / 10);
  if (said.startsWith('0.')) return said.slice(1);
  return said.startsWith('-0.') ? `-${said.slice(2)}` : said;
}
