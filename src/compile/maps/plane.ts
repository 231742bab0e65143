/** A place: longitude and latitude in degrees, or x and y in units of a figure. */
export type Point = readonly [number, number];

/** A closed line; its last point may repeat the first. */
export type Ring = readonly Point[];

/** An outline with its holes. */
export type Polygon = readonly Ring[];

/** A rectangle by its sides. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * The smallest rectangle around points.
 * @param points any number of them
 * @returns their box; null when there is no point
 */
export function boxOf(points: Iterable<readonly number[]>): Box | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = Number.NaN, y = Number.NaN] of points) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return x0 <= x1 && y0 <= y1 ? { x0, y0, x1, y1 } : null;
}

/**
 * Do two rectangles share more than an edge?
 * @returns true when they overlap
 */
export function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/**
 * A rectangle made larger on every side.
 * @param box the rectangle
 * @param by how much; less than zero makes it smaller
 * @returns the new one
 */
export function grown({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

/**
 * The area of a ring.
 * @returns never less than zero, whichever way it turns
 */
export function areaOf(ring: Ring): number {
  let twice = 0;
  let last = ring.at(-1);
  for (const point of ring) {
    if (last) twice += last[0] * point[1] - point[0] * last[1];
    last = point;
  }
  return Math.abs(twice) / 2;
}

/**
 * The largest of several polygons, by their outlines.
 * @returns it, or null when there is none
 */
export function largest(polygons: readonly Polygon[]): Polygon | null {
  let best: Polygon | null = null;
  let most = -1;
  for (const polygon of polygons) {
    const area = areaOf(polygon[0] ?? []);
    if (area > most) [best, most] = [polygon, area];
  }
  return best;
}

/** Where a horizontal line crosses the edges of a polygon: the x of each crossing, in no order. */
export type Crossings = (y: number) => readonly number[];

/**
 * The crossings of a polygon, each height looked at once: many points of one height are tried.
 * @param polygon an outline with its holes
 */
export function crossingsOf(polygon: Polygon): Crossings {
  const known = new Map<number, readonly number[]>();
  return (y) => {
    const found = known.get(y) ?? crossingsAt(polygon, y);
    known.set(y, found);
    return found;
  };
}

function crossingsAt(polygon: Polygon, y: number): readonly number[] {
  const found: number[] = [];
  for (const ring of polygon) {
    let last = ring.at(-1);
    for (const point of ring) {
      if (last && point[1] > y !== last[1] > y) {
        found.push(((last[0] - point[0]) * (y - point[1])) / (last[1] - point[1]) + point[0]);
      }
      last = point;
    }
  }
  return found;
}

/**
 * Is a point between the crossings of its height?
 * @returns true inside; on the edge, either
 */
export function isInside(crossings: readonly number[], x: number): boolean {
  let inside = false;
  for (const crossing of crossings) if (x < crossing) inside = !inside;
  return inside;
}

/**
 * Is a point inside a polygon and outside its holes?
 * @returns true inside; on the edge, either
 */
export function contains(polygon: Polygon, [x, y]: Point): boolean {
  return isInside(crossingsAt(polygon, y), x);
}

/**
 * How far a point is from the nearest edge of a polygon.
 * @returns a distance, in the polygon's own units
 */
export function clearance(polygon: Polygon, point: Point): number {
  let least = Infinity;
  for (const ring of polygon) {
    let last = ring.at(-1);
    for (const next of ring) {
      if (last) least = Math.min(least, squaredDistance(point, last, next));
      last = next;
    }
  }
  return Math.sqrt(least);
}

function squaredDistance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (ax + along * dx - x) ** 2 + (ay + along * dy - y) ** 2;
}

/**
 * The part of a ring that lies in a rectangle. Where it leaves and comes back it runs along the edge, so the rectangle
 * is to be larger than what is shown.
 * @param ring any ring
 * @param box the rectangle
 * @returns the ring inside; empty when nothing of it is
 */
export function clipRing(ring: Ring, box: Box): Ring {
  const sides = [
    { axis: 0, at: box.x0, sign: 1 },
    { axis: 0, at: box.x1, sign: -1 },
    { axis: 1, at: box.y0, sign: 1 },
    { axis: 1, at: box.y1, sign: -1 },
  ] as const;
  return sides.reduce<Ring>((points, { axis, at, sign }) => {
    const kept: Point[] = [];
    let last = points.at(-1);
    for (const point of points) {
      const [here, before] = [sign * (point[axis] - at), last ? sign * (last[axis] - at) : -1];
      if (last && here >= 0 !== before >= 0) kept.push(between(last, point, before / (before - here)));
      if (here >= 0) kept.push(point);
      last = point;
    }
    return kept;
  }, ring);
}

function between(a: Point, b: Point, along: number): Point {
  return [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along];
}

/**
 * The parts of a line that come near a rectangle.
 * @param line any line
 * @param box the rectangle
 * @returns pieces of it, whole from point to point
 */
export function clipLine(line: readonly Point[], box: Box): readonly (readonly Point[])[] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  line.forEach((point, index) => {
    const last = line[index - 1];
    if (!last) return;
    if (touches(last, point, box)) {
      if (piece.length === 0) {
        piece = [last];
        pieces.push(piece);
      }
      piece.push(point);
    } else piece = [];
  });
  return pieces;
}

function touches([ax, ay]: Point, [bx, by]: Point, box: Box): boolean {
  const [left, right] = ax < bx ? [ax, bx] : [bx, ax];
  const [top, bottom] = ay < by ? [ay, by] : [by, ay];
  return left <= box.x1 && right >= box.x0 && top <= box.y1 && bottom >= box.y0;
}
