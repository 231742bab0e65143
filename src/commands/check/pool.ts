import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Cog } from '../../cog/cog.ts';
import { workerEntry } from '../../load/assets.ts';
import type { FoundHolder } from '../../load/find.ts';
import { UserError } from '../../model/error.ts';
import { holdYoungGeneration, tuneForManyFiles } from './engine.ts';
import { checkHolder, type HolderReport, type Regles, reportOf } from './holder.ts';

/** What several threads share: dossiers and sessions to check, and which is next. */
export interface Task {
  readonly root: string;
  readonly regles: Regles;
  readonly holders: readonly FoundHolder[];
  /** One counter, in shared memory: each thread takes the next few. */
  readonly next: SharedArrayBuffer;
  /** The reference data, in shared memory too. */
  readonly cog: Uint8Array;
}

/** What a second thread answers: the reports that it made, by their place, as JSON; or what stopped it. */
export type Answer =
  | { readonly reports: readonly (readonly [index: number, json: string])[] }
  | { readonly userError: Pick<UserError, 'text' | 'hint'> };

/** Below this many files a second thread takes longer to warm up than it saves. */
const worthSecond = 1500;
/** How many dossiers a thread takes at once. */
const chunk = 4;

/**
 * Checks dossiers and sessions one after the other, on two cores where there is enough to do; what they hold is let go
 * at once.
 * @param progress called after each one with how many this thread has done
 * @returns one report each, in their order
 */
export async function checkAll(
  root: string,
  holders: readonly FoundHolder[],
  regles: Regles,
  cog: Cog,
  progress: (done: number) => void,
): Promise<readonly HolderReport[]> {
  const task: Task = { root, regles, holders, next: new SharedArrayBuffer(4), cog: cog.table.bytes };
  const files = holders.reduce((count, one) => count + one.files.length, 0);
  const entry = files >= worthSecond && holders.length > 2 * chunk && availableParallelism() > 1 ? workerEntry() : null;
  tuneForManyFiles(entry === null ? 1 : 2);
  const worker = entry === null ? null : new Worker(entry, { workerData: task });
  const second = worker && answerOf(worker);
  const reports: HolderReport[] = [];
  try {
    for (const [index, report] of checked(task, cog)) {
      reports[index] = report;
      progress(index + 1);
      holdYoungGeneration();
    }
  } catch (error) {
    // What stopped this thread is what is told: nobody waits for the other any more.
    worker?.removeAllListeners();
    await worker?.terminate();
    throw error;
  }
  const answer = second && (await second);
  if (answer && 'userError' in answer) throw new UserError(answer.userError.text, answer.userError.hint);
  for (const [index, json] of answer?.reports ?? []) reports[index] = JSON.parse(json) as HolderReport;
  return reports;
}

/** The reports of what this thread takes, until nothing is left. */
export function* checked({ root, regles, holders, next }: Task, cog: Cog): Generator<readonly [number, HolderReport]> {
  const counter = new Int32Array(next);
  for (;;) {
    const start = Atomics.add(counter, 0, chunk);
    if (start >= holders.length) return;
    for (const [at, found] of holders.slice(start, start + chunk).entries()) {
      yield [start + at, reportOf(checkHolder(root, found, regles, cog))];
    }
  }
}

function answerOf(worker: Worker): Promise<Answer> {
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`the second thread ended early (${code})`)));
  });
}
