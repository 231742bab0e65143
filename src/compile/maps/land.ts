import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { MultiPolygon, Objects, Topology } from 'topojson-specification';
import { type DepartementForme, type France, partOf } from './france.ts';
import { areaPath, linePath, polygonsOf } from './path.ts';
import { areaOf, type Box, boxOf, type Polygon } from './plane.ts';
import { type Project, projected } from './project.ts';

/** A département on a drawing. */
export interface DepartementDessine extends DepartementForme {
  readonly code: string;
  readonly polygons: readonly Polygon[];
}

/** What borders run between; null where a département has no other beside it: a coast, or another country. */
export type BetweenDepartements = (a: DepartementDessine, b: DepartementDessine | null) => boolean;

/** The départements and their neighbours, on a drawing. */
export interface Land {
  readonly departements: readonly DepartementDessine[];
  /** Those that come near a box, or anywhere on the drawing. */
  readonly border: (between: BetweenDepartements, near?: Box) => string;
  readonly neighboursPath: string;
  /** Several départements as one shape. */
  readonly together: (wanted: (code: string) => boolean) => string;
}

/** What a drawing shows. */
export interface Window {
  readonly project: Project;
  /** What lies outside is left out, in units of the drawing. */
  readonly within: Box;
  /** The same in degrees, roughly: what lies outside is not even laid. */
  readonly near: Box;
}

/**
 * Lays the shapes of France on a drawing.
 * @param france the packed shapes
 * @param window what the drawing shows
 * @param grain triangles smaller than this, in square units, are left out
 * @returns paths
 */
export function landOf(france: France, { project, within, near }: Window, grain = GRAIN): Land {
  const part = partOf(france, near);
  const laid = simplifiedTo(projected(part.topology, project), grain);
  const byShape = new Map<unknown, DepartementDessine>(
    part.departements.map((shape) => {
      const { code, properties = { nom: '', region: null } } = shape;
      return [shape, { code, ...properties, polygons: polygonsOf(feature(laid, shape).geometry) }];
    }),
  );
  const all = [...part.departements];
  return {
    departements: [...byShape.values()],
    border: (between, nearer = within) => {
      const lines = mesh(laid, { type: 'GeometryCollection', geometries: all }, (a, b) => {
        const [one, other] = [byShape.get(a), byShape.get(b)];
        return one !== undefined && other !== undefined && between(one, a === b ? null : other);
      });
      return linePath(lines, nearer);
    },
    neighboursPath: areaPath(polygonsOf(merge(laid, [...part.voisins])), within),
    together: (chosen) => {
      const shapes: MultiPolygon[] = all.filter(({ code }) => chosen(code));
      return areaPath(polygonsOf(merge(laid, shapes)), within);
    },
  };
}

/** The borders of départements inside a région. */
export const inRegion: BetweenDepartements = (a, b) => b !== null && a.region === b.region;

/** The borders of régions. */
export const ofRegion: BetweenDepartements = (a, b) => b !== null && a.region !== b.region;

/** Triangles smaller than this, in square units, are not seen. */
export const GRAIN = 0.7;

/**
 * A topology without the points that nobody would see.
 * @param topology laid on a drawing
 * @param smallest in square units of the drawing
 */
export function simplifiedTo<T extends Topology>(topology: T, smallest: number): T {
  // The library's types know less of the objects than we do, and leave them as they are.
  return simplify(presimplify(topology as Topology<Objects>), smallest) as T;
}

/**
 * The box of some départements in a plane: islands too small to count beside the largest are left out.
 * @param france the packed shapes
 * @param codes which départements
 * @param project from degrees to the plane
 * @returns null when none of them has a shape
 */
export function boxOfDepartements(france: France, codes: ReadonlySet<string>, project: Project): Box | null {
  const part = partOf(france, WORLD, (code) => codes.has(code));
  const laid = projected(part.topology, project);
  const polygons = part.departements.flatMap((shape) => {
    const own = polygonsOf(feature(laid, shape).geometry);
    const least = 0.01 * Math.max(...own.map(([outline]) => areaOf(outline ?? [])));
    return own.filter(([outline]) => areaOf(outline ?? []) >= least);
  });
  return boxOf(polygons.flat(2));
}

const WORLD: Box = { x0: -180, y0: -90, x1: 180, y1: 90 };
