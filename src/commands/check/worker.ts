import { parentPort } from 'node:worker_threads';
import { openCog } from '../../cog/cog.ts';
import { UserError } from '../../model/error.ts';
import { checked } from './pool.ts';
import type { Answer, Task } from './second.ts';

/** The second thread: an entry of the bundle of its own. */
function answer(task: Task): Answer {
  try {
    const reports: [number, string][] = [];
    for (const [index, report] of checked(task, openCog(task.cog))) reports.push([index, JSON.stringify(report)]);
    return { reports };
  } catch (error) {
    // A class does not pass from one thread to another: what it says does.
    if (!(error instanceof UserError)) throw error;
    return { userError: { text: error.text, hint: error.hint } };
  }
}

parentPort?.once('message', (task: Task) => parentPort?.postMessage(answer(task)));
