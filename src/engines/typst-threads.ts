import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { UserError } from '../model/error.ts';
import type { TypstJob, TypstParts } from './typst.ts';
import type { Made } from './typst-thread.ts';

/** Where threads begin, and how many there may be. */
export interface Threads {
  /** The bundle of typst-thread.ts. */
  readonly entry: URL;
  readonly most: number;
}

/** A thread and the job that it is at. */
interface Thread {
  readonly worker: Worker;
  done: ((made: Made) => void) | null;
}

interface Waiting {
  readonly job: TypstJob;
  readonly done: (made: Made) => void;
}

/**
 * Typst on several threads, for many documents. Each is started when a document finds no other free; all run the
 * program that is translated here, once, so that what one of them has made fast is fast for all.
 * @param parts its program and its faces
 * @returns makes a PDF, as `openTypst` does: the same bytes; no thread keeps a command from ending
 */
export function openTypstThreads(
  parts: TypstParts & { readonly wasm: Uint8Array },
  { entry, most }: Threads,
): (job: TypstJob) => Promise<Uint8Array> {
  setFlagsFromString('--wasm-lazy-compilation');
  const workerData: TypstParts = { ...parts, wasm: new WebAssembly.Module(parts.wasm) };
  const threads: Thread[] = [];
  const waiting: Waiting[] = [];
  const next = () => {
    const free = threads.find(({ done }) => done === null) ?? (threads.length < most ? start() : undefined);
    const asked = free && waiting.shift();
    if (!free || !asked) return;
    free.done = asked.done;
    free.worker.ref();
    free.worker.postMessage(asked.job);
  };
  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(entry, { workerData }), done: null };
    const answer = (made: Made) => {
      thread.worker.unref();
      thread.done?.(made);
      thread.done = null;
      next();
    };
    thread.worker.unref();
    thread.worker.on('message', answer);
    thread.worker.on('error', (error) => {
      threads.splice(threads.indexOf(thread), 1);
      answer({ broken: error });
    });
    threads.push(thread);
    return thread;
  };
  return async (job) => {
    const made = await new Promise<Made>((done) => {
      waiting.push({ job, done });
      next();
    });
    if ('pdf' in made) return made.pdf;
    if ('userError' in made) throw new UserError(made.userError.text, made.userError.hint);
    throw made.broken;
  };
}
