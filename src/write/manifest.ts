import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The list of what a command wrote in an output folder, with hashes: no path of the machine, no time. */
export const manifestName = '.atelier.json';

export type Manifest = ReadonlyMap<string, string>;

/** Reads the list of an output folder; a folder without one, or with one that is not ours, holds nothing of ours. */
export function readManifest(out: string): Manifest {
  const text = readIfThere(join(out, manifestName));
  if (text === null) return new Map();
  const data = parsed(text.toString('utf8'));
  const files = data !== null && typeof data === 'object' && 'files' in data ? data.files : undefined;
  if (typeof files !== 'object' || files === null) return new Map();
  return new Map(Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** A damaged list means that nothing is known to be ours: files are then protected, never lost. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The list as it is written: sorted, one file a line. */
export function manifestText(files: Manifest): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** SHA-256 of some bytes, in hexadecimal. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file's bytes, or null when there is no such file. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
