import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changesOf, type Edition, type HistoryEntry } from '../scripts/cog/changes.ts';
import { readChanges } from '../scripts/cog/past.ts';
import { readSource } from '../scripts/pack-cog.ts';
import { openCog } from '../src/cog/cog.ts';
import { type CodeKind, checkEntry } from '../src/cog/entry.ts';
import { perimetreOf } from '../src/cog/perimetre.ts';

const text = readFileSync(new URL('../src/cog/changes.gen.tsv', import.meta.url), 'utf8');
const changes = readChanges(text);
const cog = openCog(readFileSync(new URL('../src/cog/cog.gen.tsv', import.meta.url)));
const source = readSource();
const current = new Set(source.communes.filter((c) => c.type === 'commune-actuelle').map((c) => c.code));

describe('the changes that are kept, against the edition that is installed', () => {
  it('end every code that is no commune any more, and no other', () => {
    const former = new Set(source.communes.flatMap((c) => c.anciensCodes ?? []).filter((code) => !current.has(code)));
    expect(former.size).toBeGreaterThan(4000);
    // Born as déléguées: none of the three has ever been a commune of its own.
    const never = [...former].filter((code) => !changes.fin.has(code));
    expect(never.sort()).toEqual(['44225', '49382', '50649']);
    expect([...changes.fin.keys()].filter((code) => current.has(code) || cog.ancienne(code) === null)).toEqual([]);
  });

  it('name years from 1943 to today', () => {
    const years = [...changes.fin.values()].map(({ depuis }) => depuis);
    const others = [...changes.lien.values(), ...changes.noms.map(({ annee }) => annee)];
    const [least, most] = [...years, ...others].reduce(
      ([low, high], year) => [Math.min(low, year), Math.max(high, year)],
      [9999, 0],
    );
    expect([least, most]).toEqual([1943, 2026]);
  });

  it('tell of each déléguée and associée of today since when, but for a few of 2020 and 2021', () => {
    const tied = source.communes.filter((c) => c.type === 'commune-deleguee' || c.type === 'commune-associee');
    const untold = tied.filter((c) => !changes.lien.has(c.code));
    expect(untold.length / tied.length).toBeLessThan(0.01);
    expect([...changes.lien.keys()].filter((code) => !tied.some((c) => c.code === code))).toEqual([]);
  });

  it('hold no EPCI that is there today, and lead each one that is not to some that are', () => {
    const today = new Set(source.epci.map((one) => one.code));
    expect(changes.epci).toHaveLength(18);
    for (const { code, communes } of changes.epci) {
      expect(today.has(code)).toBe(false);
      const found = cog.epciDisparu(code);
      expect(found?.communes).toEqual(communes.split('|'));
      const held = found?.successeurs.reduce((sum, one) => sum + one.communes, 0);
      expect(held).toBe(new Set(found?.communes.map((one) => cog.resolveCommune(one)?.actuelle.code)).size);
      expect(found?.successeurs.every(({ epci }) => today.has(epci.code))).toBe(true);
    }
  });
});

describe('what changed', () => {
  it('is told with its year', () => {
    expect(cog.resolveCommune('14691')).toMatchObject({
      statut: 'deleguee',
      depuis: 2019,
      actuelle: { code: '14538' },
    });
    expect(cog.resolveCommune('60696')).toMatchObject({ nom: 'Voisinlieu', statut: 'ancienne', depuis: 1943 });
    expect(cog.resolveCommune('20004')).toMatchObject({ recodee: true, depuis: 1976, actuelle: { code: '2A004' } });
    expect(cog.resolveCommune('01330')?.depuis).toBe(2025);
    expect(cog.resolveCommune('75101')?.depuis).toBeNull();
    expect(cog.anciensNoms('14689')).toEqual([
      { nom: 'Le Hom', jusqu_en: 2021 },
      { nom: 'Thury-Harcourt', jusqu_en: 2015 },
    ]);
    expect(cog.anciensNoms('14')).toEqual([]);
    expect(cog.epciDisparu('244400537')).toBeNull();
  });

  const verdict = (genre: CodeKind, typed: string) => checkEntry(cog, genre, typed).verdict;

  it('makes names and EPCI of other years right', () => {
    expect(checkEntry(cog, 'commune', '14689 Le Hom')).toMatchObject({ verdict: 'nom_ancien', jusqu_en: 2021 });
    expect(verdict('commune', '78228 Évry-Petit-Bourg')).toBe('nom_ancien');
    expect(verdict('commune', '01018 Arlod')).toBe('juste');
    expect(verdict('commune', '01018 Caen')).toBe('nom_different');
    expect(verdict('epci', '246201149 CA du Calaisis')).toBe('disparu');
    expect(verdict('epci', '246201149')).toBe('disparu');
    expect(verdict('epci', '246201149 CC de Nozay')).toBe('nom_different');
    expect(verdict('epci', '200040475 CC Loué - Brûlon - Noyen')).toBe('nom_ancien');
  });

  it('is right for every former name beside its code', () => {
    const wrong = [
      ...changes.noms.map((one) => ['commune', one] as const),
      ...changes.nomsEpci.map((one) => ['epci', one] as const),
    ]
      .map(([genre, { code, nom }]) => checkEntry(cog, genre, `${code} ${nom}`))
      .filter(({ verdict: said }) => said !== 'juste' && said !== 'nom_ancien' && said !== 'disparu');
    expect(wrong).toEqual([]);
  });

  it('lets an EPCI of before count for the communes that it had', () => {
    const { nb_communes, inconnus, epci } = perimetreOf({ epci: ['246201149 CA du Calaisis'] }, cog);
    expect({ nb_communes, inconnus }).toEqual({ nb_communes: 10, inconnus: [] });
    expect(epci).toMatchObject([{ code: '200090751', nb_communes: 14, nb_communes_dedans: 10 }]);
  });
});

describe('the comparison of editions', () => {
  const commune = (code: string, nom: string) => ({ code, nom, type: 'commune-actuelle' });
  const epci = (code: string, nom: string, ...members: readonly string[]) => ({
    ...{ code, nom, type: 'CC' },
    membres: members.map((one) => ({ code: one, nom: one })),
  });
  const edition = (annee: number, communes: Edition['communes'], epcis: Edition['epci']): Edition => ({
    ...{ annee, communes, epci: epcis },
  });
  const past: readonly HistoryEntry[] = [
    {
      id: 'COM-1@1943-01-01',
      type: 'COM',
      code: '1',
      nom: 'Aval',
      raisonFin: 'changement de nom',
      dateFin: '1960-05-04',
    },
    { id: 'COM-1@1960-05-04', type: 'COM', code: '1', nom: 'Amont', dateDebut: '1960-05-04' },
    {
      id: 'COM-2@1943-01-01',
      type: 'COM',
      code: '2',
      nom: 'Bas',
      dateFin: '1968-01-01',
      raisonFin: 'changement de département',
    },
    { id: 'COM-3@1943-01-01', type: 'COM', code: '3', nom: 'Creux' },
  ];
  const both = [commune('1', 'Amont'), commune('3', 'Creux')];
  const lines = changesOf(
    [
      edition(2020, both, [epci('e1', 'CC Bleue', '1'), epci('e2', 'CC Verte', '3')]),
      edition(2021, both, [epci('e1', 'CC Bleue', '1'), epci('e2', 'CC Verte', '3')]),
      edition(
        2022,
        [commune('1', 'Amont-sur-Creux'), { code: '3', nom: 'Creux', type: 'commune-deleguee', chefLieu: '1' }],
        [epci('e1', 'CC Azur', '1')],
      ),
    ],
    past,
  );

  it('tells the last year of a name, the first year without a commune or with a tie, and the EPCI that went', () => {
    expect(lines.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      'epci\te2\t2021\tCC\tCC Verte\t3',
      'epci-nom\te1\t2021\tCC Bleue',
      'fin\t2\t1968\tBas\tcode',
      'fin\t3\t2022\tCreux',
      'lien\t3\t2022',
      'nom\t1\t1960\tAval',
      'nom\t1\t2021\tAmont',
    ]);
  });
});
