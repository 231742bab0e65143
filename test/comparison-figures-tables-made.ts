import fc from 'fast-check';
import { expect } from 'vitest';
import type { FigureComparee } from '../src/compile/comparison/figure.ts';
import type { Comparaison } from '../src/compile/comparison/sites.ts';
import type { Cell } from '../src/compile/dataset/rows.ts';
import { widthOf } from '../src/compile/figures/svg.ts';
import { compared, type Made, title300 } from './comparison-figures-strategie-made.ts';

const code = (...codes: string[]): fc.Arbitrary<string | null> => fc.constantFrom(null, ...codes);
const codes = (...some: string[]): fc.Arbitrary<string[] | null> => fc.option(fc.subarray(some), { nil: null });
const year = fc.option(fc.integer({ min: 2006, max: 2030 }), { nil: null });
const amount = fc.constantFrom(null, 0, 100, 20_000, 2_000_000);
const rows = <T extends Record<string, fc.Arbitrary<Cell>>>(shape: T): fc.Arbitrary<Record<string, Cell>[]> =>
  fc
    .array(fc.record(shape), { maxLength: 4 })
    .map((some) => some.map((row, n): Record<string, Cell> => ({ id: `x${n}`, rang: n + 1, ...row })));
const dossier = fc.record({
  territoire: code('Aire'),
  dispositif: code('national', 'local'),
  regions: codes('52', '28'),
  niveau: code('site', 'inter_epci'),
  types: codes('rural', 'littoral'),
  debut_annee: year,
  fin_annee: year,
  population: amount,
});
const tables = fc.record({
  initiatives: rows({
    horizon: code('court', 'long'),
    priorite: code('1', '3'),
    moyens_montant: amount,
    planification: codes('plui', 'scot'),
  }),
  financements: rows({
    origine: fc.constantFrom('dossier', 'initiative', 'suite'),
    origine_id: fc.constantFrom('x0', 'x1'),
    source: code('etat', 'region'),
    etat: code('acquis', 'espere'),
    montant: amount,
    taxe: code('ht'),
  }),
  enseignements: rows({
    type: fc.constantFrom('frein', 'levier'),
    domaine: code('foncier', 'temps'),
    texte: code('Mot.'),
  }),
  planification: rows({ document: fc.constantFrom('plui', 'scot'), etat: code('approuve'), relation: code('nourri') }),
  suites: rows({
    sens: fc.constantFrom('suite', 'antecedent'),
    type: fc.constantFrom('planification', 'etude'),
    etat: code('realise'),
    debut_annee: year,
    fin_annee: year,
    etat_au_annee: year,
  }),
});
/** Sites of which whatever may be said, is. */
export const anySites = fc
  .array(fc.record({ dossier, tables }), { minLength: 1, maxLength: 24 })
  .map((some) => some.map((one, n): Made => ({ id: `s${n}`, ...one })));

/** What every row must have: taking it away would not leave a fact unknown but a row that cannot be. */
const needed = ['id', 'rang', 'origine', 'origine_id', 'type', 'document', 'sens'];

/** One fact less: a cell, a row, or all that is said of a site. */
export function without(sites: readonly Made[], pick: (count: number) => number): readonly Made[] {
  const at = pick(sites.length);
  return sites.map((site, n): Made => {
    if (n !== at) return site;
    const held = Object.keys(site.tables ?? {});
    const table = held[pick(held.length)] ?? '';
    const own = site.tables?.[table] ?? [];
    const row = pick(own.length);
    switch (pick(4)) {
      case 0:
        return { id: site.id, dossier: { debut_annee: null, fin_annee: null } };
      case 1:
        return { ...site, dossier: { ...site.dossier, [Object.keys(site.dossier ?? {})[pick(8)] ?? '']: null } };
      case 2:
        return { ...site, tables: { ...site.tables, [table]: own.filter((_, k) => k !== row) } };
      default: {
        const free = Object.keys(own[row] ?? {}).filter((key) => !needed.includes(key));
        const bare = own.map((one, k) => (k === row ? { ...one, [free[pick(free.length)] ?? 'titre']: null } : one));
        return { ...site, tables: { ...site.tables, [table]: bare } };
      }
    }
  });
}

/** Nothing out of the frame, no number that is none, ids of its own, a height that paper can hold. */
export function looksRight({ figure }: FigureComparee): void {
  const { svg } = figure;
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  const height = Number(/viewBox="0 0 720 (\d+)"/.exec(svg)?.[1]);
  expect(height).toBeLessThan(1_500);
  for (const [, id] of svg.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(/^f1-/);
  for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`id="${id}"`);
  for (const [, attributes = '', words = ''] of svg.matchAll(/<text([^>]*)>([^<]*)</g)) {
    const of = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
    const width = widthOf(words, Number(of('font-size')), of('font-weight') !== undefined);
    const share = { start: 0, middle: 0.5, end: 1 }[of('text-anchor') ?? 'start'] ?? 0;
    const left = Number(of('x')) - share * width;
    expect(left, words).toBeGreaterThanOrEqual(-1);
    expect(left + width, words).toBeLessThanOrEqual(721);
    expect(Number(of('y')), words).toBeLessThanOrEqual(height);
  }
}

/** As many sites of which much is said, with short or very long names and titles. */
export function rich(count: number, long: boolean): Comparaison {
  const titre = long ? title300 : 'Une halle au bourg';
  const many = Array.from({ length: count }, (_, n): Made => {
    const odd = n % 2 === 1;
    return {
      id: `s${n}`,
      nom: long ? title300 : `Vallée ${n}`,
      dossier: {
        dispositif: 'national',
        session: long ? title300 : null,
        niveau: 'inter_epci',
        population: 16_566,
        population_annee: 2023,
        regions: ['52'],
        types: ['rural', 'frontalier_confins'],
      },
      tables: {
        initiatives: [0, 1, 2].map((k) => ({
          id: `i${k}`,
          titre,
          horizon: odd ? 'court' : null,
          priorite: '1',
          moyens_montant: 1e9,
          planification: ['scot'],
        })),
        financements: ['etat', 'region', null].map((source) => ({
          origine: 'dossier',
          source,
          etat: 'acquis',
          montant: odd ? 1e6 : null,
          montant_approche: odd,
        })),
        enseignements: ['frein', 'levier', 'constat'].map((type) => ({
          id: type,
          type,
          domaine: odd ? 'temps' : null,
          titre,
          texte: titre,
        })),
        planification: [
          { rang: 1, document: 'plui', titre, etat: odd ? 'approuve' : null, relation: odd ? 'nourri' : null },
        ],
        suites: ['suite', 'antecedent'].map((sens) => ({
          sens,
          id: sens,
          type: 'planification',
          titre,
          etat: odd ? 'signe' : null,
          debut_annee: odd ? 2010 + (n % 20) : null,
        })),
      },
    };
  });
  return compared(many, count + 3);
}
