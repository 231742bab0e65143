import type { Cog } from '../../cog/cog.ts';
import type { FoundHolder } from '../../load/find.ts';
import { pause } from '../../write/stopped.ts';
import type { Kept } from '../export/spool.ts';
import type { TakeTask } from '../export/take.ts';
import { holdYoungGeneration } from './engine.ts';
import { type CheckedHolder, checkHolder, type HolderReport, type Regles, reportOf } from './holder.ts';
import type { Second, Task } from './second.ts';

/** How many dossiers a thread takes at once. */
const chunk = 4;
/** After how many a thread pauses, to hear whether it is to stop. */
const breath = 16;

/**
 * Checks dossiers and sessions one after the other, with the help of a second thread where there is one; what they hold is
 * let go at once.
 * @param progress called after each one with how many this thread has done
 * @returns one report each, in their order
 */
export async function checkAll(
  root: string,
  holders: readonly FoundHolder[],
  regles: Regles,
  cog: Cog,
  second: Second | null,
  progress: (done: number) => void,
  take: Take | undefined = undefined,
): Promise<readonly HolderReport[]> {
  const task: Task = { root, regles, holders, next: new SharedArrayBuffer(4), cog: cog.table.bytes, take: take?.task };
  const others = second?.ask(task);
  // Told below, where it is waited for.
  others?.catch(() => undefined);
  const reports: HolderReport[] = [];
  let done = 0;
  try {
    for (const [index, report] of checked(task, cog, take?.take)) {
      reports[index] = report;
      progress(index + 1);
      holdYoungGeneration();
      done++;
      if (done % breath === 0) await pause();
    }
  } catch (error) {
    // What stopped this thread is what is told: nobody waits for the other any more.
    await second?.stop();
    throw error;
  }
  for (const [index, json] of (await others) ?? []) reports[index] = JSON.parse(json) as HolderReport;
  return reports;
}

/** What is taken of each dossier or session that has no error, in this thread and in others. */
export interface Take {
  readonly task: TakeTask;
  readonly take: Taker;
}

/** Puts down what is taken of one; null where that is nothing. */
export type Taker = (checked: CheckedHolder, report: HolderReport) => Kept | null;

/** For an export, which tells of errors only: what is kept of thousands of dossiers is small. */
function withTaken(report: HolderReport, taken: Kept | null): HolderReport {
  const diagnostics = report.diagnostics.filter(({ severity }) => severity === 'error');
  return { ...report, files: [], diagnostics, ...(taken !== null && { taken }) };
}

/** The reports of what this thread takes, until nothing is left. */
export function* checked(
  { root, regles, holders, next }: Task,
  cog: Cog,
  take?: Taker,
): Generator<readonly [number, HolderReport]> {
  const counter = new Int32Array(next);
  for (;;) {
    const start = Atomics.add(counter, 0, chunk);
    if (start >= holders.length) return;
    for (const [at, found] of holders.slice(start, start + chunk).entries()) {
      const one = checkHolder(root, found, regles, cog);
      const report = reportOf(one);
      yield [start + at, take === undefined ? report : withTaken(report, take(one, report))];
    }
  }
}
