import { merge } from 'topojson-client';
import type { Figure } from '../../model/markdown.ts';
import { compte } from '../../words/numbers.ts';
import { typographie } from '../../words/typography.ts';
import { figureOf, tableOf, WIDTH } from '../figures/figure.ts';
import { element, lineHeight, picture, text, widthOf, wrapped } from '../figures/svg.ts';
import { type CarteDemandee, codesOf } from './asked.ts';
import { boxAround, communesOf, piecesOf } from './contours.ts';
import { type Ground, mainlandIn, overseasIn } from './grounds.ts';
import { GRAIN, type Land, simplifiedTo } from './land.ts';
import { areaPath, polygonsOf } from './path.ts';
import { type Box, boxOf, type Point, type Polygon } from './plane.ts';
import { type Project, projected } from './project.ts';
import { painted } from './theme.ts';

const HEIGHT = 452;
/** Where the Hexagone stands on a map of France; the overseas territories stand at its right. */
export const MAIN: Box = { x0: 0, y0: 0, x1: 440, y1: HEIGHT };
const CELL = { width: 84, left: WIDTH - 3 * 84, columns: 3 } as const;

/** The overseas territories, each always in the same place; the last two, where nobody lives, only when asked for. */
const INSETS = ['971', '972', '973', '974', '976', '975', '977', '978', '986', '987', '988', '984', '989'] as const;
const EMPTY = new Set(['984', '989']);

/** What the territory is on one drawing: its shape where contours are known, else its towns. */
export type Territory = (project: Project, frame: Box) => readonly Polygon[];

/**
 * The territory's place in France.
 * @param asked the perimeter, the shapes of France, the contours if there are any
 * @returns the Hexagone with overseas in insets, the départements concerned highlighted and the territory marked; null
 *   when no département is known
 */
export function carteSituation(asked: CarteDemandee): Figure | null {
  const { langue, prefix, perimetre } = asked;
  if (perimetre.departements.length === 0) return null;
  const fr = langue === 'fr';
  const title = fr ? 'La situation en France' : 'The place in France';
  const description = describe(asked);
  const territory = territoryOf(asked);
  const parts = [mainland(asked, territory), ...overseas(asked, territory)];
  const clip = `<clipPath id="${prefix}-cadre"><rect width="${MAIN.x1}" height="${HEIGHT}"/></clipPath>`;
  const frame = { prefix, title, description, width: WIDTH, height: HEIGHT };
  return figureOf(asked, {
    svg: picture(frame, clip, parts),
    title,
    description,
    caption: fr
      ? 'Les territoires d’outre-mer ne sont pas à l’échelle. Fond de carte : Natural Earth.'
      : 'Overseas territories are not to scale. Base map: Natural Earth.',
    table: tableOf(
      fr ? 'Départements et régions touchés' : 'Départements and regions touched',
      fr
        ? ['Code', 'Département', 'Région', 'Communes du périmètre']
        : ['Code', 'Département', 'Region', 'Communes of the perimeter'],
      perimetre.departements.map(({ code, nom, nb_communes_dedans }) => [
        code,
        nom,
        regionOf(asked, code),
        String(nb_communes_dedans),
      ]),
      langue,
      3,
    ),
  });
}

/** What the overseas territories are drawn with; those with these départements are marked. */
export interface DemandeFrance extends Pick<CarteDemandee, 'prefix' | 'langue' | 'france'> {
  readonly perimetre: { readonly departements: readonly { readonly code: string }[] };
}

/**
 * The overseas territories beside the Hexagone, each in its frame.
 * @param territory what is marked in each, on its own drawing
 * @returns SVG
 */
export function overseas(asked: DemandeFrance, territory: Territory): readonly string[] {
  const cells = INSETS.filter((code) => !EMPTY.has(code) || touches(asked, code));
  return cells.map((code, index) => inset(asked, code, cellBox(index, cells.length), territory));
}

function touches({ perimetre }: DemandeFrance, code: string): boolean {
  return perimetre.departements.some((one) => one.code === code);
}

function regionOf({ perimetre, cog }: CarteDemandee, departement: string): string {
  const code = cog.departement(departement)?.region;
  return perimetre.regions.find((region) => region.code === code)?.nom ?? '';
}

/** Its shape where contours are known, else a dot for each town that is; whole départements are shown already. */
function territoryOf({ contours, cog, perimetre, towns }: CarteDemandee): Territory {
  const codes = codesOf(perimetre);
  const pieces = contours === null ? [] : piecesOf(contours, cog);
  const box = boxAround(pieces, codes);
  if (box) {
    const { topology, shapes } = communesOf(pieces, box);
    const own = shapes.filter(({ id }) => codes.has(String(id)));
    return (project) => polygonsOf(merge(simplifiedTo(projected(topology, project), GRAIN / 2), own));
  }
  if (perimetre.departements.every(({ couverture }) => couverture === 'entiere')) return () => [];
  const places = [...codes].flatMap((code) => {
    const place = towns.placeOf(code);
    return place ? [place] : [];
  });
  return (project, frame) =>
    places
      .map(project)
      .filter(([x, y]) => x > frame.x0 && x < frame.x1 && y > frame.y0 && y < frame.y1)
      .map(dotAt);
}

/** A town seen from so far: eight corners are a disc. */
export function dotAt([x, y]: Point): Polygon {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => (n * Math.PI) / 4);
  return [corners.map((turn): Point => [x + DOT * Math.cos(turn), y + DOT * Math.sin(turn)])];
}

const DOT = 1.5;

function mainland(asked: CarteDemandee, territory: Territory): string {
  const { france, perimetre, prefix } = asked;
  const seen = mainlandIn(france, MAIN);
  if (seen === null) return '';
  const { land, project, codes } = seen;
  const own = perimetre.departements.filter(({ code }) => codes.has(code)).map(({ code }) => code);
  const marked = own.length === 0 ? '' : mark(asked, land, territory(project, MAIN), own);
  const drawn = painted('rect', { width: MAIN.x1, height: HEIGHT }, { fill: 'mer' }) + ground(seen, own);
  return `<g clip-path="url(#${prefix}-cadre)">${drawn}${marked}</g>`;
}

/** Neighbours, land, the départements concerned, borders. */
export function ground({ land, all, inside, between }: Ground, own: readonly string[]): string {
  return [
    painted('path', { d: land.neighboursPath, 'stroke-width': 0.6 }, { fill: 'voisin', stroke: 'voisin' }),
    painted('path', { d: all, 'stroke-width': 0.8, 'stroke-linejoin': 'round' }, { fill: 'terre', stroke: 'terre' }),
    own.length === 0 ? '' : painted('path', { d: land.together((code) => own.includes(code)) }, { fill: 'territoire' }),
    painted('path', { d: inside, 'stroke-width': 0.5 }, { stroke: 'limite' }),
    painted('path', { d: between, 'stroke-width': 0.9, 'stroke-dasharray': '3.5 2' }, { stroke: 'sourd' }),
  ].join('');
}

/** The territory in ink, a ring around it, its name beside. Without contours, the ring is for what is too small to see. */
function mark(asked: CarteDemandee, land: Land, polygons: readonly Polygon[], own: readonly string[]): string {
  const outline = painted(
    'path',
    { d: land.together((code) => own.includes(code)), 'stroke-width': 1.2, 'stroke-linejoin': 'round' },
    { stroke: 'encre' },
  );
  const departements = land.departements.filter(({ code }) => own.includes(code)).flatMap((one) => one.polygons);
  const box = boxOf((polygons.length > 0 ? polygons : departements).flat(2));
  if (!box) return outline;
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  const middle: Point = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  const radius = Math.hypot(width, height) / 2 + 5;
  const ringed = polygons.length > 0 ? radius < 60 : radius < 16;
  const ring = painted(
    'circle',
    { cx: middle[0], cy: middle[1], r: Math.max(9, radius), 'stroke-width': 1.6 },
    { stroke: 'encre' },
  );
  const shape = polygons.length === 0 ? '' : painted('path', { d: areaPath(polygons) }, { fill: 'encre' });
  const reach = ringed ? Math.max(9, radius) : Math.max(width / 2, 0);
  return outline + shape + (ringed ? ring : '') + named(asked, middle, reach);
}

/** Beside the mark, on the side where there is more room. */
function named({ nom, langue }: CarteDemandee, [x, y]: Point, reach: number): string {
  const lines = wrapped(typographie(nom, langue), 150, 13, true);
  const wide = Math.max(...lines.map((one) => widthOf(one, 13, true)));
  const right = x + reach + 7 + wide < MAIN.x1 - 4;
  const at = right ? x + reach + 7 : x - reach - 7;
  const top = y + 4.5 - ((lines.length - 1) * lineHeight(13)) / 2;
  return text(Math.round(at), Math.round(top), lines, {
    size: 13,
    bold: true,
    halo: true,
    anchor: right ? 'start' : 'end',
  });
}

function cellBox(index: number, count: number): Box {
  const height = HEIGHT / Math.max(4, Math.ceil(count / CELL.columns));
  const [column, row] = [index % CELL.columns, Math.floor(index / CELL.columns)];
  const [x0, y0] = [CELL.left + column * CELL.width, row * height];
  return { x0, y0, x1: x0 + CELL.width, y1: y0 + height };
}

/** An overseas territory at a scale of its own. Islands too small to see keep a grain of ink. */
function inset(asked: DemandeFrance, code: string, cell: Box, territory: Territory): string {
  const { france, langue, prefix } = asked;
  const own = touches(asked, code);
  const sea = { x0: cell.x0 + 3, y0: cell.y0, x1: cell.x1 - 3, y1: cell.y1 - 40 };
  const seen = overseasIn(france, code, sea);
  if (seen === null) return '';
  const { land, project, all, others } = seen;
  const polygons = own ? territory(project, sea) : [];
  const id = `${prefix}-${code}`;
  const size = { x: sea.x0, y: sea.y0, width: sea.x1 - sea.x0, height: sea.y1 - sea.y0 };
  const round = { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' } as const;
  const shape = { d: all, 'stroke-width': own ? 1 : 0.8, ...round };
  const name = wrapped(
    typographie(land.departements.find((one) => one.code === code)?.nom ?? '', langue),
    CELL.width - 6,
    10,
    own,
  );
  const bold = { bold: own, fill: own ? 'encre' : 'sourd' } as const;
  return [
    `<clipPath id="${id}">${element('rect', size)}</clipPath><g clip-path="url(#${id})">`,
    painted('rect', size, { fill: 'mer' }),
    painted('path', { d: land.neighboursPath + others }, { fill: 'voisin' }),
    painted('path', shape, own ? { fill: 'territoire', stroke: 'encre' } : { fill: 'terre', stroke: 'limite' }),
    polygons.length === 0 ? '' : painted('path', { d: areaPath(polygons) }, { fill: 'encre' }),
    '</g>',
    own ? painted('rect', { ...size, 'stroke-width': 1.4 }, { stroke: 'encre' }) : '',
    text(cell.x0 + CELL.width / 2, sea.y1 + 12, name.slice(0, 2), { size: 10, anchor: 'middle', ...bold }),
  ].join('');
}

function describe({ langue, perimetre, nom }: CarteDemandee): string {
  const fr = langue === 'fr';
  const departements = perimetre.departements.map((one) => `${one.nom} (${one.code})`).join(', ');
  const regions = perimetre.regions.map((one) => one.nom).join(', ');
  const counted = compte(
    perimetre.nb_communes,
    { fr: 'commune', en: 'commune' },
    { fr: 'communes', en: 'communes' },
    langue,
  );
  const where = regions === '' ? departements : `${departements} ; ${fr ? 'région' : 'region'} ${regions}`;
  return fr
    ? `${nom}, ${counted}, sur une carte de France. Départements : ${where}.`
    : `${nom}, ${counted}, on a map of France. Départements: ${where.replace(' ;', ';')}.`;
}
