import { execFileSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files on disk, ready to be validated; texts are counted, pictures are not. */
export interface Workspace {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/** Before any commit: git compares again the content of whatever is as young as its index. */
const past = new Date('2026-01-01T00:00:00Z');

/** Writes files below a folder that does not exist yet; with `git`, they are all committed there. */
export function write(
  folder: string,
  texts: Iterable<readonly [path: string, text: string]>,
  kept: 'git' | 'plain',
): Workspace {
  let files = 0;
  let bytes = 0;
  for (const [path, text] of texts) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    utimesSync(full, past, past);
    if (!/\.(?:yaml|md)$/.test(path)) continue;
    files++;
    bytes += Buffer.byteLength(text);
  }
  if (kept === 'git') commit(folder);
  return { folder, files, bytes };
}

/** The same commit on every machine; nothing is packed behind our back while others are being timed. */
function commit(folder: string): void {
  const date = past.toISOString();
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, env, stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Banc d’essai');
  git('config', 'user.email', 'banc@example.org');
  git('config', 'gc.auto', '0');
  git('config', 'maintenance.auto', 'false');
  git('add', '--all');
  git('commit', '--quiet', '--message=Dossiers');
}
