import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { built, type Ended, endedWell, put, sheet, workspaceOf } from './bad-input-run.ts';
import { install } from './ci-run.ts';
import { freshFolder } from './terminal.ts';

const atelier = built();
const isRoot = process.getuid?.() === 0;

/** Small dossiers with mistakes of their own and in common, far from any git. */
function manyDossiers(): string {
  const ids = ['nozay', ...Array.from({ length: 26 }, (_, at) => `lieu-${at}`)];
  const folder = workspaceOf(
    Object.fromEntries(
      ids.map((id, at) => [
        id,
        {
          'dossier.yaml': sheet(at % 9 === 8 ? 'le-meme' : id).replace('phase', 'session: une\nphase'),
          'acteurs.yaml': `acteurs:\n  a${at}: {organisme: Mairie, categorie: comune}\ncle-${at}: 1\n`,
          'diagnostic.md': `Écrire à personne${at}@exemple.fr\n`,
        },
      ]),
    ),
  );
  put(folder, { 'sessions/une/session.yaml': 'format: 1\ntitre: Une session\n' });
  return folder;
}

const cwd = manyDossiers();
const said = ({ code, out }: Ended) => `${code}\n${out}`;
const withoutCache = () => {
  const ran = atelier(['validate', '--json', '--no-cache'], { cwd });
  endedWell(ran, 1);
  return said(ran);
};
const withCache = (folder: string) => said(atelier(['validate', '--json', '--cache-location', folder], { cwd }));

const truth = withoutCache();
const kept = freshFolder();
const cold = withCache(kept);
const [name = ''] = readdirSync(kept);
const sound = readFileSync(join(kept, name));

/** A cache in a folder of its own, with these bytes. */
function cacheOf(bytes: Uint8Array): { readonly folder: string; readonly file: string } {
  const folder = freshFolder();
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return { folder, file };
}

/** The same workspace several times: one process then answers for as many caches. */
const many = freshFolder();
const copies = Array.from({ length: 13 }, (_, at) => `copie-${String(at).padStart(2, '0')}`);
for (const copy of copies) cpSync(cwd, join(many, copy), { recursive: true });
const ofMany = (...more: readonly string[]) => said(atelier(['validate', ...copies, '--json', ...more], { cwd: many }));
const truthOfMany = ofMany('--no-cache');
const keptOfMany = freshFolder();
expect(ofMany('--cache-location', keptOfMany)).toBe(truthOfMany);
const names = readdirSync(keptOfMany);

/** Puts each of these in the place of a cache, and expects the right answer all the same; gives what is then kept. */
function heldBy(caches: readonly Uint8Array[]): readonly string[] {
  const left: string[] = [];
  for (let from = 0; from < caches.length; from += names.length) {
    const folder = freshFolder();
    for (const [at, file] of names.entries()) writeFileSync(join(folder, file), caches[from + at] ?? sound);
    expect(ofMany('--cache-location', folder)).toBe(truthOfMany);
    left.push(...names.map((file) => readFileSync(join(folder, file), 'latin1')));
  }
  return left.slice(0, caches.length);
}

/** The sound cache with one bit turned in each place. */
function turned(places: readonly number[], bit: number): Uint8Array {
  const spoilt = Buffer.from(sound);
  for (const [index, at] of places.entries()) spoilt[at] = (spoilt[at] ?? 0) ^ (1 << ((index + bit) % 7));
  return spoilt;
}

describe('a cache', () => {
  it('says what is said without it, cold and warm, and is left alone when it knows all', () => {
    expect(JSON.parse(truth.slice(2)).diagnostics.length).toBeGreaterThan(80);
    expect(cold).toBe(truth);
    const { folder, file } = cacheOf(sound);
    const before = statSync(file).ino;
    expect(withCache(folder)).toBe(truth);
    expect(statSync(file).ino).toBe(before);
  });

  it('cut short anywhere is no wrong answer, and is whole again afterwards', () => {
    const lines = sound.toString('latin1').split('\n').length;
    const ends = Array.from({ length: 50 }, (_, at) => Math.floor((sound.length * at) / 50));
    const cut = [...ends, sound.indexOf(10), sound.indexOf(10) + 1].map((end) => sound.subarray(0, end));
    for (const left of heldBy(cut)) expect(left.split('\n').length).toBe(lines);
    heldBy([sound.subarray(0, -1)]);
    expect(lines).toBeGreaterThan(25);
  });

  it('of which 200 bits are turned is no wrong answer', () => {
    const starts = [0, ...[...sound].flatMap((byte, at) => (byte === 10 ? [at + 1] : []))].slice(1, -1);
    const runs = Math.ceil(200 / starts.length);
    const spoilt = Array.from({ length: runs }, (_, run) => {
      // One in each line, so that none is hidden by another: somewhere else in each run, and another bit.
      const places = starts.map((start, index) => {
        const length = (starts[index + 1] ?? sound.length) - start;
        return start + Math.floor(((run + (index % 5) / 5) / runs) * length);
      });
      return turned(places, run);
    });
    heldBy([...spoilt, ...[0, 9, 28].map((at) => turned([at], 0))]);
  });

  it('that is mixed up, empty, noise, of another version or of another program is none', () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256));
    const [head = '', ...lines] = sound.toString().trimEnd().split('\n');
    const key = (line = '') => line.slice(0, line.indexOf(' '));
    const report = (line = '') => line.slice(line.indexOf(' '));
    const swapped = lines.map((line, index) => key(line) + report(lines[(index + 1) % lines.length]));
    const older = head.replace(/^atelier ./, (start) => `atelier ${start.endsWith('0') ? '1' : '0'}`);
    const texts = ['', '\n\n', '{}', 'atelier 0123456789abcdef0123\nx y z\n', [older, ...lines, ''].join('\n')];
    const bytes = [...texts, [head, ...swapped, ''].join('\n')].map((text) => Buffer.from(text));
    heldBy([...bytes, noise, Buffer.concat([sound, noise])]);
  });

  it('that is gone, or a folder, is none', () => {
    const { folder, file } = cacheOf(sound);
    rmSync(file);
    expect(withCache(folder)).toBe(truth);
    rmSync(file);
    mkdirSync(join(file, 'dedans'), { recursive: true });
    expect(withCache(folder)).toBe(truth);
    expect(lstatSync(file).isDirectory()).toBe(true);
  });

  it('serves several workspaces and several settings', () => {
    const { folder } = cacheOf(sound);
    const other = freshFolder('examples/modele');
    const run = (where: string, ...more: readonly string[]) =>
      said(atelier(['validate', '--json', ...more], { cwd: where }));
    const alone = run(other, '--no-cache');
    const off = run(cwd, '--no-cache', '--rule', 'donnee-personnelle=off');
    for (let round = 0; round < 2; round++) {
      expect(run(other, '--cache-location', folder)).toBe(alone);
      expect(run(cwd, '--cache-location', folder, '--rule', 'donnee-personnelle=off')).toBe(off);
      expect(run(cwd, '--cache-location', folder)).toBe(truth);
    }
    expect(off).not.toBe(truth);
    // Under the name of another's: it has the same dossiers, one more and one less.
    const moved = freshFolder(cwd);
    rmSync(join(moved, 'dossiers/nozay'), { recursive: true });
    cpSync(join(moved, 'dossiers/lieu-1'), join(moved, 'dossiers/lieu-neuf'), { recursive: true });
    const fresh = freshFolder();
    const truthThere = run(moved, '--cache-location', fresh);
    for (const theirs of readdirSync(fresh)) writeFileSync(join(fresh, theirs), sound);
    expect(run(moved, '--cache-location', fresh)).toBe(truthThere);
    expect(run(moved, '--no-cache')).toBe(truthThere);
  });

  it.skipIf(process.platform === 'win32')('that cannot be written is no failure, and -v says so', () => {
    const { folder, file } = cacheOf(Buffer.from(''));
    // Root is refused nothing: it runs the program as somebody else.
    const uid = isRoot ? { uid: 65_534 } : {};
    for (const path of [cwd, folder]) chmodSync(path, 0o755);
    chmodSync(file, 0o644);
    if (!isRoot) chmodSync(folder, 0o555);
    const readable = atelier(['--version'], { cwd: '/', ...uid }).code === 0;
    if (!readable) return console.warn('the program is closed to other users here: a read-only cache is not tried');
    const ran = atelier(['validate', '--json', '-v', '--cache-location', folder], { cwd, ...uid });
    expect(said(ran)).toBe(truth);
    expect(ran.err).toMatch(/Le cache n’a pas pu être écrit \(E[A-Z]+\)/);
    chmodSync(folder, 0o755);
  });

  it('may be written by several processes at once', async () => {
    const { folder } = install();
    const { folder: cache, file } = cacheOf(Buffer.from(''));
    const argv = [join(folder, 'bin/atelier.js'), 'validate', '--json', '--cache-location', cache];
    const ran = Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, argv, { cwd, env: { PATH: process.env.PATH } });
      let out = '';
      for await (const text of child.stdout) out += text;
      return out;
    });
    for (const out of await Promise.all(ran)) expect(`1\n${out}`).toBe(truth);
    expect(withCache(cache)).toBe(truth);
    expect(readdirSync(cache)).toEqual([name]);
    expect(readFileSync(file, 'utf8').split('\n').length).toBe(sound.toString().split('\n').length);
  });
});

describe('what changes on disk, outside git', () => {
  const cache = freshFolder();
  const file = join(cwd, 'dossiers/nozay/debats.yaml');
  beforeEach(() => expect(withCache(cache)).toBe(withoutCache()));

  it('is seen by its content, whatever its size and dates, and forgotten when it is undone', () => {
    put(cwd, { 'dossiers/nozay/debats.yaml': 'cle-a: 1\n' });
    expect(withCache(cache)).toBe(withoutCache());
    const { atime, mtime } = statSync(file);
    const before = withCache(cache);
    writeFileSync(file, 'cle-b: 1\n');
    utimesSync(file, atime, mtime);
    expect(withCache(cache)).not.toBe(before);
    expect(withCache(cache)).toBe(withoutCache());
    writeFileSync(file, 'cle-a: 1\n');
    expect(withCache(cache)).toBe(before);
    rmSync(file);
    expect(withCache(cache)).toBe(withoutCache());
  });

  it('is seen where only names change: a picture, a folder, what a link leads to', () => {
    const states = [withCache(cache)];
    const next = (act: () => void) => {
      act();
      const now = withCache(cache);
      expect(now).toBe(withoutCache());
      states.push(now);
    };
    next(() => put(cwd, { 'dossiers/nozay/diagnostic.md': '![Une halle](medias/a.png)\n' }));
    next(() => put(cwd, { 'dossiers/nozay/medias/a.png': 'x' }));
    next(() => renameSync(join(cwd, 'dossiers/nozay'), join(cwd, 'dossiers/nozay-le-neuf')));
    next(() => renameSync(join(cwd, 'dossiers/nozay-le-neuf'), join(cwd, 'dossiers/nozay')));
    next(() => mkdirSync(join(cwd, 'dossiers/nozay/echelle.yaml.d/acteurs.yaml'), { recursive: true }));
    expect(states[4]).toBe(states[2]);
    expect(new Set(states).size).toBe(states.length - 1);
  });
});
