import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { install } from './ci-run.ts';
import { freshFolder } from './terminal.ts';

/** What a whole process said and took. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Most memory that it held, in MB; 0 where it was killed. */
  readonly peak: number;
  readonly seconds: number;
}

/** How a process is run. */
export interface Run {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The user that it runs as. */
  readonly uid?: number;
}

/** More than any input may take on a slow machine: beyond it a process is said to hang. */
const patience = 30_000;

/** Runs the built program as a process of its own: nothing of the outside but `PATH`, and a home without a cache. */
export type Built = (argv: readonly string[], run: Run) => Ended;

/** Builds the program in a folder of its own. */
export function built(): Built {
  const { folder } = install();
  // Another user may be asked to run it.
  chmodSync(folder, 0o755);
  const home = freshFolder();
  const peak = join(freshFolder(), 'peak');
  const tellPeak = `import { writeFileSync } from 'node:fs';
    process.on('exit', () => writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)));`;
  const preload = `--import=data:text/javascript,${encodeURIComponent(tellPeak)}`;
  return (argv, { cwd, env, uid }) => {
    const start = performance.now();
    rmSync(peak, { force: true });
    const measured = uid === undefined ? [preload] : [];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...measured, join(folder, 'bin/atelier.js'), ...argv],
      {
        ...{ cwd, encoding: 'utf8', timeout: patience, maxBuffer: 1 << 28, ...(uid !== undefined && { uid }) },
        env: { PATH: process.env.PATH, HOME: home, PEAK: peak, ...env },
      },
    );
    const seconds = (performance.now() - start) / 1000;
    const ended = { code: status, out: stdout, err: stderr, seconds };
    return { ...ended, peak: status === null || uid !== undefined ? 0 : Number(readFileSync(peak, 'utf8')) / 1024 };
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
const stack = /^\s+at .*(?:file:|node:|\.[jt]s\b)|\b\w*Error:|Erreur du programme|Error of the program/m;

/** It ended by itself, as it should, and neither a stack nor a character that acts on a terminal came out. */
export function endedWell({ code, out, err }: Ended, wanted: number): void {
  const told = `${out}${err}`;
  expect(stack.exec(told)?.input.slice(0, 2000) ?? null).toBeNull();
  const at = told.search(raw);
  expect(at < 0 ? '' : JSON.stringify(told.slice(Math.max(at - 60, 0), at + 20))).toBe('');
  expect(code, told.slice(0, 2000)).toBe(wanted);
}

/** The command could not run: one line, or two with a hint, and nothing as result. */
export function refusedInOneLine(ended: Ended, sentence: RegExp): void {
  endedWell(ended, 2);
  expect(ended.out).toBe('');
  expect(ended.err).toMatch(sentence);
  expect(ended.err.trimEnd().split('\n').length, ended.err).toBeLessThanOrEqual(ended.err.includes('\n  ') ? 2 : 1);
}

/** Writes files below a folder. */
export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The sheet of a dossier of which no rule has anything to say but what is still to come. */
export function sheet(id: string): string {
  return `format: 1\nid: ${id}\ntitre: Ici\ndispositif: local\nphase: candidature\n`;
}

/** A workspace of which each dossier has a sheet and the files given for it. */
export function workspaceOf(dossiers: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>>): string {
  const folder = freshFolder();
  put(folder, { 'atelier.yaml': 'format: 1\n' });
  for (const [id, files] of Object.entries(dossiers))
    put(join(folder, 'dossiers', id), { 'dossier.yaml': sheet(id), ...files });
  return folder;
}
