import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a folder and those above it that are missing, one by one: Node's recursive call never ends where the system
 * denies that a folder it shows can hold another, as below `/proc`.
 * @param folder absolute; nothing happens when it is there already
 * @returns the folders that were missing, from the top down
 */
export function makeFolder(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let here = folder; !existsSync(here) && dirname(here) !== here; here = dirname(here)) missing.push(here);
  missing.reverse();
  // One that is a file makes the system say so here.
  for (const path of missing.length === 0 ? [folder] : missing) makeOne(path);
  return missing;
}

/** Takes folders away in which nothing is, the lowest first. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed())
    if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Somebody may have made it at this very moment. */
function makeOne(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST' && isFolder(path);
    if (!there) throw error;
  }
}

function isFolder(path: string): boolean {
  return existsSync(`${path}/.`);
}
