import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from './terminal.ts';

const root = resolve(import.meta.dirname, '..');

/** Makes a spool and writes a file for a long time; says `1` once it has begun. */
const long = `
import { makeSpool } from './src/commands/export/spool.ts';
import { writeFiles } from './src/write/write.ts';
const [out] = process.argv.slice(1);
makeSpool();
function* chunks() {
  process.stdout.write('1');
  for (const end = Date.now() + 20000; Date.now() < end; ) yield 'x';
}
const files = [{ path: 'a.csv', bytes: Buffer.from('a') }, { path: 'b/c.csv', chunks: chunks() }];
await writeFiles(files, out);
`;

describe('a program that is stopped', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing of its own behind after %s', async (signal) => {
    const folder = freshFolder();
    const [temporary, out] = [join(folder, 'tmp'), join(folder, 'donnees')];
    mkdirSync(temporary);
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', long, out], {
      cwd: root,
      env: { PATH: process.env.PATH, TMPDIR: temporary, TSX_DISABLE_CACHE: '1' },
    });
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += String(bytes);
    });
    const ended = new Promise((done) => child.once('close', (code, by) => done(by ?? code)));
    const begun = new Promise((done) => child.stdout.once('data', () => done('begun')));
    expect(await Promise.race([begun, ended]), said).toBe('begun');
    expect(readdirSync(out).length).toBeGreaterThan(0);
    expect(readdirSync(temporary).some((name) => name.startsWith('atelier-'))).toBe(true);
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(temporary).filter((name) => name.startsWith('atelier-'))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['tmp']);
  });
});
