import { closeSync, openSync, readSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Writing } from '../../compile/dataset/extracts.ts';
import { parquetEntry } from '../../load/assets.ts';
import { UserError } from '../../model/error.ts';
import { fileOf, type Kept } from './spool.ts';

/** What the thread is given. */
export interface ParquetTask {
  readonly spool: string;
  readonly kept: readonly Kept[];
}

/** What it answers: that all is there; or what stopped it. */
export type ParquetMade = 'done' | { readonly userError: Pick<UserError, 'text' | 'hint'> };

/** Below so many dossiers a thread takes longer to start than it saves. */
const WORTH = 400;

/**
 * Begins to make the files of Parquet in a thread of its own, where there are enough dossiers and a core.
 * @param task what was gathered, and the folder in which it lies; the files are put there too
 * @returns undefined where the caller is to make them
 */
export function parquetAside(task: ParquetTask): Writing['parquet'] {
  const entry = task.kept.length >= WORTH && availableParallelism() > 1 ? parquetEntry() : null;
  if (entry === null) return undefined;
  const made = new Promise<(path: string) => Iterable<Uint8Array>>((done, fail) => {
    // What becomes of one group of rows is gone before the next: a larger young generation would only hold more garbage.
    const worker = new Worker(entry, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    worker.once('message', (made: ParquetMade) => {
      if (made === 'done') done((path) => bytesOf(join(task.spool, fileOf(path))));
      else fail(new UserError(made.userError.text, made.userError.hint));
    });
    worker.once('error', fail);
  });
  // It is thrown where it is waited for.
  made.catch(() => undefined);
  return made;
}

const CHUNK = 1 << 20;

function* bytesOf(path: string): Generator<Uint8Array> {
  const handle = openSync(path, 'r');
  try {
    for (;;) {
      const bytes = Buffer.allocUnsafe(CHUNK);
      const read = readSync(handle, bytes, 0, CHUNK, null);
      if (read === 0) return;
      yield bytes.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}
