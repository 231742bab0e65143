import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The list of what a command wrote in an output folder, with hashes: no path of the machine, no time. */
export const manifestName = '.atelier.json';

/** What a file was when it was written, and what it was made from, where that is known. */
export interface Entry {
  readonly hash: string;
  readonly source?: string;
}

export type Manifest = ReadonlyMap<string, Entry>;

/** Reads the list of an output folder; a folder without one, or with one that is not ours, holds nothing of ours. */
export function readManifest(out: string): Manifest {
  const text = readIfThere(join(out, manifestName));
  const data = text === null ? null : parsed(text.toString('utf8'));
  const sources = textsIn(data, 'sources');
  return new Map(
    [...textsIn(data, 'files')].map(([path, hash]) => {
      const source = sources.get(path);
      return [path, { hash, ...(source !== undefined && { source }) }];
    }),
  );
}

function textsIn(data: unknown, key: string): ReadonlyMap<string, string> {
  const found: unknown = (Object(data) as Readonly<Record<string, unknown>>)[key];
  if (typeof found !== 'object' || found === null) return new Map();
  return new Map(Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
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
  const made = sorted.flatMap(([path, { source }]) => (source === undefined ? [] : [[path, source] as const]));
  const list = {
    version: 1,
    files: Object.fromEntries(sorted.map(([path, { hash }]) => [path, hash])),
    ...(made.length > 0 && { sources: Object.fromEntries(made) }),
  };
  return `${JSON.stringify(list, null, 2)}\n`;
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
