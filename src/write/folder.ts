import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a folder and those above it that are missing, one by one: Node's recursive call never ends where the system
 * denies that a folder it shows can hold another, as below `/proc`.
 * @param folder absolute; nothing happens when it is there already
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let here = folder; !existsSync(here) && dirname(here) !== here; here = dirname(here)) missing.push(here);
  // One that is a file makes the system say so here.
  for (const path of missing.length === 0 ? [folder] : missing.reverse()) makeOne(path);
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
