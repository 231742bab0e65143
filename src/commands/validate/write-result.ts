import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../../write/folder.ts';
import { replaceFile } from '../../write/write.ts';

/**
 * Writes a result to the file that was named for it, its folder made where it is missing. The same bytes are not written
 * again: nobody who watches the file is woken for nothing.
 * @param path absolute; what is no file of its own (`/dev/stdout`, a link, a pipe) is written to, never replaced
 * @throws what the system says where it refuses
 */
export function writeResult(path: string, text: string): void {
  makeFolder(dirname(path));
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile()) writeFileSync(path, text);
  else if (there === undefined || readFileSync(path, 'utf8') !== text) replaceFile(path, text);
}
