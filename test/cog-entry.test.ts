import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../scripts/pack-cog.ts';
import { openCog } from '../src/cog/cog.ts';
import { type CodeKind, checkEntry, readCode } from '../src/cog/entry.ts';
import { communeOfSiren, isSiren, nearSirens } from '../src/cog/siren.ts';

const cog = openCog(readFileSync(new URL('../src/cog/cog.gen.tsv', import.meta.url)));
const check = (genre: CodeKind, text: string) => checkEntry(cog, genre, text);
const proposed = (genre: CodeKind, text: string) =>
  check(genre, text).propositions.map((one) => `${one.code} ${one.nom}`);

describe('a written code', () => {
  it.each([
    ['14119 Cagny', '14119', 'Cagny'],
    ['  14119  ', '14119', null],
    ['2a004 Ajaccio', '2A004', 'Ajaccio'],
    ['2A Corse-du-Sud', '2A', 'Corse-du-Sud'],
    ['244400537 CC de Nozay', '244400537', 'CC de Nozay'],
    ['244 400 537 CC de Nozay', '244400537', 'CC de Nozay'],
    ['14119 - Cagny', '14119', 'Cagny'],
    ['14119: Cagny', '14119', 'Cagny'],
    ['14119 (Cagny)', '14119', 'Cagny'],
    ['Cagny (14119)', '14119', 'Cagny'],
    ['Cagny 14119', '14119', 'Cagny'],
    ['Loire-Atlantique (44)', '44', 'Loire-Atlantique'],
    ['49092 Chemillé (Anjou)', '49092', 'Chemillé (Anjou)'],
    ['44', '44', null],
    ['Cagny', null, 'Cagny'],
    ['1er arrondissement', null, '1er arrondissement'],
    ['', null, null],
  ])('%j', (text, code, nom) => {
    expect(readCode(text)).toEqual({ code, nom });
  });

  it('comes back from what the program writes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...readSource().communes), ({ code, nom }) => {
        expect(readCode(`${code} ${nom}`)).toEqual({ code, nom });
      }),
    );
  });
});

describe('a commune beside its name', () => {
  it('is right with the name of the data, for every code of the source', () => {
    for (const one of readSource().communes)
      expect(check('commune', `${one.code} ${one.nom}`).verdict, one.code).toBe('juste');
  });

  it('is right with a name of before, of today, or written otherwise', () => {
    for (const text of [
      '49092 Chemillé',
      '14670 Rots',
      '14670 Secqueville en Bessin',
      '14543 Lasson',
      '42218 St Etienne',
      '01018 Arlod',
      '75101 Paris 1er',
    ])
      expect(check('commune', text).verdict, text).toBe('juste');
    expect(check('commune', '49092 Chemillé').commune).toMatchObject({ statut: 'deleguee' });
  });

  it('is told from a typing error and from a wrong code', () => {
    expect(check('commune', '14119 Cany')).toMatchObject({ verdict: 'nom_approchant', officiel: 'Cagny' });
    expect(check('commune', '14119 Soliers')).toMatchObject({ verdict: 'nom_different', officiel: 'Cagny' });
    expect(proposed('commune', '14119 Soliers')).toEqual(['14675 Soliers']);
    expect(proposed('commune', '44114 Nozay')[0]).toBe('44113 Nozay');
    expect(proposed('commune', '14119 Douvres-la-Délivrende')).toEqual(['14228 Douvres-la-Délivrande']);
    expect(check('commune', '14119')).toMatchObject({ verdict: 'sans_nom', officiel: 'Cagny' });
  });

  it('may be missing its code, or have that of the post', () => {
    expect(check('commune', 'Cagny')).toMatchObject({ verdict: 'sans_code', code: null });
    expect(proposed('commune', 'Cagny')).toEqual(['14119 Cagny', '80160 Cagny']);
    expect(check('commune', '44170 Nozay').verdict).toBe('code_postal');
    expect(proposed('commune', '44170 Nozay')).toEqual(['44113 Nozay']);
    expect(check('commune', '14000').verdict).toBe('code_postal');
    expect(proposed('commune', '14000')).toEqual(['14118 Caen']);
  });

  it('may be something else, have lost its zero, or be nothing at all', () => {
    expect(check('commune', '244400537 CC de Nozay')).toMatchObject({
      verdict: 'autre_genre',
      autre: { genre: 'epci' },
    });
    expect(check('commune', '44')).toMatchObject({
      verdict: 'autre_genre',
      autre: { genre: 'departement', nom: 'Loire-Atlantique' },
    });
    expect(check('commune', '214401135 Nozay').propositions[0]).toMatchObject({ code: '44113' });
    expect(check('commune', '1001')).toMatchObject({ verdict: 'inconnu' });
    expect(proposed('commune', '1001')).toEqual(["01001 L'Abergement-Clémenciat"]);
    expect(check('commune', '00000')).toMatchObject({ verdict: 'inconnu', propositions: [] });
  });
});

describe('an EPCI, a département, a région', () => {
  it('is right with its name, of any time', () => {
    for (const one of readSource().epci) expect(check('epci', `${one.code} ${one.nom}`).verdict).toBe('juste');
    expect(check('epci', '244400537 CC de la Région de Nozay').verdict).toBe('juste');
    expect(check('departement', '44 Loire Atlantique').verdict).toBe('juste');
    expect(check('region', '28 normandie').verdict).toBe('juste');
    expect(check('region', '04 Réunion').verdict).toBe('juste');
  });

  it('is proposed where its key or its name is wrong', () => {
    expect(check('epci', '244400547 CC de Nozay').verdict).toBe('cle_fausse');
    expect(proposed('epci', '244400547')).toEqual(['244400537 CC de Nozay']);
    expect(proposed('epci', '244405037 CC de Nozay')).toEqual(['244400537 CC de Nozay']);
    expect(check('epci', '200065597 CC de Nozay')).toMatchObject({ verdict: 'nom_different' });
    expect(check('departement', '4')).toMatchObject({ verdict: 'inconnu', propositions: [{ code: '04' }] });
    expect(check('region', '44 Pays de la Loire')).toMatchObject({ verdict: 'nom_different', officiel: 'Grand Est' });
    expect(proposed('region', '44 Pays de la Loire')).toEqual(['52 Pays de la Loire']);
  });

  it('may be dissolved, or a commune', () => {
    expect(check('epci', '241400308 CA Caen la Mer').verdict).toBe('peut_etre_dissous');
    expect(proposed('epci', '241400308 CA Caen la Mer')).toEqual(['200065597 CU Caen la Mer']);
    expect(check('epci', '44113 Nozay')).toMatchObject({
      verdict: 'autre_genre',
      autre: { genre: 'commune', code: '44113' },
    });
    expect(proposed('epci', '44113 Nozay')).toEqual(['244400537 CC de Nozay']);
  });

  it('has a SIREN whose key holds, in all the source', () => {
    for (const { code } of [...readSource().epci, ...readSource().ept]) expect(isSiren(code), code).toBe(true);
    expect(isSiren('244400538')).toBe(false);
    expect(isSiren('24440053')).toBe(false);
    expect(communeOfSiren('214401135')).toBe('44113');
    expect(nearSirens(cog, '244400573')).toContain('244400537');
  });

  it('never throws, whatever is typed', () => {
    const kinds = fc.constantFrom<CodeKind>('commune', 'epci', 'departement', 'region');
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,9} [A-Z][a-z]{0,6}$/));
    fc.assert(fc.property(kinds, typed, (genre, text) => check(genre, text).propositions.length <= 5));
  });
});
