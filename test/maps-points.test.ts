import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Place, packTowns } from '../scripts/pack-towns.ts';
import { departementOf } from '../src/cog/cog.ts';
import { type Marked, placeBeside } from '../src/compile/maps/beside.ts';
import { piecesOf } from '../src/compile/maps/contours.ts';
import { cartePerimetre } from '../src/compile/maps/perimetre.ts';
import { type Box, clearance, contains, overlap } from '../src/compile/maps/plane.ts';
import { kilometres } from '../src/compile/maps/project.ts';
import { carteSituation } from '../src/compile/maps/situation.ts';
import { openTowns } from '../src/compile/maps/towns.ts';
import { plainText } from '../src/compile/markdown/walk.ts';
import { codesIn, expectSound, must } from './maps-looks.ts';
import {
  carres,
  cas,
  cog,
  contoursOf,
  france,
  hasContours,
  NOZAY,
  noTowns,
  sansContours,
  towns,
} from './maps-sample.ts';

const all = france.departements.flatMap(({ code }) => towns.of(code));
const place = (name: string, lng: number, lat: number, admin2: string, country = 'FR'): Place => {
  return { name, lng: String(lng), lat: String(lat), country, admin1: '', admin2 };
};
const packed = (...places: readonly Place[]) => {
  const { text, counts } = packTowns({ places, version: '0' }, cog, france);
  return { rows: text.split('\n').filter((line) => line !== '' && !line.startsWith('#')), counts };
};

describe('les points des villes', () => {
  it('sont ceux de communes d’aujourd’hui, chacun dans son département', () => {
    expect(all.length).toBeGreaterThan(8000);
    expect(all.filter(({ code }) => cog.commune(code) === null)).toEqual([]);
    expect(towns.placeOf('14118')).toEqual([-0.3591, 49.1859]);
    expect(towns.of('14').every(({ code }) => departementOf(code) === '14')).toBe(true);
    expect(towns.placeOf('99999')).toBeNull();
  });

  it('placent plus de quatre habitants sur cinq', () => {
    const known = all.reduce((sum, { code }) => sum + (cog.commune(code)?.population ?? 0), 0);
    const whole = france.departements.reduce((sum, { code }) => sum + (cog.departement(code)?.population ?? 0), 0);
    expect(known / whole).toBeGreaterThan(0.8);
  });

  it('s’accordent par le nom, dans le département', () => {
    expect(packed(place('Caen', -0.35912, 49.18585, '14'), place('Caen', 5, 45, '01')).rows).toEqual([
      '14118\t-0.3591\t49.1859',
    ]);
  });

  it('vont à la commune nouvelle quand c’est sa mairie, pas quand c’est un de ses villages', () => {
    const { rows, counts } = packed(place('Vire', -0.88849, 48.83849, '14'), place('Vaudry', -0.87, 48.84, '14'));
    expect([rows, counts.unknown]).toEqual([['14762\t-0.8885\t48.8385'], 1]);
  });

  it('ne sont pas gardés quand il y a un doute', () => {
    const { rows, counts } = packed(
      place('Sanspareil-sur-Nulle', 0, 49, '14'),
      place('Bayeux', 7.7, 48.6, '14'),
      place('Falaise', -0.2, 48.9, '14'),
      place('Falaise', -0.5, 49.1, '14'),
    );
    expect([rows, counts]).toEqual([[], { towns: 0, unknown: 1, astray: 1, ambiguous: 2 }]);
  });

  it('outre-mer, suivent le code de commune que donne la source', () => {
    expect(packed(place('Wé', 167.26461, -20.91687, '98814', 'NC')).rows).toEqual(['98814\t167.2646\t-20.9169']);
  });

  it.skipIf(!hasContours)('tombent dans les vrais contours, ou à moins d’un kilomètre', () => {
    const far: string[] = [];
    for (const name of ['14-calvados', '40-landes', '44-loire-atlantique', '80-somme']) {
      const pieces = piecesOf(contoursOf(name), cog);
      for (const { code, place: at } of towns.of(name.slice(0, 2))) {
        const own = pieces.filter(({ commune }) => commune.code === code);
        const polygons = own.flatMap(({ geometry }) =>
          geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
        );
        const rings = polygons.map((rows) => rows.map((ring) => ring.map(([x = 0, y = 0]) => [x, y] as const)));
        // A commune founded again since 2018 has none.
        if (rings.length > 0 && !rings.some((polygon) => contains(polygon, at) || clearance(polygon, at) < 0.009))
          far.push(code);
      }
    }
    expect(far).toEqual([]);
  });

  it('se lisent sans erreur dans une table vide', () => {
    const none = openTowns(new TextEncoder().encode('# rien\n'));
    expect([none.placeOf('14118'), none.of('14')]).toEqual([null, []]);
  });
});

describe('les noms à côté des points', () => {
  it('ne recouvrent ni un point ni un autre nom, et ne sortent pas', () => {
    const frame = { x0: 0, y0: 0, x1: 400, y1: 300 };
    const mark = fc.record({
      name: fc.constantFrom('Ger', 'Caen', 'Saint-Martin-de-Hinx', 'Le Pin-au-Haras'),
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 25 }), (marks) => {
        const wanted = marks.map(({ name, x, y }): Marked => ({ name, at: [x, y], reach: [6, 5], size: 11 }));
        const dots = wanted.map(({ at: [x, y] }): Box => ({ x0: x - 6, x1: x + 6, y0: y - 5, y1: y + 5 }));
        const boxes = placeBeside(wanted, frame, dots).map(({ box }) => box);
        boxes.forEach((box, n) => {
          expect([...dots, ...boxes.slice(n + 1)].some((other) => overlap(box, other))).toBe(false);
          expect([box.x0 >= 0, box.y0 >= 0, box.x1 <= 400, box.y1 <= 300]).toEqual([true, true, true, true]);
        });
      }),
    );
  });

  it('se tiennent de préférence à droite', () => {
    const [placed] = placeBeside(
      [{ name: 'Caen', at: [50, 50], reach: [6, 5], size: 11 }],
      { x0: 0, y0: 0, x1: 99, y1: 99 },
      [],
    );
    expect([placed?.anchor, placed?.box.x0]).toEqual(['start', 56]);
  });
});

const caen = [
  { id: 'plaine', titre: 'La plaine', communes: ['14119', '14675'] },
  { id: 'mer', titre: 'La mer', communes: ['14384', '14365', '14119'] },
];

describe('la carte par points', () => {
  const asked = cas('Caen', { communes: ['14249'], secteurs: caen }, null, { secteurs: caen });

  it('a un point par commune connue, avec son code, et dit les autres', () => {
    const figure = must(cartePerimetre({ ...asked, prefix: 'p' }));
    expectSound(figure, 'p');
    expect(codesIn(figure.svg)).toEqual(['14119', '14365', '14384', '14675'].sort());
    expect(figure.description).toContain('4 communes sur 5 sont placées');
    expect(figure.description).toContain(`Sans point connu\u00a0: ${cog.commune('14249')?.nom}.`);
    expect(figure.description).toContain('atelier import contours');
    expect(plainText(figure.caption)).toContain('4 communes sur 5 sont placées');
    expect(figure.svg).toContain('GeoNames');
    expect(figure.table?.rows.length).toBe(5);
  });

  it('distingue les secteurs par une lettre, deux là où une commune est dans deux', () => {
    const { svg, description } = must(cartePerimetre(asked));
    const letters = [...svg.matchAll(/>([A-Z]+)<\/text>/g)].map((one) => one[1]).filter((one) => one !== 'CALVADOS');
    // Cagny is in both; the legend says each letter once more.
    expect(letters.sort()).toEqual(['A', 'A', 'AB', 'B', 'B', 'B']);
    for (const { titre } of caen) {
      expect(svg).toContain(titre);
      expect(description).toContain(titre);
    }
  });

  it.each(Object.entries(sansContours()))('est saine, et la même à chaque fois : %s', (_, one) => {
    for (const langue of ['fr', 'en'] as const) {
      const figure = must(cartePerimetre({ ...one, langue }));
      expectSound(figure, 'c1');
      expect(cartePerimetre({ ...one, langue })?.svg).toBe(figure.svg);
      expectSound(must(carteSituation({ ...one, langue, prefix: 's' })), 's');
    }
  });

  it('place chaque point à sa distance des autres', () => {
    const { svg } = must(cartePerimetre(cas('Deux villes', { communes: ['14118', '14047'] }, null)));
    const [a, b] = [...svg.matchAll(/<title>[^<]*<\/title><circle[^>]* cx="([\d.]+)" cy="([\d.]+)"/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    const [, start, end, km] = /d="M([\d.]+) [\d.]+V[\d.]+H([\d.]+)V[\d.]+" stroke-width="1.2" data-km="(\d+)"/.exec(
      svg,
    ) ?? ['', '0', '0', '0'];
    const perKm = (Number(end) - Number(start)) / Number(km);
    const drawn = Math.hypot((a?.[0] ?? 0) - (b?.[0] ?? 0), (a?.[1] ?? 0) - (b?.[1] ?? 0)) / perKm;
    const origin = [0, 0] as const;
    const [from, to] = [towns.placeOf('14047') ?? origin, towns.placeOf('14118') ?? origin];
    expect(Math.abs(drawn / kilometres(from, to) - 1)).toBeLessThan(0.01);
  });

  it('cède la place aux départements entiers, dont la forme est connue', () => {
    expect(codesIn(must(cartePerimetre(cas('Calvados', { departements: ['14'] }, null))).svg)).toEqual([]);
  });

  it('cède la place quand trop peu de communes sont connues', () => {
    const few = { ...towns, placeOf: (code: string) => (code === '14384' ? towns.placeOf(code) : null) };
    expect(codesIn(must(cartePerimetre({ ...asked, towns: few })).svg)).toEqual([]);
  });

  it('des deux côtés d’un océan, montre le côté qui a le plus de communes et dit les autres', () => {
    const figure = must(cartePerimetre(cas('Loin', { communes: ['14118', '14047', '97411'] }, null)));
    expectSound(figure, 'c1');
    expect(codesIn(figure.svg)).toEqual(['14047', '14118']);
    expect(figure.description).toContain('Hors du cadre\u00a0: Saint-Denis.');
  });
});

describe('des contours incomplets', () => {
  const missing = NOZAY.filter((code) => towns.placeOf(code) !== null).slice(0, 1);
  const known = NOZAY.filter((code) => !missing.includes(code));

  it('sont complétés par des points', () => {
    const figure = must(cartePerimetre(cas('CC de Nozay', { communes: NOZAY }, carres(known))));
    expectSound(figure, 'c1');
    expect(codesIn(figure.svg)).toEqual([...NOZAY].sort());
    const nom = cog.commune(missing[0] ?? '')?.nom;
    expect(figure.description).toContain(`Sans contour connu, placées par un point\u00a0: ${nom}.`);
    expect(plainText(figure.caption)).toContain('1 est placée par un point (GeoNames)');
    expect(figure.svg).toContain('Périmètre, là où les contours sont connus');
  });

  it('ne changent pas quand tous sont là', () => {
    const asked = cas('CC de Nozay', { communes: NOZAY }, carres(NOZAY));
    expect(cartePerimetre(asked)?.svg).toBe(cartePerimetre({ ...asked, towns: noTowns })?.svg);
  });
});

describe('la situation en France', () => {
  it('marque les villes connues, là où aucun contour ne l’est', () => {
    const asked = cas('Doullens', { communes: ['80253'] }, null);
    const [with_, without] = [carteSituation(asked), carteSituation({ ...asked, towns: noTowns })];
    expect(with_?.svg).toMatch(/<circle/);
    expect(without?.svg).not.toMatch(/<circle/);
  });
});
