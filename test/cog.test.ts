import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCog, readSource } from '../scripts/pack-cog.ts';
import { departementOf, openCog } from '../src/cog/cog.ts';
import { openTable } from '../src/cog/table.ts';

const packed = readFileSync(new URL('../src/cog/cog.gen.tsv', import.meta.url));
const cog = openCog(packed);
const source = readSource();
const actuelles = source.communes.filter((c) => c.type === 'commune-actuelle');

describe('the packed table', () => {
  it('is what the package gives today', () => {
    expect(packCog(source)).toBe(packed.toString('utf8'));
  });

  it('is sorted by bytes and has no key twice', () => {
    const keys = packed
      .subarray(0, cog.table.bytes.length)
      .toString('latin1')
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split('\t')[0] ?? '');
    expect(keys.length).toBeGreaterThan(49_000);
    expect(keys.filter((key, at) => at > 0 && key <= (keys[at - 1] ?? ''))).toEqual([]);
  });

  it('refuses bytes that are no table', () => {
    expect(() => openTable(new Uint8Array())).toThrow('not a packed table');
    expect(() => openCog(new TextEncoder().encode('version https://git-lfs'))).toThrow('not a packed table');
  });

  it('finds exactly the keys that it holds, whatever is asked', () => {
    const lines = ['A1', 'A10\tx', 'A2\té', 'B'];
    const table = openTable(new TextEncoder().encode(`# head\n${lines.join('\n')}\n`));
    expect(table.row('A1')).toEqual([]);
    expect(table.row('A2')).toEqual(['é']);
    expect(table.row('B')).toEqual([]);
    expect(table.under('A1')).toEqual([['A1'], ['A10', 'x']]);
    const asked = fc.oneof(fc.string(), fc.stringMatching(/^[AB]?[012]{0,3}$/));
    fc.assert(fc.property(asked, (key) => (table.row(key) !== null) === ['A1', 'A10', 'A2', 'B'].includes(key)));
  });
});

describe('communes', () => {
  it('knows every commune of today with its name, département, région and population', () => {
    expect(actuelles).toHaveLength(34_969);
    const told = actuelles.map(({ code, nom, departement, region, zone, population = null }) => {
      return { code, nom, departement, region: zone === 'com' ? null : region, population };
    });
    const found = actuelles.flatMap((one) => cog.commune(one.code) ?? []);
    expect(
      found.map(({ code, nom, departement, region, population }) => ({ code, nom, departement, region, population })),
    ).toEqual(told);
  });

  it('resolves every former code, déléguée, associée and arrondissement to a commune of today', () => {
    const former = new Set(source.communes.flatMap((c) => c.anciensCodes ?? []));
    expect(former.size).toBe(4240);
    for (const c of source.communes) if (c.type !== 'commune-actuelle') former.add(c.code);
    const current = new Set(actuelles.map((c) => c.code));
    const resolved = [...former].map((code) => cog.resolveCommune(code));
    expect(resolved.filter((one) => !one || !current.has(one.actuelle.code))).toEqual([]);
    // Neither the source nor the history has a name for one code of the Manche, which never was a commune.
    expect(resolved.filter((one) => one?.nom === null).map((one) => one?.code)).toEqual(['50649']);
  });

  it('leads each former code where the source says, today’s status before the history', () => {
    const later = new Map(source.communes.flatMap((c) => (c.chefLieu ? [[c.code, c.chefLieu] as const] : [])));
    const told = actuelles.flatMap((c) => (c.anciensCodes ?? []).map((code) => [code, later.get(code) ?? c.code]));
    expect(told.map(([code = '']) => [code, cog.resolveCommune(code)?.actuelle.code])).toEqual(told);
    expect(cog.resolveCommune('55273')?.actuelle.nom).toBe('Nonsard-Lamarche');
  });

  it('tells apart a code that is two things, by the name written beside', () => {
    expect(cog.resolveCommune('49092')).toMatchObject({ statut: 'actuelle', nom: 'Chemillé-en-Anjou' });
    expect(cog.resolveCommune('49092', 'Chemille')).toMatchObject({ statut: 'deleguee', nom: 'Chemillé' });
    expect(cog.ancienne('49092')).toMatchObject({ statut: 'deleguee', actuelle: { code: '49092' } });
    expect(cog.commune('49092')?.anciens).toContain('49071');
  });

  it('knows each kind of place', () => {
    expect(cog.resolveCommune('14670')).toMatchObject({
      statut: 'deleguee',
      nom: 'Secqueville-en-Bessin',
      actuelle: { code: '14543', nom: 'Rots', epci: '200065597', departement: '14', region: '28', population: 2544 },
    });
    expect(cog.resolveCommune('02285')).toMatchObject({ statut: 'associee', actuelle: { departement: '59' } });
    expect(cog.resolveCommune('01018')).toMatchObject({ statut: 'ancienne', nom: 'Arlod', depuis: 1971 });
    expect(cog.resolveCommune('75101')).toMatchObject({ statut: 'arrondissement', actuelle: { code: '75056' } });
    expect(cog.resolveCommune('97501')).toMatchObject({
      statut: 'com',
      actuelle: { nom: 'Miquelon-Langlade', departement: '975', region: null, epci: null, population: 596 },
    });
    expect(cog.resolveCommune('97608')).toMatchObject({
      statut: 'actuelle',
      actuelle: { region: '06', population: 17_831 },
    });
    expect(cog.resolveCommune('98901')?.actuelle.population).toBeNull();
    expect(cog.resolveCommune('2A004')?.actuelle).toMatchObject({ nom: 'Ajaccio', departement: '2A', region: '94' });
    expect(departementOf('97411')).toBe('974');
  });

  it('gives null for anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[\dAB]+$/.test(text));
        expect([cog.resolveCommune(text), cog.epci(text), cog.departement(text), cog.region(text)]).toEqual([
          null,
          null,
          null,
          null,
        ]);
      }),
    );
    for (const near of ['1411', '141190', '14119\n', '14119\tCagny', '', 'C14119'])
      expect(cog.resolveCommune(near)).toBeNull();
  });
});

describe('EPCI, départements, régions', () => {
  it('expands all EPCI and EPT to communes that exist, which sum to their population', () => {
    const people = new Map(actuelles.map((c) => [c.code, c.population ?? 0]));
    expect(source.epci).toHaveLength(1255);
    for (const one of [...source.epci, ...source.ept]) {
      const found = cog.epci(one.code);
      expect(found).toMatchObject({ nom: one.nom, nature: one.type });
      expect(found?.communes.toSorted()).toEqual(one.membres.map((m) => m.code).toSorted());
      const sum = one.membres.reduce((total, m) => total + (people.get(m.code) ?? Number.NaN), 0);
      expect(found?.population).toBe(sum);
      if (one.type !== 'EPT') for (const m of one.membres) expect(cog.commune(m.code)?.epci).toBe(one.code);
    }
  });

  it('holds every commune once in the départements, and every département once in the régions', () => {
    const held = source.departements.flatMap((d) => cog.departement(d.code)?.communes ?? []);
    expect(held.toSorted()).toEqual(actuelles.map((c) => c.code).toSorted());
    const regions = source.regions.flatMap((r) => cog.region(r.code) ?? []);
    expect(regions).toHaveLength(18);
    expect(regions.flatMap((r) => r.departements)).toHaveLength(101);
  });

  it('counts in them all the people of the source', () => {
    const total = actuelles.reduce((sum, c) => sum + (c.population ?? 0), 0);
    const counted = source.departements.reduce((sum, d) => sum + (cog.departement(d.code)?.population ?? 0), 0);
    expect(counted).toBe(total);
    expect(cog.region('11')?.population).toBe(
      actuelles.filter((c) => c.region === '11').reduce((sum, c) => sum + (c.population ?? 0), 0),
    );
  });

  it('invents no région overseas, and names its years', () => {
    expect(cog.region('975')).toBeNull();
    expect(cog.departement('975')).toMatchObject({ nom: 'Saint-Pierre-et-Miquelon', region: null });
    expect(cog.annees).toEqual({
      cog: 2026,
      epci: 2025,
      epci_depuis: 2019,
      population: 2023,
      population_mayotte: 2017,
    });
  });

  it('knows which communes a postal code serves', () => {
    expect(cog.codePostal('44170')).toContain('44113');
    expect(cog.codePostal('75001')).toEqual(['75056']);
    expect(cog.codePostal('99999')).toEqual([]);
  });
});
