import type { MultiLineString } from 'geojson';
import { merge, mesh } from 'topojson-client';
import type { Commune } from '../../cog/cog.ts';
import { WIDTH } from '../figures/figure.ts';
import { type CarteDemandee, codesOf } from './asked.ts';
import { boxAround, type Communes, communesOf, type Piece, piecesOf, shapeOf } from './contours.ts';
import { GRAIN, simplifiedTo } from './land.ts';
import { areaPath, linePath, pointOf, polygonsOf } from './path.ts';
import { type Box, boxOf, grown, largest, overlap, type Point, type Polygon } from './plane.ts';
import { type Fit, fitted, type Project, projected, projectionFor } from './project.ts';
import type { Towns } from './towns.ts';

/** A commune on a drawing. */
export interface CommuneDessinee extends Commune {
  readonly path: string;
  /** Its largest part: where its name goes. */
  readonly polygon: Polygon;
  readonly inside: boolean;
}

/** Which border to draw: communes on both sides; one alone where nothing is known on the other. */
export type Between = (a: Commune, b: Commune | null) => boolean;

/** The communes of a perimeter, and those around it that are known, laid on a drawing. */
export interface Vue {
  readonly frame: Box;
  readonly fit: Fit;
  /** What the frame shows, in degrees, and a little more. */
  readonly near: Box;
  readonly communes: readonly CommuneDessinee[];
  readonly border: (between: Between) => string;
  /** Some communes as one shape. */
  readonly together: (wanted: (code: string) => boolean) => string;
  /** Communes of the perimeter whose contour is not known, but where their town lies is. */
  readonly points: ReadonlyMap<string, Point>;
  /** Those of which neither is. */
  readonly missing: readonly string[];
  /** All pieces, drawn or not. */
  readonly pieces: readonly Piece[];
}

/** How large a drawing may be, in its own units. */
export interface Taille {
  readonly width: number;
  readonly least: number;
  readonly most: number;
}

/** A figure of the text: as wide as all figures, never higher than a page. */
export const FIGURE: Taille = { width: WIDTH, least: 380, most: 700 };

/**
 * Lays a perimeter on a drawing, north up, as large as fits.
 * @param asked the perimeter and its contours
 * @param taille the drawing's width, and between which heights it may be
 * @param margin kept around the perimeter, as a share of the width
 * @param towns points for communes without a contour, where those are to be shown
 * @returns null when no commune of the perimeter has a contour
 */
export function vueOf(
  asked: Pick<CarteDemandee, 'perimetre' | 'contours' | 'cog'>,
  taille: Taille,
  margin: number,
  towns: Towns | null = null,
): Vue | null {
  if (asked.contours === null) return null;
  const pieces = piecesOf(asked.contours, asked.cog);
  const codes = codesOf(asked.perimetre);
  const outlines = boxAround(pieces, codes);
  if (!outlines) return null;
  const places = placesWithout(pieces, codes, outlines, towns);
  const degrees = boxOf([...cornersOf(outlines), ...places.values()]) ?? outlines;
  const plane = projectionFor(degrees);
  const box = boxOf([...cornersOf(planeBox(pieces, codes, plane)), ...[...places.values()].map(plane)]);
  if (!box) return null;
  const { frame, fit, beyond } = frameFor(box, plane, taille, margin);
  const near = enlarged(degrees, beyond);
  const known = communesOf(pieces, near);
  const laid: Communes = { ...known, topology: simplifiedTo(projected(known.topology, fit.project), GRAIN) };
  const within = grown(frame, 12);
  const drawn = new Set(laid.shapes.map(({ id }) => String(id)));
  return {
    frame,
    fit,
    near,
    communes: communesIn(laid, codes, within),
    border: (between) => linePath(meshOf(laid, between), within),
    together: (wanted) => {
      const shapes = laid.shapes.filter(({ id }) => wanted(String(id)));
      return areaPath(polygonsOf(merge(laid.topology, shapes)), within);
    },
    points: new Map([...places].map(([code, place]) => [code, fit.project(place)])),
    missing: [...codes].filter((code) => !drawn.has(code) && !places.has(code)).sort(),
    pieces,
  };
}

/** Where the towns of the communes without a contour lie; those farther away than the contours are wide would not fit. */
function placesWithout(
  pieces: readonly Piece[],
  codes: ReadonlySet<string>,
  box: Box,
  towns: Towns | null,
): ReadonlyMap<string, Point> {
  const known = new Set(pieces.map(({ commune }) => commune.code));
  const { x0, y0, x1, y1 } = grown(box, Math.max(box.x1 - box.x0, box.y1 - box.y0));
  const places = new Map<string, Point>();
  for (const code of [...codes].sort()) {
    const place = known.has(code) ? null : (towns?.placeOf(code) ?? null);
    if (place && place[0] > x0 && place[0] < x1 && place[1] > y0 && place[1] < y1) places.set(code, place);
  }
  return places;
}

function cornersOf({ x0, y0, x1, y1 }: Box): readonly Point[] {
  return [
    [x0, y0],
    [x1, y1],
  ];
}

function planeBox(pieces: readonly Piece[], codes: ReadonlySet<string>, plane: Project): Box {
  const own = pieces.filter(({ commune }) => codes.has(commune.code));
  const places = own.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  );
  const box = boxOf(places.map((place) => plane(pointOf(place))));
  if (!box) throw new Error('a perimeter with contours and no point');
  return box;
}

/** The frame, and how many times larger than the perimeter what is shown may be. */
function frameFor(
  box: Box,
  plane: Project,
  { width, least, most }: Taille,
  margin: number,
): { readonly frame: Box; readonly fit: Fit; readonly beyond: number } {
  const space = width * margin;
  const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
  const natural = ((width - 2 * space) * high) / wide + 2 * space;
  const height = Math.round(Math.max(least, Math.min(most, natural)));
  const frame = { x0: 0, y0: 0, x1: width, y1: height };
  const fit = fitted(plane, box, grown(frame, -space));
  const scale = Math.min((width - 2 * space) / wide, (height - 2 * space) / high);
  return { frame, fit, beyond: Math.max(width / (wide * scale), height / (high * scale)) };
}

function enlarged({ x0, y0, x1, y1 }: Box, times: number): Box {
  const [w, h] = [((x1 - x0) * (times - 1)) / 2, ((y1 - y0) * (times - 1)) / 2];
  // A little more, for the meridians are not parallel.
  return { x0: x0 - 1.1 * w, y0: y0 - 1.1 * h, x1: x1 + 1.1 * w, y1: y1 + 1.1 * h };
}

function communesIn({ topology, shapes }: Communes, codes: ReadonlySet<string>, within: Box): CommuneDessinee[] {
  return shapes.flatMap((shape) => {
    const polygons = polygonsOf(shapeOf(topology, shape));
    const polygon = largest(polygons);
    const inside = codes.has(shape.properties.code);
    // An outline holds its holes.
    const box = inside ? null : boxOf(polygons.flatMap(([outline = []]) => outline));
    if (!polygon || !(inside || (box && overlap(box, within)))) return [];
    return [{ ...shape.properties, polygon, inside, path: areaPath(polygons, inside ? undefined : within) }];
  });
}

function meshOf({ topology, shapes }: Communes, between: Between): MultiLineString {
  const of = new Map<unknown, Commune>(shapes.map((shape) => [shape, shape.properties]));
  return mesh(topology, topology.objects.communes, (a, b) => {
    const [one, other] = [of.get(a), of.get(b)];
    return one !== undefined && other !== undefined && between(one, a === b ? null : other);
  });
}
