import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli.ts';
import {
  type Dimension,
  dimensionNommee,
  dimensions,
  nomsDesDimensions,
} from '../src/compile/comparison/dimensions.ts';
import { parDimension } from '../src/compile/comparison/par-dimension.ts';
import type { Site } from '../src/compile/comparison/sites.ts';
import { besideText } from '../src/ui/comparison.ts';
import { gridLines } from '../src/ui/grid.ts';
import { anySites, byCode, comparing, siteOf } from './comparison-sample.ts';
import { atelier, freshFolder, inputOf } from './terminal.ts';

const national = resolve(import.meta.dirname, '../examples/national');
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

function named(name: string): Dimension {
  const found = dimensionNommee(name);
  if (!found.ok) throw new Error(name);
  return found.dimension;
}

describe('dimensions', () => {
  it('are every coded column of dossiers and of its child tables, by its name, its table, or both', () => {
    for (const name of 'session dispositif types dynamiques niveau regions phase'.split(' '))
      expect(named(name)).toMatchObject({ table: 'dossiers', colonne: name });
    const short = { enjeux: 'enjeux.theme', visees: 'principes.visees', fondements: 'initiatives.fondements' };
    const tables = { annee: 'debut_annee', suites: 'suites.type', financements: 'financements.source' };
    for (const [name, nom] of Object.entries({ ...short, ...tables })) expect(named(name).nom).toBe(nom);
    expect(named('niveaux-intervention').nom).toBe('niveaux_intervention');
    for (const { nom } of dimensions()) expect(named(nom).nom).toBe(nom);
    for (const nom of nomsDesDimensions()) expect(dimensionNommee(nom).ok, nom).toBe(true);
  });

  it('say which tables have a name that several have, and the nearest of a wrong one', () => {
    expect(dimensionNommee('type')).toMatchObject({ ok: false, parmi: expect.arrayContaining(['seances.type']) });
    expect(dimensionNommee('nivau')).toEqual({ ok: false, parmi: [], proche: 'niveau' });
    expect(dimensionNommee('toString')).toMatchObject({ ok: false });
  });
});

describe('sites put together', () => {
  it('are once in each of their values, in the order of the code list; the unknown stand apart, with those announced', () => {
    const sites = [
      siteOf('a', { tables: { enjeux: [{ theme: 'mobilites' }, { theme: 'habitat' }, { theme: 'habitat' }] } }),
      siteOf('b', { tables: { enjeux: [{ theme: 'habitat' }, { theme: null }] } }),
      siteOf('c', { tables: { enjeux: [{ theme: null }] } }),
      siteOf('d'),
    ];
    const par = parDimension(comparing(sites, 3), named('enjeux'), byCode);
    const groups = par.groupes.map(({ valeur, sites: own }) => [valeur.code, own.map(({ id }) => id).join()]);
    expect(groups).toEqual([
      ['habitat', 'a,b'],
      ['mobilites', 'a'],
    ]);
    expect(par.inconnus.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(par).toMatchObject({ connus: 2, sur: 7, sansDossier: 3, plusieurs: true });
    expect(par.sans.map(({ code }) => code)).not.toContain('habitat');
    expect(par.sans.length + par.groupes.length).toBe(Object.keys(par.dimension.codes ?? {}).length);
  });

  it('tell what is known to be empty, and ateliers outside the national sessions, from the unknown', () => {
    const sites = [
      siteOf('a', { dossier: { types: [], dispositif: 'flash', session: null } }),
      siteOf('b', { dossier: { types: null, dispositif: 'national', session: null } }),
      siteOf('c', { dossier: { types: ['rural'], dispositif: 'national', session: 's' } }),
      siteOf('d', { tables: { principes: [{ visees: [] }, { visees: [] }] } }),
      siteOf('e', { tables: { principes: [{ visees: [] }, { visees: null }] } }),
    ];
    const of = (name: string) => parDimension(comparing(sites), named(name), byCode);
    expect(of('types').groupes.map(({ valeur }) => valeur.code)).toEqual(['rural', 'aucun']);
    expect(of('session').groupes.map(({ valeur }) => valeur.code)).toEqual(['s', 'hors_session']);
    expect(of('session').inconnus.map(({ id }) => id)).toEqual(['b', 'd', 'e']);
    expect(of('visees').groupes).toMatchObject([{ valeur: { code: 'aucun' }, sites: [{ id: 'd' }] }]);
  });

  it('count sites without a dossier in the session that announced them', () => {
    const sessions = [{ id: 's', session: { titre: 'Littoraux', sites_annonces: 4 } }];
    const sites = [siteOf('a', { dossier: { session: 's' } })];
    const par = parDimension({ sites, sessions, total: 4 }, named('session'), byCode);
    expect(par.groupes).toMatchObject([{ valeur: { libelle: { fr: 'Littoraux' } }, sansDossier: 3 }]);
    expect(par).toMatchObject({ connus: 4, sur: 4, sansDossier: 0 });
  });

  it('are never more for one fact less, and none is lost', () => {
    const asked = ['types', 'niveau', 'enjeux', 'visees', 'ressources', 'dispositif', 'session'].map(named);
    const counts = (sites: readonly Site[], dimension: Dimension) =>
      parDimension(comparing(sites, 2), dimension, byCode);
    fc.assert(
      fc.property(anySites, fc.nat(), fc.constantFrom(...asked), (sites, at, dimension) => {
        const before = counts(sites, dimension);
        const poorer = sites.map((site, index) => (index === at % sites.length ? silenced(site, dimension) : site));
        const after = counts(poorer, dimension);
        expect(after.connus).toBeLessThanOrEqual(before.connus);
        for (const { valeur, sites: own } of after.groupes) {
          const was = before.groupes.find((group) => group.valeur.code === valeur.code)?.sites.length ?? 0;
          expect(own.length).toBeLessThanOrEqual(was);
        }
        const seen = new Set([...after.groupes.flatMap((group) => group.sites), ...after.inconnus].map(({ id }) => id));
        expect([seen.size, after.connus + after.inconnus.length + after.sansDossier]).toEqual([
          sites.length,
          after.sur,
        ]);
      }),
    );
  });
});

/** The same site without one fact: in its first row the cell is unknown. */
function silenced(site: Site, { table, colonne }: Dimension): Site {
  if (table === 'dossiers') return { ...site, dossier: { ...site.dossier, [colonne]: null } };
  const [first, ...rest] = site.rows(table);
  const rows = first === undefined ? [] : [{ ...first, [colonne]: null }, ...rest];
  return { ...site, rows: (name) => (name === table ? rows : site.rows(name)) };
}

describe('a grid in the terminal', () => {
  const plain = new Chalk({ level: 0 });
  const widest = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].length));

  it('loses no word and never passes the width, however long the words are', () => {
    const long = 'Communauté-d’agglomération '.repeat(12).trim();
    for (const columns of [80, 120]) {
      for (const count of [1, 2, 4, 9]) {
        const noms = Array.from({ length: count }, (_, at) => `${long} ${at}`);
        const faits = [
          { titre: 'Titre', de: noms.map(() => 'a'.repeat(300)) },
          { titre: 'Types de territoire', de: noms.map(() => null) },
        ];
        const text = besideText({ noms, faits, note: 'note' }, { langue: 'fr', colour: plain, columns });
        expect(widest(text)).toBeLessThanOrEqual(columns);
        expect(text.match(/a/g)?.length).toBeGreaterThanOrEqual(300 * count);
        expect(text.match(/inconnu/g)).toHaveLength(count);
      }
    }
  });

  it('keeps words whole where there is room, and obeys no control character', () => {
    const rows = [[{ text: 'Quartier, bourg ou village' }, { text: 'un \u001b[31mdeux\u202e trois' }]];
    const lines = gridLines({ rows }, 24, plain);
    expect(lines.join(' ').split(/\s+/)).toEqual(expect.arrayContaining(['Quartier,', 'village']));
    for (const sign of ['\u001b', '\u202e']) expect(lines.join('')).not.toContain(sign);
  });

  it('dims what is unknown, where there are colours', () => {
    const colour = new Chalk({ level: 1 });
    expect(gridLines({ rows: [[{ text: 'inconnu', unknown: true }]] }, 80, colour)).toEqual([colour.dim('inconnu')]);
  });
});

describe('atelier compare', () => {
  it('puts the examples together by a column', async () => {
    const { code, out, err } = await atelier(['compare', '--by', 'enjeux'], national);
    expect(code).toBe(0);
    expect(spaced(out)).toBe(`Enjeux, thème

Centres et bourgs             2  Nozay · Sud des Landes
Friches                       1  Doullens
Habitat et logement           3  Nozay · Caen · Sud des Landes
Espaces publics               1  Caen
Foncier, étalement, ZAN       2  Sud des Landes · Doullens
Mobilités                     2  Caen · Sud des Landes
Services et commerces         1  Caen
Tourisme                      1  Sud des Landes
Agriculture et alimentation   1  Caen
Grande infrastructure         1  Sud des Landes
inconnu                      10  10 sites annoncés, sans dossier ici

Aucun dossier connu : Entrées de ville et zones commerciales · Paysages et patrimoine · Économie
productive, emploi, ESS · Solidarités et vie citoyenne · Eau · Biodiversité et sols · Énergie et
carbone · Adaptation au changement climatique · Risques naturels, technologiques, miniers · Littoral
et trait de côte · Coopération entre territoires

4 connus sur 14.
Un dossier qui a plusieurs valeurs compte une fois dans chacune.
`);
    expect(err).toBe('Les plus proches d’un dossier, et pourquoi : atelier similar <dossier>\n');
  });

  it('puts four side by side in columns, within 80 and 120 columns, with colours or without', async () => {
    for (const columns of [80, 120]) {
      for (const env of [{}, { FORCE_COLOR: '1' }]) {
        const out = await shownAt(columns, env);
        const lines = stripVTControlCharacters(out).split('\n');
        expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
        expect(lines[0]?.trim().split(/ {2,}/)).toEqual(['Nozay', 'Caen', 'Sud des Landes', 'Doullens']);
        expect(lines.find((line) => line.startsWith('Situations'))?.match(/inconnu/g)).toHaveLength(4);
        expect(lines.at(-2)).toBe('4 dossiers sur 14 sites, annoncés compris.'.replace('4 ', '4\u00a0'));
      }
    }
  });

  it('puts more one below the other, each with its identifier', async () => {
    const folder = freshFolder(national);
    cpSync(join(folder, 'dossiers/nozay'), join(folder, 'dossiers/copie'), { recursive: true });
    const file = join(folder, 'dossiers/copie/dossier.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('id: nozay', 'id: copie'));
    const { out } = await atelier(['compare'], folder);
    const ids = ['Identifiant', 'caen-metropole', 'copie', 'doullens-sueur', 'nozay', 'sud-des-landes'];
    for (const id of ids) expect(out).toContain(id);
    expect(out).toContain('5\u00a0dossiers sur 14 sites');
    const { out: md } = await atelier(['compare', '--format', 'md'], folder);
    expect(md.split('\n')[0]).toMatch(/^\| Dossier \| Titre \| Dispositif \|/);
  });

  it('has one shape as JSON, side by side and put together', async () => {
    const beside = JSON.parse((await atelier(['compare', '--format', 'json'], national)).out);
    expect(Object.keys(beside)).toEqual(['version', 'dossiers', 'sur', 'faits']);
    expect(beside.dossiers[0]).toEqual({ id: 'nozay', nom: 'Nozay', groupe: expect.anything() });
    const fact = (nom: string) => beside.faits.find((one: { nom: string }) => one.nom === nom);
    expect(fact('niveau')).toMatchObject({
      table: 'dossiers',
      colonne: 'niveau',
      de: { nozay: [{ code: 'intercommunale', libelle: 'Un EPCI' }] },
    });
    expect(fact('initiatives')).toMatchObject({ colonne: null, de: { 'doullens-sueur': 2, nozay: null } });
    const { out } = await atelier(['compare', '--by', 'visees', '--format', 'json', '--lang', 'en'], national);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      par: { table: 'principes', colonne: 'visees', titre: 'Principles, aims' },
      connus: 1,
      sur: 14,
      plusieurs: true,
      groupes: ['Development', 'Transition', 'Sobriety'].map((libelle) => ({
        code: expect.any(String),
        libelle,
        dossiers: ['nozay'],
        sans_dossier: 0,
      })),
      sans: [],
      inconnus: { dossiers: ['caen-metropole', 'sud-des-landes', 'doullens-sueur'], sans_dossier: 10 },
      noms: expect.objectContaining({ nozay: 'Nozay', 'doullens-sueur': 'Doullens' }),
    });
  });

  it('writes CSV as the dataset does, and tables of Markdown', async () => {
    const csv = (await atelier(['compare', '--by', 'regions', '--format', 'csv'], national)).out;
    expect(csv).toBe(
      'code,libelle,dossier,nom\n28,Normandie,caen-metropole,Caen\n32,Hauts-de-France,doullens-sueur,Doullens\n52,Pays de la Loire,nozay,Nozay\n75,Nouvelle-Aquitaine,sud-des-landes,Sud des Landes\n',
    );
    const beside = (await atelier(['compare', '--format', 'csv'], national)).out.split('\n');
    expect(beside[0]).toMatch(/^id,nom,groupe,titre,dispositif,.*,enjeux_theme,.*,nb_initiatives,/);
    expect(beside[1]).toContain(',periurbain|rural,');
    const md = spaced((await atelier(['compare', '--by', 'session', '--format', 'md'], national)).out);
    expect(md).toBe(`| Session | Nombre | Dossiers |
| --- | --- | --- |
| Mieux vivre ensemble dans le périurbain | 5 | Nozay · Caen · 3 sites annoncés, sans dossier ici |
| Amplifier la transition écologique avec les territoires | 8 | Sud des Landes · 7 sites annoncés, sans dossier ici |
| Hors session nationale | 1 | Doullens |

14 connus sur 14.
`);
  });

  it('proposes the nearest column of a wrong one, with those there are', async () => {
    const { code, out, err } = await atelier(['compare', '--by', 'vizees'], national);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^erreur : --by ne connaît pas « vizees » : dispositif, session, .*\n {2}vouliez-vous dire visees \?\n$/,
    );
    const several = await atelier(['compare', '--by', 'type', '--lang', 'en'], national);
    expect(several.err).toMatch(/^error: --by: “type” is in several tables; say which: .*ressources\.type/);
  });

  it('refuses flags that do not go together, and says when nothing may be published', async () => {
    const folder = freshFolder();
    for (const more of [
      ['--by', 'types'],
      ['--format', 'json'],
    ]) {
      const { code, err } = await atelier(['compare', national, '--to', 'html', ...more], folder);
      expect([code, err]).toEqual([2, expect.stringContaining(`${more[0]} est pour le terminal`)]);
    }
    expect((await atelier(['compare', '--figures', ' '], national)).code).toBe(2);
    const none = await atelier(['compare', '--public'], national);
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toContain('- `nozay`');
    expect(none.err).toContain('aucun dossier qui puisse être publié');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that one dossier is alone, and compares those that are named', async () => {
    const one = await atelier(['compare', 'dossiers/nozay', '--format', 'json'], national);
    expect(one.err).toBe('Un seul dossier : il n’y a rien à mettre à côté.\n');
    expect(JSON.parse(one.out).dossiers).toHaveLength(1);
    const two = await atelier(['compare', 'dossiers/nozay', 'dossiers/caen-metropole', '--format', 'json'], national);
    expect(JSON.parse(two.out).dossiers).toHaveLength(2);
    const session = await atelier(['compare', '--session', 'transition-2019', '--format', 'json'], national);
    expect(JSON.parse(session.out)).toMatchObject({ dossiers: [{ id: 'sud-des-landes' }], sur: 8 });
  });

  it('leaves out dossiers with errors when asked to', async () => {
    const folder = freshFolder(national);
    mkdirSync(join(folder, 'dossiers/faux'));
    writeFileSync(join(folder, 'dossiers/faux/dossier.yaml'), 'format: 1\nid: faux\ntitre: Faux\ndispositif: rien\n');
    expect(await atelier(['compare', '--by', 'types'], folder)).toMatchObject({ code: 1, out: '' });
    const kept = await atelier(['compare', '--by', 'types', '--keep-going'], folder);
    expect([kept.code, kept.out.includes('Rural')]).toEqual([1, true]);
  });
});

/** What `compare` shows on a terminal of that width. */
async function shownAt(columns: number, env: Readonly<Record<string, string>>): Promise<string> {
  let out = '';
  await run(['compare'], {
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    input: inputOf(''),
    cwd: national,
    env,
    columns,
    interactive: false,
    stdinIsTerminal: false,
    stdoutIsTerminal: true,
    stderrIsTerminal: false,
    now: () => 0,
  });
  return out;
}
