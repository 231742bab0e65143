import type { Figure } from '../../model/markdown.ts';
import { nombre } from '../../words/numbers.ts';
import { typographie } from '../../words/typography.ts';
import { figureOf } from '../figures/figure.ts';
import { type LegendEntry, legend, MARK } from '../figures/marks.ts';
import { picture, text } from '../figures/svg.ts';
import type { CartePerimetre } from './asked.ts';
import { type Marked, placeBeside } from './beside.ts';
import { boxOfDot, type Dot, dotLegend, dotsOf, drawDot, reachOf } from './dots.ts';
import { inRegion, type Land, landOf, ofRegion } from './land.ts';
import { drawLandmark, type Landmark, landmarksOf } from './landmarks.ts';
import { drawNames, type Placed, placeNames, type Wanted } from './names.ts';
import { isEnough, type Known, placesIn, type View, viewOf } from './places.ts';
import { clipRing, grown, largest } from './plane.ts';
import { communesTable, describe, saidOf, titleOf } from './said.ts';
import { scaleBar, scaleFor } from './scale.ts';
import { painted } from './theme.ts';

/**
 * Where no contour of a commune is known, but where towns lie is: a dot for each, among the départements. What is
 * between the dots is not drawn, for it would be invented.
 * @param asked the perimeter, the points of towns, the shapes of France
 * @returns the map; null when too few towns are known, or when the perimeter is whole départements, whose shapes are
 */
export function cartePoints(asked: CartePerimetre): Figure | null {
  const { prefix, langue, france } = asked;
  const known = placesIn(asked);
  const view = isEnough(asked, known.shown) ? viewOf(france, known.shown) : null;
  if (!view) return null;
  const { frame, fit, near } = view;
  const land = landOf(france, { project: fit.project, within: grown(frame, 40), near });
  const dots = dotsOf(asked, new Map([...known.shown].map(([code, place]) => [code, fit.project(place)])));
  const around = landmarksOf(asked, view, dots);
  const title = titleOf(langue);
  const description = describe(asked, asked.secteurs, remarksOf(asked, known));
  const bottom = frame.y1 + 26;
  const key = legend(legendOf(asked, view, land, dots, around), 0, bottom + 18, frame.x1);
  const source = langue === 'fr' ? 'Points : GeoNames ; fond : Natural Earth' : 'Points: GeoNames; base: Natural Earth';
  const edge = { x: 0.5, y: 0.5, width: frame.x1 - 1, height: frame.y1 - 1, 'stroke-width': 0.6 };
  const parts = [
    `<g clip-path="url(#${prefix}-cadre)">`,
    groundOf(land, view),
    around.map(({ at: [cx, cy] }) => drawLandmark(cx, cy)).join(''),
    drawNames(namesOf(asked, view, land, dots, around)),
    dots.map(drawDot).join(''),
    '</g>',
    painted('rect', edge, { stroke: 'filet' }),
    scaleBar(scaleFor(fit.perKm, 140), 0.6, bottom - 4, langue),
    text(frame.x1 - 2, bottom - 3, typographie(source, langue), { size: 10, fill: 'sourd', anchor: 'end' }),
    key.svg,
  ];
  const clip = `<clipPath id="${prefix}-cadre"><rect width="${frame.x1}" height="${frame.y1}"/></clipPath>`;
  const height = bottom + 18 + key.height + 4;
  return figureOf(asked, {
    svg: picture({ prefix, title, description, width: frame.x1, height }, clip, parts),
    title,
    description,
    caption: captionOf(asked, known.shown.size),
    table: communesTable(asked, asked.secteurs),
  });
}

const REGION = { 'stroke-width': 1.4, 'stroke-dasharray': '6 3', 'stroke-linejoin': 'round' } as const;

/** Coasts are rough: a thick line takes in the towns that stand at the sea, a thinner one on islands. */
function groundOf(land: Land, { frame, fit, overseas }: View): string {
  const swollen = Math.max(1, (overseas ? 0.6 : 1.6) * fit.perKm);
  const rough = { 'stroke-width': swollen, 'stroke-linejoin': 'round' } as const;
  const coast = { 'stroke-width': swollen + 1.4, 'stroke-linejoin': 'round' } as const;
  const all = land.together(() => true);
  const join = { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' } as const;
  return [
    painted('rect', { width: frame.x1, height: frame.y1 }, { fill: 'mer' }),
    painted('path', { d: land.neighboursPath, ...rough }, { fill: 'terre', stroke: 'terre' }),
    painted('path', { d: all, ...coast }, { stroke: 'limite' }),
    painted('path', { d: all, ...rough }, { fill: 'voisin', stroke: 'voisin' }),
    painted('path', { d: land.border(inRegion), 'stroke-width': 1, ...join }, { stroke: 'limite' }),
    painted('path', { d: land.border(ofRegion), ...REGION }, { stroke: 'sourd' }),
  ].join('');
}

/** Communes by population, then towns around, then the départements where room is left. */
function namesOf(
  { perimetre }: CartePerimetre,
  { frame }: View,
  land: Land,
  dots: readonly Dot[],
  around: readonly Landmark[],
): readonly Placed[] {
  const people = new Map(perimetre.communes.map(({ commune, population }) => [commune, population ?? 0]));
  const of = (code: string): number => people.get(code) ?? 0;
  const inner = grown(frame, -4);
  const sorted = [...dots].sort((a, b) => of(b.code) - of(a.code) || (a.code < b.code ? -1 : 1));
  const own = sorted.map((dot): Marked => {
    const rank = dots.length <= 3 ? 3 : of(dot.code) >= 10000 ? 2 : of(dot.code) >= 2000 ? 1 : 0;
    const size = [10.5, 11.5, 13, 15][rank] ?? 10.5;
    return { name: typographie(dot.nom, 'fr'), at: dot.at, reach: reachOf(dot), size, bold: rank >= 2 };
  });
  const others = around.map(({ nom, at }): Marked => {
    return { name: typographie(nom, 'fr'), at, reach: reachOf({ secteurs: [] }), size: 11, fill: 'sourd' };
  });
  const marks = [...dots, ...around.map(({ at }) => ({ at, secteurs: [] }))].map(boxOfDot);
  const beside = placeBeside([...own, ...others], inner, marks);
  const departements = land.departements.flatMap(({ nom, polygons }): Wanted[] => {
    const seen = polygons
      .map((polygon) => polygon.map((ring) => clipRing(ring, inner)))
      .filter(([ring]) => ring?.length);
    const polygon = largest(seen);
    return polygon ? [{ name: typographie(nom, 'fr').toLocaleUpperCase('fr'), polygon, size: 10, fill: 'sourd' }] : [];
  });
  return [...placeNames(departements, inner, [...marks, ...beside.map(({ box }) => box)]), ...beside];
}

function legendOf(
  asked: CartePerimetre,
  { frame }: View,
  land: Land,
  dots: readonly Dot[],
  around: readonly Landmark[],
): LegendEntry[] {
  const fr = asked.langue === 'fr';
  const line = (words: string, attributes: Readonly<Record<string, string | number>>, stroke: 'limite' | 'sourd') => {
    const mark = (x: number, y: number): string =>
      painted('path', { d: `M${x} ${y + MARK.height / 2}h${MARK.width}`, ...attributes }, { stroke });
    return { mark, words };
  };
  return [
    ...dotLegend(asked, dots),
    ...(around.length === 0
      ? []
      : [
          {
            mark: (x: number, y: number) => drawLandmark(x + MARK.width / 2, y + MARK.height / 2),
            words: fr ? 'Ville hors du périmètre' : 'Town outside the perimeter',
          },
        ]),
    ...(land.border(inRegion, frame) === ''
      ? []
      : [line(fr ? 'Limite de département' : 'Département border', { 'stroke-width': 1 }, 'limite')]),
    ...(land.border(ofRegion, frame) === '' ? [] : [line(fr ? 'Limite de région' : 'Region border', REGION, 'sourd')]),
  ];
}

function remarksOf(asked: CartePerimetre, { shown, elsewhere, unknown }: Known): readonly string[] {
  const fr = asked.langue === 'fr';
  return [
    `${fr ? 'Carte par points' : 'Map of points'}${fr ? ' : ' : ': '}${placed(asked, shown.size)}.`,
    saidOf(asked, { fr: 'Sans point connu', en: 'Without a known point' }, unknown),
    saidOf(asked, { fr: 'Hors du cadre', en: 'Outside the frame' }, elsewhere),
    fr
      ? 'La commande « atelier import contours » ajoute les contours des communes.'
      : 'The command “atelier import contours” adds the contours of communes.',
  ];
}

function captionOf(asked: CartePerimetre, count: number): string {
  const said = placed(asked, count);
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  return asked.langue === 'fr'
    ? `${sentence}. Les contours des communes ne sont pas dans le dossier ; ils peuvent y être ajoutés.`
    : `${sentence}. The dossier has no contours of communes yet: they can be added.`;
}

function placed({ langue, perimetre: { nb_communes: all } }: CartePerimetre, count: number): string {
  const fr = langue === 'fr';
  if (all === 1) return fr ? 'la commune est placée par un point' : 'the commune is placed by a point';
  const which = nombre(count, langue);
  if (count === all) {
    return fr
      ? `les ${which} communes sont placées, chacune par un point`
      : `the ${which} communes are placed, each by a point`;
  }
  const total = nombre(all, langue);
  if (count === 1) {
    return fr ? `1 commune sur ${total} est placée, par un point` : `1 commune of ${total} is placed, by a point`;
  }
  return fr
    ? `${which} communes sur ${total} sont placées, chacune par un point`
    : `${which} communes of ${total} are placed, each by a point`;
}
