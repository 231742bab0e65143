import { type ChildProcess, spawn } from 'node:child_process';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach } from 'vitest';
import { freshFolder } from './terminal.ts';

/** An answer of a server. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks a server as no browser would: the path as it is written, any method, any Host. */
export function ask(address: string, path: string, headers = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((done, failed) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, async (response) => {
      let text = '';
      for await (const piece of response.setEncoding('utf8')) text += piece;
      done({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    sent.on('error', failed).end();
  });
}

/** A stream of changes, as a browser holds it open. */
export interface Followed {
  /** The versions that it was told, in order. */
  readonly told: readonly string[];
  /** Does something, and waits for the next version. */
  readonly after: (act: () => void) => Promise<string>;
  readonly ended: Promise<void>;
}

/** Follows the page at a path, once its first version has come. */
export async function followed(address: string, path: string): Promise<Followed> {
  const told: string[] = [];
  let end: () => void = () => undefined;
  const ended = new Promise<void>((done) => {
    end = done;
  });
  const sent = request(new URL(`${path}suivi`, address), { agent: false }, (response) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      for (const [, version = ''] of text.matchAll(/^data: (.*)$/gm)) told.push(version);
    });
    response.on('close', end).on('error', end);
  });
  sent.on('error', end).end();
  await until(() => told.length > 0);
  return {
    told,
    ended,
    after: async (act) => {
      const before = told.length;
      act();
      await until(() => told.length > before);
      return told.at(-1) ?? '';
    },
  };
}

/** Waits for something as long as a slow machine may need; a test that waits in vain fails. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await isSo())) {
    if (performance.now() - start > 20_000) throw new Error('waited in vain');
    await wait(5);
  }
}

/** A process of `atelier preview`. */
export interface Previewing {
  readonly address: string;
  readonly out: () => string;
  readonly err: () => string;
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

const from = createRequire(import.meta.url);
const entry = [
  '--import',
  pathToFileURL(from.resolve('tsx')).href,
  resolve(import.meta.dirname, '../src/main.ts'),
  'preview',
];

/** Starts it in a folder, and waits for its address, or for its end where it refuses. */
export async function previewing(
  cwd: string,
  argv: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Previewing> {
  const child = spawn(process.execPath, [...entry, ...argv], {
    cwd,
    env: { PATH: process.env.PATH, HOME: freshFolder(), ...env },
  });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  let over = false;
  const ended = new Promise<number | null>((done) =>
    child.once('close', (code) => {
      over = true;
      done(code);
    }),
  );
  await until(() => over || said.out.includes('\n'));
  return {
    address: said.out.trim(),
    out: () => said.out,
    err: () => said.err,
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
