import { feature } from 'topojson-client';
import { isOverseas } from '../maps/asked.ts';
import { type France, partOf } from '../maps/france.ts';
import { polygonsOf } from '../maps/path.ts';
import { areaOf, boxOf, largest, type Point } from '../maps/plane.ts';
import type { Towns } from '../maps/towns.ts';
import { type Site, textOf } from './sites.ts';

/** The Hexagone with Corse, among territories that are otherwise codes of départements. */
export const HEXAGONE = 'hexagone';

/** Where a site lies in one territory: the Hexagone, or one overseas. */
export interface Lieu {
  readonly territoire: string;
  /** Of the site in this territory. */
  readonly departements: readonly string[];
  /** Communes of today, in this territory. */
  readonly communes: readonly string[];
  /** How many of them have a point. */
  readonly placees: number;
  /** In degrees: the middle of the communes that have a point, else that of the départements; null where neither is known. */
  readonly milieu: Point | null;
}

/**
 * Where a site lies, as the dataset has it.
 * @returns one place a territory; none where nothing is known
 */
export function lieuxOf(site: Site, towns: Towns, france: France): readonly Lieu[] {
  const rows = site.rows('perimetres').flatMap(({ commune, departement }) => {
    const [code, of] = [textOf(commune), textOf(departement)];
    return of === undefined ? [] : [{ commune: code, departement: of }];
  });
  const named = Array.isArray(site.dossier.departements) ? site.dossier.departements : [];
  const departements = [...new Set([...rows.map((row) => row.departement), ...named])].sort();
  return [...new Set(departements.map(territoireOf))].map((territoire): Lieu => {
    const own = departements.filter((code) => territoireOf(code) === territoire);
    const here = rows.filter(({ departement }) => territoireOf(departement) === territoire);
    const communes = [...new Set(here.flatMap(({ commune }) => commune ?? []))].sort();
    const points = communes.map((code) => towns.placeOf(code)).filter((place) => place !== null);
    const milieu = meanOf(points) ?? meanOf(own.flatMap((code) => middleOf(france, code) ?? []));
    return { territoire, departements: own, communes, placees: points.length, milieu };
  });
}

function territoireOf(departement: string): string {
  return isOverseas(departement) ? departement : HEXAGONE;
}

function meanOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  return [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
}

/** The middle of its largest part. */
function middleOf(france: France, departement: string): readonly [Point] | null {
  const world = { x0: -180, y0: -90, x1: 180, y1: 90 };
  const part = partOf(france, world, (code) => code === departement);
  const polygons = part.departements.flatMap((shape) => polygonsOf(feature(part.topology, shape).geometry));
  const outline = largest(polygons)?.[0];
  const box = outline && areaOf(outline) > 0 ? boxOf(outline) : null;
  return box && [[(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]];
}

/** The name of a département, where the shapes of France have it. */
export function nomDuDepartement(france: France, code: string): string {
  return france.departements.find((one) => one.code === code)?.nom || code;
}
