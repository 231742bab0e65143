import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownIn, replaceFile, writeFiles } from '../src/write/write.ts';
import { freshFolder } from './terminal.ts';

const report = (text: string, source = 'first') => [{ path: 'nozay/rapport.html', bytes: text, source }];
const list = (out: string): unknown => JSON.parse(readFileSync(join(out, '.atelier.json'), 'utf8'));

describe('an output folder', () => {
  test('knows what each file was made from, while it lies there as it was written', async () => {
    const out = freshFolder();
    await writeFiles(report('a'), out);
    expect(knownIn(out)('nozay/rapport.html', 'first')).toBe(true);
    expect(knownIn(out)('nozay/rapport.html', 'second')).toBe(false);
    expect(knownIn(out)('nozay/autre.html', 'first')).toBe(false);
    writeFileSync(join(out, 'nozay/rapport.html'), 'b');
    expect(knownIn(out)('nozay/rapport.html', 'first')).toBe(false);
    rmSync(join(out, 'nozay/rapport.html'));
    expect(knownIn(out)('nozay/rapport.html', 'first')).toBe(false);
  });

  test('takes a new source for the same bytes, and no file is written for it', async () => {
    const out = freshFolder();
    await writeFiles(report('a'), out);
    const past = new Date('2026-01-01T00:00:00Z');
    utimesSync(join(out, 'nozay/rapport.html'), past, past);
    expect(await writeFiles(report('a', 'second'), out)).toEqual({
      written: [],
      unchanged: ['nozay/rapport.html'],
      removed: [],
    });
    expect(statSync(join(out, 'nozay/rapport.html')).mtime).toEqual(past);
    expect(knownIn(out)('nozay/rapport.html', 'second')).toBe(true);
  });

  test('keeps what is not made again in its list, and counts it as unchanged', async () => {
    const out = freshFolder();
    await writeFiles(report('a'), out);
    const before = list(out);
    const more = [{ path: 'nozay/rapport.html', kept: true } as const, { path: 'b.txt', bytes: 'b' }];
    expect(await writeFiles(more, out)).toEqual({ written: ['b.txt'], unchanged: ['nozay/rapport.html'], removed: [] });
    expect(list(out)).toMatchObject(before as object);
    expect(knownIn(out)('nozay/rapport.html', 'first')).toBe(true);
  });

  test('holds nothing of ours where its list is damaged', async () => {
    const out = freshFolder();
    await writeFiles(report('a'), out);
    for (const text of ['{', '[]', 'null', '{"files": [1]}', '{"files": {"nozay/rapport.html": 1}, "sources": 2}']) {
      writeFileSync(join(out, '.atelier.json'), text);
      expect(knownIn(out)('nozay/rapport.html', 'first')).toBe(false);
      await expect(writeFiles(report('b'), out)).rejects.toThrow();
    }
  });
});

test('a file that is replaced keeps who may read it', () => {
  const file = join(freshFolder(), 'a.yaml');
  writeFileSync(file, 'a', { mode: 0o640 });
  replaceFile(file, 'b');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['b', 0o640]);
});

describe('two files of one name', () => {
  test('are refused, and nothing is written', async () => {
    const out = freshFolder();
    const files = [
      { path: 'nozay/rapport.html', bytes: 'a' },
      { path: 'nozay/rapport.html', bytes: 'b' },
    ];
    await expect(writeFiles(files, out)).rejects.toMatchObject({
      text: { fr: expect.stringContaining('nozay/rapport.html serait écrit deux fois') },
    });
    expect(readdirSync(out)).toEqual([]);
  });
});
