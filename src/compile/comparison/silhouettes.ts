import { feature, merge, mesh } from 'topojson-client';
import type { Perimetre } from '../../model/types.gen.ts';
import type { SourceContours } from '../maps/asked.ts';
import { type Communes, communesOf, type Piece, piecesOf } from '../maps/contours.ts';
import { type France, partOf } from '../maps/france.ts';
import { boxOfDepartements, GRAIN, simplifiedTo } from '../maps/land.ts';
import { areaPath, linePath, pointOf, polygonsOf } from '../maps/path.ts';
import { isEnough } from '../maps/places.ts';
import { type Box, boxOf, grown, type Point } from '../maps/plane.ts';
import { EARTH, type Project, projected, projectionFor } from '../maps/project.ts';
import { painted } from '../maps/theme.ts';
import type { Towns } from '../maps/towns.ts';
import type { CarteComparee } from './figure.ts';
import { type Lieu, lieuxOf } from './lieux.ts';
import type { Site } from './sites.ts';

/** What a perimeter is drawn from: its true contours; that of whole départements; the points of its towns; the départements around it. */
export type Dessin = 'contours' | 'departements_entiers' | 'points' | 'departements';

/** A perimeter before it is drawn: how large it is, and how to draw it at any scale. */
export interface Silhouette {
  readonly site: Site;
  readonly dessin: Dessin | null;
  /** In kilometres. */
  readonly width: number;
  readonly height: number;
  readonly source: SourceContours | null;
  /** Communes of the perimeter; how many are drawn by their contour, how many by a point. */
  readonly communes: number;
  readonly contournees: number;
  readonly placees: number;
  /** Départements of what is not drawn here: another side of the ocean. */
  readonly ailleurs: readonly string[];
  readonly departements: readonly string[];
  /** @param frame where, as large as the scale makes it; @param perKm the scale */
  readonly draw: (frame: Box, perKm: number) => string;
}

/**
 * How the perimeter of a site can be drawn.
 * @returns without a drawing where only its name is known; null where no commune and no département is
 */
export function silhouetteOf(site: Site, carte: CarteComparee): Silhouette | null {
  const lieux = lieuxOf(site, carte.towns, carte.france);
  const [lieu, ...others] = [...lieux].sort((a, b) => b.communes.length - a.communes.length);
  if (lieu === undefined) return null;
  const kept = carte.contours.get(site.id);
  const codes = new Set(lieu.communes);
  const pieces =
    kept === undefined ? [] : piecesOf(kept.contours, carte.cog).filter(({ commune }) => codes.has(commune.code));
  const drawn =
    contours(pieces, lieu, carte) ??
    whole(carte, site, lieu) ??
    points(carte, site, lieu) ??
    around(carte.france, lieu) ??
    nothing;
  return {
    ...{ site, ...drawn },
    source: drawn.dessin === 'contours' ? (kept?.source ?? null) : null,
    communes: lieux.reduce((sum, { communes }) => sum + communes.length, 0),
    departements: lieu.departements,
    ailleurs: others.flatMap(({ departements }) => departements),
  };
}

type Drawn = Pick<Silhouette, 'dessin' | 'width' | 'height' | 'draw' | 'contournees' | 'placees'>;

const nothing: Drawn = { dessin: null, width: 0, height: 0, contournees: 0, placees: 0, draw: () => '' };

/** At least so wide, in kilometres: a single point has a size too. */
const LEAST = 1;

/** How large a box of the plane is, and how places are laid in the middle of a frame, at any scale. */
function measured(
  box: Box,
  plane: Project,
): { readonly width: number; readonly height: number; readonly lay: (frame: Box, perKm: number) => Project } {
  const middle: Point = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return {
    width: Math.max(LEAST, (box.x1 - box.x0) * EARTH),
    height: Math.max(LEAST, (box.y1 - box.y0) * EARTH),
    lay: ({ x0, y0, x1, y1 }, perKm) => {
      const [left, top, scale] = [(x0 + x1) / 2, (y0 + y1) / 2, perKm * EARTH];
      return (place) => {
        const [x, y] = plane(place);
        return [left + (x - middle[0]) * scale, top + (y - middle[1]) * scale];
      };
    },
  };
}

/** The true contours; of communes without one, the points, where those are known. */
function contours(pieces: readonly Piece[], lieu: Lieu, { towns }: CarteComparee): Drawn | null {
  const degrees = boxOf(
    pieces.flatMap(({ box }) => [
      [box.x0, box.y0],
      [box.x1, box.y1],
    ]),
  );
  if (!degrees) return null;
  const plane = projectionFor(degrees);
  const drawn = new Set(pieces.map(({ commune }) => commune.code));
  const places = pointsOf(
    lieu.communes.filter((code) => !drawn.has(code)),
    towns,
  );
  const outlines = pieces.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  );
  const box = boxOf([...outlines.map((place) => plane(pointOf(place))), ...places.map(plane)]);
  if (!box) return null;
  const { width, height, lay } = measured(box, plane);
  return {
    ...{ dessin: 'contours', width, height, contournees: drawn.size, placees: places.length },
    draw: (frame, perKm) => {
      const project = lay(frame, perKm);
      const known = communesOf(pieces, degrees);
      const laid = simplifiedTo(projected(known.topology, project), GRAIN / 2);
      return shape({ ...known, topology: laid }, grown(frame, 12)) + dots(places.map(project));
    },
  };
}

function shape({ topology, shapes }: Communes, within: Box): string {
  const inner = linePath(
    mesh(topology, topology.objects.communes, (a, b) => a !== b),
    within,
  );
  const join = { 'stroke-linejoin': 'round' } as const;
  return [
    painted(
      'path',
      { d: areaPath(polygonsOf(merge(topology, [...shapes]))), 'stroke-width': 1.3, ...join },
      { fill: 'territoire', stroke: 'encre' },
    ),
    inner === '' ? '' : painted('path', { d: inner, 'stroke-width': 0.5, ...join }, { stroke: 'limite' }),
  ].join('');
}

/** Whole départements have a known shape, rough as it is. */
function whole(carte: CarteComparee, { id }: Site, lieu: Lieu): Drawn | null {
  const own = perimetreIn(carte, id, lieu);
  if (own === null || own.departements.some(({ couverture }) => couverture !== 'entiere')) return null;
  const drawn = departements(carte.france, lieu.departements, (d) =>
    painted('path', { d, 'stroke-width': 1.3, 'stroke-linejoin': 'round' }, { fill: 'territoire', stroke: 'encre' }),
  );
  return drawn && { ...drawn, dessin: 'departements_entiers' };
}

/** The départements that it lies in, so large that they say little: dashed. Of a site in very wide ones, only the name. */
function around(france: France, { departements: codes }: Lieu): Drawn | null {
  const drawn = departements(france, codes, (d) =>
    painted('path', { d, 'stroke-width': 1, 'stroke-dasharray': '3 3' }, { fill: 'voisin', stroke: 'sourd' }),
  );
  return drawn === null || Math.max(drawn.width, drawn.height) > WIDEST ? null : { ...drawn, dessin: 'departements' };
}

const WIDEST = 220;

function departements(france: France, codes: readonly string[], paint: (d: string) => string): Drawn | null {
  const own = new Set(codes);
  const degrees = boxOfDepartements(france, own, (place) => place);
  const plane = degrees && projectionFor(degrees);
  const box = plane && boxOfDepartements(france, own, plane);
  if (!box) return null;
  const { width, height, lay } = measured(box, plane);
  return {
    ...{ dessin: null, width, height, contournees: 0, placees: 0 },
    draw: (frame, perKm) => {
      const part = partOf(france, grown(degrees, 1), (code) => own.has(code));
      const laid = simplifiedTo(projected(part.topology, lay(frame, perKm)), GRAIN / 2);
      const polygons = part.departements.flatMap((one) => polygonsOf(feature(laid, one).geometry));
      return paint(areaPath(polygons, grown(frame, 12)));
    },
  };
}

/** A dot a town that is known; of too few of them, none: they would give a wrong idea of the territory. */
function points(carte: CarteComparee, site: Site, lieu: Lieu): Drawn | null {
  const places = pointsOf(lieu.communes, carte.towns);
  const degrees = areEnough(carte, site, lieu) ? boxOf(places) : null;
  if (!degrees) return null;
  const plane = projectionFor(degrees);
  const box = boxOf(places.map(plane));
  if (!box) return null;
  const { width, height, lay } = measured(box, plane);
  return {
    ...{ dessin: 'points', width, height, contournees: 0, placees: places.length },
    draw: (frame, perKm) => {
      const { x0, y0, x1, y1 } = grown(frame, 8);
      const ground = painted('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }, { fill: 'voisin' });
      return ground + dots(places.map(lay(frame, perKm)));
    },
  };
}

function pointsOf(codes: readonly string[], towns: Towns): readonly Point[] {
  return codes.map((code) => towns.placeOf(code)).filter((place) => place !== null);
}

function dots(places: readonly Point[]): string {
  return places
    .map(([cx, cy]) => painted('circle', { cx, cy, r: 2.6, 'stroke-width': 0.8 }, { fill: 'encre', stroke: 'fond' }))
    .join('');
}

/** As the maps of reports reckon; without the resolved perimeter, half of the communes. */
function areEnough(carte: CarteComparee, { id, dossier }: Site, lieu: Lieu): boolean {
  const perimetre = perimetreIn(carte, id, lieu);
  const known = new Map<string, Point>();
  for (const code of lieu.communes) {
    const place = carte.towns.placeOf(code);
    if (place !== null) known.set(code, place);
  }
  if (perimetre !== null) return isEnough({ perimetre }, known);
  const all = typeof dossier.nb_communes === 'number' ? dossier.nb_communes : 0;
  return 2 * known.size >= Math.max(all, lieu.communes.length);
}

/** The perimeter where it is one territory, as the dataset has it: what is held back of it is not drawn. */
function perimetreIn({ perimetres }: CarteComparee, id: string, lieu: Lieu): Perimetre | null {
  const perimetre = perimetres.get(id);
  if (perimetre === undefined) return null;
  const own = new Set(lieu.communes);
  const communes = perimetre.communes.filter(({ commune }) => own.has(commune));
  const departements = perimetre.departements.filter(({ code }) => lieu.departements.includes(code));
  return own.size === 0 ? null : { ...perimetre, communes, departements };
}
