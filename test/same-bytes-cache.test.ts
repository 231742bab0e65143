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
  truncateSync,
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
    for (const end of [...ends, sound.indexOf(10), sound.indexOf(10) + 1]) {
      const { folder, file } = cacheOf(sound);
      truncateSync(file, end);
      expect(withCache(folder)).toBe(truth);
      expect(readFileSync(file, 'latin1').split('\n').length).toBe(lines);
    }
    expect(lines).toBeGreaterThan(25);
    const { folder, file } = cacheOf(sound);
    truncateSync(file, sound.length - 1);
    expect(withCache(folder)).toBe(truth);
  });

  it('of which 200 bits are turned is no wrong answer', () => {
    const starts = [0, ...[...sound].flatMap((byte, at) => (byte === 10 ? [at + 1] : []))].slice(1, -1);
    const perRun = starts.length;
    const runs = Math.ceil(200 / perRun);
    for (let run = 0; run < runs; run++) {
      const spoilt = Buffer.from(sound);
      // One in each line, so that none is hidden by another: somewhere else in each run, and another bit.
      for (const [index, start] of starts.entries()) {
        const length = (starts[index + 1] ?? sound.length) - start;
        const at = start + Math.floor(((run + (index % 5) / 5) / runs) * length);
        spoilt[at] = (spoilt[at] ?? 0) ^ (1 << ((index + run) % 7));
      }
      expect(withCache(cacheOf(spoilt).folder)).toBe(truth);
    }
    for (const at of [0, 9, 28]) {
      const spoilt = Buffer.from(sound);
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      expect(withCache(cacheOf(spoilt).folder)).toBe(truth);
    }
  });

  it('whose reports have changed places is no wrong answer', () => {
    const [head = '', ...lines] = sound.toString().trimEnd().split('\n');
    const key = (line = '') => line.slice(0, line.indexOf(' '));
    const report = (line = '') => line.slice(line.indexOf(' '));
    const turned = lines.map((line, index) => key(line) + report(lines[(index + 1) % lines.length]));
    expect(withCache(cacheOf(Buffer.from([head, ...turned, ''].join('\n'))).folder)).toBe(truth);
  });

  it('that is empty, noise, text of another program or a folder is none', () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256));
    for (const bytes of ['', '\n\n', '{}', 'atelier 0123456789abcdef0123\nx y z\n'])
      expect(withCache(cacheOf(Buffer.from(bytes)).folder)).toBe(truth);
    expect(withCache(cacheOf(Buffer.concat([sound, noise])).folder)).toBe(truth);
    const { folder, file } = cacheOf(sound);
    rmSync(file);
    expect(withCache(folder)).toBe(truth);
    rmSync(file);
    mkdirSync(join(file, 'dedans'), { recursive: true });
    expect(withCache(folder)).toBe(truth);
    expect(lstatSync(file).isDirectory()).toBe(true);
  });

  it('of another version is none, and neither are its reports', () => {
    const lying = sound.toString().replace(/^atelier ./, (head) => `atelier ${head.endsWith('0') ? '1' : '0'}`);
    expect(withCache(cacheOf(Buffer.from(lying)).folder)).toBe(truth);
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
