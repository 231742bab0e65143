import type { Figure } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { figureOf, WIDTH } from '../figures/figure.ts';
import { picture, text } from '../figures/svg.ts';
import { type CartePerimetre, isOverseas } from './asked.ts';
import type { France } from './france.ts';
import { boxOfDepartements, inRegion, type Land, landOf, ofRegion } from './land.ts';
import { drawNames, placeNames, type Wanted } from './names.ts';
import { type Box, grown, largest } from './plane.ts';
import { type Fit, fitted, projectionFor } from './project.ts';
import { communesTable, describe, titleOf } from './said.ts';
import { scaleBar, scaleFor } from './scale.ts';
import { painted } from './theme.ts';

const LEAST = 340;
const MOST = 520;

/**
 * Where no contour of a commune is known: the départements that the perimeter touches, among their neighbours. No
 * commune is drawn, for its outline would be invented.
 * @param asked the perimeter and the shapes of France
 * @returns the map, which says that contours can be added; null when no département is known
 */
export function carteDepartements(asked: CartePerimetre): Figure | null {
  const { prefix, langue, perimetre, france } = asked;
  const own = new Set(perimetre.departements.map(({ code }) => code));
  const fr = langue === 'fr';
  const framed = frameFor(france, own);
  if (!framed) return null;
  const { frame, fit, near } = framed;
  const land = landOf(france, { project: fit.project, within: grown(frame, 40), near });
  const title = titleOf(langue);
  const said = fr
    ? 'Carte des départements : les contours des communes ne sont pas dans le dossier.'
    : 'Map of départements: the dossier has no contours of communes.';
  const description = describe(asked, asked.secteurs, [said]);
  const parts = [
    `<g clip-path="url(#${prefix}-cadre)">`,
    ground(land, own, frame),
    named(land, own, frame),
    '</g>',
    painted(
      'rect',
      { x: 0.5, y: 0.5, width: frame.x1 - 1, height: frame.y1 - 1, 'stroke-width': 0.6 },
      { stroke: 'filet' },
    ),
    scaleBar(scaleFor(fit.perKm, 140), 0.6, frame.y1 + 22, langue),
    text(
      frame.x1 - 2,
      frame.y1 + 23,
      typographie(fr ? 'Fond de carte : Natural Earth' : 'Base map: Natural Earth', langue),
      {
        size: 10,
        fill: 'sourd',
        anchor: 'end',
      },
    ),
  ];
  const clip = `<clipPath id="${prefix}-cadre"><rect width="${frame.x1}" height="${frame.y1}"/></clipPath>`;
  return figureOf(asked, {
    svg: picture({ prefix, title, description, width: frame.x1, height: frame.y1 + 32 }, clip, parts),
    title,
    description,
    caption: captionOf(langue, [...own].every(isOverseas)),
    table: communesTable(asked, asked.secteurs),
  });
}

function captionOf(langue: Langue, overseas: boolean): string {
  if (langue === 'en') {
    return `The dossier has no contours of communes yet: they can be added. The map shows ${overseas ? 'the territory' : 'the départements touched'}.`;
  }
  return `Les contours des communes ne sont pas dans le dossier : ils peuvent y être ajoutés. La carte montre ${overseas ? 'le territoire' : 'les départements touchés'}.`;
}

interface Framed {
  readonly frame: Box;
  readonly fit: Fit;
  readonly near: Box;
}

/** The départements touched, with room around to see where they lie; overseas, the whole territory. */
function frameFor(france: France, own: ReadonlySet<string>): Framed | null {
  // Of a perimeter on both sides of an ocean, the Hexagone is shown, or the first territory.
  const mainland = new Set([...own].filter((code) => !isOverseas(code)));
  const shown = mainland.size > 0 ? mainland : new Set([...own].slice(0, 1));
  const degrees = boxOfDepartements(france, shown, (place) => place);
  const plane = degrees && projectionFor(degrees);
  const box = plane && boxOfDepartements(france, shown, plane);
  if (!box) return null;
  const space = mainland.size > 0 ? 110 : 40;
  const natural = ((WIDTH - 2 * space) * (box.y1 - box.y0)) / (box.x1 - box.x0) + 2 * space;
  const frame = { x0: 0, y0: 0, x1: WIDTH, y1: Math.round(Math.max(LEAST, Math.min(MOST, natural))) };
  const reach = 2.5 * Math.max(degrees.x1 - degrees.x0, degrees.y1 - degrees.y0);
  return { frame, fit: fitted(plane, box, grown(frame, -space)), near: grown(degrees, reach) };
}

function ground(land: Land, own: ReadonlySet<string>, frame: Box): string {
  const touched = land.together((code) => own.has(code));
  const join = { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' } as const;
  const thick = [...own].every(isOverseas) ? 1.2 : 2;
  return [
    painted('rect', { width: frame.x1, height: frame.y1 }, { fill: 'mer' }),
    painted('path', { d: land.neighboursPath, 'stroke-width': 2, ...join }, { fill: 'voisin', stroke: 'voisin' }),
    painted('path', { d: land.together(() => true), 'stroke-width': 1, ...join }, { fill: 'terre', stroke: 'terre' }),
    painted('path', { d: touched }, { fill: 'territoire' }),
    painted('path', { d: land.border(inRegion), 'stroke-width': 0.8, ...join }, { stroke: 'limite' }),
    painted(
      'path',
      { d: land.border(ofRegion), 'stroke-width': 1.4, 'stroke-dasharray': '6 3', 'stroke-linejoin': 'round' },
      { stroke: 'sourd' },
    ),
    painted('path', { d: touched, 'stroke-width': thick, ...join }, { stroke: 'encre' }),
  ].join('');
}

/** Within the départements; overseas in a corner, for islands are smaller than their name. */
function named(land: Land, own: ReadonlySet<string>, frame: Box): string {
  const overseas = [...own].every(isOverseas);
  const all = land.departements.flatMap(({ code, nom, polygons }) => {
    const polygon = largest(polygons);
    return polygon ? [{ code, name: typographie(nom, 'fr'), polygon }] : [];
  });
  const [touched, others] = [all.filter(({ code }) => own.has(code)), all.filter(({ code }) => !own.has(code))];
  const around = others.map((one): Wanted => ({ ...one, size: 11, fill: 'sourd' }));
  const corner = { x0: 0, y0: 0, x1: frame.x1 / 2, y1: 40 };
  const title = touched.map(({ name }) => name).join(', ');
  if (overseas)
    return (
      drawNames(placeNames(around, grown(frame, -4), [corner])) +
      text(18, 28, title, { size: 15, bold: true, halo: true })
    );
  return drawNames(
    placeNames([...touched.map((one): Wanted => ({ ...one, size: 14, bold: true })), ...around], grown(frame, -4)),
  );
}
