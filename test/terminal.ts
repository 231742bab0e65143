import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../src/cli.ts';
import type { Terminal } from '../src/ui/terminal.ts';

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A text as it comes from a pipe, in pieces. */
export async function* inputOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

/** Runs a command line in this process, as from a pipe: no terminal, no colour, French unless asked otherwise. */
export async function atelier(
  argv: readonly string[],
  cwd: string,
  env: Terminal['env'] = {},
  input = '',
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: inputOf(input),
    cwd,
    env,
    columns: 100,
    interactive: false,
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    now: () => 0,
  });
  return { code, out, err };
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder of its own, removed after the tests of the file; a copy of `from` when it is given. */
export function freshFolder(from?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-test-'));
  made.push(folder);
  if (from !== undefined) cpSync(from, folder, { recursive: true });
  return folder;
}

/** Every file below a folder with its content: what must not have changed. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'latin1')]),
  );
}
