import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPaths, usable } from '../src/commands/prepare.ts';
import { cellText, csvOf } from '../src/compile/dataset/csv.ts';
import { documentsOf } from '../src/compile/dataset/documents.ts';
import { type Cell, rowsOf } from '../src/compile/dataset/rows.ts';
import type { OutputFile } from '../src/model/output.ts';
import { tableOf, tables } from '../src/schema/columns.ts';
import { validatorOf } from '../src/schema/validators.ts';
import { bare, full, perimetre, perimetres, secrets, session, workspace } from './dataset-cases.ts';
import { written } from './dataset-written.ts';

/** Both are CommonJS of before types. */
const require = createRequire(import.meta.url);
const { Package } = require('datapackage') as { Package: { load(path: string): Promise<Loaded> } };
const { Table } = require('tableschema') as {
  Table: {
    load(
      path: string,
      options: { schema: unknown },
    ): Promise<{ read(options: { keyed: true }): Promise<readonly Record<string, unknown>[]> }>;
  };
};
interface Loaded {
  readonly valid: boolean;
  readonly errors: readonly Error[];
  readonly resources: readonly {
    readonly name: string;
    readonly descriptor: { readonly schema: unknown };
    readonly headers: readonly string[];
    read(options?: { relations?: boolean }): Promise<readonly unknown[]>;
    checkRelations(): Promise<boolean>;
  }[];
}
interface Descriptor {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly type: string;
        readonly constraints?: { readonly enum?: readonly string[] };
      }[];
      readonly primaryKey?: readonly string[];
      readonly uniqueKeys?: readonly (readonly string[])[];
      readonly foreignKeys?: readonly { readonly fields: readonly string[] }[];
    };
  }[];
  readonly [key: string]: unknown;
}

const folder = mkdtempSync(join(tmpdir(), 'atelier-dataset-'));
const files = write(await written(workspace, perimetres, { date: '2026-11-23' }), folder);
afterAll(() => rmSync(folder, { recursive: true }));

function write(made: Iterable<OutputFile>, where: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { path, bytes } of made) {
    mkdirSync(dirname(join(where, path)), { recursive: true });
    writeFileSync(join(where, path), bytes);
    texts.set(path, String(bytes));
  }
  return texts;
}

/** The rows of a table as records of cells. */
function records(name: string): readonly Readonly<Record<string, Cell>>[] {
  const table = tableOf(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return [...rowsOf(table, documentsOf(workspace, perimetres))].map((row) =>
    Object.fromEntries(table.columns.map((column, at) => [column.name, row[at] ?? null])),
  );
}

type Read = readonly Record<string, unknown>[];
const known = new Map<string, Promise<Read>>();

/** The rows of a table as `tableschema` reads them from disk. */
function readBack(name: string, where: string): Promise<Read> {
  const path = join(where, `${name}.csv`);
  const found = known.get(path) ?? read(name, where, path);
  known.set(path, found);
  return found;
}

async function read(name: string, where: string, path: string): Promise<Read> {
  const { resources } = await Package.load(join(where, 'datapackage.json'));
  const schema = resources.find((one) => one.name === name)?.descriptor.schema;
  return (await Table.load(path, { schema })).read({ keyed: true });
}

describe('the cases of this test', () => {
  it('are valid dossiers', () => {
    const parts = [
      [validatorOf('dossier'), full.dossier],
      [validatorOf('dossier'), bare.dossier],
      [validatorOf('territoire'), full.territoire],
      [validatorOf('echelle'), full.echelle],
      [validatorOf('acteurs'), full.acteurs],
      [validatorOf('debats'), full.debats],
      [validatorOf('vision'), full.vision?.data],
      [validatorOf('feuille-de-route'), full.feuilleDeRoute],
      [validatorOf('enseignements'), full.enseignements],
      [validatorOf('relectures'), full.relectures],
      [validatorOf('session'), session.session],
      [validatorOf('jury'), session.jury],
      [validatorOf('perimetre'), perimetre],
      ...full.principes.map(({ data }) => [validatorOf('principe'), data] as const),
      ...full.initiatives.map(({ data }) => [validatorOf('initiative'), data] as const),
      ...full.seances.map(({ data }) => [validatorOf('seance'), data] as const),
    ] as const;
    for (const [validate, data] of parts) expect(validate(data) || validate.errors).toBe(true);
  });

  it('fill every table', () => {
    const unused = tables()
      .filter(({ name }) => records(name).length === 0)
      .map(({ name }) => name);
    expect(unused).toEqual([]);
  });
});

describe.each([
  ['by hand', async (): Promise<string> => folder],
  ['of the national example', example],
] as const)('the dataset %s', (_, place) => {
  let where = '';
  let loaded: Loaded;
  beforeAll(async () => {
    where = await place();
    loaded = await Package.load(join(where, 'datapackage.json'));
  });

  it('has a descriptor that readers of v1 find valid', () => {
    expect(loaded.errors).toEqual([]);
    expect(loaded.valid).toBe(true);
    expect(loaded.resources.map(({ name }) => name)).toEqual([...tables().map(({ name }) => name), 'dictionnaire']);
  });

  it('has tables that match it: types, codes, keys; foreign keys join', async () => {
    for (const resource of loaded.resources) {
      await resource.read();
      expect(await resource.checkRelations(), resource.name).toBe(true);
      const columns = tableOf(resource.name)?.columns.map(({ name }) => name);
      if (resource.name === 'dictionnaire') expect(resource.headers).toContain('colonne');
      else expect(resource.headers, resource.name).toEqual(columns);
    }
  });

  it('has references that join, those of several columns and several values too', async () => {
    const read = new Map(
      await Promise.all(tables().map(async ({ name }) => [name, await readBack(name, where)] as const)),
    );
    let checked = 0;
    for (const { name, columns } of tables()) {
      for (const { name: column, type, refersTo } of columns) {
        if (refersTo === null) continue;
        const there = new Set(
          read.get(refersTo.table)?.map((row) => refersTo.fields.map((field) => row[field]).join('/')),
        );
        for (const row of read.get(name) ?? []) {
          // The sources of a session are in no table yet.
          if (row[column] === null || (refersTo.columns.includes('dossier') && row.dossier === null)) continue;
          const values = type === 'list' ? String(row[column]).split('|') : [row[column]];
          for (const value of values) {
            const key = refersTo.columns.map((one) => (one === column ? value : row[one])).join('/');
            expect(there, `${name}.${column}`).toContain(key);
            checked += 1;
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(30);
  });

  it('has origins that are there', async () => {
    for (const name of ['financements', 'indicateurs', 'participation']) {
      for (const { origine, origine_id, dossier } of await readBack(name, where)) {
        const table = {
          session: 'sessions',
          initiative: 'initiatives',
          secteur: 'secteurs',
          suite: 'suites',
          seance: 'seances',
        }[String(origine)];
        const ids = (await readBack(table ?? 'dossiers', where))
          .filter((row) => (row.dossier ?? dossier) === dossier)
          .map(({ id }) => id);
        expect(ids, name).toContain(origine_id);
      }
    }
  });
});

async function example(): Promise<string> {
  const [checked] = checkPaths(['examples/national'], process.cwd());
  if (checked === undefined) throw new Error('no example');
  const { workspace, perimetres } = usable(checked);
  const where = mkdtempSync(join(folder, 'national-'));
  write(await written(workspace, perimetres), where);
  return where;
}

describe('the readers of this test', () => {
  it.each([
    ['a foreign key that leads nowhere', 'dossiers', /lisieres-2026/],
    ['a code of no list', 'dossiers', /\bnational\b/],
    ['a number that is none', 'secteurs', /5000/],
    ['a key that comes twice', 'suites', /suite,contrat/],
  ] as const)('see %s', async (_, name, sound) => {
    const where = mkdtempSync(join(folder, 'broken-'));
    const spoilt = name === 'suites' ? 'antecedent,plan' : 'nulle-part';
    const made = [...files].map(([path, text]) => ({
      path,
      bytes: path === `${name}.csv` ? text.replace(sound, spoilt) : text,
    }));
    write(made, where);
    const resource = (await Package.load(join(where, 'datapackage.json'))).resources.find((one) => one.name === name);
    await expect(resource?.read().then(() => resource.checkRelations())).rejects.toThrow();
  });
});

describe('the descriptor', () => {
  const descriptor: Descriptor = JSON.parse(files.get('datapackage.json') ?? '');

  it('has the keys of v2, and those of v1 beside them', () => {
    expect(descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      profile: 'tabular-data-package',
      created: '2026-11-23T00:00:00Z',
      licenses: [{ name: 'etalab-2.0' }],
      sources: [
        { title: 'Code officiel géographique 2026 (Insee)' },
        { title: 'Composition des EPCI à fiscalité propre 2025 (Insee, DGCL)' },
        { title: 'Population municipale 2023 (Insee)' },
      ],
    });
    for (const { name, path, ...rest } of descriptor.resources) {
      expect(path).toBe(`${name}.csv`);
      expect(rest).toMatchObject({ type: 'table', format: 'csv', encoding: 'utf-8', schema: { missingValues: [''] } });
    }
  });

  it('gives each table its key; one that may be half empty is no primary key', () => {
    const keys = Object.fromEntries(
      descriptor.resources.map(({ name, schema }) => [name, schema.primaryKey ?? schema.uniqueKeys?.[0]]),
    );
    const own = Object.fromEntries(tables().map(({ name, key }) => [name, key]));
    expect(keys).toEqual({ ...own, dictionnaire: ['table', 'colonne'] });
    expect(descriptor.resources.filter(({ schema }) => !schema.primaryKey).map(({ name }) => name)).toEqual([
      'financements',
    ]);
  });

  it('joins every table of dossiers to dossiers, and dossiers to sessions that are there', async () => {
    const foreign = (made: Descriptor, name: string) =>
      made.resources.find((one) => one.name === name)?.schema.foreignKeys;
    for (const { name } of tables().filter(({ single }) => !single)) {
      expect(foreign(descriptor, name), name).toContainEqual({
        fields: ['dossier'],
        reference: { resource: 'dossiers', fields: ['id'] },
      });
    }
    const toSession = { fields: ['session'], reference: { resource: 'sessions', fields: ['id'] } };
    expect(foreign(descriptor, 'dossiers')).toEqual([toSession]);
    const alone = (await written({ dossiers: [full], sessions: [] }, perimetres)).find(
      ({ path }) => path === 'datapackage.json',
    );
    expect(foreign(JSON.parse(String(alone?.bytes)), 'dossiers')).toBeUndefined();
  });

  it('says where a reference of two columns leads, though one may be empty', () => {
    const porteur = descriptor.resources
      .find(({ name }) => name === 'initiatives')
      ?.schema.fields.find(({ name }) => name === 'porteur');
    expect(porteur).toMatchObject({
      refersTo: { fields: ['dossier', 'porteur'], resource: 'acteurs', referenceFields: ['dossier', 'id'] },
    });
  });

  it('bears no date of its own', async () => {
    const texts = (await written(workspace, perimetres))
      .filter(({ path }) => !path.endsWith('.csv'))
      .map(({ bytes }) => String(bytes));
    expect(texts.join()).not.toMatch(/"created"|Fait le/);
  });
});

describe('cells', () => {
  it('keep codes as they are typed, without their name', async () => {
    const [row] = (await readBack('suites', folder)).filter(({ id }) => id === 'contrat');
    expect(row).toMatchObject({
      communes: '01001|2A004',
      dossier: 'val-vert',
      montant: 1_500_000,
      montant_approche: true,
      deduit: true,
    });
    expect((await readBack('perimetres', folder)).map(({ code_saisi }) => code_saisi)).toEqual([
      '01001',
      '01001',
      '2A004',
    ]);
    expect((await readBack('acteurs', folder))[0]).toMatchObject({ code: '244400537' });
  });

  it('are empty where nothing is known, and false where it is known', () => {
    expect(records('dossiers').find(({ id }) => id === 'autre-val')).toEqual({
      ...Object.fromEntries((tableOf('dossiers')?.columns ?? []).map(({ name }) => [name, null])),
      ...{ id: 'autre-val', titre: 'Autre val', dispositif: 'flash', phase: 'cadrage' },
      ...{ cog_annee: 2026, epci_annee: 2025, population_annee: 2023 },
    });
    expect(records('enseignements')).toMatchObject([{ transferable: false, deduit: null }]);
    expect(records('dossiers').find(({ id }) => id === 'val-vert')).toMatchObject({
      franchit_epci: false,
      fictif: true,
      retrospectif: null,
    });
    expect(records('financements').map(({ montant, montant_approche }) => [montant, montant_approche])).toEqual([
      [90000, false],
      [null, null],
      [20000.5, false],
      [30000, true],
      [300000, false],
    ]);
  });

  it('tell a list known to be empty from one of which nothing is known', () => {
    const [known] = records('dossiers').filter(({ id }) => id === 'val-vert');
    expect(known).toMatchObject({
      dynamiques: [],
      situations: null,
      apports: ['sortir_de_blocage', 'nourrir_planification'],
      programmes: ['pvd', 'crte'],
    });
    expect([known?.dynamiques, known?.situations].map((cell) => cellText(cell ?? null))).toEqual(['aucun', '']);
  });

  it('do not take a part of a perimeter for the whole', () => {
    const partly = new Map([
      ['val-vert', { ...perimetre, inconnus: [{ code_saisi: '00000', genre: 'commune' as const }] }],
    ]);
    const table = tableOf('dossiers');
    const row = table && [...rowsOf(table, documentsOf({ dossiers: [full], sessions: [] }, partly))][0];
    const cells = Object.fromEntries((table?.columns ?? []).map(({ name }, at) => [name, row?.[at]]));
    expect(cells).toMatchObject({
      nb_communes: null,
      population: null,
      franchit_epci: null,
      franchit_region: true,
      departements: ['01', '2A'],
    });
  });

  it('say where rows of several homes come from', () => {
    expect(
      records('indicateurs').map((row) => [
        row.origine,
        row.origine_id,
        row.rang,
        row.rang_parent,
        row.lecture,
        row.titre,
        row.valeur,
      ]),
    ).toEqual([
      ['suite', 'contrat', 1, null, 'principale', 'Logements vacants', 8],
      ['suite', 'contrat', 2, 1, 'autre', 'Logements vacants', 6],
      ['suite', 'contrat', 3, 1, 'autre', 'Logements vacants', 7],
      ['suite', 'contrat', 4, null, 'principale', 'Solde', -3],
      ['territoire', 'val-vert', 1, null, 'principale', 'Emplois', 1200],
      ['territoire', 'val-vert', 2, 1, 'autre', 'Emplois', 1100],
      ['territoire', 'val-vert', 3, 1, 'comparaison', 'Emplois', 61000],
      ['secteur', 'gare', 1, null, 'principale', 'Quais', 2],
    ]);
    // What another source says of a figure is its own: neither unit, year nor sources pass from one to the other.
    expect(records('indicateurs').map(({ unite }) => unite)).toEqual([
      'logements',
      null,
      null,
      null,
      'emplois',
      null,
      'emplois',
      null,
    ]);
    // A comparison is of the same measure: it is read without the row around.
    expect(records('indicateurs').at(-2)).toMatchObject({
      ...{ unite: 'emplois', annee: 2021, agregat: 'somme', communes_connues: null, communes_total: null },
      ...{
        comparaison_niveau: 'departement',
        comparaison_code: '2A',
        comparaison_nom: 'Corse-du-Sud',
        sources: ['s1'],
      },
    });
    expect(
      records('financements').map(({ dossier, origine, origine_id, rang }) => [dossier, origine, origine_id, rang]),
    ).toEqual([
      ['val-vert', 'dossier', 'val-vert', 1],
      ['val-vert', 'dossier', 'val-vert', 2],
      ['val-vert', 'suite', 'contrat', 1],
      ['val-vert', 'initiative', 'halle', 1],
      [null, 'session', 'lisieres-2026', 1],
    ]);
    expect(
      records('participation').map(({ origine, seance, public: counted, nombre, nombre_approche, type }) => [
        origine,
        seance,
        counted,
        nombre,
        nombre_approche,
        type,
      ]),
    ).toEqual([
      ['demarche', 'lancement', null, 60, true, 'reunion_publique'],
      ['demarche', null, null, null, null, 'jeu_maquette'],
      ['seance', 'lancement', 'habitants', 20, true, null],
      ['seance', 'lancement', 'total', 60, false, null],
    ]);
    expect(records('debats').map(({ type, id }) => `${type}/${id}`)).toEqual([
      'convergence/lien',
      'controverse/lien',
      'piste/navette',
    ]);
    expect(records('suites').map(({ sens, debut, debut_annee }) => [sens, debut, debut_annee])).toEqual([
      ['antecedent', '2012', 2012],
      ['suite', null, null],
    ]);
  });

  it('survive CSV: quotes, line ends, formulas, bars', async () => {
    expect((await readBack('dossiers', folder))[1]).toMatchObject({ titre: 'Le « Val, vert » dit "le val"' });
    expect((await readBack('enjeux', folder))[0]).toMatchObject({ texte: 'Ligne une.\n\n- « deux », "trois"' });
    expect((await readBack('livrables', folder))[0]).toMatchObject({ titre: '=SUM(A1)' });
    expect((await readBack('sessions', folder))[0]).toMatchObject({
      pilotes: 'DGALN \\| AD1|AMO \\\\ nationale',
      sites_annonces: 5,
    });
    const table = tableOf('axes');
    expect(table && csvOf(table, [['d', 'a', 'un\rdeux', null, null]])).toBe(
      'dossier,id,titre,sources,deduit\nd,a,"un\rdeux",,\n',
    );
  });
});

describe('the files', () => {
  it('are UTF-8 without mark, with line feeds, one a table', () => {
    const names = tables().map(({ name }) => name);
    expect([...files.keys()]).toEqual([
      ...names.map((name) => `${name}.csv`),
      ...names.map((name) => `schemas/${name}.json`),
      'dictionnaire.csv',
      'datapackage.json',
      'README.md',
    ]);
    for (const [path, text] of files) {
      expect(text.startsWith('\ufeff'), path).toBe(false);
      expect(text.includes('\r'), path).toBe(false);
      expect(text.endsWith('\n'), path).toBe(true);
    }
  });

  it('hold no person, no mark of the jury, no review', () => {
    const given = JSON.stringify([workspace]);
    for (const secret of secrets) {
      expect(given).toContain(secret);
      for (const [path, text] of files) expect(text, path).not.toContain(secret);
    }
  });

  it('are in the language asked for, names and codes apart', async () => {
    const english = new Map(
      (await written(workspace, perimetres, { langue: 'en' })).map(({ path, bytes }) => [path, String(bytes)]),
    );
    for (const [path, text] of files) if (path.endsWith('.csv')) expect(english.get(path)).toBe(text);
    expect(english.get('README.md')).toContain('**An empty cell is an unknown value**');
    expect(english.get('README.md')).not.toMatch(/[Uu]ne ligne|Renvoie|Unité/);
    expect(english.get('datapackage.json')).toContain('One row a workshop.');
  });

  it('have a README that tells each table, column and code', () => {
    const text = files.get('README.md') ?? '';
    for (const { name, columns } of tables()) {
      expect(text).toContain(`| \`${name}.csv\` | ${records(name).length} |`);
      for (const column of columns) expect(text).toContain(`| \`${column.name}\` |`);
    }
    expect(text).toMatch(/Dossiers fictifs\s: 1/);
    expect(text).toMatch(/Fait le 23\snovembre 2026\./);
    expect(text).not.toMatch(/\{\w+\}|undefined|\.\. /);
  });
});
