import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile } from 'topojson-simplify';
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
  /** Outside the perimeter: drawn around it. */
  readonly contexte: boolean;
}

/** About 200 kB, and more where there are so many communes that each would be left with a few corners. */
const [usual, least] = [200_000, 600];
/** What lies around is a background: half of that is plenty. */
const background = 100_000;

/**
 * Makes one contour of the shapes of each commune, simplified together so that neighbours keep the same border.
 * @param inside shapes of the perimeter by code of today, in order of code
 * @param outside the same of communes around it
 * @returns the contours of the perimeter in that order, then those around; coordinates to five decimals, rings as
 * RFC 7946 asks
 */
export function simplified(inside: Shapes, outside: Shapes = new Map()): readonly Contour[] {
  const shapes = new Map([...inside, ...outside]);
  const codes = [...shapes.keys()];
  const features = [...shapes].flatMap(([code, all]) => all.map(({ polygons }) => featureOf(code, polygons)));
  const communes: FeatureCollection<MultiPolygon> = { type: 'FeatureCollection', features };
  // The two packages' types differ in what properties may be, of which there are none here.
  const whole = presimplify(topology({ communes }) as Whole);
  const own = arcsOf(whole, inside);
  const settled = lightened(whole, [...inside.keys()], (arc) => own.has(arc), Math.max(usual, least * inside.size));
  const best = mergedBy(
    codes,
    lightened(settled, [...outside.keys()], (arc) => !own.has(arc), background),
  );
  const exact = mergedBy(codes, whole);
  return codes.map((code, index) => {
    // A rock smaller than a detail keeps its own outline rather than none.
    const polygons = best[index]?.length ? best[index] : (exact[index] ?? []);
    const origines = (shapes.get(code) ?? []).map(({ origine }) => origine);
    const alone = origines.length === 1 && origines[0] === code;
    return { code, polygons, origines: alone ? [] : [...new Set(origines)], contexte: !inside.has(code) };
  });
}

type Shapes = ReadonlyMap<string, readonly Shape[]>;
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

/** The arcs that bound communes of the perimeter. */
function arcsOf(whole: Whole, inside: Shapes): ReadonlySet<number> {
  const own = geometriesOf(whole).filter(({ id }) => inside.has(String(id)));
  return new Set(own.flatMap(({ arcs }) => arcs.flat(2)).map((arc) => (arc < 0 ? ~arc : arc)));
}

/**
 * Takes the least details out of some arcs, until the outlines of some communes fit and none crosses itself.
 * @param weighed each point's third number is its weight
 */
function lightened(weighed: Whole, codes: readonly string[], wanted: (arc: number) => boolean, limit: number): Whole {
  const arcs = weighed.arcs.filter((_, index) => wanted(index));
  let best = weighed;
  let share = 1;
  for (let tries = 0; tries < 8; tries++) {
    const outlines = mergedBy(codes, best);
    const size = sizeOf(outlines);
    if (size <= limit && (share === 1 || !crossed(outlines))) break;
    share *= Math.min(0.9, limit / size);
    const threshold = quantile({ ...weighed, arcs }, share);
    const thin = weighed.arcs.map((arc, index) => (wanted(index) ? arc.filter(([, , z = 0]) => z >= threshold) : arc));
    best = { ...weighed, arcs: thin };
  }
  return best;
}

/** The outline of each commune: the borders between its own shapes are gone. */
function mergedBy(codes: readonly string[], whole: Whole): Outlines {
  const byCode = new Map<string, Surface[]>();
  for (const geometry of geometriesOf(whole)) {
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

type Surface = TopoPolygon<Properties> | TopoMultiPolygon<Properties>;

function geometriesOf({ objects }: Whole): readonly Surface[] {
  const { communes } = objects;
  const all = communes?.type === 'GeometryCollection' ? communes.geometries : [];
  return all.filter((geometry) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon');
}

function sizeOf(outlines: Outlines): number {
  return outlines.reduce((sum, polygons) => sum + JSON.stringify(polygons).length + 90, 0);
}

function crossed(outlines: Outlines): boolean {
  return outlines.some((polygons) => polygons.flat().some((ring) => crossing(ring) !== null));
}
