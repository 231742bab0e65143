import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { built, type Ended, endedWell, put } from './bad-input-run.ts';
import { install } from './ci-run.ts';
import { freshFolder } from './terminal.ts';

const atelier = built();
const formats = ['plain', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle'];

/** Mistakes of several kinds in every third dossier, and some that several dossiers share: an id, a perimeter. */
function spoil(folder: string, index: number): void {
  if (index % 3 === 0) appendFileSync(join(folder, 'acteurs.yaml'), `cle-${index}: 1\n`);
  if (index % 5 === 0) put(folder, { 'debats.yaml': `a: 1\n\tb: 2\n`, 'acteur.yaml': 'a: 1\n' });
  if (index % 7 === 0) appendFileSync(join(folder, 'dossier.yaml'), 'note: Écrire à jean@exemple.fr\n');
}

/** The national example, its dossiers copied until there are enough files for a second thread. */
function large(files: number): string {
  const root = freshFolder('examples/national');
  const dossiers = join(root, 'dossiers');
  const ids = readdirSync(dossiers);
  for (let copy = 1; count(root) < files; copy++) {
    for (const [index, id] of ids.entries()) {
      const folder = join(dossiers, `${id}-${copy}`);
      cpSync(join(dossiers, id), folder, { recursive: true });
      const sheet = readFileSync(join(folder, 'dossier.yaml'), 'utf8');
      // The same perimeter in the same session, three times; the same id, now and then.
      const alone = copy > 2 ? sheet.replace(/^session: .*\n/m, '') : sheet;
      put(folder, { 'dossier.yaml': copy % 10 === 0 ? alone : alone.replace(/^id: .*$/m, `id: ${id}-${copy}`) });
      spoil(folder, copy * ids.length + index);
    }
  }
  return root;
}

function count(root: string): number {
  return readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

const said = ({ code, out }: Ended) => `${code}\n${out}`;

/** What is said in every format, by one process; the pretty one too, on standard output. */
function inAllFormats(cwd: string, argv: readonly string[] = [], env = {}): ReadonlyMap<string, string> {
  const folder = freshFolder();
  const outputs = formats.flatMap((format) => ['--format', format, '--output', join(folder, format)]);
  const ran = atelier(['validate', ...argv, '-v', ...outputs, '--format', 'pretty'], { cwd, env });
  endedWell(ran, 1);
  return new Map([
    ['pretty', ran.out],
    ...formats.map((format) => [format, readFileSync(join(folder, format), 'utf8')] as const),
  ]);
}

describe('a workspace large enough for a second thread', () => {
  let cwd = '';
  let truth = '';
  beforeAll(() => {
    cwd = large(1650);
    truth = said(atelier(['validate', '--json', '--no-cache'], { cwd }));
  });

  it('has mistakes of its dossiers and between them', () => {
    const { diagnostics, summary } = JSON.parse(truth.slice(2));
    const rules = new Set(diagnostics.map(({ rule }: { rule: string }) => rule));
    expect([...rules]).toEqual(
      expect.arrayContaining(['cle-inconnue', 'id-en-double', 'perimetre-en-double', 'donnee-personnelle']),
    );
    expect(summary.files).toBeGreaterThan(1500);
    if (availableParallelism() === 1) console.warn('one core only: no second thread is started here');
  });

  it('says the same cold, warm and again without a cache', () => {
    const cache = freshFolder();
    for (const more of [['--cache-location', cache], ['--cache-location', cache], ['--no-cache']])
      expect(said(atelier(['validate', '--json', ...more], { cwd }))).toBe(truth);
  });

  const pinned = spawnSync('taskset', ['-c', '0', 'true']).status === 0;
  if (!pinned) console.warn('taskset is not here: one thread alone is not compared with two');
  it.skipIf(!pinned)('says the same on one core, where no second thread is started', () => {
    const bin = join(install().folder, 'bin/atelier.js');
    const argv = ['-c', '0', process.execPath, bin, 'validate', '--json', '--no-cache'];
    const { status, stdout } = spawnSync('taskset', argv, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(`${status}\n${stdout}`).toBe(truth);
  });
});

describe('the same dossiers', () => {
  const cwd = large(60);
  const dossiers = readdirSync(join(cwd, 'dossiers'));
  const shuffled = dossiers.map((id, at) => [(at * 7) % dossiers.length, id] as const).sort((a, b) => a[0] - b[0]);
  const whole = inAllFormats(cwd);

  it.each([
    ['one by one', [...dossiers.map((id) => `dossiers/${id}`), 'sessions', 'atelier.yaml']],
    ['backwards', ['atelier.yaml', 'sessions', ...dossiers.toReversed().map((id) => `dossiers/${id}/`)]],
    [
      'in any order, twice, absolute',
      shuffled
        .flatMap(([, id]) => [`./dossiers/${id}`, join(cwd, 'dossiers', id)])
        .concat('sessions/*', 'atelier.yaml'),
    ],
    ['by a pattern', ['*']],
    ['by patterns', ['sessions/**', 'atelier*', 'dossiers/*/', 'dossiers/**/*.yaml']],
    ['from their parts', ['dossiers', 'sessions', 'dossiers/nozay', 'atelier.yaml']],
    ['as the folder itself', ['dossiers/../', '.']],
  ])('named %s give the same bytes in each format', (_, paths) => {
    for (const [format, text] of inAllFormats(cwd, paths)) expect([format, text]).toEqual([format, whole.get(format)]);
  });

  it('from another folder give the same bytes, but for people', () => {
    for (const [where, path] of [
      ['/', cwd],
      [join(cwd, 'dossiers/nozay'), '../..'],
      [join(cwd, 'dossiers'), `../../${cwd.split('/').at(-1)}`],
    ] as const) {
      const there = inAllFormats(where, [path, '--no-cache']);
      for (const format of formats) expect([format, there.get(format)]).toEqual([format, whole.get(format)]);
    }
  });

  it.each([
    { LC_ALL: 'C', TZ: 'Pacific/Apia' },
    { LC_ALL: 'fr_FR.UTF-8', TZ: 'America/Martinique', LANG: 'de_DE' },
    { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu', CI: 'true', TERM: 'dumb' },
  ])('under %j give the same bytes', (env) => {
    expect([...inAllFormats(cwd, ['--no-cache'], env)]).toEqual([...whole]);
  });

  it('copied elsewhere, their files made in another order, give the same bytes', () => {
    const other = freshFolder();
    const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(cwd, name)).isFile(),
    );
    for (const name of names.toReversed()) put(other, { [name]: readFileSync(join(cwd, name)) });
    expect([...inAllFormats(other)]).toEqual([...whole]);
  });
});

describe('several lone dossiers', () => {
  const cwd = freshFolder();
  const ids = ['nozay', 'caen-metropole', 'sud-des-landes'];
  for (const [index, id] of ids.entries()) {
    cpSync(join('examples/national/dossiers', id), join(cwd, id), { recursive: true });
    spoil(join(cwd, id), index * 15);
    spoil(join(cwd, id), index * 14);
  }

  it('named in any order, or not at all, give the same bytes in each format', () => {
    const whole = inAllFormats(cwd);
    expect(new Set((whole.get('plain') ?? '').split('\n').map((line) => line.split('/')[0])).size).toBe(4);
    for (const paths of [
      ids,
      ids.toReversed(),
      [...ids, ...ids.map((id) => `${join(cwd, id)}/`)],
      ['*'],
      ['*/dossier.yaml', 's*', '.'],
    ])
      for (const [format, text] of inAllFormats(cwd, paths))
        expect([format, text]).toEqual([format, whole.get(format)]);
    rmSync(join(cwd, 'nozay'), { recursive: true });
    expect([...inAllFormats(cwd)]).not.toEqual([...whole]);
  });
});
