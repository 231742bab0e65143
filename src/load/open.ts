import { type FileHandle, open } from 'node:fs/promises';
import { UserError } from '../model/error.ts';

/**
 * Opens a file that somebody named on the command line.
 * @param shown how the file is named to people
 * @returns its handle, to be closed by the caller
 * @throws UserError when it does not exist, is a folder, or is refused by the system
 */
export async function opened(path: string, shown: string): Promise<FileHandle> {
  try {
    const handle = await open(path, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') throw new UserError({ fr: `${shown} n’existe pas`, en: `${shown} does not exist` });
    if (error.code !== 'EISDIR') {
      throw new UserError({
        fr: `${shown} ne peut pas être ouvert (${String(error.code)})`,
        en: `${shown} cannot be opened (${String(error.code)})`,
      });
    }
  }
  throw new UserError({ fr: `${shown} n’est pas un fichier`, en: `${shown} is not a file` });
}

/**
 * The bytes of an open file, from its start; leaving before the end leaves the handle open.
 * @param chunk how many at a time
 */
export async function* bytesOf(handle: FileHandle, chunk: number): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(chunk), 0, chunk, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
