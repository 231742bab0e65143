import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { gitFolder, gitRoot } from '../../load/git.ts';
import { makeFolder } from '../../write/folder.ts';
import type { HolderReport } from './holder.ts';

/** Reports of dossiers and sessions from earlier runs. It may be lost or damaged at any time: then they are made anew. */
export interface Cache {
  /** The report kept under a key; undefined where there is none, or not as it was written. */
  readonly get: (key: string) => HolderReport | undefined;
  /** Keeps these reports and no others. Says why where it cannot. */
  readonly keep: (reports: ReadonlyMap<string, HolderReport>) => string | undefined;
}

/**
 * Where the cache of a workspace lies: under git's own folder, else under the user's cache folder.
 * @param asked the folder named by `--cache-location`
 */
export function cacheFolder(root: string, asked: string | undefined, env: NodeJS.ProcessEnv): string {
  if (asked !== undefined) return asked;
  const git = gitRoot(root);
  const inGit = git === null ? null : gitFolder(git, 'atelier');
  return inGit ?? join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'atelier');
}

/** The file of a workspace's cache, which may not be there yet. */
export function cacheFile(root: string, asked: string | undefined, env: NodeJS.ProcessEnv): string {
  return fileIn(cacheFolder(root, asked, env), root);
}

function fileIn(folder: string, root: string): string {
  return join(folder, `validate-${digest(root)}.txt`);
}

/**
 * Opens the cache of one workspace.
 * @param folder where it lies; `root` the workspace, so that several share a folder
 * @param maker what made the reports: another program, schema or setting finds nothing here
 */
export function openCache(folder: string, root: string, maker: string): Cache {
  const file = fileIn(folder, root);
  // Another Node may know other letters: a report then reads otherwise.
  const head = `atelier ${digest(`${maker} ${process.version}`)}`;
  const lines = linesOf(file, head);
  return {
    get: (key) => {
      const line = lines.get(key);
      return line === undefined ? undefined : reportIn(key, line);
    },
    keep: (reports) => {
      const kept = [...reports].map(([key, report]) => lineOf(key, JSON.stringify(report)));
      return write(folder, file, [head, ...kept, ''].join('\n'));
    },
  };
}

function linesOf(file: string, head: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const text = textOf(file);
  if (!text.startsWith(`${head}\n`)) return lines;
  for (const line of text.split('\n').slice(1)) {
    const space = line.indexOf(' ');
    if (space > 0) lines.set(line.slice(0, space), line.slice(space + 1));
  }
  return lines;
}

/** Whatever stands in its place, the cache is only a help: what cannot be read is not there. */
function textOf(file: string): string {
  try {
    // Opening a pipe would wait for somebody to write into it.
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}

function lineOf(key: string, text: string): string {
  return `${key} ${seal(key, text)} ${text}`;
}

function reportIn(key: string, line: string): HolderReport | undefined {
  const space = line.indexOf(' ');
  const text = line.slice(space + 1);
  return seal(key, text) === line.slice(0, space) ? (JSON.parse(text) as HolderReport) : undefined;
}

/** A hash of a report and of its key: a bit that turns on the disk is seen, and a report that stands under another's key. */
function seal(key: string, text: string): string {
  return createHash('sha1').update(key).update(text).digest('hex').slice(0, 20);
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 20);
}

function write(folder: string, file: string, text: string): string | undefined {
  const draft = `${file}.${randomUUID()}`;
  try {
    makeFolder(folder);
    writeFileSync(draft, text);
    renameSync(draft, file);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (existsSync(draft)) rmSync(draft, { force: true });
    return String(error.code);
  }
}
