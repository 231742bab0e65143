import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, MultiPolygon as Shape, Topology } from 'topojson-specification';
import type { Cog, Commune } from '../../cog/cog.ts';
import { type Box, boxOf, overlap } from './plane.ts';

/** The contours that a dossier keeps: WGS84, each with the INSEE code of some year as `code`. */
export type Contours = FeatureCollection<Geometry | null, { readonly [key: string]: unknown } | null>;

/** What maps ask of the reference data: a code of any year and its commune of today; which communes a département has. */
export type CogVu = Pick<Cog, 'resolveCommune' | 'departement'>;

/** A piece of contour and the commune of today that it belongs to. */
export interface Piece {
  readonly commune: Commune;
  readonly geometry: Polygon | MultiPolygon;
  readonly box: Box;
}

/** Communes of today as shapes that share their borders. */
export interface Communes {
  readonly topology: Topology<{ readonly communes: GeometryCollection<Commune> }>;
  readonly shapes: readonly (Shape<Commune> & { readonly properties: Commune })[];
}

/**
 * The contours that can be drawn, each with its commune of today.
 * @param contours the dossier's; a shape that is no surface, or whose code nobody knows, is left out
 * @param cog the reference data
 */
export function piecesOf(contours: Contours, cog: CogVu): readonly Piece[] {
  const found = known.get(contours) ?? piecesIn(contours, cog);
  known.set(contours, found);
  return found;
}

/** A report draws three maps of the same contours. */
const known = new WeakMap<Contours, readonly Piece[]>();

function piecesIn(contours: Contours, cog: CogVu): readonly Piece[] {
  return contours.features.flatMap(({ geometry, properties }) => {
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
    const code = properties?.code;
    const commune = typeof code === 'string' ? cog.resolveCommune(code)?.actuelle : undefined;
    const box = boxOf(outlines(geometry).flat());
    return commune && box && isSurface(box) ? [{ commune, geometry, box }] : [];
  });
}

/** Somewhere on Earth, and not a line: NaN fails each comparison. */
function isSurface({ x0, y0, x1, y1 }: Box): boolean {
  return x0 < x1 && y0 < y1 && x0 >= -180 && x1 <= 180 && y0 >= -90 && y1 <= 90;
}

function outlines(geometry: Polygon | MultiPolygon): Polygon['coordinates'] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/**
 * The box around the pieces of some communes.
 * @param pieces all pieces
 * @param codes the communes of today
 * @returns null when none of them has a contour
 */
export function boxAround(pieces: readonly Piece[], codes: ReadonlySet<string>): Box | null {
  const own = pieces.filter(({ commune }) => codes.has(commune.code));
  return boxOf(own.flatMap(({ box }) => [[box.x0, box.y0] as const, [box.x1, box.y1] as const]));
}

/**
 * Pieces as one topology of today's communes: those that were merged since become one shape.
 * @param pieces all pieces
 * @param within only those that reach into this box, in degrees
 */
export function communesOf(pieces: readonly Piece[], within: Box): Communes {
  const seen = pieces.filter(({ box }) => overlap(box, within));
  const features = seen.map(({ commune, geometry }): Feature<Polygon | MultiPolygon, Commune> => {
    return { type: 'Feature', properties: commune, geometry: rounded(geometry) };
  });
  // The library's types lose the name of the object and what its shapes are.
  const raw = topology({ pieces: { type: 'FeatureCollection', features } as FeatureCollection }) as Topology<{
    pieces: GeometryCollection<Commune>;
  }>;
  const byCode = new Map<string, Shape<Commune>[]>();
  for (const geometry of raw.objects.pieces.geometries) {
    if ((geometry.type !== 'MultiPolygon' && geometry.type !== 'Polygon') || !geometry.properties) continue;
    const { code } = geometry.properties;
    byCode.set(code, [...(byCode.get(code) ?? []), geometry as Shape<Commune>]);
  }
  const shapes = [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, own]) => {
      const properties = own[0]?.properties;
      return properties ? [{ ...mergeArcs(raw, own), id: code, properties }] : [];
    });
  return { shapes, topology: { ...raw, objects: { communes: { type: 'GeometryCollection', geometries: shapes } } } };
}

/** Five decimals are a metre: borders that two producers' roundings part by less are one. */
function rounded<G extends Polygon | MultiPolygon>(geometry: G): G {
  const round = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(round) : typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value;
  return { ...geometry, coordinates: round(geometry.coordinates) } as G;
}

/**
 * One commune's shape, from a topology that may have been projected and simplified since.
 * @param topology where its arcs are
 * @param shape the commune
 */
export function shapeOf(topology: Topology, shape: Shape<Commune>): MultiPolygon {
  return feature(topology, shape).geometry;
}
