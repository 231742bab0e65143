import { execFile, execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { maxFileBytes } from './bytes.ts';

/** What git knows of a folder: the hash of each unchanged file, by its path from that folder, with `/`. */
export type Blobs = ReadonlyMap<string, string>;

/** The root of the git work tree that holds a folder; null outside one. No process is started for it. */
export function gitRoot(folder: string): string | null {
  for (let here = real(folder); ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) return here;
    if (here === dirname(here)) return null;
  }
}

/** The path that leads from the root of the work tree to a folder below it: `dossiers/nozay/`, or '' for the root itself. */
export function prefixIn(root: string, folder: string): string {
  const below = relative(root, real(folder));
  return below === '' ? '' : `${below.split(sep).join('/')}/`;
}

function real(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : resolve(folder);
}

/**
 * The hashes that git keeps of the files below a folder, for those that are on disk as git last saw them: no file is read.
 * A file that git was told not to look at is left out, and one that it may change on its way in or out (line ends,
 * filters, LFS): two texts on disk would then have one hash.
 * @returns null where git does not answer: no git, no work tree, a broken index
 */
export async function blobsBelow(folder: string): Promise<Blobs | null> {
  const [listed, changed, lineEnds] = await Promise.all([
    ask(folder, ['ls-files', '-s', '-v', '-z', '--', `:(attr:${unchanging})`]),
    ask(folder, ['diff-files', '--name-only', '-z', '--relative', '--ignore-submodules', '--', '.']),
    ask(folder, ['config', '--default', 'false', '--get', 'core.autocrlf']),
  ]);
  if (listed === null || changed === null || lineEnds?.trim() !== 'false') return null;
  const blobs = new Map<string, string>();
  for (const line of listed.split('\0')) {
    // `H 100644 <hash> 0<tab><path>`; a link is kept by where it leads, a conflict has no one hash.
    const [, tag, mode, hash, stage, path] = /^(.) (\d+) ([0-9a-f]+) (\d)\t([\s\S]*)$/.exec(line) ?? [];
    if (path === undefined || hash === undefined || tag !== 'H' || stage !== '0') continue;
    // Bytes that are no UTF-8 come as one letter: several files may then have this path.
    if (mode?.startsWith('100') && !path.includes('\ufffd')) blobs.set(path, hash);
  }
  for (const path of changed.split('\0')) blobs.delete(path);
  return blobs;
}

/** The attributes by which git would change a text, all of them without a value. */
const unchanging = ['filter', 'text', 'eol', 'crlf', 'ident', 'working-tree-encoding']
  .map((name) => `!${name}`)
  .join(' ');

/** Asks git, quietly; null where it fails. */
function ask(cwd: string, args: readonly string[]): Promise<string | null> {
  return new Promise((done) => {
    execFile('git', [...options, ...args], { cwd, encoding: 'utf8', maxBuffer: most, env: quiet() }, (error, out) =>
      done(error ? null : out),
    );
  });
}

/**
 * Asks git one thing and waits for the answer.
 * @param more what git reads, where it is to read something; how many bytes it may say
 * @returns what it says, or null where it refuses, says too much or is not there
 */
export function askGit(
  cwd: string,
  args: readonly string[],
  more: { readonly input?: string; readonly maxBuffer?: number } = {},
): string | null {
  try {
    const stdio: ('ignore' | 'pipe')[] = [more.input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'];
    const asked = { cwd, encoding: 'utf8' as const, maxBuffer: most, env: quiet(), stdio };
    return execFileSync('git', [...options, ...args], { ...asked, ...more });
  } catch (error) {
    if (error instanceof Error && ('status' in error || 'code' in error)) return null;
    throw error;
  }
}

const most = 1 << 30;
/** Paths as they are; no hook of the repository's own settings that would run a program; all that tells a file changed. */
const options = ['quotepath=off', 'fsmonitor=false', 'trustctime=true', 'checkStat=default'].flatMap((one) => [
  '-c',
  `core.${one}`,
]);

/** No question to the user, and no lock that would make a git command of theirs fail beside ours. */
function quiet(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}

/** One version of a file: the hash of its content, its path from the root of the work tree. */
export interface Version {
  readonly hash: string;
  readonly path: string;
}

/** How far back commits are walked, so that no history makes anybody wait: the newest are those of today's dossiers. */
const mostCommits = 20_000;

/**
 * The versions of files that commits hold, the newest commits first, each content once, under one of its names. What was
 * only staged or stashed is in no commit; what a shallow or partial clone does not have is left out, and never fetched;
 * so is what is too long for a text.
 * @param revisions as `rev-list` takes them: `HEAD`, `--all`
 * @returns none where git does not answer
 */
export function versionsIn(cwd: string, revisions: readonly string[]): readonly Version[] {
  const wanted = ['--objects', '--missing=allow-any', `--filter=blob:limit=${maxFileBytes + 1}`];
  const walk = ['rev-list', ...wanted, `-n${mostCommits}`, '--exclude=refs/stash', ...revisions, '--'];
  return (askGit(cwd, walk) ?? '').split('\n').flatMap((line) => {
    const space = line.indexOf(' ');
    return space < 0 ? [] : [{ hash: line.slice(0, space), path: line.slice(space + 1) }];
  });
}

/** The content of a few versions as one text, each below a line `blob`; null where git does not answer, or at too much. */
export function textOf(cwd: string, versions: readonly Version[]): string | null {
  const input = versions.map(({ hash }) => `${hash}\n`).join('');
  return askGit(cwd, ['cat-file', '--batch=%(objecttype)', '--buffer'], { input, maxBuffer: 1 << 27 });
}

/** Git's own folder for what a program keeps beside a repository; right in linked work trees too. */
export function gitFolder(root: string, name: string): string | null {
  const said = askGit(root, ['rev-parse', '--git-path', name])?.replace(/\r?\n$/, '');
  return said === undefined || said === '' ? null : isAbsolute(said) ? said : join(root, said);
}

/** A file of a commit: how it is kept (`100644`; `120000` a link), the hash of its content. */
export interface Blob {
  readonly mode: string;
  readonly hash: string;
}

/**
 * The files of a commit below a folder, by their paths from it, sorted by code unit.
 * @param prefix the folder, from the root of the work tree: `dossiers/nozay/`, or '' for all
 * @returns none where git does not answer
 */
export function treeOf(cwd: string, commit: string, prefix: string): ReadonlyMap<string, Blob> {
  const said = askGit(cwd, ['ls-tree', '-r', '-z', '--full-tree', `${commit}:${prefix}`]) ?? '';
  const files = said.split('\0').flatMap((line): readonly (readonly [string, Blob])[] => {
    const [, mode, hash, path] = /^(\d+) blob ([0-9a-f]+)\t([\s\S]*)$/.exec(line) ?? [];
    return mode === undefined || hash === undefined || path === undefined ? [] : [[path, { mode, hash }]];
  });
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The content of blobs, by hash; those that a partial clone does not have are left out. */
export function blobBytes(cwd: string, hashes: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const asked = ['cat-file', '--batch', '--buffer'];
  const out = execFileSync('git', [...options, ...asked], {
    cwd,
    input: [...new Set(hashes)].map((hash) => `${hash}\n`).join(''),
    maxBuffer: most,
    env: quiet(),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // `<hash> blob <size>`, a line feed, so many bytes, a line feed; `<hash> missing` where there is none.
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(0x0a, at);
    const [hash = '', type, size] = out.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type === 'missing' || size === undefined) continue;
    found.set(hash, new Uint8Array(out.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return found;
}
