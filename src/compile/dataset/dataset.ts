import type { OutputFile, StreamedFile } from '../../model/output.ts';
import { type Table, tables } from '../../schema/columns.ts';
import { aroundFiles } from './around.ts';
import { type Chunks, csvChunks, geojsonChunks, parquetChunks } from './chunks.ts';
import { csvExcel, csvPublic } from './csv.ts';
import type { Head } from './extract.ts';
import type { Extracts, Hash, Writing } from './extracts.ts';
import { type DataFile, type DataFormat, dictionaryPath } from './files.ts';
import type { Row } from './rows.ts';

/**
 * The national dataset: the tables in each format, what describes them, what explains them. The same bytes whatever the
 * order of dossiers.
 * @returns the files, one after the other, each to be read to its end before the next: no table is held in memory
 */
export async function* dataset(extracts: Extracts, writing: Writing): AsyncGenerator<OutputFile | StreamedFile> {
  const { formats, excel } = writing;
  const heads = inOrder(extracts.heads);
  const files: DataFile[] = [];
  const data = function* (
    path: string,
    format: DataFormat,
    table: Table | null,
    chunks: Chunks,
  ): Generator<StreamedFile> {
    const sum = { bytes: 0, hash: writing.hash() };
    yield { path, chunks: summed(chunks, sum) };
    files.push({ path, format, table: table?.name ?? null, bytes: sum.bytes, sha256: sum.hash.digest('hex') });
  };
  for (const [at, table] of tables().entries()) {
    const rows = rowsIn(extracts, heads, at);
    if (formats.includes('csv')) yield* data(`${table.name}.csv`, 'csv', table, csvChunks(table, rows, csvPublic));
    if (excel) {
      const chunks = csvChunks(table, rowsIn(extracts, heads, at), csvExcel);
      yield { path: `${excelFolder}/${table.name}.csv`, chunks };
    }
  }
  if (formats.includes('parquet')) {
    const made = await writing.parquet;
    for (const { path, table, chunks } of parquetFiles(extracts, heads))
      yield* data(path, 'parquet', table, made?.(path) ?? chunks());
  }
  if (formats.includes('geojson')) yield* data(perimetres, 'geojson', null, geojsonChunks(extracts, heads));
  const around = aroundFiles(extracts, heads, writing);
  for (const format of ['xlsx', 'ods'] as const) {
    if (!formats.includes(format)) continue;
    // Loaded where it is asked for: it is large.
    const { workbookOf } = await import('./workbook.ts');
    const bytes = await workbookOf(
      format,
      tables().map((table, at) => ({ table, rows: flat(rowsIn(extracts, heads, at)) })),
      around.book,
    );
    yield* data(workbook(format), format, null, [bytes]);
  }
  yield* around.files(files);
}

const excelFolder = 'excel';

const perimetres = 'perimetres.geojson';
const workbook = (format: 'xlsx' | 'ods'): string => `atelier-des-territoires.${format}`;

/** The files of a dataset beside its tables. */
const others: readonly string[] = [
  ...[dictionaryPath, perimetres, workbook('xlsx'), workbook('ods')],
  ...['datapackage.json', 'README.md', 'CHANGELOG.md', 'catalogue.jsonld', 'fiche-datagouv.md'],
];

/** Whether a file of an earlier run is one that a dataset has: it goes away when it is not made again. */
export function isOfDataset(path: string): boolean {
  const [folder = '', ...below] = path.split('/');
  if (below.length > 0) return ['parquet', 'schemas', excelFolder].includes(folder);
  return tables().some(({ name }) => path === `${name}.csv`) || others.includes(path);
}

/** A table, or the part of it that a session has, as a file. */
export interface ParquetPart {
  readonly path: string;
  readonly table: Table;
  readonly chunks: () => Generator<Uint8Array>;
}

/** The tables as Parquet, a file for each session that has rows in them. */
export function* parquetFiles(extracts: Extracts, heads: readonly Head[]): Generator<ParquetPart> {
  for (const [at, table] of tables().entries()) {
    for (const [name, own] of partitions(extracts, heads, at)) {
      const chunks = () => parquetChunks(table, rowsIn(extracts, own, at));
      yield { path: `parquet/${table.name}/${name}.parquet`, table, chunks };
    }
  }
}

/** Dossiers, then sessions, by id: by code unit, not locale. */
export function inOrder(heads: readonly Head[]): readonly Head[] {
  const key = ({ kind, id }: Head): string => `${kind} ${id}`;
  return [...heads].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The rows of a table, of one dossier or session after the other. */
export function* rowsIn({ rows, count }: Extracts, heads: readonly Head[], table: number): Generator<readonly Row[]> {
  for (const head of heads) if (count(head, table) > 0) yield rows(head, table);
}

function* flat(some: Iterable<readonly Row[]>): Generator<Row> {
  for (const rows of some) yield* rows;
}

/** What belongs to no session: an id has no such sign. */
const noSession = 'hors_session';

/** What has rows in a table, by session; one part at least, so that each table can be read. */
function partitions({ count }: Extracts, heads: readonly Head[], table: number): ReadonlyMap<string, readonly Head[]> {
  const parts = new Map<string, Head[]>();
  for (const head of heads) {
    if (count(head, table) === 0) continue;
    const name = head.session ?? noSession;
    const known = parts.get(name);
    if (known) known.push(head);
    else parts.set(name, [head]);
  }
  if (parts.size === 0) return new Map([[noSession, []]]);
  return new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Counts and sums the bytes that go by. */
function* summed(chunks: Chunks, sum: { bytes: number; readonly hash: Hash }): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    sum.bytes += bytes.length;
    sum.hash.update(bytes);
    yield bytes;
  }
}
