import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { KeptFile, OutputFile, StreamedFile } from '../model/output.ts';
import { makeFolder, removeEmpty } from './folder.ts';
import {
  type Entry,
  hashOf,
  type Manifest,
  manifestName,
  manifestText,
  readIfThere,
  readManifest,
} from './manifest.ts';
import { notOurs, sayable, twice } from './refused.ts';
import { pause, whenStopped } from './stopped.ts';

/** What a writing did: paths below the output folder, with `/`, in the order given. */
export interface Written {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of an earlier run that were taken away. */
  readonly removed: readonly string[];
}

/** A file made ready beside its place. */
interface Staged {
  readonly path: string;
  readonly temporary: string;
  readonly entry: Entry;
}

/**
 * Writes files into a folder, all or none: each is made ready beside its place, then all are put in place.
 * What is there already and was not written by this program, or was changed since, is never overwritten.
 * @param files in any order; unchanged ones are not rewritten
 * @param options `force` writes over what is not ours
 * @throws UserError when the folder cannot be written, or a file there is not ours
 */
export async function writeFiles(
  files: AsyncIterable<Writable> | Iterable<Writable>,
  out: string,
  options: WriteOptions = {},
): Promise<Written> {
  const staged: Staged[] = [];
  const unchanged: string[] = [];
  /** Of files that need no writing, what they are now known to be made from. */
  const same = new Map<string, Entry>();
  const ours = openFolder(out);
  const made: string[] = [];
  const clean = (): void => {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    removeEmpty(made);
  };
  const forget = whenStopped(clean);
  try {
    const seen = new Set<string>();
    for await (const file of files) {
      if (seen.has(file.path)) throw twice(file.path);
      seen.add(file.path);
      await pause();
      if ('kept' in file) {
        unchanged.push(file.path);
        continue;
      }
      const full = placeOf(out, file.path);
      const there = hashAt(full);
      const isOurs = there === null || ours.get(file.path)?.hash === there || options.force === true;
      const temporary = `${full}.${process.pid}.tmp`;
      const stage = (entry: Entry): void => {
        if (!isOurs) throw notOurs(out, file.path);
        made.push(...makeFolder(dirname(full)));
        staged.push({ path: file.path, temporary, entry });
      };
      if ('bytes' in file) {
        const entry: Entry = { hash: hashOf(file.bytes), ...(file.source !== undefined && { source: file.source }) };
        if (entry.hash === there) {
          unchanged.push(file.path);
          if (ours.get(file.path)?.hash === there) same.set(file.path, entry);
          continue;
        }
        stage(entry);
        writeFileSync(temporary, file.bytes);
        continue;
      }
      // Its hash is known once it is written.
      stage({ hash: '' });
      const hash = await writeChunks(temporary, file.chunks);
      staged.pop();
      if (hash === there) {
        rmSync(temporary);
        unchanged.push(file.path);
      } else staged.push({ path: file.path, temporary, entry: { hash } });
    }
    const kept = new Set([...unchanged, ...staged.map(({ path }) => path)]);
    const removed = options.prunes ? stale(out, ours, kept, options.prunes) : [];
    putInPlace(out, staged, same, new Map([...ours].filter(([path]) => !removed.includes(path))));
    for (const path of removed) removeFile(out, path);
    return { written: staged.map(({ path }) => path), unchanged, removed };
  } catch (error) {
    clean();
    throw sayable(error, out);
  } finally {
    forget();
  }
}

/** What can be written. */
export type Writable = OutputFile | StreamedFile | KeptFile;

export interface WriteOptions {
  /** Writes over what is not ours. */
  readonly force?: boolean;
  /** Which files of an earlier run go away when they are not made again; none unless said. One that was changed stays. */
  readonly prunes?: (path: string) => boolean;
}

/** The hash of what lies there; null where nothing does. */
function hashAt(full: string): string | null {
  const there = readIfThere(full);
  return there === null ? null : hashOf(there);
}

/** How much is written before a pause. */
const PAUSED = 1 << 20;

/** Writes part after part, and says the hash of the whole. */
async function writeChunks(path: string, chunks: StreamedFile['chunks']): Promise<string> {
  const hash = createHash('sha256');
  const handle = openSync(path, 'w');
  try {
    let since = 0;
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      hash.update(bytes);
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      since += bytes.length;
      if (since < PAUSED) continue;
      since = 0;
      await pause();
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** Files of an earlier run, as it left them, that this one has not made. */
function stale(out: string, ours: Manifest, kept: ReadonlySet<string>, prunes: (path: string) => boolean): string[] {
  return [...ours].flatMap(([path, { hash }]) =>
    !kept.has(path) && prunes(path) && hashAt(placeOf(out, path)) === hash ? [path] : [],
  );
}

/** Takes a file away, and the folders that held nothing else. */
function removeFile(out: string, path: string): void {
  rmSync(placeOf(out, path));
  const parts = dirname(path).split('/');
  removeEmpty(parts.map((_, at) => join(out, ...parts.slice(0, at + 1))));
}

/**
 * Writes files that do not exist yet, all or none, and no list of them: what is written is the user's from then on.
 * @returns the paths written, and those that were there already and were left alone
 */
export function createFiles(
  files: readonly OutputFile[],
  folder: string,
): { readonly created: readonly string[]; readonly kept: readonly string[] } {
  const created: string[] = [];
  const kept: string[] = [];
  try {
    for (const file of files) {
      const full = placeOf(folder, file.path);
      if (existsSync(full)) {
        kept.push(file.path);
        continue;
      }
      makeFolder(dirname(full));
      // `wx`: even if somebody creates it at this very moment, nothing is overwritten.
      writeFileSync(full, file.bytes, { flag: 'wx' });
      created.push(file.path);
    }
  } catch (error) {
    for (const path of created) rmSync(join(folder, path), { force: true });
    throw sayable(error, folder);
  }
  return { created, kept };
}

/**
 * What an output folder holds already.
 * @returns whether a file lies there as it was written, made from the same
 */
export function knownIn(out: string): (path: string, source: string) => boolean {
  const ours = readManifest(out);
  return (path, source) => {
    const entry = ours.get(path);
    if (entry?.source !== source) return false;
    const there = readIfThere(placeOf(out, path));
    return there !== null && hashOf(there) === entry.hash;
  };
}

function openFolder(out: string): Manifest {
  try {
    return readManifest(out);
  } catch (error) {
    throw sayable(error, out);
  }
}

function putInPlace(out: string, staged: readonly Staged[], same: Manifest, before: Manifest): void {
  for (const { path, temporary } of staged) renameSync(temporary, placeOf(out, path));
  const list = new Map([...before, ...same, ...staged.map(({ path, entry }) => [path, entry] as const)]);
  const text = manifestText(list);
  if (text === manifestText(before)) return;
  const temporary = join(out, `${manifestName}.${process.pid}.tmp`);
  writeFileSync(temporary, text);
  renameSync(temporary, join(out, manifestName));
}

/** Where a file goes; a path that would leave the folder is a mistake of ours. */
function placeOf(out: string, path: string): string {
  const full = resolve(out, path);
  if (!full.startsWith(resolve(out) + sep)) throw new Error(`${path} leaves the output folder`);
  return full;
}

/**
 * Replaces a file's text at once: a reader sees the old one or the new one, never a half.
 * @throws UserError when the file cannot be written
 */
export function replaceFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    // Who may read or write it stays as it was.
    const { mode } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw sayable(error, dirname(path));
  }
}
