import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFrance, readCog, readFranceSource } from '../scripts/pack-france.ts';
import type { CartePerimetre } from '../src/compile/maps/asked.ts';
import { type Contours, communesOf, piecesOf } from '../src/compile/maps/contours.ts';
import { contourCouverture } from '../src/compile/maps/cover.ts';
import { type Placed, placeNames, type Wanted } from '../src/compile/maps/names.ts';
import { areaPath } from '../src/compile/maps/path.ts';
import { cartePerimetre } from '../src/compile/maps/perimetre.ts';
import { clipRing, contains, overlap, type Point, type Ring } from '../src/compile/maps/plane.ts';
import { around, fitted, hexagone, kilometres, type Project } from '../src/compile/maps/project.ts';
import { scaleFor } from '../src/compile/maps/scale.ts';
import { carteSituation } from '../src/compile/maps/situation.ts';
import { COULEURS_CARTE } from '../src/compile/maps/theme.ts';
import { FIGURE, vueOf } from '../src/compile/maps/vue.ts';
import { plainText } from '../src/compile/markdown/walk.ts';
import { codesIn, expectSound, must } from './maps-looks.ts';
import { carres, cas, cog, france, hasContours, NOZAY, noTowns, sansContours, vrais } from './maps-sample.ts';

const nozay = (more: Partial<CartePerimetre> = {}): CartePerimetre => {
  return cas('CC de Nozay', { communes: NOZAY }, carres(NOZAY), more);
};
describe('les formes de la France', () => {
  it('sont celles que le script tire des paquets', () => {
    const committed = readFileSync(new URL('../src/compile/maps/france.gen.json', import.meta.url), 'utf8');
    expect(packFrance(readFranceSource(), readCog()) === committed).toBe(true);
  });

  it('tiennent tous les départements et collectivités, chacun avec sa région', () => {
    const codes = cog.table.under('D').map((cells) => (cells[0] ?? '').slice(1));
    expect(france.departements.map(({ code }) => code)).toEqual(codes.sort());
    for (const { code, nom, region } of france.departements) {
      expect([code, nom, region]).toEqual([code, cog.departement(code)?.nom, cog.departement(code)?.region]);
    }
  });
});

describe('le plan', () => {
  const square: Ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ];

  it('coupe une forme au cadre', () => {
    const cut = clipRing(square, { x0: 5, y0: -5, x1: 20, y1: 5 });
    expect(new Set(cut.map(String))).toEqual(new Set(['5,0', '10,0', '10,5', '5,5']));
    expect(clipRing(square, { x0: 20, y0: 20, x1: 30, y1: 30 })).toEqual([]);
    expect(
      contains(
        [
          square,
          [
            [2, 2],
            [4, 2],
            [4, 4],
            [2, 4],
          ],
        ],
        [3, 3],
      ),
    ).toBe(false);
  });

  it('écrit un chemin dont les pas, au dixième, font le compte', () => {
    expect(
      areaPath([
        [
          [
            [0.04, 0],
            [10.06, 0.33],
            [-0.26, 5],
          ],
        ],
      ]),
    ).toBe('M0 0l10.1.3l-10.4 4.7z'.replace('10.1.3', '10.1 .3'));
  });
});

describe('l’échelle', () => {
  it.each<[string, Project, Point]>([
    ['Caen', hexagone(-0.35), [-0.35, 49.15]],
    ['Bonifacio', hexagone(9.16), [9.16, 41.4]],
    ['Mayotte', around([45.15, -12.8]), [45.15, -12.8]],
    ['Saint-Pierre', around([-56.3, 46.9]), [-56.3, 46.9]],
  ])('est juste à 1 %% près : %s', (_, plane, [x, y]) => {
    const [[ax, ay], [bx, by]] = [plane([x - 0.2, y - 0.15]), plane([x + 0.2, y + 0.15])];
    const box = { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
    const { project, perKm } = fitted(plane, box, { x0: 0, y0: 0, x1: 700, y1: 500 });
    for (const [from, to] of [
      [
        [x - 0.1, y],
        [x + 0.1, y],
      ],
      [
        [x, y - 0.1],
        [x, y + 0.1],
      ],
    ] as const) {
      const [a, b] = [project(from), project(to)];
      const drawn = Math.hypot(b[0] - a[0], b[1] - a[1]) / perKm;
      expect(Math.abs(drawn / kilometres(from, to) - 1)).toBeLessThan(0.01);
    }
  });

  it('dit un nombre rond qui tient dans sa place', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), (perKm) => {
        const { km, length } = scaleFor(perKm, 140);
        expect(length).toBeLessThanOrEqual(140 * (1 + 1e-9));
        expect(length).toBeGreaterThan(140 / 2.6);
        expect(String(Number(km.toPrecision(1)))).toMatch(/^[125]0*$|^0\.0*[125]$|^[125]e/);
      }),
    );
  });

  it('est dessinée aussi longue que ce qu’elle dit', () => {
    const svg = must(cartePerimetre(nozay())).svg;
    const [, start, end, km] =
      /d="M([\d.]+) [\d.]+V[\d.]+H([\d.]+)V[\d.]+" stroke-width="1.2" data-km="([\d.]+)"/.exec(svg) ?? [];
    const { perKm } = vueOf(nozay(), FIGURE, 0.07)?.fit ?? { perKm: 0 };
    expect(Math.abs((Number(end) - Number(start)) / perKm / Number(km) - 1)).toBeLessThan(0.01);
    expect(svg).toContain(`>${km}\u00a0km<`);
  });
});

describe('les noms', () => {
  const shape = fc.record({
    name: fc.constantFrom('Ger', 'Caen', 'Saint-Martin-de-Hinx', 'Le Pin-au-Haras', 'Bény'),
    x: fc.integer({ min: -50, max: 350 }),
    y: fc.integer({ min: -50, max: 250 }),
    w: fc.integer({ min: 0, max: 200 }),
    h: fc.integer({ min: 0, max: 120 }),
  });

  it('ne se recouvrent jamais et ne sortent pas du cadre', () => {
    const frame = { x0: 0, y0: 0, x1: 400, y1: 300 };
    const taken = { x0: 0, y0: 0, x1: 120, y1: 60 };
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 25 }), (shapes) => {
        const wanted = shapes.map(({ name, x, y, w, h }): Wanted => {
          return {
            name,
            size: 11,
            polygon: [
              [
                [x, y],
                [x + w, y],
                [x + w, y + h],
                [x, y + h],
              ],
            ],
          };
        });
        const placed: readonly Placed[] = placeNames(wanted, frame, [taken]);
        const boxes = [taken, ...placed.map(({ box }) => box)];
        boxes.forEach((box, n) => {
          expect(boxes.slice(n + 1).some((other) => overlap(box, other))).toBe(false);
          expect([box.x0 >= 0, box.y0 >= 0, box.x1 <= 400, box.y1 <= 300]).toEqual([true, true, true, true]);
        });
        for (const { name, lines } of placed) expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
      }),
    );
  });

  it('cèdent la place aux premiers', () => {
    const polygon: Ring = [
      [0, 0],
      [60, 0],
      [60, 20],
      [0, 20],
    ];
    const frame = { x0: 0, y0: 0, x1: 60, y1: 20 };
    const wanted = ['Caen', 'Ifs'].map((name): Wanted => ({ name, size: 12, polygon: [polygon] }));
    expect(placeNames(wanted, frame).map(({ name }) => name)).toEqual(['Caen']);
  });
});

describe('la carte du périmètre', () => {
  it('a une forme par commune, avec son code, et dit tout en tableau', () => {
    const figure = must(cartePerimetre(nozay({ prefix: 'p' })));
    expectSound(figure, 'p');
    expect(codesIn(figure.svg)).toEqual([...NOZAY].sort());
    expect((figure.table?.rows ?? []).map((row) => plainText(row[0] ?? []))).toEqual([...NOZAY].sort());
    expect(figure.description).toContain('CC de Nozay');
  });

  it('dit les communes sans contour au lieu de les inventer', () => {
    const figure = must(cartePerimetre(nozay({ contours: carres(NOZAY.slice(1)), towns: noTowns })));
    expect(codesIn(figure.svg)).toEqual(NOZAY.slice(1).sort());
    const absent = cog.commune(NOZAY[0] ?? '')?.nom ?? '?';
    expect(figure.description).toContain(`Sans contour connu, non dessinées\u00a0: ${absent}.`);
    expect(plainText(figure.caption)).toContain('1 commune');
  });

  it('réunit sous un code d’aujourd’hui les contours de communes fusionnées', () => {
    const merged = ['14538', '14691'];
    const { shapes } = communesOf(piecesOf(carres(merged), cog), { x0: -180, y0: -90, x1: 180, y1: 90 });
    expect(shapes.map(({ id, arcs }) => [id, arcs.length])).toEqual([['14538', 1]]);
  });

  it('passe ce qui n’est pas un contour', () => {
    const odd: Contours = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { code: '44113' }, geometry: null },
        { type: 'Feature', properties: { code: '44113' }, geometry: { type: 'Point', coordinates: [0, 47] } },
        { type: 'Feature', properties: { code: '44113' }, geometry: { type: 'Polygon', coordinates: [] } },
        {
          type: 'Feature',
          properties: { code: 44113 },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          },
        },
        {
          type: 'Feature',
          properties: null,
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          },
        },
        {
          type: 'Feature',
          properties: { code: '44113' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [355000, 6.7e6],
                [355100, 6.7e6],
                [355100, 6.8e6],
              ],
            ],
          },
        },
      ],
    };
    expect(piecesOf(odd, cog)).toEqual([]);
    expect(contourCouverture(nozay({ contours: odd }))).toBeNull();
    expect(codesIn(must(cartePerimetre(nozay({ contours: odd, towns: noTowns }))).svg)).toEqual([]);
  });

  it('distingue les secteurs par une teinte et un motif chacun', () => {
    const secteurs = NOZAY.map((code) => ({
      id: `s-${code}`,
      titre: `Secteur de ${cog.commune(code)?.nom}`,
      communes: [code],
    }));
    const asked = cas('CC de Nozay', { secteurs }, carres(NOZAY), { secteurs });
    const figure = must(cartePerimetre(asked));
    expectSound(figure, 'c1');
    const looks = [...figure.svg.matchAll(/<pattern id="([^"]+)"[^>]*>(.*?)<\/pattern>/g)].map((one) => one[2]);
    expect(new Set(looks).size).toBe(NOZAY.length);
    for (const { titre } of secteurs) expect(figure.description).toContain(titre);
  });

  it('a les mêmes octets à chaque fois, dans les deux langues', () => {
    for (const langue of ['fr', 'en'] as const) {
      const [first, second] = [cartePerimetre(nozay({ langue })), cartePerimetre(nozay({ langue }))];
      expect(first?.svg).toBe(second?.svg);
      expectSound(must(first), 'c1');
    }
  });
});

describe.each(Object.entries(sansContours()))('sans contours : %s', (_, known) => {
  const asked = { ...known, towns: noTowns };
  it('montre les départements, aucune commune, et dit que des contours peuvent être ajoutés', () => {
    const figure = must(cartePerimetre(asked));
    expectSound(figure, 'c1');
    expect(codesIn(figure.svg)).toEqual([]);
    expect(plainText(figure.caption)).toContain('peuvent y être ajoutés');
    expect(figure.description).toContain('les contours des communes ne sont pas dans le dossier');
    expect(figure.table?.rows.length).toBe(new Set(asked.perimetre.communes.map(({ commune }) => commune)).size);
    expect(contourCouverture(asked)).toBeNull();
  });

  it('se situe en France', () => {
    const figure = must(carteSituation({ ...asked, prefix: 's' }));
    expectSound(figure, 's');
    expect((figure.table?.rows ?? []).map((row) => plainText(row[0] ?? []))).toEqual(
      asked.perimetre.departements.map(({ code }) => code),
    );
    expect(figure.svg).toContain(`fill="${COULEURS_CARTE.territoire.clair}"`);
  });
});

it('sans commune connue, il n’y a pas de carte', () => {
  const asked = cas('Nulle part', { communes: ['99999'] }, null);
  expect([cartePerimetre(asked), carteSituation(asked)]).toEqual([null, null]);
});

describe.skipIf(!hasContours)('de vrais contours', () => {
  it.each(hasContours ? Object.entries(vrais()) : [])('%s', (_, asked) => {
    const figure = must(cartePerimetre(asked));
    expectSound(figure, 'c1');
    expect(codesIn(figure.svg)).toEqual([...new Set(asked.perimetre.communes.map(({ commune }) => commune))].sort());
    expectSound(must(carteSituation({ ...asked, prefix: 's' })), 's');
    const cover = contourCouverture({ ...asked, prefix: 'k' });
    expect(cover?.svg).not.toMatch(/NaN|<text/);
    expect(cover?.caption).toContain('IGN Admin Express 2018');
  });
});
