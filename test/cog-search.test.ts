import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../scripts/pack-cog.ts';
import { openCog } from '../src/cog/cog.ts';
import { coreOfEpci, fold, sameEpci, sameName } from '../src/cog/fold.ts';
import { namesOf, type SearchKind } from '../src/cog/names.ts';
import { type SearchOptions, search } from '../src/cog/search.ts';

const cog = openCog(readFileSync(new URL('../src/cog/cog.gen.tsv', import.meta.url)));
const found = (words: string, options?: SearchOptions) =>
  search(cog, words, options).map((hit) => `${hit.genre} ${hit.code} ${hit.nom}`);

describe('search', () => {
  it('begins with the commune that bears the name, then what holds it', () => {
    expect(found('caen', { limit: 2 })).toEqual(['commune 14118 Caen', 'epci 200065597 CU Caen la Mer']);
    expect(found('cae')[0]).toBe('epci 200065597 CU Caen la Mer');
    expect(found('nozay', { limit: 4 })).toEqual([
      'commune 91458 Nozay',
      'commune 44113 Nozay',
      'commune 10269 Nozay',
      'epci 244400537 CC de Nozay',
    ]);
  });

  it('makes nothing of accents, hyphens, capitals, apostrophes and abbreviations', () => {
    for (const words of ['st etienne', 'SAINT-ÉTIENNE', 'St-Étienne', ' saint  étienne '])
      expect(found(words)[0]).toBe('commune 42218 Saint-Étienne');
    expect(found('abergement clem')).toEqual(["commune 01001 L'Abergement-Clémenciat"]);
    expect(found('villers s/ mer')).toEqual(['commune 14754 Villers-sur-Mer']);
    expect(found('ŒUILLY')[0]).toMatch(/Œuilly/);
    expect(found('pontchateau saint gildas')).toEqual(['epci 200000438 CC du Pays de Pontchâteau St-Gildas-des-Bois']);
    expect(found('communaute de communes de nozay')).toEqual(['epci 244400537 CC de Nozay']);
  });

  it('tells homonyms apart by département, and takes it among the words', () => {
    const saintDenis = search(cog, 'saint denis', { kinds: ['commune'], limit: 4 });
    expect(saintDenis.map((hit) => hit.departements[0]?.nom)).toEqual([
      'La Réunion',
      'Seine-Saint-Denis',
      'Aude',
      'Gard',
    ]);
    expect(found('saint denis reunion')).toEqual(['commune 97411 Saint-Denis']);
    expect(found('nozay 44')).toEqual(['commune 44113 Nozay']);
    const crossing = search(cog, '200059228')[0];
    expect(crossing?.departements.map((d) => d.code)).toEqual(['91', '77']);
  });

  it('finds codes: INSEE, postal, SIREN, former', () => {
    expect(found('14119')).toEqual(['commune 14119 Cagny']);
    expect(found('244400537')).toEqual(['epci 244400537 CC de Nozay']);
    expect(found('44170')[0]).toBe('commune 44170 Saint-Julien-de-Vouvantes');
    expect(found('44170')).toContain('commune 44113 Nozay');
    expect(found('01018')).toEqual(['ancienne 01018 Arlod', 'commune 01033 Valserhône']);
    expect(found('246201149')).toEqual(['epci 200090751 CA Grand Calais Terres et Mers']);
    expect(found('2a004')[0]).toBe('commune 2A004 Ajaccio');
  });

  it('finds names of the past with the commune of today', () => {
    expect(search(cog, 'tilly la campagne')).toMatchObject([{ genre: 'ancienne', code: '14691', actuelle: '14538' }]);
    expect(found('paris 1er')).toEqual(['ancienne 75101 Paris 1er Arrondissement']);
    expect(search(cog, 'le hom')[0]).toMatchObject({
      genre: 'ancienne',
      nom: 'Le Hom',
      code: '14689',
      actuelle: '14689',
    });
    expect(found('calaisis')).toEqual(['epci 200090751 CA Grand Calais Terres et Mers']);
    // A commune that only changed its code is there once.
    expect(found('ajaccio', { kinds: ['commune', 'ancienne'] })).toEqual(['commune 2A004 Ajaccio']);
  });

  it('looks for the kinds asked for only, and gives no more than asked', () => {
    expect(found('reunion', { kinds: ['region'] })).toEqual(['region 04 La Réunion']);
    expect(found('s', { limit: 3 })).toHaveLength(3);
    expect(found('')).toEqual([]);
    expect(found('!!')).toEqual([]);
    expect(found('zzzz')).toEqual([]);
  });

  it('lists every name once, folded, the most populated first', () => {
    const names = namesOf(cog);
    const entries = names.holding('');
    expect(entries.filter((at) => names.name(at) !== fold(names.entry(at).nom))).toEqual([]);
    const people = entries.map((at) => names.entry(at).population ?? 0);
    expect(people).toEqual(people.toSorted((a, b) => b - a));
    const { communes, departements, epci, ept } = readSource();
    const kept = (kinds: readonly SearchKind[]) => entries.filter((at) => kinds.includes(names.genre(at))).length;
    expect(kept(['commune'])).toBe(communes.filter(({ type }) => type === 'commune-actuelle').length);
    expect(kept(['epci'])).toBe(epci.length + ept.length);
    expect(kept(['departement', 'region'])).toBe(departements.length + 18);
    expect(new Set(entries.map((at) => `${names.genre(at)} ${names.line(at)}`)).size).toBe(entries.length);
  });

  it('finds every commune by its own name', () => {
    const communes = readSource().communes.filter((one) => one.type === 'commune-actuelle');
    fc.assert(
      fc.property(fc.constantFrom(...communes), (one) => {
        const hits = search(cog, one.nom, { kinds: ['commune'], limit: 60 });
        expect(hits.map((hit) => hit.code)).toContain(one.code);
        expect(hits[0] && sameName(hits[0].nom, one.nom)).toBe(true);
      }),
    );
  });
});

describe('names', () => {
  it('fold to words of letters and digits, and stay as they are when folded again', () => {
    expect(fold("L'Haÿ-les-Roses")).toBe('l hay les roses');
    expect(fold('Ste-Mère-Église s/ Œuf')).toBe('sainte mere eglise sur oeuf');
    fc.assert(fc.property(fc.string(), (text) => fold(fold(text)) === fold(text)));
  });

  it('are the same whatever the articles, hyphens and parentheses', () => {
    expect(sameName('Ile de Sein', 'Île-de-Sein')).toBe(true);
    expect(sameName('Abergement-Clemenciat', "L'Abergement-Clémenciat")).toBe(true);
    expect(sameName('Nozay (Loire-Atlantique)', 'Nozay')).toBe(true);
    expect(sameName('Paris 1er', 'Paris 1er Arrondissement')).toBe(true);
    expect(sameName('Saint-Denis', 'Saint-Denis-en-Val')).toBe(false);
  });

  it('of EPCI may be of another time', () => {
    expect(coreOfEpci('communaute de communes de nozay')).toBe('nozay');
    expect(sameEpci('CC de la Région de Nozay', 'CC de Nozay')).toBe(true);
    expect(sameEpci('CINOR', 'CA Intercommunale du Nord de la Réunion (CINOR)')).toBe(true);
    expect(sameEpci('Caen la Mer', 'CC de Nozay')).toBe(false);
    expect(sameEpci('Métropole', 'CC de Nozay')).toBe(false);
  });
});
