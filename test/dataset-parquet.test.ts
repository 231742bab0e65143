import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText, csvOf } from '../src/compile/dataset/csv.ts';
import type { Cell, Row } from '../src/compile/dataset/rows.ts';
import type { ColumnType, Table } from '../src/schema/columns.ts';
import { nationalRows, parquetOf, tableOfTypes, trapRows } from './dataset-formats-sample.ts';

/** What DuckDB calls the types of columns in Parquet, and in CSV, where a date and a list are text. */
const inParquet: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  date: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  list: 'VARCHAR[]',
};
const inCsv = { ...inParquet, list: 'VARCHAR' };

const folder = mkdtempSync(join(tmpdir(), 'atelier-parquet-'));
let duckdb: DuckDBConnection;
beforeAll(async () => {
  duckdb = await (await DuckDBInstance.create()).connect();
});
afterAll(() => {
  duckdb.closeSync();
  rmSync(folder, { recursive: true });
});

/** Integers come as BigInt: as the numbers that they were. */
async function read(from: string): Promise<readonly (readonly unknown[])[]> {
  const rows = (await duckdb.runAndReadAll(`select * from ${from}`)).getRowsJS();
  return rows.map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)));
}

async function typesIn(from: string): Promise<readonly unknown[]> {
  return (await duckdb.runAndReadAll(`describe select * from ${from}`)).getRows().map(([name, type]) => [name, type]);
}

function written(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const csvTypes = ({ columns }: Table): string =>
  `{${columns.map(({ name, type }) => `'${name}': '${inCsv[type]}'`).join(', ')}}`;

describe.each([
  ['examples/national', nationalRows()],
  ['un dossier plein de pièges', trapRows()],
])('DuckDB lit %s', (_, data) => {
  it.each(data.map(({ table, rows }) => [table.name, table, [...rows]] as const))(
    'Parquet, table %s : les types déclarés, les mêmes cellules',
    async (name, table, rows) => {
      const from = `read_parquet('${written(`${name}.parquet`, parquetOf(table, rows))}')`;
      expect(await typesIn(from)).toEqual(table.columns.map((column) => [column.name, inParquet[column.type]]));
      expect(await read(from)).toEqual(rows);
    },
  );

  it.each(data.map(({ table, rows }) => [table.name, table, [...rows]] as const))(
    'CSV, table %s : les mêmes cellules, une liste comme texte',
    async (name, table, rows) => {
      const path = written(`${name}.csv`, csvOf(table, rows));
      const from = `read_csv('${path}', header = true, delim = ',', quote = '"', escape = '"', columns = ${csvTypes(table)})`;
      expect(await read(from)).toEqual(
        rows.map((row) => row.map((cell) => (Array.isArray(cell) ? cellText(cell) : cell))),
      );
    },
  );
});

const cells: Readonly<Record<ColumnType, fc.Arbitrary<Cell>>> = {
  string: fc.string({ unit: 'grapheme' }),
  date: fc.constantFrom('2016', '2016-09', '2016-09-14'),
  integer: fc.integer({ min: 1, max: 9_000_000_000 }),
  number: fc.double({ min: 0.001, max: 1e15, noNaN: true }),
  boolean: fc.constant(true),
  list: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
};
const types = Object.keys(cells) as ColumnType[];
const rowsOfTypes = fc.array(fc.tuple(...types.map((type) => fc.option(cells[type]))) as fc.Arbitrary<Row>, {
  maxLength: 12,
});

describe('le Parquet', () => {
  const table = tableOfTypes(...types);

  it('garde l’inconnu inconnu, une liste vide vide, dans des groupes de toute taille', async () => {
    let file = 0;
    await fc.assert(
      fc.asyncProperty(rowsOfTypes, fc.integer({ min: 1, max: 5 }), async (rows, most) => {
        const bytes = parquetOf(table, rows, { rows: most, characters: 1e6 });
        file += 1;
        // Each under a name of its own: DuckDB remembers a file by its name, size and time.
        expect(await read(`read_parquet('${written(`essai-${file}.parquet`, bytes)}')`)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('est écrit au fur et à mesure, par groupes dont la taille ne dépend que des lignes', async () => {
    const rows = Array.from({ length: 25 }, (_, at): Row => [`n° ${at}`, null, at, null, null, []]);
    const path = written('groupes.parquet', parquetOf(table, rows, { rows: 10, characters: 1e6 }));
    const groups = await duckdb.runAndReadAll(
      `select distinct row_group_id, row_group_num_rows, compression from parquet_metadata('${path}') order by 1`,
    );
    expect(groups.getRowsJS().map(([, count, codec]) => [Number(count), codec])).toEqual([
      [10, 'SNAPPY'],
      [10, 'SNAPPY'],
      [5, 'SNAPPY'],
    ]);
    const narrow = written('etroits.parquet', parquetOf(table, rows, { rows: 10, characters: 20 }));
    const [count] = (
      await duckdb.runAndReadAll(`select num_row_groups from parquet_file_metadata('${narrow}')`)
    ).getRowsJS();
    expect(Number(count?.[0])).toBeGreaterThan(5);
    expect(await read(`read_parquet('${narrow}')`)).toEqual(rows);
  });

  it('ne dit ni date ni nom de machine, et redonne les mêmes octets', () => {
    const rows: Row[] = [['é', '2016', 1, 0.5, true, ['a']]];
    expect(Buffer.from(parquetOf(table, rows))).toEqual(Buffer.from(parquetOf(table, rows)));
    expect(Buffer.from(parquetOf(table, rows)).toString('latin1')).toContain('atelier');
  });
});
