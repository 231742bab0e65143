import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
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

function blobOf(root: string, { path, link }: FoundFile, blobs: Blobs): string {
  const known = link ? undefined : blobs.get(path);
  if (known !== undefined) return known;
  const full = join(root, path);
  if (link && !staysInside(root, path)) return 'outside';
  // A file too long to be read is the same finding whatever it holds.
  const { size } = lstatSync(full);
  if (size > maxFileBytes) return 'long';
  const bytes = readFileSync(full);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
