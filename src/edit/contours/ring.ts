/** A longitude and a latitude, in degrees. */
export type Point = readonly [x: number, y: number];
/** A closed line: its last point is its first. */
export type Ring = readonly Point[];
/** An outer ring, and holes. */
export type Polygon = readonly Ring[];

const fiveDecimals = 1e5;
/** Beyond this many comparisons a ring is taken as it is: no real one asks for so many. */
const mostCompared = 20_000_000;

/** A ring to five decimals (about a metre), without points that fall together; null when no surface is left. */
export function rounded(ring: Ring): Ring | null {
  const points = ring.map(([x, y]): Point => [round(x), round(y)]);
  const kept = points.filter((point, index) => index === 0 || !same(point, points[index - 1]));
  const [first] = kept;
  if (first === undefined) return null;
  const closed = same(first, kept.at(-1)) ? kept : [...kept, first];
  return closed.length >= 4 && areaOf(closed) !== 0 ? closed : null;
}

/** The surface of a ring in square degrees: positive when it turns anticlockwise. */
export function areaOf(ring: Ring): number {
  const [ox, oy] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] ?? [0, 0];
    const [bx, by] = ring[i] ?? [0, 0];
    twice += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return twice / 2;
}

/** A polygon whose outer ring turns anticlockwise and whose holes turn clockwise, as RFC 7946 asks. */
export function wound(polygon: Polygon): Polygon {
  return polygon.map((ring, index) => (areaOf(ring) > 0 === (index === 0) ? ring : ring.toReversed()));
}

/** The first place where a ring crosses itself; null when it does not. Touching itself at a point is no crossing. */
export function crossing(ring: Ring): Point | null {
  const sides = ring.slice(1).map((to, index) => sideOf(ring[index] ?? to, to, index));
  const last = sides.length - 1;
  sides.sort((one, other) => one.west - other.west);
  let compared = 0;
  for (const [at, one] of sides.entries()) {
    for (let next = at + 1; next < sides.length; next++) {
      const other = sides[next];
      if (other === undefined || other.west > one.east) break;
      compared += 1;
      const apart = Math.abs(one.index - other.index);
      if (other.south > one.north || other.north < one.south || apart <= 1 || apart === last) continue;
      if (crosses(one, other)) return one.from;
    }
    if (compared > mostCompared) return null;
  }
  return null;
}

/** True when a point is inside a ring. */
export function isInside([x, y]: Point, ring: Ring): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] ?? [0, 0];
    const [bx, by] = ring[i] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** A point well inside a ring: the middle of the widest stretch at the middle of its height. */
export function middleOf(ring: Ring): Point {
  const heights = ring.map(([, y]) => y);
  const y = (heights.reduce((a, b) => Math.min(a, b)) + heights.reduce((a, b) => Math.max(a, b))) / 2 + 1e-9;
  const cuts: number[] = [];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] ?? [0, 0];
    const [bx, by] = ring[i] ?? [0, 0];
    if (ay > y !== by > y) cuts.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
  }
  cuts.sort((a, b) => a - b);
  let best: Point = ring[0] ?? [0, 0];
  let widest = -1;
  for (let i = 1; i < cuts.length; i += 2) {
    const [west, east] = [cuts[i - 1] ?? 0, cuts[i] ?? 0];
    if (east - west > widest) [widest, best] = [east - west, [(west + east) / 2, y]];
  }
  return best;
}

interface Side {
  readonly from: Point;
  readonly to: Point;
  readonly index: number;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function sideOf(from: Point, to: Point, index: number): Side {
  const [ax, ay] = from;
  const [bx, by] = to;
  const box = { west: Math.min(ax, bx), east: Math.max(ax, bx), south: Math.min(ay, by), north: Math.max(ay, by) };
  return { from, to, index, ...box };
}

function crosses(one: Side, other: Side): boolean {
  const split = turn(one.from, one.to, other.from) * turn(one.from, one.to, other.to) < 0;
  return split && turn(other.from, other.to, one.from) * turn(other.from, other.to, one.to) < 0;
}

function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

function round(degrees: number): number {
  return Math.round(degrees * fiveDecimals) / fiveDecimals;
}

function same(one: Point, other: Point | undefined): boolean {
  return other !== undefined && one[0] === other[0] && one[1] === other[1];
}
