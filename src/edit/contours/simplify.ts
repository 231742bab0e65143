import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type {
  Objects,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import type { Shape } from './collect.ts';
import { crossing, type Polygon, rounded, wound } from './ring.ts';

/** The contour of a commune of today. */
export interface Contour {
  readonly code: string;
  /** Codes of the shapes that it was made from, when they are not its own. */
  readonly origines: readonly string[];
  readonly polygons: readonly Polygon[];
}

/** About 200 kB, and more where there are so many communes that each would be left with a few corners. */
const [usual, least] = [200_000, 600];

/**
 * Makes one contour of the shapes of each commune, simplified together so that neighbours keep the same border.
 * @param shapes shapes by code of today, in order of code
 * @returns the contours in that order, coordinates to five decimals, rings as RFC 7946 asks
 */
export function simplified(shapes: ReadonlyMap<string, readonly Shape[]>): readonly Contour[] {
  const codes = [...shapes.keys()];
  const features = [...shapes].flatMap(([code, all]) => all.map(({ polygons }) => featureOf(code, polygons)));
  const communes: FeatureCollection<MultiPolygon> = { type: 'FeatureCollection', features };
  // The two packages' types differ in what properties may be, of which there are none here.
  const whole = topology({ communes }) as Whole;
  const weighed = presimplify(whole);
  const exact = mergedBy(codes, whole);
  const limit = Math.max(usual, least * codes.length);
  let best = exact;
  let share = 1;
  for (let tries = 0; tries < 8 && (sizeOf(best) > limit || (share < 1 && crossed(best))); tries++) {
    share *= Math.min(0.9, limit / sizeOf(best));
    best = mergedBy(codes, simplify(weighed, quantile(weighed, share)));
  }
  return codes.map((code, index) => {
    // A rock smaller than a detail keeps its own outline rather than none.
    const polygons = best[index]?.length ? best[index] : (exact[index] ?? []);
    const origines = (shapes.get(code) ?? []).map(({ origine }) => origine);
    return { code, polygons, origines: origines.length === 1 && origines[0] === code ? [] : [...new Set(origines)] };
  });
}

type Properties = Record<string, unknown>;
type Whole = Topology<Objects<Properties>>;
type Outlines = readonly (readonly Polygon[])[];

function featureOf(code: string, polygons: readonly Polygon[]): Feature<MultiPolygon> {
  const coordinates = polygons.flatMap((polygon) => {
    const [outer, ...holes] = polygon.map(rounded);
    return outer ? [[outer, ...holes.filter((ring) => ring !== null)].map((ring) => ring.map(([x, y]) => [x, y]))] : [];
  });
  return { type: 'Feature', id: code, properties: null, geometry: { type: 'MultiPolygon', coordinates } };
}

/** The outline of each commune: the borders between its own shapes are gone. */
function mergedBy(codes: readonly string[], whole: Whole): Outlines {
  const byCode = new Map<string, (TopoPolygon<Properties> | TopoMultiPolygon<Properties>)[]>();
  const { communes } = whole.objects;
  for (const geometry of communes?.type === 'GeometryCollection' ? communes.geometries : []) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const code = String(geometry.id);
    byCode.set(code, [...(byCode.get(code) ?? []), geometry]);
  }
  return codes.map((code) =>
    merge(whole, byCode.get(code) ?? []).coordinates.flatMap((rings) => {
      const [outer, ...holes] = rings.map((ring) => rounded(ring.map(([x = 0, y = 0]) => [x, y] as const)));
      return outer ? [wound([outer, ...holes.filter((ring) => ring !== null)])] : [];
    }),
  );
}

function sizeOf(outlines: Outlines): number {
  return outlines.reduce((sum, polygons) => sum + JSON.stringify(polygons).length + 90, 0);
}

function crossed(outlines: Outlines): boolean {
  return outlines.some((polygons) => polygons.flat().some((ring) => crossing(ring) !== null));
}
