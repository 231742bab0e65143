import type { Table } from '../../schema/columns.ts';
import { csvHead, csvRows, type Dialect } from './csv.ts';
import type { Head } from './extract.ts';
import type { Extracts } from './extracts.ts';
import { geojsonBetween, geojsonFoot, geojsonHead } from './geojson.ts';
import { openParquet } from './parquet.ts';
import type { Row } from './rows.ts';

/** The bytes of a file, part after part. */
export type Chunks = Iterable<Uint8Array | string>;

/** A few hundred rows at once: half the time of one by one. */
const BATCH = 500;

/** A table as CSV. */
export function* csvChunks(table: Table, rows: Iterable<readonly Row[]>, dialect: Dialect): Generator<string> {
  yield csvHead(table, dialect);
  let batch: Row[] = [];
  for (const some of rows) {
    batch.push(...some);
    if (batch.length < BATCH) continue;
    yield csvRows(batch, dialect);
    batch = [];
  }
  yield csvRows(batch, dialect);
}

/** A table, or a part of it, as Parquet. */
export function* parquetChunks(table: Table, rows: Iterable<readonly Row[]>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const file = openParquet(table, (bytes) => ready.push(bytes));
  for (const some of rows) {
    for (const row of some) file.add(row);
    yield* ready.splice(0);
  }
  file.end();
  yield* ready;
}

/** The perimeters that are drawn, as GeoJSON. */
export function* geojsonChunks({ feature }: Extracts, heads: readonly Head[]): Generator<string> {
  yield geojsonHead;
  let before = '';
  for (const head of heads) {
    const line = head.contours === null ? null : feature(head);
    if (line === null) continue;
    yield before + line;
    before = geojsonBetween;
  }
  yield geojsonFoot;
}
