import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { openCog } from '../src/cog/cog.ts';
import { lookUp } from '../src/commands/cog/things.ts';
import { cogBytes } from '../src/load/assets.ts';
import { atelier, type Ran } from './terminal.ts';

/** Runs the command; the no-break spaces of numbers as plain ones. */
async function cog(...words: readonly string[]): Promise<Ran> {
  const { code, out, err } = await atelier(['cog', ...words], tmpdir());
  return { code, out: out.replace(/[\u00a0\u202f]/g, ' '), err };
}

describe('atelier cog', () => {
  it('says all of a commune of today', async () => {
    const { code, out, err } = await cog('14543');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`14543 Rots  commune

  Département      14 Calvados
  Région           28 Normandie
  EPCI             200065597 CU Caen la Mer
  Population       2 544 habitants (2023)
  Codes postaux    14740, 14980
  Elle réunit      14356 Lasson (déléguée depuis 2016),
                   14670 Secqueville-en-Bessin (déléguée depuis 2016)

COG 2026 · EPCI 2025 · population 2023 (Mayotte : 2017) · INSEE, DGCL, La Poste
`);
  });

  it('leads a code of the past to its successor, with the year', async () => {
    expect((await cog('14691')).out).toMatch(
      /^14691 Tilly-la-Campagne {2}commune déléguée\n {2}depuis 2019, dans :\n\n14538 Castine/,
    );
    expect((await cog('01018')).out).toMatch(/Arlod .*\n.*n’est plus une commune depuis 1971 .*\n\n01033 Valserhône/);
    expect((await cog('20004')).out).toMatch(/a changé de code en 1976 ; c’est aujourd’hui :\n\n2A004 Ajaccio/);
    expect((await cog('75101')).out).toMatch(/arrondissement municipal\n {2}dans :\n\n75056 Paris/);
    expect((await cog('246201149')).out).toMatch(/n’existe plus depuis 2020 .*\n[\s\S]*200090751 CA Grand Calais/);
  });

  it('takes a SIREN with spaces, several codes, a code with its name, the SIREN of a commune', async () => {
    const titles = async (...words: readonly string[]) =>
      (await cog(...words)).out.match(/^\w+ \S.* {2}\S.*$/gm)?.map((line) => line.split('  ')[0]);
    expect(await titles('244', '400', '537')).toEqual(['244400537 CC de Nozay']);
    expect(await titles('14118', '244400537')).toEqual(['14118 Caen', '244400537 CC de Nozay']);
    expect(await titles('49092', 'Chemillé')).toEqual(['49092 Chemillé', '49092 Chemillé-en-Anjou']);
    expect(await titles('217400423')).toEqual(['74042 Bonneville']);
    expect(await titles('44')).toEqual(['44 Loire-Atlantique', '44 Grand Est']);
  });

  it('tells homonyms apart, and gives ten at most', async () => {
    const { out } = await cog('saint', 'denis');
    expect(out).toMatch(/^ {2}97411 {2}Saint-Denis +La Réunion +155/);
    expect(out.split('\n').filter((line) => /^ {2}\S+ {2}/.test(line))).toHaveLength(10);
    expect(out).toContain('ajoutez un mot');
    expect((await cog('tilly la campagne')).out).toMatch(/^14691 /);
  });

  it('says which communes a postal code serves', async () => {
    const { code, out } = await cog('14880');
    expect(code).toBe(0);
    expect(out).toContain('14880 est le code postal de :');
    expect((await cog('44170')).out).toContain('44170 est aussi le code postal de :');
  });

  it('proposes what is near when nothing is found, and ends with 1', async () => {
    const near = await cog('doulens');
    expect(near).toMatchObject({ code: 1, out: '' });
    expect(near.err).toBe(
      'Rien ne porte « doulens ».\nVouliez-vous dire :\n  80253 Doullens\n  11122 Douzens\n  59181 Dourlers\n  27203 Douains\n',
    );
    expect((await cog('1001')).err).toContain("01001 L'Abergement-Clémenciat");
    expect((await cog('244400538')).err).toMatch(/n’est pas un SIREN possible[\s\S]*244400537 CC de Nozay/);
    expect((await cog('200000008')).err).toContain('inconnu parmi les EPCI de 2019 à 2025');
    expect((await cog('zz\u001b[31mqq')).err).toBe('Rien ne porte « zz\\x1b[31mqq ».\n');
  });

  it('gives the same as JSON', async () => {
    const found: unknown = JSON.parse((await cog('14691', '--format', 'json')).out);
    expect(found).toMatchObject({
      version: 1,
      annees: { cog: 2026, epci: 2025, population: 2023 },
      resultats: [{ genre: 'commune', code: '14538', demande: { code: '14691', statut: 'deleguee', depuis: 2019 } }],
      trouves: [],
    });
    const missing = await cog('doulens', '--format', 'json');
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out)).toMatchObject({ resultats: [], propositions: [{ code: '80253' }, {}, {}, {}] });
  });

  it('speaks English too, and never a line wider than the terminal', async () => {
    const { out } = await cog('14543', '--lang', 'en');
    expect(out).toContain('  It unites        14356 Lasson (delegated since 2016)');
    for (const words of ['saint', '14', '245900410', 'lille'])
      for (const line of (await cog(words)).out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('looking up', () => {
  const data = openCog(cogBytes());

  it('finds every EPCI of today and of before by its SIREN, whole', () => {
    for (const { code } of data.table.under('E').map(([key = '']) => ({ code: key.slice(1) }))) {
      const [thing, ...others] = lookUp(data, code).things;
      expect(others).toEqual([]);
      expect(thing).toMatchObject({
        genre: 'epci',
        code,
        communes: data.epci(code)?.communes.map((one) => ({ code: one })),
      });
    }
    for (const [key = ''] of data.table.under('G')) expect(lookUp(data, key.slice(1)).things).toHaveLength(1);
  });
});
