import { parentPort } from 'node:worker_threads';
import { openCog } from '../../cog/cog.ts';
import { UserError } from '../../model/error.ts';
import { checked } from './pool.ts';
import type { Answer, Task } from './second.ts';

/** The second thread: an entry of the bundle of its own. */
async function answer(task: Task): Promise<Answer> {
  try {
    const reports: [number, string][] = [];
    const cog = openCog(task.cog);
    // Loaded only for an export: a check starts sooner without.
    const taker = task.take && (await import('../export/taker.ts')).openTaker(task.take, 'second', cog, task.root);
    for (const [index, report] of checked(task, cog, taker?.take)) reports.push([index, JSON.stringify(report)]);
    taker?.close();
    return { reports };
  } catch (error) {
    // A class does not pass from one thread to another: what it says does.
    if (!(error instanceof UserError)) throw error;
    return { userError: { text: error.text, hint: error.hint } };
  }
}

parentPort?.once('message', async (task: Task) => parentPort?.postMessage(await answer(task)));
