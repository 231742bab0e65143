import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../model/error.ts';
import { openTypst, type TypstJob, type TypstParts } from './typst.ts';

/** What a thread answers: a PDF; or what is wrong with the document; or how the program broke. */
export type Made =
  | { readonly pdf: Uint8Array }
  | { readonly userError: Pick<UserError, 'text' | 'hint'> }
  | { readonly broken: unknown };

/** A thread that makes PDFs, one after the other: an entry of the bundle of its own. */
const parts: TypstParts = workerData;
const ready = openTypst(parts);

parentPort?.on('message', async (job: TypstJob) => parentPort?.postMessage(await made(job)));

async function made(job: TypstJob): Promise<Made> {
  try {
    const typst = await ready;
    return { pdf: typst(job) };
  } catch (error) {
    // A class does not pass from one thread to another: what it says does.
    if (error instanceof UserError) return { userError: { text: error.text, hint: error.hint } };
    return { broken: error };
  }
}
