import { codesOf, isOverseas } from '../../maps/asked.ts';
import { mainlandIn } from '../../maps/grounds.ts';
import type { Point } from '../../maps/plane.ts';
import { MAIN, overseas } from '../../maps/situation.ts';
import type { CarteComparee } from '../figure.ts';
import type { Site } from '../sites.ts';

/** A site on the map. */
export interface Dot {
  readonly id: string;
  readonly at: Point;
}

/** Where the sites are on the map of France, and the land of the overseas territories under them. */
export interface Dots {
  readonly placed: readonly Dot[];
  /** SVG of the insets. */
  readonly insets: readonly string[];
  /** The départements of the sites. */
  readonly departements: readonly string[];
}

/** Half of what a dot takes. */
export const RADIUS = { few: 5, many: 3 } as const;

/**
 * Places each site in the middle of its towns; those that would touch another stand a little apart.
 * @param langue of the names of overseas territories
 * @param few whether there is room for large dots
 */
export function dotsOf(sites: readonly Site[], carte: CarteComparee, langue: 'fr' | 'en', few: boolean): Dots {
  const departements = [
    ...new Set([...carte.perimetres.values()].flatMap((one) => one.departements.map(({ code }) => code))),
  ].sort();
  const middles = sites.flatMap(({ id }) => {
    const middle = middleOf(carte, id);
    return middle === null ? [] : [{ id, ...middle }];
  });
  const seen = mainlandIn(carte.france, MAIN);
  const mainland = seen === null ? [] : middles.filter(({ departement }) => !isOverseas(departement));
  const raw: Dot[] = mainland.map(({ id, place }) => ({ id, at: seen?.project(place) ?? [0, 0] }));
  const perimetre = { departements: departements.map((code) => ({ code })) };
  const insets = overseas({ prefix: 'carte', langue, france: carte.france, perimetre }, (project, frame) => {
    for (const { id, place, departement } of middles) {
      if (!isOverseas(departement)) continue;
      const [x, y] = project(place);
      // Seen from one territory, the others lie far out of its frame.
      if (x > frame.x0 && x < frame.x1 && y > frame.y0 && y < frame.y1) raw.push({ id, at: [x, y] });
    }
    return [];
  });
  const once = new Map(raw.map((dot) => [dot.id, dot]));
  return { placed: apart([...once.values()], few ? RADIUS.few : RADIUS.many), insets, departements };
}

/** In degrees, of the towns whose place is known; and the département that most of it lies in. */
function middleOf({ perimetres, towns }: CarteComparee, id: string): { place: Point; departement: string } | null {
  const perimetre = perimetres.get(id);
  if (perimetre === undefined) return null;
  const places = [...codesOf(perimetre)].sort().flatMap((code) => {
    const place = towns.placeOf(code);
    return place === null ? [] : [place];
  });
  const [first] = [...perimetre.departements].sort((a, b) => b.nb_communes_dedans - a.nb_communes_dedans);
  if (places.length === 0 || first === undefined) return null;
  const mean = (axis: 0 | 1): number => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  return { place: [mean(0), mean(1)], departement: first.code };
}

/** How far a dot may stand from its place, in dots: beyond, it lies over others. */
const FAR = 4;

/** On a spiral around its place, the first spot that touches no other. */
function apart(dots: readonly Dot[], radius: number): readonly Dot[] {
  const step = radius * 2.3;
  const taken = new Map<string, Point[]>();
  const cell = ([x, y]: Point): readonly [number, number] => [Math.floor(x / step), Math.floor(y / step)];
  const free = (at: Point): boolean => {
    const [column, row] = cell(at);
    return [-1, 0, 1].every((dx) =>
      [-1, 0, 1].every((dy) =>
        (taken.get(`${column + dx} ${row + dy}`) ?? []).every(
          (other) => Math.hypot(at[0] - other[0], at[1] - other[1]) >= step * 0.98,
        ),
      ),
    );
  };
  return dots.map(({ id, at }) => {
    const spot = spots(at, step).find(free) ?? at;
    const key = cell(spot).join(' ');
    taken.set(key, [...(taken.get(key) ?? []), spot]);
    return { id, at: spot };
  });
}

/** Rings of six, twelve, eighteen spots around a place. */
function spots([x, y]: Point, step: number): readonly Point[] {
  const found: Point[] = [[x, y]];
  for (let ring = 1; ring <= FAR; ring += 1) {
    for (let n = 0; n < ring * 6; n += 1) {
      const turn = (n / (ring * 6)) * 2 * Math.PI;
      found.push([x + ring * step * Math.cos(turn), y + ring * step * Math.sin(turn)]);
    }
  }
  return found;
}
