import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../scripts/pack-cog.ts';
import { openCog } from '../src/cog/cog.ts';
import { perimetreOf } from '../src/cog/perimetre.ts';

const cog = openCog(readFileSync(new URL('../src/cog/cog.gen.tsv', import.meta.url)));
const caen = '14119 14675 14691 14100 14543 14670 14356 14685 14384 14365 14325 14228 14249 14257 14396'.split(' ');

describe('a perimeter', () => {
  it('of Caen: fifteen codes of 2018 are thirteen communes of five EPCI', () => {
    const it = perimetreOf({ communes: caen }, cog);
    expect(it).toMatchObject({
      annees: { cog: 2026, epci: 2025, population: 2023 },
      nb_communes: 13,
      population_connue_sur: 13,
      franchit_epci: true,
      franchit_departement: false,
      franchit_region: false,
      departements: [{ code: '14', nom: 'Calvados', nb_communes_dedans: 13, couverture: 'partielle' }],
      regions: [{ code: '28', nom: 'Normandie' }],
      sans_epci: [],
      doubles: [],
      inconnus: [],
    });
    expect(it.epci).toHaveLength(5);
    expect(it.communes).toHaveLength(15);
    expect(it.communes.filter((row) => row.commune === '14543').map((row) => [row.code_saisi, row.statut])).toEqual([
      ['14356', 'deleguee'],
      ['14543', 'actuelle'],
      ['14670', 'deleguee'],
    ]);
    const people = new Map(
      readSource().communes.flatMap((c) => (c.type === 'commune-actuelle' ? [[c.code, c.population ?? 0]] : [])),
    );
    const codes = new Set(it.communes.map((row) => row.commune));
    expect(it.population).toBe([...codes].reduce((sum, code) => sum + (people.get(code) ?? 0), 0));
  });

  it('of secteurs is their union, each row with its secteur', () => {
    const secteurs = [
      { id: 'est', communes: caen.slice(0, 3) },
      { id: 'nord', communes: caen.slice(2) },
    ];
    const it = perimetreOf({ secteurs }, cog);
    expect(it.nb_communes).toBe(13);
    expect(it.communes.filter((row) => row.code_saisi === '14691').map((row) => row.secteur)).toEqual(['est', 'nord']);
    expect(new Set(it.communes.map((row) => row.origine))).toEqual(new Set(['secteurs']));
  });

  it('of an EPCI is its communes, wholly', () => {
    const it = perimetreOf({ epci: ['244400537 CC de Nozay'] }, cog);
    expect(it).toMatchObject({ nb_communes: 7, population: 16_566, franchit_epci: false });
    expect(it.epci).toEqual([
      {
        code: '244400537',
        nom: 'CC de Nozay',
        nature: 'CC',
        nb_communes: 7,
        nb_communes_dedans: 7,
        couverture: 'entiere',
      },
    ]);
    expect(it.communes.every((row) => row.code_saisi === '244400537' && row.origine === 'epci')).toBe(true);
  });

  it('of the Sud des Landes: 47 communes of two EPCI', () => {
    const it = perimetreOf({ epci: ['244000865', '200069417'] }, cog);
    expect(it).toMatchObject({ nb_communes: 47, population: 72_545 + 24_506, franchit_epci: true });
    expect(it.epci.map((epci) => epci.couverture)).toEqual(['entiere', 'entiere']);
  });

  it('overseas and in Paris', () => {
    expect(perimetreOf({ communes: ['97501 Miquelon-Langlade'] }, cog)).toMatchObject({
      nb_communes: 1,
      population: 596,
      sans_epci: ['97501'],
      epci: [],
      regions: [],
      departements: [{ code: '975', nom: 'Saint-Pierre-et-Miquelon', couverture: 'partielle' }],
      communes: [{ statut: 'com', region: null, departement: '975' }],
    });
    expect(perimetreOf({ departements: ['976'] }, cog)).toMatchObject({
      nb_communes: 17,
      regions: [{ code: '06', nom: 'Mayotte' }],
      departements: [{ couverture: 'entiere' }],
    });
    expect(perimetreOf({ communes: ['75101', '75102'] }, cog)).toMatchObject({
      nb_communes: 1,
      departements: [{ code: '75', couverture: 'entiere' }],
      communes: [{ code_saisi: '75101', statut: 'arrondissement', commune: '75056' }, { code_saisi: '75102' }],
    });
    expect(perimetreOf({ communes: ['98901'] }, cog)).toMatchObject({ population: null, population_connue_sur: 0 });
  });

  it('of an EPT crosses no EPCI', () => {
    const it = perimetreOf({ epci: ['200057867'] }, cog);
    expect(it.epci.map(({ nature, couverture }) => [nature, couverture])).toEqual([
      ['METRO', 'partielle'],
      ['EPT', 'entiere'],
    ]);
    expect(it.franchit_epci).toBe(false);
  });

  it('of a région is all its communes', () => {
    const it = perimetreOf({ regions: ['28 Normandie'] }, cog);
    expect(it.nb_communes).toBe(
      readSource().communes.filter((c) => c.type === 'commune-actuelle' && c.region === '28').length,
    );
    expect(it.population).toBe(cog.region('28')?.population);
    expect(it.departements.map((d) => d.couverture)).toEqual(Array(5).fill('entiere'));
  });

  it('says what is listed twice and what is unknown', () => {
    const it = perimetreOf(
      {
        communes: ['44113 Nozay', '14119', '99999', 'Nulle-Part'],
        epci: ['244400537', '000000000'],
        departements: ['99'],
        regions: ['00'],
        secteurs: [{ id: 'bourg', communes: ['44113', '00001'] }],
      },
      cog,
    );
    expect(it.doubles).toEqual([{ code: '44113', nom: 'Nozay', epci: '244400537' }]);
    expect(it.inconnus).toEqual([
      { code_saisi: '00', genre: 'region' },
      { code_saisi: '000000000', genre: 'epci' },
      { code_saisi: '00001', genre: 'commune' },
      { code_saisi: '99', genre: 'departement' },
      { code_saisi: '99999', genre: 'commune' },
      { code_saisi: 'Nulle-Part', genre: 'commune' },
    ]);
    expect(it.nb_communes).toBe(8);
  });

  it('of nothing is empty', () => {
    expect(perimetreOf({}, cog)).toMatchObject({
      nb_communes: 0,
      population: null,
      communes: [],
      franchit_epci: false,
    });
  });

  it('does not depend on the order of what is listed, and counts each commune once', () => {
    const codes = readSource().communes.map((c) => c.code);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...codes), { maxLength: 20 }), (communes) => {
        const it = perimetreOf({ communes }, cog);
        expect(perimetreOf({ communes: communes.toReversed() }, cog)).toEqual(it);
        expect(it.nb_communes).toBe(new Set(it.communes.map((row) => row.commune)).size);
        const inside = it.departements.reduce((sum, d) => sum + d.nb_communes_dedans, 0);
        expect(inside).toBe(it.nb_communes);
      }),
    );
  });
});
