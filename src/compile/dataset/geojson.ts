import type { MultiPolygon } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import type { Perimetre } from '../../model/types.gen.ts';
import type { Table } from '../../schema/columns.ts';
import { codesOf, type SourceContours } from '../maps/asked.ts';
import { boxAround, type CogVu, type Contours, communesOf, piecesOf } from '../maps/contours.ts';
import { boxOf, grown } from '../maps/plane.ts';
import type { Cell, Row } from './rows.ts';

/** A dossier whose perimeter may be drawn. */
export interface PerimetreDessinable {
  /** Its row of the table `dossiers`: what the dataset says of it is said here too, and nothing else. */
  readonly row: Row;
  readonly perimetre: Perimetre;
  /** The contours that the dossier keeps; null when it has none. */
  readonly contours: Contours | null;
  readonly source: SourceContours | null;
}

/** What `perimetres.geojson` begins with; then features, this between them, and its end. */
export const geojsonHead = '{"type":"FeatureCollection","name":"perimetres","features":[\n';
export const geojsonBetween = ',\n';
export const geojsonFoot = '\n]}\n';

/**
 * The perimeter of a dossier as a feature of GeoJSON (RFC 7946): one surface, the borders between its communes gone.
 * @param table `dossiers`
 * @param cog the reference data, to find today's commune of each contour
 * @returns one line of JSON without line end; null when no commune of the perimeter has a contour: none is made up
 */
export function perimetreFeature(table: Table, asked: PerimetreDessinable, cog: CogVu): string | null {
  const { row, perimetre, contours, source } = asked;
  if (contours === null) return null;
  const codes = codesOf(perimetre);
  const own = piecesOf(contours, cog).filter(({ commune }) => codes.has(commune.code));
  const around = boxAround(own, codes);
  if (around === null) return null;
  const { topology, shapes } = communesOf(own, grown(around, 1));
  const geometry = tidied(feature(topology, mergeArcs(topology, [...shapes])).geometry);
  const box = boxOf(geometry.coordinates.flat(2));
  if (box === null) return null;
  const cells = new Map(table.columns.map(({ name }, at) => [name, row[at] ?? null]));
  return JSON.stringify({
    type: 'Feature',
    id: cells.get('id'),
    bbox: [box.x0, box.y0, box.x1, box.y1],
    properties: {
      ...propertiesOf(cells),
      communes_dessinees: shapes.length,
      contours_source: source?.nom ?? null,
      contours_annee: source?.annee ?? null,
    },
    geometry,
  });
}

/** The columns of `dossiers` that tell a map what it shows. */
const told = ['id', 'titre', 'dispositif', 'session', 'phase', 'fictif', 'territoire', 'nb_communes', 'population'];

function propertiesOf(cells: ReadonlyMap<string, Cell>): Readonly<Record<string, Cell>> {
  return Object.fromEntries(told.flatMap((name) => (cells.has(name) ? [[name, cells.get(name) ?? null]] : [])));
}

type Rings = MultiPolygon['coordinates'][number];
type Ring = Rings[number];

/**
 * Outlines anticlockwise, holes clockwise, no point twice in a row; what has no surface is left out. Each ring from its
 * westernmost point on, holes and polygons by theirs: the order of the contours in their file says nothing.
 */
function tidied({ coordinates }: MultiPolygon): MultiPolygon {
  const polygons = coordinates.flatMap((polygon): Rings[] => {
    const [outline, ...holes] = polygon.map(withoutRepeats);
    if (outline === undefined || !isSurface(outline)) return [];
    return [
      [
        turned(outline, 1),
        ...holes
          .filter(isSurface)
          .map((hole) => turned(hole, -1))
          .sort(byFirstPoint),
      ],
    ];
  });
  return { type: 'MultiPolygon', coordinates: polygons.sort(([a = []], [b = []]) => byFirstPoint(a, b)) };
}

/** Heights are no part of a perimeter. */
function withoutRepeats(ring: Ring): Ring {
  return ring
    .map(([x = 0, y = 0]) => [x, y])
    .filter((point, at) => at === 0 || comparePoints(point, ring[at - 1]) !== 0);
}

function isSurface(ring: Ring): boolean {
  return ring.length >= 4 && signedArea(ring) !== 0;
}

/** Anticlockwise for 1, clockwise for -1, from its westernmost point on. */
function turned(ring: Ring, way: 1 | -1): Ring {
  const open = (signedArea(ring) * way > 0 ? ring : ring.toReversed()).slice(1);
  const first = open.reduce((least, point, at) => (comparePoints(point, open[least]) < 0 ? at : least), 0);
  const points = [...open.slice(first), ...open.slice(0, first)];
  return [...points, ...points.slice(0, 1)];
}

function byFirstPoint(a: Ring, b: Ring): number {
  return comparePoints(a[0], b[0]);
}

function comparePoints([ax = 0, ay = 0]: readonly number[] = [], [bx = 0, by = 0]: readonly number[] = []): number {
  return ax - bx || ay - by;
}

/** Positive when the ring turns anticlockwise; measured from its first point, for the sake of small ones. */
function signedArea(ring: Ring): number {
  const [[ox = 0, oy = 0] = []] = ring;
  let twice = 0;
  ring.forEach(([bx = 0, by = 0], at) => {
    const [ax = 0, ay = 0] = ring[at - 1] ?? [ox, oy];
    twice += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  });
  return twice / 2;
}
