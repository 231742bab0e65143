import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { datapackage } from '../src/compile/dataset/datapackage.ts';
import { dictionaryFile, dictionaryRows } from '../src/compile/dataset/dictionary.ts';
import { csvFiles, type DataFile, dictionaryPath } from '../src/compile/dataset/files.ts';
import { schemaFiles } from '../src/compile/dataset/table-schema.ts';
import { tables } from '../src/schema/columns.ts';
import { perimetres, workspace } from './dataset-cases.ts';
import { made, madeOfExample } from './dataset-made.ts';

/** Both are CommonJS of before types. */
const require = createRequire(import.meta.url);
const { Package } = require('datapackage') as { Package: { load(path: string): Promise<Loaded> } };
const tableschema = require('tableschema') as {
  Schema: { load(descriptor: unknown): Promise<{ valid: boolean; errors: readonly Error[] }> };
  Table: { load(path: string, options: { schema: string }): Promise<{ read(): Promise<readonly unknown[]> }> };
};
interface Loaded {
  readonly valid: boolean;
  readonly errors: readonly Error[];
  readonly resources: readonly {
    readonly name: string;
    readonly tabular: boolean;
    read(): Promise<readonly unknown[]>;
    checkRelations(): Promise<boolean>;
  }[];
}

const all = tables();
const sum = 'ab'.repeat(32);
const files: readonly DataFile[] = [
  ...csvFiles(all).map((file) => ({ ...file, bytes: 12, sha256: sum })),
  { path: dictionaryPath, format: 'csv', table: null },
  { path: 'donnees.xlsx', format: 'xlsx', table: null, bytes: 7, sha256: sum },
  { path: 'donnees.ods', format: 'ods', table: null },
  { path: 'perimetres.geojson', format: 'geojson', table: null },
  ...all.flatMap(({ name }) =>
    ['lisieres-2026', 'hors_session'].map((session): DataFile => {
      return { path: `parquet/${name}/session=${session}/donnees.parquet`, format: 'parquet', table: name };
    }),
  ),
];
const example = madeOfExample({ date: '2026-11-23', public: true });
const byHand = made(workspace, perimetres, { date: '2026-11-23' });

const folder = mkdtempSync(join(tmpdir(), 'atelier-described-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(where: string, texts: Iterable<readonly [path: string, text: string]>): void {
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(where, path)), { recursive: true });
    writeFileSync(join(where, path), text);
  }
}

const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync('test/fixtures/datapackage-v2.schema.json', 'utf8')),
);
const isSchema = new Ajv2020({ allErrors: true })
  .addSchema(JSON.parse(readFileSync('test/fixtures/datapackage-v2.schema.json', 'utf8')), 'v2')
  .compile({ $ref: 'v2#/$defs/schema' });

describe.each([
  ['by hand', byHand],
  ['of the national example', example],
] as const)('the descriptor of all formats, %s', (name, { about, csv }) => {
  const where = join(folder, name.replaceAll(' ', '-'));
  write(where, [
    ...csv,
    ['datapackage.json', datapackage(all, about, files)],
    [dictionaryPath, String(dictionaryFile(all).bytes)],
    ...schemaFiles(all, about).map(({ path, bytes }) => [path, String(bytes)] as const),
  ]);

  it('has the keys of v2 and no others', () => {
    const descriptor: unknown = JSON.parse(datapackage(all, about, files));
    expect(validate(descriptor) || validate.errors).toBe(true);
    const csvOnly: unknown = JSON.parse(datapackage(all, about));
    expect(validate(csvOnly) || validate.errors).toBe(true);
  });

  it('is read by tools of v1: the tables with their schemas, the other formats as files', async () => {
    const loaded = await Package.load(join(where, 'datapackage.json'));
    expect(loaded.errors).toEqual([]);
    expect(loaded.valid).toBe(true);
    const tabular = loaded.resources.slice(0, all.length + 1);
    expect(tabular.map((resource) => resource.name)).toEqual([...all.map((table) => table.name), 'dictionnaire']);
    for (const resource of tabular) {
      await resource.read();
      expect(await resource.checkRelations(), resource.name).toBe(true);
    }
    expect(loaded.resources.slice(all.length + 1).map((resource) => resource.name)).toEqual([
      'donnees-xlsx',
      'donnees-ods',
      ...all.map((table) => `${table.name}-parquet`),
      'perimetres-geojson',
    ]);
  });

  it('has a schema a table that tools of v1 check it with, the same as inside', async () => {
    const { resources } = JSON.parse(datapackage(all, about, files)) as {
      resources: readonly { name: string; schema?: Readonly<Record<string, unknown>> }[];
    };
    for (const { path, bytes } of schemaFiles(all, about)) {
      const schema = JSON.parse(String(bytes)) as Readonly<Record<string, unknown>>;
      expect(isSchema(schema) || isSchema.errors, path).toBe(true);
      expect((await tableschema.Schema.load(schema)).errors, path).toEqual([]);
      const inside = resources.find((resource) => `schemas/${resource.name}.json` === path)?.schema;
      expect(schema).toMatchObject(inside ?? { none: path });
      const table = await tableschema.Table.load(join(where, path.replace('schemas/', '').replace('.json', '.csv')), {
        schema: join(where, path),
      });
      await table.read();
    }
  });
});

describe('the descriptor', () => {
  it('says in words and by a mark whether it is public', () => {
    const open = JSON.parse(datapackage(all, example.about));
    expect(open).toMatchObject({ diffusion: 'public', version: '2026.11.23' });
    expect(open.description).toContain('Données publiques');
    const internal = JSON.parse(datapackage(all, byHand.about));
    expect(internal.diffusion).toBe('interne');
    expect(internal.description).toContain('Usage interne');
  });

  it('bears no date, nor a version made of one, where none is given', () => {
    const { about } = made(workspace, perimetres);
    const texts = [datapackage(all, about, files), ...schemaFiles(all, about).map(({ bytes }) => String(bytes))];
    expect(texts.join('\n')).not.toMatch(/"created"|"lastModified"|"version": "20\d\d\./);
  });

  it('names sources with their address and years, outlines among them', () => {
    const contours = { drawn: 1, sources: [{ title: 'IGN Admin Express', version: '2018' }] };
    const { about } = made(workspace, perimetres, { contours });
    expect(JSON.parse(datapackage(all, about)).sources).toEqual([
      expect.objectContaining({ path: expect.stringMatching(/^https:/), version: '2026' }),
      expect.objectContaining({ path: expect.stringMatching(/^https:/), version: '2025' }),
      expect.objectContaining({ path: expect.stringMatching(/^https:/), version: '2023' }),
      contours.sources[0],
    ]);
  });

  it('gives a file its size and sum, and files of one table together', () => {
    const { resources } = JSON.parse(datapackage(all, byHand.about, files));
    const named = (name: string) => resources.find((one: { name: string }) => one.name === name);
    expect(named('acteurs')).toMatchObject({ bytes: 12, hash: `sha256:${sum}` });
    expect(named('acteurs-parquet').path).toEqual([
      'parquet/acteurs/session=hors_session/donnees.parquet',
      'parquet/acteurs/session=lisieres-2026/donnees.parquet',
    ]);
  });

  it('joins every table to its dossiers, and dossiers to sessions where all of these are there', () => {
    const keysOf = (about: typeof byHand.about): ReadonlyMap<string, readonly string[]> => {
      const { resources } = JSON.parse(datapackage(all, about)) as {
        resources: readonly {
          name: string;
          schema: { foreignKeys?: readonly { fields: readonly string[]; reference: { resource: string } }[] };
        }[];
      };
      return new Map(
        resources.map(({ name, schema }) => [
          name,
          (schema.foreignKeys ?? []).map(({ fields, reference }) => `${fields.join('+')} → ${reference.resource}`),
        ]),
      );
    };
    for (const { name } of all.filter(({ single }) => !single))
      expect(keysOf(byHand.about).get(name), name).toContain('dossier → dossiers');
    expect(keysOf(byHand.about).get('dossiers')).toEqual(['session → sessions']);
    expect(keysOf({ ...byHand.about, sessionsKnown: false }).get('dossiers')).toEqual([]);
  });

  it('is the same whatever the order of the files', () => {
    expect(datapackage(all, byHand.about, [...files].reverse())).toBe(datapackage(all, byHand.about, files));
  });
});

describe('a schema', () => {
  const version = (table: (typeof all)[number]) =>
    (JSON.parse(String(schemaFiles([table], byHand.about)[0]?.bytes)) as { version: string }).version;

  it('has another version when a column changes, and only then', () => {
    const [first] = all;
    if (first === undefined) throw new Error('no table');
    const other = { ...first, columns: first.columns.slice(0, -1) };
    const said = { ...first, title: { fr: 'Autrement', en: 'Otherwise' } };
    expect(version(other)).not.toBe(version(first));
    expect(version(said)).toBe(version(first));
  });

  it('gives examples that its own constraints allow', () => {
    let checked = 0;
    for (const { bytes } of schemaFiles(all, byHand.about)) {
      for (const { example: cell, constraints = {} } of JSON.parse(String(bytes)).fields) {
        if (cell === undefined) continue;
        if (constraints.enum) expect(constraints.enum).toContain(cell);
        if (constraints.pattern) expect(cell).toMatch(new RegExp(constraints.pattern));
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(40);
  });
});

const agreed = '../shared/codes.yaml';

describe.skipIf(!existsSync(agreed))('the codes (agreed on beside the project; skipped where absent)', () => {
  it('of every column are those agreed on, or of the dataset itself', () => {
    const lists: Record<string, Record<string, unknown>> = existsSync(agreed)
      ? parseYaml(readFileSync(agreed, 'utf8'))
      : {};
    const { categories = {}, publics = {} } = lists;
    const known: Record<string, readonly string[]> = {
      ...Object.fromEntries(Object.entries(lists).map(([name, codes]) => [name, Object.keys(codes)])),
      // A family's code may stand for its categories, and a session counts its total.
      categories: Object.entries(categories).flatMap(([family, codes]) => [family, ...Object.keys(codes as object)]),
      public_compte: [...Object.keys(publics), 'total'],
    };
    const others = all.flatMap((table) =>
      table.columns.flatMap(({ name, codes, role }) => {
        if (codes === null || role === 'origine' || role === 'valeur') return [];
        const list = known[codes.list ?? ''];
        if (list === undefined) return [`${table.name}.${name}`];
        expect(Object.keys(codes.labels), `${table.name}.${name}`).toEqual(list);
        return [];
      }),
    );
    // What is derived from the COG, and how figures are compared, is of the program.
    expect(others).toEqual([
      'perimetres.origine',
      'perimetres.statut',
      'indicateurs.comparaison_niveau',
      'indicateurs.agregat',
    ]);
  });
});

describe('the data dictionary', () => {
  const rows = parseCsv(String(dictionaryFile(all).bytes), { columns: true }) as readonly Record<string, string>[];

  it('has a row for each column of each table, in their order', () => {
    expect(rows.map(({ table, colonne }) => `${table}.${colonne}`)).toEqual(
      all.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)),
    );
    expect(new Set(dictionaryRows(all).map(({ length }) => length)).size).toBe(1);
  });

  it('says what a column is, in both languages, and where it comes from', () => {
    const row = rows.find(({ table, colonne }) => table === 'dossiers' && colonne === 'dispositif');
    expect(row).toMatchObject({
      ...{ type: 'string', titre: 'Dispositif', titre_en: 'Scheme', obligatoire: 'true', fichier: 'dossier.yaml' },
      ...{ codes: expect.stringContaining('national=Atelier national'), cle: 'dispositif' },
      codes_en: expect.stringContaining('national=National workshop'),
    });
    expect(rows.find(({ table, colonne }) => table === 'initiatives' && colonne === 'porteur')).toMatchObject({
      ...{ renvoie_a: 'acteurs', fichier: 'strategie/initiatives/*.md', cle: 'porteur' },
    });
    expect(rows.find(({ table, colonne }) => table === 'perimetres' && colonne === 'commune')?.fichier).toBe(
      '(calculé)',
    );
  });

  it('names as many files as keys', () => {
    for (const { fichier, cle, colonne } of rows)
      expect(fichier?.split('|').length, colonne).toBe(cle?.split('|').length);
  });
});
