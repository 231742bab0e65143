import type { Cog } from '../../cog/cog.ts';
import { problemOf, type Shape, withoutParts } from './collect.ts';
import { polygonsOf, readFeature } from './feature.ts';
import type { Polygon } from './ring.ts';

/** A piece of the Earth, in degrees. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What a map of the perimeter leaves around it, as a share of its larger side; more around a commune alone. */
const [margin, aloneMargin] = [0.15, 0.5];
/** A map is at least as wide as it is high, and at most twice as wide. */
const [squarest, flattest] = [1, 2];

/** The box that a map of these communes shows. */
export function boxOfMap(shapes: ReadonlyMap<string, readonly Shape[]>): Box {
  const all = [...shapes.values()].flat().map(({ polygons }) => boxOf(polygons));
  const box = {
    west: Math.min(...all.map(({ west }) => west)),
    south: Math.min(...all.map(({ south }) => south)),
    east: Math.max(...all.map(({ east }) => east)),
    north: Math.max(...all.map(({ north }) => north)),
  };
  const middle = { x: (box.west + box.east) / 2, y: (box.south + box.north) / 2 };
  // A degree of longitude is shorter than one of latitude: sides are compared on the ground.
  const shrink = Math.cos((middle.y * Math.PI) / 180);
  const [width, height] = [(box.east - box.west) * shrink, box.north - box.south];
  const more = 2 * (shapes.size === 1 ? aloneMargin : margin) * Math.max(width, height);
  const wide = Math.max(width + more, squarest * (height + more)) / 2;
  const high = Math.max(height + more, (width + more) / flattest) / 2;
  const [dx, dy] = [wide / shrink, high];
  return { west: middle.x - dx, south: middle.y - dy, east: middle.x + dx, north: middle.y + dy };
}

/** Gathers the communes around a perimeter from features that come one after the other. */
export interface Neighbours {
  readonly add: (feature: unknown) => void;
  /** Their shapes by code of today, in order of code. */
  readonly end: () => ReadonlyMap<string, readonly Shape[]>;
}

/**
 * Starts to gather what lies around. A broken neighbour is left out: nothing depends on it.
 * @param perimeter codes of today's communes, which are no neighbours
 * @param near what is kept reaches into this box
 */
export function neighbours(cog: Cog, perimeter: ReadonlySet<string>, near: Box): Neighbours {
  const shapes = new Map<string, Shape[]>();
  return {
    add: (feature) => {
      const { code: origine, nom } = readFeature(feature);
      const found = origine === null ? null : cog.resolveCommune(origine, nom);
      if (origine === null || found === null || perimeter.has(found.actuelle.code)) return;
      const polygons = polygonsOf(feature);
      if (polygons === null || !overlap(boxOf(polygons), near)) return;
      const { code } = found.actuelle;
      if (problemOf(code, polygons) === null) shapes.set(code, [...(shapes.get(code) ?? []), { origine, polygons }]);
    },
    end: () =>
      new Map(
        [...shapes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([code, all]) => [code, withoutParts(all)]),
      ),
  };
}

function boxOf(polygons: readonly Polygon[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of polygons.flat(2)) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

function overlap(one: Box, other: Box): boolean {
  return one.west < other.east && one.east > other.west && one.south < other.north && one.north > other.south;
}
