import { departementOf } from '../../cog/cog.ts';
import { WIDTH } from '../figures/figure.ts';
import { type CartePerimetre, isOverseas } from './asked.ts';
import type { France } from './france.ts';
import { boxOfDepartements } from './land.ts';
import { type Box, boxOf, grown, type Point } from './plane.ts';
import { EARTH, type Fit, fitted, type Project, projectionFor } from './project.ts';

/** Where the communes of a perimeter lie, by code. */
export interface Known {
  /** The Hexagone, or one territory overseas: what one map can show. */
  readonly shown: ReadonlyMap<string, Point>;
  readonly elsewhere: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Where the communes of a perimeter lie.
 * @param asked the perimeter and the points of towns
 */
export function placesIn({ perimetre, towns }: CartePerimetre): Known {
  const territories = new Map<string, Map<string, Point>>();
  const unknown: string[] = [];
  for (const { commune, departement } of new Map(perimetre.communes.map((row) => [row.commune, row])).values()) {
    const place = towns.placeOf(commune);
    const territory = isOverseas(departement) ? departement : '';
    if (place === null) unknown.push(commune);
    else territories.set(territory, (territories.get(territory) ?? new Map<string, Point>()).set(commune, place));
  }
  const [shown = new Map<string, Point>(), ...others] = [...territories.values()].sort((a, b) => b.size - a.size);
  return { shown, unknown, elsewhere: others.flatMap((one) => [...one.keys()]) };
}

/**
 * Are enough communes known for a map of points? Half of the people, or half of the communes: fewer would give a wrong
 * idea of the territory. Of whole départements, the shapes are known.
 * @param asked the perimeter
 * @param shown the points
 */
export function isEnough({ perimetre }: Pick<CartePerimetre, 'perimetre'>, shown: ReadonlyMap<string, Point>): boolean {
  if (shown.size === 0 || perimetre.departements.every(({ couverture }) => couverture === 'entiere')) return false;
  const people = new Map(perimetre.communes.map(({ commune, population }) => [commune, population ?? 0]));
  const placed = [...shown.keys()].reduce((sum, code) => sum + (people.get(code) ?? 0), 0);
  return 2 * shown.size >= perimetre.nb_communes || 2 * placed >= (perimetre.population ?? Infinity);
}

/** What is shown, and how. */
export interface View {
  readonly frame: Box;
  readonly fit: Fit;
  /** What the frame shows, in degrees, and a little more. */
  readonly near: Box;
  readonly overseas: boolean;
}

/** However close the towns are, so much is shown around them, in kilometres: the shapes of coasts are rough. */
const CLOSEST = 60;
/** An island no wider than this is shown whole, in kilometres. */
const ISLAND = 130;
const SIZE = { least: 400, most: 580 } as const;

/**
 * Lays points on a drawing, north up.
 * @param france the shapes, to show a small territory overseas whole
 * @param shown the communes, at least one
 * @returns null without a point
 */
export function viewOf(france: France, shown: ReadonlyMap<string, Point>): View | null {
  const places = [...shown.values()];
  const degrees = boxOf(places);
  if (!degrees) return null;
  const plane = projectionFor(degrees);
  const departements = new Set([...shown.keys()].map(departementOf));
  const island = islandOf(france, departements, plane);
  const box = boxOf([
    ...places.map(plane),
    ...(island ? [[island.x0, island.y0] as const, [island.x1, island.y1] as const] : []),
  ]);
  if (!box) return null;
  const space = WIDTH * 0.12;
  const [middle, wide, high] = [(box.x0 + box.x1) / 2, box.x1 - box.x0, box.y1 - box.y0];
  const across = Math.max(wide, (CLOSEST * (1 - (2 * space) / WIDTH)) / EARTH);
  const natural = ((WIDTH - 2 * space) * high) / across + 2 * space;
  const frame = { x0: 0, y0: 0, x1: WIDTH, y1: Math.round(Math.max(SIZE.least, Math.min(SIZE.most, natural))) };
  const fit = fitted(plane, { ...box, x0: middle - across / 2, x1: middle + across / 2 }, grown(frame, -space));
  return { frame, fit, near: nearOf(degrees, frame, fit), overseas: [...departements].every(isOverseas) };
}

/** The whole of a small territory overseas, in the plane. */
function islandOf(france: France, departements: ReadonlySet<string>, plane: Project): Box | null {
  if (![...departements].every(isOverseas)) return null;
  const box = boxOfDepartements(france, departements, plane);
  return box && (box.x1 - box.x0) * EARTH < ISLAND ? box : null;
}

/** Roughly: a degree of latitude is 111 km. */
function nearOf(degrees: Box, frame: Box, { perKm }: Fit): Box {
  const [lat, lon] = [(degrees.y0 + degrees.y1) / 2, (degrees.x0 + degrees.x1) / 2];
  const up = frame.y1 / perKm / 111;
  const aside = frame.x1 / perKm / 111 / Math.cos((lat * Math.PI) / 180);
  return { x0: lon - aside, x1: lon + aside, y0: lat - up, y1: lat + up };
}
