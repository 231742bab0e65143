import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duckdb } from '../src/commands/query/find-duckdb.ts';
import { tables } from '../src/schema/columns.ts';
import { atelier, freshFolder } from './terminal.ts';

const national = resolve(import.meta.dirname, '../examples/national');
const asked = (sql: string, ...more: readonly string[]) => atelier(['query', sql, ...more], national);

describe('query', () => {
  it('answers from the tables of the dossiers, as a table, CSV or JSON', async () => {
    const sql = 'SELECT id, types, nb_communes, session IS NULL AS seul, population FROM dossiers ORDER BY nb_communes';
    const table = await asked(sql);
    expect(table.code).toBe(0);
    expect(table.out.split('\n').slice(0, 3)).toEqual([
      'id              types                 nb_communes  seul  population',
      '──────────────  ────────────────────  ───────────  ────  ──────────',
      expect.stringMatching(/^doullens-sueur {2}ville_moyenne_bourg {13}1 {2}oui {9}\d+$/),
    ]);
    expect(table.out).toMatch(/\n4\slignes\n$/);
    const csv = await asked(
      'SELECT id, types, moyens_etp FROM dossiers LEFT JOIN initiatives USING (id) ORDER BY id',
      '--format',
      'csv',
    );
    expect(csv.out.split('\n')[1]).toBe('caen-metropole,periurbain|littoral,');
    const json = JSON.parse((await asked(`${sql} LIMIT 1`, '--format', 'json')).out);
    expect(json.rows).toEqual([
      {
        id: 'doullens-sueur',
        types: ['ville_moyenne_bourg'],
        nb_communes: 1,
        seul: true,
        population: expect.any(Number),
      },
    ]);
  });

  it('has every table, with its columns', async () => {
    const found = JSON.parse((await asked('SHOW TABLES', '--format', 'json')).out);
    expect(found.rows.map(({ name }: { readonly name: string }) => name).sort()).toEqual(
      tables()
        .map(({ name }) => name)
        .sort(),
    );
  });

  it.each([
    ['another word than SQL', 'selec 1', /ce n’est pas du SQL : « selec », au signe 1/],
    ['a column that is none', 'SELECT titer FROM dossiers', /« titer », au signe 8 ; vouliez-vous dire « titre »/],
    ['a table that is none', 'SELECT * FROM dossier', /pas de table « dossier ».* « dossiers »/],
    ['a sum of text', 'SELECT sum(titre) FROM dossiers', /sum ne s’applique pas à du texte/],
    ['a column outside the groups', 'SELECT titre, count(*) FROM dossiers', /« titre » doit être dans GROUP BY/],
    ['a function that is none', 'SELECT somme(1)', /aucune fonction ne s’appelle « somme », au signe 8/],
    ['a text for a number', "SELECT id FROM dossiers WHERE population > 'x'", /« x » est un texte.*, au signe 44/],
    ['a quotation mark that is open', 'SELECT "titre FROM dossiers', /guillemets .*pas refermés/],
    ['lists in groups', 'SELECT unnest(types), count(*) FROM dossiers GROUP BY 1', /en deux temps : SELECT t/],
    ['two questions', 'SELECT 1; SELECT 2', /une seule question/],
    ['a table to be made', 'CREATE TABLE t AS SELECT 1', /ne fait que lire/],
    ['a table to be emptied', 'DELETE FROM dossiers', /ne fait que lire/],
    ['a file to be written', "COPY dossiers TO 'x.csv'", /n’ouvre aucun fichier/],
    ['a file to be read', "SELECT * FROM read_csv('atelier.yaml')", /n’ouvre aucun fichier/],
    ['a file as a table', "SELECT * FROM 'atelier.yaml'", /n’ouvre aucun fichier|pas de table/],
    ['a folder to be listed', "SELECT * FROM glob('*')", /n’ouvre aucun fichier/],
    ['a setting to be changed', 'SET enable_external_access = true', /ne fait que lire/],
    ['nothing', ' ', /attend une question/],
  ])('refuses %s', async (_, sql, said) => {
    const { code, out, err } = await asked(sql);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(said);
    // A parser's own sentence is not ours.
    expect(err).not.toMatch(/Error|LINE 1|syntax/);
  });

  it('reads the question from standard input', async () => {
    const { out } = await atelier(
      ['query', '-', '--format', 'csv'],
      national,
      {},
      'SELECT count(*) AS n\nFROM dossiers',
    );
    expect(out).toBe('n\n4\n');
  });

  it('leaves nothing behind, and takes only what is sound', async () => {
    const folder = freshFolder(national);
    const path = join(folder, 'dossiers/nozay/dossier.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^dispositif: .*$/m, 'dispositif: natoinal'));
    const before = readdirSync(folder, { recursive: true });
    const { code, out, err } = await atelier(
      ['query', 'SELECT count(*) AS n FROM dossiers', '--format', 'csv'],
      folder,
    );
    expect([code, out]).toEqual([1, 'n\n3\n']);
    expect(err).toContain('dossiers/nozay est laissé de côté');
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it('says how to install DuckDB where it is not', async () => {
    const folder = freshFolder();
    const broken = join(folder, 'node_modules/@duckdb/node-api');
    mkdirSync(broken, { recursive: true });
    await expect(duckdb([folder], [])).rejects.toMatchObject({
      text: { fr: expect.stringContaining('n’est pas installé') },
      hint: { fr: 'pour l’installer : npm install @duckdb/node-api' },
    });
  });
});
