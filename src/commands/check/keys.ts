import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { maxFileBytes } from '../../load/bytes.ts';
import { type FoundFile, type FoundHolder, staysInside } from '../../load/find.ts';
import type { Blobs } from '../../load/git.ts';

/**
 * What the check of one dossier or session depends on, as one hash: its files, by git's own hashes where git knows them
 * and by their content elsewhere (the same number, so that a commit changes nothing), and the names of the others.
 * @param blobs by path from the root of the workspace; empty outside git
 */
export function keyOf(root: string, found: FoundHolder, blobs: Blobs): string {
  const hash = createHash('sha256');
  const { holder, path, id } = found.holder;
  hash.update(`${holder}\0${path}\0${id}\0`);
  for (const file of found.files) hash.update(`${file.below}\0${blobOf(root, file, blobs)}\0`);
  for (const other of found.others) hash.update(`${other}\0`);
  return hash.digest('hex');
}

function blobOf(root: string, { path, link, odd }: FoundFile, blobs: Blobs): string {
  const known = link || odd !== undefined ? undefined : blobs.get(path);
  return known ?? odd ?? contentOf(root, path, link);
}

/** How far the clock of a file system may be behind that of the program, in milliseconds. */
const grain = 15;

/**
 * True when no file of a dossier or session has changed since a moment: what was read is what its key was made of. A file
 * that is saved between the two would else have its new report kept under its old key.
 * @param since milliseconds of `Date.now()`, from before the key was made
 */
export function isUnchangedSince(root: string, { files }: FoundHolder, since: number): boolean {
  return files.every(({ path }) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    return stat === undefined || stat.ctimeMs < since - grain;
  });
}

/** What cannot be opened is told when it is read, and kept under a key that nobody asks for again. */
function contentOf(root: string, path: string, link: boolean): string {
  const full = join(root, path);
  try {
    if (link && !staysInside(root, path)) return 'outside';
    // A file too long to be read is the same finding whatever it holds; of a link, what it leads to counts.
    if (statSync(full).size > maxFileBytes) return 'long';
    const bytes = readFileSync(full);
    return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return randomUUID();
    throw error;
  }
}
