import type { CartePerimetre } from './asked.ts';
import { boxOfDot, type Dot } from './dots.ts';
import type { View } from './places.ts';
import { type Box, grown, overlap, type Point } from './plane.ts';
import { painted } from './theme.ts';

/** A large town outside the perimeter, to find one's way. */
export interface Landmark {
  readonly nom: string;
  readonly at: Point;
}

const MOST = 8;
/** How far apart two of them are, at least. */
const APART = 45;

/**
 * The largest towns around the communes of a perimeter.
 * @param asked the perimeter, the points of towns
 * @param view what is shown
 * @param dots the communes of the perimeter, which are not hidden
 */
export function landmarksOf(
  { perimetre, towns, cog, france }: CartePerimetre,
  view: View,
  dots: readonly Dot[],
): readonly Landmark[] {
  const inside = new Set(perimetre.communes.map(({ commune }) => commune));
  const boxes = dots.map((dot) => grown(boxOfDot(dot), 10));
  const frame = grown(view.frame, -8);
  const all = france.departements
    .filter(({ box }) => overlap(box, view.near))
    .flatMap(({ code }) => towns.of(code))
    .filter(({ code, place: [x, y] }) => !inside.has(code) && isIn(view.near, x, y))
    .flatMap(({ code, place }) => {
      const at = view.fit.project(place);
      const commune = isIn(frame, ...at) ? cog.resolveCommune(code)?.actuelle : undefined;
      return commune ? [{ nom: commune.nom, at, population: commune.population ?? 0, code }] : [];
    })
    .sort((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1));
  const kept: Landmark[] = [];
  for (const { nom, at } of all) {
    if (kept.length === MOST) break;
    if (boxes.some((box) => isIn(box, ...at))) continue;
    kept.push({ nom, at });
    boxes.push(grown({ x0: at[0], x1: at[0], y0: at[1], y1: at[1] }, APART));
  }
  return kept;
}

function isIn({ x0, y0, x1, y1 }: Box, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/**
 * A landmark as it is drawn.
 * @returns SVG
 */
export function drawLandmark(cx: number, cy: number): string {
  return painted('circle', { cx, cy, r: 2.6, 'stroke-width': 1.3 }, { fill: 'fond', stroke: 'sourd' });
}
