import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compared, fractionOf, sumOf, written } from '../src/compile/session/exact.ts';
import { type Ranking, rankingOf } from '../src/compile/session/ranking.ts';
import type { DataOf } from '../src/model/types.gen.ts';

type Jury = DataOf['jury'];
type Criteres = NonNullable<DataOf['session']['criteres']>;
type Candidature = Jury['candidatures'][string];

const bareme = { min: 0, max: 5 };
const criteres: Criteres = { a: { titre: 'A', poids: 2 }, b: { titre: 'B', poids: 1.5 }, c: { titre: 'C' } };

function ranked(candidatures: Jury['candidatures'], own: Criteres = criteres): Ranking {
  const ranking = rankingOf({ bareme, candidatures }, own);
  if (ranking === null) throw new Error('no ranking');
  return ranking;
}

const one = (titre: string, a: number, b: number, c: number, laureat?: boolean): Candidature => ({
  titre,
  notes: { a, b, c },
  ...(laureat !== undefined && { laureat }),
});

describe('the ranking of a jury', () => {
  it('is the weighted mean; a weight that is not given is 1', () => {
    // (2 × 4 + 1.5 × 3 + 1 × 5) / 4.5 = 3.888…
    expect(ranked({ x: one('X', 4, 3, 5) }).classees).toEqual([{ id: 'x', rang: 1, exAequo: false, resultat: '3.89' }]);
    const plain: Criteres = { a: { titre: 'A' }, b: { titre: 'B' }, c: { titre: 'C' } };
    expect(ranked({ x: one('X', 4, 3, 5) }, plain).classees[0]?.resultat).toBe('4.00');
  });

  it('says ties, whatever binary numbers make of the marks, and skips the next rank', () => {
    // 0.1 + 0.2 is not 0.3 in binary: these two are equal all the same.
    const own: Criteres = { a: { titre: 'A' }, b: { titre: 'B' }, c: { titre: 'C' } };
    const { classees } = ranked({ z: one('Z', 0.1, 0.2, 0), y: one('Y', 0.3, 0, 0), w: one('W', 0, 0, 0) }, own);
    expect(classees.map(({ id, rang, exAequo }) => [id, rang, exAequo])).toEqual([
      ['y', 1, true],
      ['z', 1, true],
      ['w', 3, false],
    ]);
  });

  it('writes as many decimals as tell different results apart', () => {
    const own: Criteres = { a: { titre: 'A', poids: 1000 }, b: { titre: 'B', poids: 0.5 }, c: { titre: 'C' } };
    const { classees } = ranked({ x: one('X', 3, 3.1, 3), y: one('Y', 3, 3, 3) }, own);
    expect(classees.map(({ resultat }) => resultat)).toEqual(['3.00005', '3.00000']);
  });

  it('never takes a missing mark for a zero: such an application stands apart, with what it may come to', () => {
    const { classees, incompletes } = ranked({
      x: one('X', 1, 1, 1),
      y: { titre: 'Y', notes: { b: 3 } },
      z: { titre: 'Z' },
    });
    expect(classees.map(({ id }) => id)).toEqual(['x']);
    expect(incompletes).toEqual([
      { id: 'y', connues: 1, manquent: ['a', 'c'], bas: '1.00', haut: '4.33' },
      { id: 'z', connues: 0, manquent: ['a', 'b', 'c'], bas: '0.00', haut: '5.00' },
    ]);
  });

  it('says a selected application that others come before, and which', () => {
    const { depassees } = ranked({
      first: one('First', 5, 5, 5, false),
      second: one('Second', 4, 4, 4, true),
      third: one('Third', 3, 3, 3),
      last: one('Last', 2, 2, 2, true),
      equal: one('Equal', 2, 2, 2, false),
    });
    expect(depassees).toEqual([
      { id: 'second', devant: ['first'] },
      { id: 'last', devant: ['first', 'third'] },
    ]);
  });

  it('is none without criteria; a mark of no criterion counts for nothing', () => {
    expect(rankingOf({ bareme, candidatures: { x: one('X', 1, 1, 1) } }, {})).toBeNull();
    const { classees } = ranked({ x: { titre: 'X', notes: { a: 2, b: 2, c: 2, d: 5, constructor: 5 } } });
    expect(classees[0]?.resultat).toBe('2.00');
    const inherited: Criteres = { constructor: { titre: 'K' } };
    expect(ranked({ x: { titre: 'X', notes: {} } }, inherited).incompletes).toHaveLength(1);
  });
});

const mark = fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100);
const weight = fc.option(
  fc.integer({ min: 1, max: 50 }).map((tenths) => tenths / 10),
  { nil: undefined },
);
const ids = ['a', 'b', 'c', 'd'];

/** A session's criteria and a jury's applications, some marks missing. */
const juries = fc
  .record({
    weights: fc.array(weight, { minLength: 1, maxLength: 4 }),
    applications: fc.array(
      fc.record({
        marks: fc.array(fc.option(mark, { nil: undefined, freq: 6 }), { minLength: 4, maxLength: 4 }),
        laureat: fc.option(fc.boolean(), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
  })
  .map(({ weights, applications }) => ({
    criteria: weights.map((poids, index): [string, Criteres[string]] => [
      ids[index] ?? '',
      { titre: 'T', ...(poids !== undefined && { poids }) },
    ]),
    applications: applications.map(({ marks, laureat }, index): [string, Candidature] => {
      const notes = marks.flatMap((note, at) => (note === undefined ? [] : [[ids[at] ?? '', note]]));
      return [
        `x${index}`,
        { titre: `T${index % 3}`, notes: Object.fromEntries(notes), ...(laureat !== undefined && { laureat }) },
      ];
    }),
  }));

describe('whatever the marks', () => {
  it('the order of applications and of criteria changes nothing', () => {
    fc.assert(
      fc.property(juries, fc.infiniteStream(fc.nat()), ({ criteria, applications }, keys) => {
        const shuffled = <Item>(all: readonly Item[]): readonly Item[] =>
          all
            .map((item) => ({ item, key: keys.next().value ?? 0 }))
            .sort((x, y) => x.key - y.key)
            .map(({ item }) => item);
        const before = ranked(Object.fromEntries(applications), Object.fromEntries(criteria));
        const after = ranked(Object.fromEntries(shuffled(applications)), Object.fromEntries(shuffled(criteria)));
        expect(after).toEqual(before);
      }),
    );
  });

  it('a mark more never moves the result of a complete application, and lies between what was possible', () => {
    fc.assert(
      fc.property(juries, mark, ({ criteria, applications }, more) => {
        const own = Object.fromEntries(criteria);
        const before = ranked(Object.fromEntries(applications), own);
        const [partial] = before.incompletes;
        if (partial === undefined) return;
        const [missing = ''] = partial.manquent;
        const filled = applications.map(([id, candidature]): [string, Candidature] =>
          id === partial.id
            ? [id, { ...candidature, notes: { ...candidature.notes, [missing]: more } }]
            : [id, candidature],
        );
        const after = ranked(Object.fromEntries(filled), own);
        // Written with more decimals where one more result is to be told apart.
        for (const { id, resultat } of before.classees) {
          const then = after.classees.find((each) => each.id === id);
          expect(Math.abs(Number(then?.resultat) - Number(resultat))).toBeLessThan(0.0051);
        }
        const now = after.classees.find(({ id }) => id === partial.id);
        if (now === undefined) return;
        expect(Number(now.resultat)).toBeGreaterThanOrEqual(Number(partial.bas) - 0.005);
        expect(Number(now.resultat)).toBeLessThanOrEqual(Number(partial.haut) + 0.005);
      }),
    );
  });

  it('each application is ranked or incomplete, once, and ranks fall with results', () => {
    fc.assert(
      fc.property(juries, ({ criteria, applications }) => {
        const { classees, incompletes } = ranked(Object.fromEntries(applications), Object.fromEntries(criteria));
        const all = [...classees, ...incompletes].map(({ id }) => id).toSorted();
        expect(all).toEqual(applications.map(([id]) => id).toSorted());
        for (const [index, { rang, resultat, exAequo }] of classees.entries()) {
          const next = classees[index + 1];
          if (next === undefined) continue;
          const tied = next.rang === rang;
          expect(next.resultat === resultat).toBe(tied);
          expect(next.rang).toBe(tied ? rang : index + 2);
          if (tied) expect([exAequo, next.exAequo]).toEqual([true, true]);
          else expect(Number(next.resultat)).toBeLessThan(Number(resultat));
        }
      }),
    );
  });
});

describe('exact fractions', () => {
  it('read what a number says in decimals, small and large', () => {
    expect([3.1, -0.25, 1e21, 1e-7, 0].map((value) => written(fractionOf(value), 7))).toEqual([
      '3.1000000',
      '-0.2500000',
      '1000000000000000000000.0000000',
      '0.0000001',
      '0.0000000',
    ]);
    expect(() => fractionOf(Number.NaN)).toThrow();
  });

  it('round a half away from zero, and never to a minus nought', () => {
    expect([0.125, -0.125, 0.124, -0.001].map((value) => written(fractionOf(value), 2))).toEqual([
      '0.13',
      '-0.13',
      '0.12',
      '0.00',
    ]);
  });

  it('add without error', () => {
    expect(compared(sumOf([fractionOf(0.1), fractionOf(0.2)]), fractionOf(0.3))).toBe(0);
    expect(compared(fractionOf(-1), fractionOf(1))).toBe(-1);
  });
});
