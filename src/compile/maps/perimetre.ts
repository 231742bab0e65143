import type { Figure } from '../../model/markdown.ts';
import { escapeHtml } from '../../words/escape.ts';
import { typographie } from '../../words/typography.ts';
import { figureOf } from '../figures/figure.ts';
import { type LegendEntry, legend } from '../figures/marks.ts';
import { element, picture, text, widthOf } from '../figures/svg.ts';
import type { CartePerimetre } from './asked.ts';
import { type Marked, placeBeside } from './beside.ts';
import { type Borders, bordersOf, drawBorders } from './borders.ts';
import type { CogVu, Piece } from './contours.ts';
import { boxOfDot, type Dot, dotsOf, drawDot, plainDot, reachOf } from './dots.ts';
import { landOf } from './land.ts';
import { drawNames, placeNames, type Wanted } from './names.ts';
import { grown } from './plane.ts';
import { cartePoints } from './points.ts';
import { BY_POINT, communesTable, describe, NEITHER, NOT_DRAWN, saidOf, sourceLine, titleOf } from './said.ts';
import { carteDepartements } from './sans-contours.ts';
import { scaleBar, scaleFor } from './scale.ts';
import { patternId, secteurLegend, secteurPatterns, swatch, tintOf } from './secteurs.ts';
import { painted } from './theme.ts';
import { FIGURE, type Vue, vueOf } from './vue.ts';

/**
 * The perimeter: its communes, the borders that it crosses, its secteurs, what lies around.
 * @param asked the perimeter, its contours, the shapes of France for what lies beyond
 * @returns the map; of the départements alone where no contour is known; null when no commune is
 */
export function cartePerimetre(asked: CartePerimetre): Figure | null {
  const vue = vueOf(asked, FIGURE, asked.perimetre.nb_communes === 1 ? 0.24 : 0.07, asked.towns);
  if (!vue) return cartePoints(asked) ?? carteDepartements(asked);
  const { prefix, langue, secteurs } = asked;
  const borders = bordersOf(vue);
  const title = titleOf(langue);
  const dots = dotsOf({ ...asked, secteurs: [] }, vue.points);
  const description = describe(asked, asked.secteurs, [
    saidOf(asked, BY_POINT, [...vue.points.keys()]),
    saidOf(asked, vue.points.size === 0 ? NOT_DRAWN : NEITHER, vue.missing),
  ]);
  const bottom = vue.frame.y1 + 26;
  const key = legend(entriesOf(asked, vue, borders), 0, bottom + 18, vue.frame.x1);
  const parts = [
    `<g clip-path="url(#${prefix}-cadre)">`,
    backgroundOf(asked, vue),
    communesOf(asked, vue),
    drawBorders(borders),
    namesOnMap(vue, dots),
    dots.map(drawDot).join(''),
    '</g>',
    painted(
      'rect',
      { x: 0.5, y: 0.5, width: vue.frame.x1 - 1, height: vue.frame.y1 - 1, 'stroke-width': 0.6 },
      { stroke: 'filet' },
    ),
    footOf(asked, vue, bottom),
    key.svg,
  ];
  const clip = `<clipPath id="${prefix}-cadre"><rect width="${vue.frame.x1}" height="${vue.frame.y1}"/></clipPath>`;
  const height = bottom + 18 + key.height + 4;
  return figureOf(asked, {
    svg: picture(
      { prefix, title, description, width: vue.frame.x1, height },
      clip + secteurPatterns(prefix, secteurs.length),
      parts,
    ),
    title,
    description,
    caption: captionOf(asked, vue),
    table: communesTable(asked, secteurs),
  });
}

/**
 * What lies outside the known communes. The sea is drawn only where the contours hold the communes of all départements
 * touched; beyond them, and in the gaps along their borders, rough shapes serve. Their coasts are taken back from the
 * sea, for the true ones are drawn over.
 */
function backgroundOf({ perimetre, cog, france }: CartePerimetre, { frame, fit, near, pieces }: Vue): string {
  const whole = wholeDepartements(cog, pieces);
  const size = { width: frame.x1, height: frame.y1 };
  if (!perimetre.departements.every(({ code }) => whole.has(code))) return painted('rect', size, { fill: 'fond' });
  const land = landOf(france, { project: fit.project, within: grown(frame, 40), near });
  const rough = (km: number) => ({ 'stroke-width': km * fit.perKm, 'stroke-linejoin': 'round' }) as const;
  const voisin = { fill: 'voisin', stroke: 'voisin' } as const;
  return [
    painted('rect', size, { fill: 'mer' }),
    painted('path', { d: land.together((code) => whole.has(code)) }, { fill: 'voisin' }),
    painted('path', { d: land.border((a, b) => b === null && whole.has(a.code)), ...rough(4) }, { stroke: 'mer' }),
    painted('path', { d: land.neighboursPath, ...rough(1.2) }, voisin),
    painted('path', { d: land.together((code) => !whole.has(code)), ...rough(1.2) }, voisin),
  ].join('');
}

/** A commune that was founded again since the contours were drawn lies in another's. */
const ENOUGH = 0.97;

/** The départements of which the contours hold the communes. */
function wholeDepartements(cog: CogVu, pieces: readonly Piece[]): ReadonlySet<string> {
  const known = new Map<string, Set<string>>();
  for (const { commune } of pieces) {
    known.set(commune.departement, (known.get(commune.departement) ?? new Set()).add(commune.code));
  }
  const whole = [...known].filter(
    ([code, { size }]) => size >= ENOUGH * (cog.departement(code)?.communes.length ?? Infinity),
  );
  return new Set(whole.map(([code]) => code));
}

function communesOf({ prefix, perimetre, secteurs }: CartePerimetre, vue: Vue): string {
  const neighbours = new Set(vue.communes.filter(({ inside }) => !inside).map(({ code }) => code));
  const around = vue.together((code) => neighbours.has(code));
  const indexOf = new Map<string, number>();
  const members = secteurs.map(({ id }, index) => {
    const codes = new Set(perimetre.communes.filter((row) => row.secteur === id).map((row) => row.commune));
    for (const code of codes) if (!indexOf.has(code)) indexOf.set(code, index);
    return codes;
  });
  const shapes = vue.communes
    .filter(({ inside }) => inside)
    .map(({ code, nom, path }) => {
      const index = indexOf.get(code);
      const named = element('title', {}, {}, escapeHtml(nom));
      return painted(
        'path',
        { 'data-code': code, d: path },
        { fill: index === undefined ? 'territoire' : tintOf(index) },
        named,
      );
    });
  const patterns = members.map((codes, index) =>
    painted('path', { d: vue.together((code) => codes.has(code)) }, { fill: `#${patternId(prefix, index)}` }),
  );
  return [around === '' ? '' : painted('path', { d: around }, { fill: 'voisin' }), ...shapes, ...patterns].join('');
}

/** The names of dots first, for they have few places to stand. */
function namesOnMap({ communes, frame }: Vue, dots: readonly Dot[]): string {
  const inner = grown(frame, -4);
  const marks = dots.map(boxOfDot);
  const named = dots.map((dot): Marked => {
    return { name: typographie(dot.nom, 'fr'), at: dot.at, reach: reachOf(dot), size: 10.5 };
  });
  const beside = placeBeside(named, inner, marks);
  return drawNames([...placeNames(namesOf(communes), inner, [...marks, ...beside.map(({ box }) => box)]), ...beside]);
}

/** Those of the perimeter by population, then the largest around it. */
function namesOf(communes: Vue['communes']): readonly Wanted[] {
  const all = [...communes].sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1));
  const inside = all.filter((one) => one.inside);
  return [
    ...inside.map(({ nom, polygon, population }) => {
      const rank = inside.length <= 3 ? 3 : (population ?? 0) >= 10000 ? 2 : (population ?? 0) >= 2000 ? 1 : 0;
      return { name: typographie(nom, 'fr'), polygon, size: [10.5, 11.5, 13, 15][rank] ?? 10.5, bold: rank >= 2 };
    }),
    ...all
      .filter((one) => !one.inside)
      .slice(0, AROUND)
      .map(({ nom, polygon, population }): Wanted => {
        const size = (population ?? 0) >= 20000 ? 12 : 10;
        return { name: typographie(nom, 'fr'), polygon, size, fill: 'sourd' };
      }),
  ];
}

/** How many names around the perimeter help to find one's way. */
const AROUND = 14;

function entriesOf({ prefix, langue, secteurs, perimetre }: CartePerimetre, vue: Vue, borders: Borders): LegendEntry[] {
  const fr = langue === 'fr';
  const inSecteur = new Set(perimetre.communes.filter(({ secteur }) => secteur !== null).map(({ commune }) => commune));
  const others = secteurs.length > 0 && vue.communes.some(({ code, inside }) => inside && !inSecteur.has(code));
  const around = vue.communes.some(({ inside }) => !inside);
  return [
    ...secteurLegend(prefix, secteurs),
    ...(others
      ? [{ mark: (x: number, y: number) => swatch(x, y, 'territoire'), words: fr ? 'Hors secteur' : 'In no sector' }]
      : []),
    ...(vue.points.size === 0 ? [] : [plainDot(fr ? 'Commune sans contour connu' : 'Commune without a known contour')]),
    ...borders.entries(langue),
    ...(around
      ? [
          {
            mark: (x: number, y: number) => swatch(x, y, 'voisin'),
            words: fr ? 'Communes voisines' : 'Neighbouring communes',
          },
        ]
      : []),
  ];
}

/** Scale bar on the left, source and year on the right. */
function footOf(asked: CartePerimetre, { frame, fit }: Vue, y: number): string {
  const source = typographie(sourceLine(asked), asked.langue);
  const size = widthOf(source, 10) > frame.x1 - 220 ? 9 : 10;
  return [
    scaleBar(scaleFor(fit.perKm, 140), 0.6, y - 4, asked.langue),
    text(frame.x1 - 2, y - 3, source, { size, fill: 'sourd', anchor: 'end' }),
  ].join('');
}

function captionOf({ langue }: CartePerimetre, { points, missing }: Vue): string {
  const fr = langue === 'fr';
  const [dots, none] = [points.size, missing.length];
  const count = dots + none;
  if (count === 0) return '';
  const communes = `${count} commune${count > 1 ? 's' : ''}`;
  if (dots === 0) {
    return fr
      ? `Contour inconnu pour ${communes}, qui ${count > 1 ? 'ne sont pas dessinées' : 'n’est pas dessinée'}.`
      : `Unknown contour for ${communes}, which ${count > 1 ? 'are' : 'is'} not drawn.`;
  }
  const rest = fr
    ? ` ; ${none} ${none > 1 ? 'ne sont pas dessinées' : 'n’est pas dessinée'}`
    : `; ${none} ${none > 1 ? 'are' : 'is'} not drawn`;
  return fr
    ? `Contour inconnu pour ${communes} : ${dots} ${dots > 1 ? 'sont placées' : 'est placée'} par un point (GeoNames)${none === 0 ? '' : rest}.`
    : `Unknown contour for ${communes}: ${dots} ${dots > 1 ? 'are' : 'is'} placed by a point (GeoNames)${none === 0 ? '' : rest}.`;
}
