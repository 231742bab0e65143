import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HEAVIEST } from '../compile/pictures/picture.ts';
import { staysInside } from '../load/find.ts';

/**
 * A file of `medias/`: a picture, a font.
 * @param folder the dossier, or the workspace
 * @param path below it
 * @returns null when it is not there, or when a link leads outside the folder
 */
export function mediaIn(folder: string, path: string): Uint8Array | null {
  const full = join(folder, path);
  // Asked first, for what a path below a file makes the system say otherwise.
  if (!existsSync(full) || !statSync(full).isFile() || !staysInside(folder, path)) return null;
  return statSync(full).size > READ_WHOLE ? startOf(full) : readFileSync(full);
}

/** In bytes; Node reads 2 GB at most. */
const READ_WHOLE = 1_000_000_000;

/** Enough of a huge file for the report to say that it is too heavy. */
function startOf(full: string): Uint8Array {
  const file = openSync(full, 'r');
  try {
    const bytes = new Uint8Array(HEAVIEST + 1);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
