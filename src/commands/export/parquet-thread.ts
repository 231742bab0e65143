import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { inOrder, parquetFiles } from '../../compile/dataset/dataset.ts';
import { extractsOf } from './extracts.ts';
import type { ParquetTask } from './parquet-aside.ts';
import { fileOf, readSpool } from './spool.ts';

/** A thread that makes the files of Parquet while another makes the rest: an entry of the bundle of its own. */
const { spool, kept }: ParquetTask = workerData;
const reader = readSpool(spool);
const extracts = extractsOf({ kept, settings: undefined }, reader);
for (const { path, chunks } of parquetFiles(extracts, inOrder(extracts.heads))) {
  const handle = openSync(join(spool, fileOf(path)), 'w');
  for (const chunk of chunks()) for (let at = 0; at < chunk.length; ) at += writeSync(handle, chunk, at);
  closeSync(handle);
}
reader.close();
parentPort?.postMessage('done');
