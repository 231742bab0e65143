import { PassThrough, type Readable, type Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { markPastes, pasteReader } from './paste.ts';

/** Where questions are asked: the terminal, or what a test gives. */
export interface Streams {
  readonly input: Readable & { readonly setRawMode?: (raw: boolean) => unknown };
  readonly output: Writable;
}

/**
 * Asks one question with an input on which a paste is one line.
 * @param streams the terminal's own; its input is let go of afterwards, so that the program can end
 * @param ask asks on the streams that it is given
 */
export async function withPastes<T>({ input, output }: Streams, ask: (streams: Streams) => Promise<T>): Promise<T> {
  const [decoder, read] = [new StringDecoder('utf8'), pasteReader()];
  const setRawMode = (raw: boolean) => input.setRawMode?.(raw);
  const typed = Object.assign(new PassThrough(), { setRawMode });
  const pass = (chunk: Buffer | string) => {
    const keys = read(typeof chunk === 'string' ? chunk : decoder.write(chunk));
    if (keys !== '') typed.write(keys);
  };
  const close = () => typed.end();
  input.on('data', pass).on('end', close).resume();
  output.write(markPastes.on);
  try {
    return await ask({ input: typed, output });
  } finally {
    input.off('data', pass).off('end', close).pause();
    // Inquirer ends an output that can be ended.
    if (!output.writableEnded) output.write(markPastes.off);
  }
}
