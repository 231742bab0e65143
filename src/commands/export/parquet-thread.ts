import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { inOrder, parquetFiles } from '../../compile/dataset/dataset.ts';
import { UserError } from '../../model/error.ts';
import { extractsOf } from './extracts.ts';
import type { ParquetMade, ParquetTask } from './parquet-aside.ts';
import { fileOf, openForWriting, readSpool, writeWhole } from './spool.ts';

/** A thread that makes the files of Parquet while another makes the rest: an entry of the bundle of its own. */
const { spool, kept }: ParquetTask = workerData;
const reader = readSpool(spool);
const extracts = extractsOf({ kept, settings: undefined }, reader);
parentPort?.postMessage(made());

function made(): ParquetMade {
  try {
    for (const { path, chunks } of parquetFiles(extracts, inOrder(extracts.heads))) {
      const file = join(spool, fileOf(path));
      const handle = openForWriting(file);
      for (const chunk of chunks()) writeWhole(handle, chunk, file);
      closeSync(handle);
    }
    return 'done';
  } catch (error) {
    // A class does not pass from one thread to another: what it says does.
    if (!(error instanceof UserError)) throw error;
    return { userError: { text: error.text, hint: error.hint } };
  } finally {
    reader.close();
  }
}
