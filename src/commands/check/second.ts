import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { workerEntry } from '../../load/assets.ts';
import type { FoundHolder } from '../../load/find.ts';
import { UserError } from '../../model/error.ts';
import type { TakeTask } from '../export/take.ts';
import { tuneForManyFiles } from './engine.ts';
import type { Regles } from './holder.ts';

/** What several threads share: dossiers and sessions to check, and which is next. */
export interface Task {
  readonly root: string;
  readonly regles: Regles;
  readonly holders: readonly FoundHolder[];
  /** One counter, in shared memory: each thread takes the next few. */
  readonly next: SharedArrayBuffer;
  /** The reference data, in shared memory too. */
  readonly cog: Uint8Array;
  /** What an export takes of each. */
  readonly take: TakeTask | undefined;
}

/** What a second thread answers: the reports that it made, by their place, as JSON; or what stopped it. */
export type Answer =
  | { readonly reports: readonly (readonly [index: number, json: string])[] }
  | { readonly userError: Pick<UserError, 'text' | 'hint'> };

/** A second thread, which waits for its task. It keeps no command from ending. */
export interface Second {
  /**
   * Gives it its task, once.
   * @throws UserError what stopped it
   */
  readonly ask: (task: Task) => Promise<readonly (readonly [index: number, json: string])[]>;
  readonly stop: () => Promise<void>;
}

/** Below this many files a second thread takes longer to warm up than it saves. */
const worthSecond = 1500;
/** Of a dossier whose files are not listed yet. */
const usualFiles = 12;
/** Nor where there are hardly more dossiers than threads take at once. */
const fewHolders = 8;

/** Starts a second thread where there is enough to do for one, and a core. It takes a tenth of a second to be ready. */
export function openSecond(holders: readonly FoundHolder[]): Second | null {
  const files = holders.reduce((count, one) => count + (one.unlisted ? usualFiles : one.files.length), 0);
  const entry =
    files >= worthSecond && holders.length > fewHolders && availableParallelism() > 1 ? workerEntry() : null;
  tuneForManyFiles(entry === null ? 1 : 2);
  if (entry === null) return null;
  const worker = new Worker(entry);
  worker.unref();
  return {
    ask: async (task) => {
      const answer = await new Promise<Answer>((done, fail) => {
        worker.ref();
        worker.once('message', done);
        worker.once('error', fail);
        worker.once('exit', (code) => fail(new Error(`the second thread ended early (${code})`)));
        worker.postMessage(task);
      });
      if ('userError' in answer) throw new UserError(answer.userError.text, answer.userError.hint);
      return answer.reports;
    },
    stop: async () => {
      worker.removeAllListeners();
      await worker.terminate();
    },
  };
}
