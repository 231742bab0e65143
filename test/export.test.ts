import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atelier, freshFolder } from './terminal.ts';

const national = resolve(import.meta.dirname, '../examples/national');

/** Every file of a folder, by its path, the list of what was written apart. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')] as const)
      .filter(([path]) => path !== '.atelier.json'),
  );
}

const all = ['--to', 'csv,parquet,geojson', '--csv-excel'];

/** The example without what the national team says of its dossiers: some are to go. */
function withoutThemes(): string {
  const folder = freshFolder(national);
  for (const id of readdirSync(join(folder, 'sessions'))) {
    rmSync(join(folder, 'sessions', id, 'themes'), { recursive: true, force: true });
    withoutKey(join(folder, 'sessions', id, 'session.yaml'), 'comparaison');
  }
  withoutKey(join(folder, 'atelier.yaml'), 'comparaison');
  return folder;
}

function withoutKey(path: string, key: string): void {
  const block = new RegExp(`^${key}:.*\\n(?:[ \\t]+.*\\n)*`, 'm');
  writeFileSync(path, readFileSync(path, 'utf8').replace(block, ''));
}

/** A workspace in git, with one commit. */
function inGit(): string {
  const folder = withoutThemes();
  git(folder, 'init', '-q');
  commit(folder, 'premier');
  return folder;
}

function git(folder: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=essai', '-c', 'user.email=essai@exemple.invalid', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: folder });
}

function commit(folder: string, message: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', message);
}

function edit(path: string, change: (text: string) => string): void {
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

describe('export', () => {
  it('gives the same bytes in one go or from parts put together', async () => {
    const folder = freshFolder();
    const whole = await atelier(['export', national, ...all, '--out', 'entier'], folder);
    expect(whole.code).toBe(0);
    for (const part of [3, 8, 1, 2, 7, 4, 6, 5])
      expect((await atelier(['export', national, '--shard', `${part}/8`, '--out', 'parts'], folder)).code).toBe(0);
    const merged = await atelier(['export', '--merge', 'parts', ...all, '--out', 'reuni'], folder);
    expect(merged.err).toMatch(/4\sdossiers/);
    const [once, again] = [filesIn(join(folder, 'entier')), filesIn(join(folder, 'reuni'))];
    expect([...again.keys()]).toEqual([...once.keys()]);
    for (const [path, text] of once) expect(again.get(path), path).toBe(text);
  });

  it('looks at what dossiers say of one another when parts are put together', async () => {
    const folder = freshFolder(national);
    const theme = join(folder, 'sessions/periurbain-2016/themes/essai.md');
    mkdirSync(dirname(theme), { recursive: true });
    writeFileSync(theme, '---\ntitre: Un thème\nquestion: Quoi ?\npieces: [nozay/principe/pas-la]\n---\n\nTexte.\n');
    for (const part of [1, 2])
      expect((await atelier(['export', '--shard', `${part}/2`, '--out', 'parts'], folder)).code).toBe(0);
    const { code, err } = await atelier(['export', '--merge', 'parts'], folder);
    expect([code, err]).toEqual([1, expect.stringContaining('sessions/periurbain-2016/themes/essai.md')]);
    expect(err).toContain('pas-la');
    expect(existsSync(join(folder, 'donnees'))).toBe(false);
  });

  it('makes parts of one session, also where they have no dossier, and says nothing of the others', async () => {
    const folder = freshFolder();
    for (const part of [1, 2, 3, 4, 5]) {
      const argv = ['export', national, '--session', 'transition-2019', '--shard', `${part}/5`, '--out', 'parts'];
      const { code, err } = await atelier(argv, folder);
      expect([code, err], err).toEqual([0, expect.not.stringContaining('La session')]);
    }
    const { err } = await atelier(['export', '--merge', 'parts'], folder);
    expect(err).toMatch(/^1\sdossier/);
    await atelier(['export', national, '--session', 'transition-2091', '--shard', '1/1', '--out', 'mal'], folder);
    const wrong = await atelier(['export', '--merge', 'mal', '--out', 'rien'], folder);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('vouliez-vous dire « transition-2019 »')]);
  });

  it.each([
    ['a part that is missing', ['1/3', '3/3'], 'il manque les parts 2/3'],
    ['parts of different wholes', ['1/2', '2/3'], 'ne sont pas d’un même tout'],
  ])('refuses %s', async (_, parts, said) => {
    const folder = freshFolder();
    for (const part of parts) await atelier(['export', national, '--shard', part, '--out', 'parts'], folder);
    const { code, err } = await atelier(['export', '--merge', 'parts'], folder);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(join(folder, 'donnees'))).toBe(false);
  });

  it('refuses a part that was cut off, and a file that is none', async () => {
    const folder = freshFolder();
    await atelier(['export', national, '--shard', '1/1', '--out', 'parts'], folder);
    const part = join(folder, 'parts/part-1-sur-1.jsonl');
    const whole = readFileSync(part, 'utf8');
    // Between two lines, and in the middle of one.
    writeFileSync(part, whole.replace(/[^\n]*\n$/, ''));
    expect((await atelier(['export', '--merge', 'parts'], folder)).err).toContain('abîmé ou incomplet');
    writeFileSync(part, whole.slice(0, -200));
    expect((await atelier(['export', '--merge', 'parts'], folder)).err).toContain('abîmé ou incomplet');
    writeFileSync(part, 'dossier,titre\n');
    expect((await atelier(['export', '--merge', 'parts'], folder)).err).toContain('n’est pas une part');
    expect((await atelier(['export', '--merge', '--public', 'parts'], folder)).code).toBe(2);
    expect((await atelier(['export', national, '--shard', '4/3'], folder)).code).toBe(2);
  });

  it('reads a revision from git, the work tree left as it is', async () => {
    const folder = inGit();
    const now = await atelier(['export', '--to', 'csv,geojson', '--out', '../avant'], folder);
    expect(now.code).toBe(0);
    edit(join(folder, 'dossiers/nozay/dossier.yaml'), (text) => text.replace(/^titre: .*$/m, 'titre: Un autre titre'));
    rmSync(join(folder, 'dossiers/doullens-sueur'), { recursive: true });
    const at = await atelier(['export', '--at', 'HEAD', '--to', 'csv,geojson', '--out', '../a-la-revision'], folder);
    expect(at.err).toMatch(/4\sdossiers/);
    const [before, then] = [filesIn(join(folder, '../avant')), filesIn(join(folder, '../a-la-revision'))];
    for (const [path, text] of before) if (/\.(?:csv|geojson)$/.test(path)) expect(then.get(path), path).toBe(text);
    expect(before.get('perimetres.geojson')).toContain('Feature');
    expect(then.get('datapackage.json')).toContain('"created"');
    expect(existsSync(join(folder, 'dossiers/doullens-sueur'))).toBe(false);
    rmSync(join(folder, '../avant'), { recursive: true });
    rmSync(join(folder, '../a-la-revision'), { recursive: true });
  });

  it('says what changed since a revision', async () => {
    const folder = inGit();
    edit(join(folder, 'dossiers/nozay/dossier.yaml'), (text) => text.replace(/^titre: .*$/m, 'titre: Un autre titre'));
    rmSync(join(folder, 'dossiers/doullens-sueur'), { recursive: true });
    const { code } = await atelier(['export', '--since', 'HEAD'], folder);
    expect(code).toBe(0);
    const text = readFileSync(join(folder, 'donnees/CHANGELOG.md'), 'utf8');
    expect(text).toMatch(/doullens-sueur/);
    expect(text).toMatch(/nozay/);
    expect(text).not.toMatch(/caen-metropole/);
    const none = await atelier(['export', '--since', 'pas-la'], folder);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('pas-la')]);
  });

  it('says what had errors at the revision that it compares with', async () => {
    const folder = inGit();
    const sheet = join(folder, 'dossiers/nozay/dossier.yaml');
    const sound = readFileSync(sheet);
    edit(sheet, (text) => text.replace(/^dispositif: .*$/m, 'dispositif: natoinal'));
    commit(folder, 'une faute');
    writeFileSync(sheet, sound);
    const { code, err } = await atelier(['export', '--since', 'HEAD'], folder);
    expect([code, err]).toEqual([0, expect.stringContaining('« HEAD », dossiers/nozay avait des erreurs')]);
  });

  it('takes only the dossiers of a session, and knows which one was meant', async () => {
    const folder = freshFolder();
    const { err } = await atelier(['export', national, '--session', 'periurbain-2016'], folder);
    expect(err).toMatch(/2\sdossiers/);
    expect(filesIn(join(folder, 'donnees')).get('sessions.csv')).not.toContain('transition-2019');
    const wrong = await atelier(['export', national, '--session', 'periurbain-2061'], folder);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('« periurbain-2016 »')]);
  });

  it('refuses two dossiers of one id, and takes neither', async () => {
    const folder = freshFolder();
    for (const name of ['un', 'deux'])
      cpSync(join(national, 'dossiers/nozay'), join(folder, name), { recursive: true });
    cpSync(join(national, 'dossiers/caen-metropole'), join(folder, 'trois'), { recursive: true });
    const { code, err } = await atelier(['export', 'un', 'deux', 'trois'], folder);
    expect([code, err]).toEqual([1, expect.stringMatching(/même identifiant « nozay ».*(?:un.*deux|deux.*un)/)]);
    expect(existsSync(join(folder, 'donnees'))).toBe(false);
    const rest = await atelier(['export', 'un', 'deux', 'trois', '--keep-going'], folder);
    expect([rest.code, rest.err]).toEqual([1, expect.stringMatching(/1\sdossier/)]);
    expect(filesIn(join(folder, 'donnees')).get('dossiers.csv')).not.toContain('nozay');
    const none = await atelier(['export', 'un', 'deux', '--keep-going', '--out', 'rien'], folder);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('rien n’est écrit')]);
  });

  it('names the settings of the workspace that are left out', async () => {
    const folder = withoutThemes();
    appendFileSync(join(folder, 'atelier.yaml'), 'inconnue: oui\n');
    const { code, err } = await atelier(['export', '--keep-going'], folder);
    expect([code, err]).toEqual([1, expect.stringMatching(/^atelier\.yaml est laissé de côté/m)]);
  });

  it('takes files of an earlier time away, but none that somebody changed', async () => {
    const folder = freshFolder();
    await atelier(['export', national, '--to', 'csv,parquet'], folder);
    appendFileSync(join(folder, 'donnees/parquet/axes/hors_session.parquet'), 'x');
    writeFileSync(join(folder, 'donnees/notes.txt'), 'à moi');
    const { err } = await atelier(['export', national], folder);
    expect(err).toMatch(/retirés/);
    const left = [...filesIn(join(folder, 'donnees')).keys()].filter((path) => /parquet|notes/.test(path));
    expect(left).toEqual(['notes.txt', 'parquet/axes/hors_session.parquet']);
  });

  it('says in one line that a session has no dossier', async () => {
    const folder = withoutThemes();
    rmSync(join(folder, 'dossiers/sud-des-landes'), { recursive: true });
    const { code, err } = await atelier(['export'], folder);
    expect([code, err]).toEqual([0, expect.stringContaining('La session « transition-2019 » n’a aucun dossier ici')]);
  });

  it('leaves out a dossier with errors, or writes nothing', async () => {
    const folder = withoutThemes();
    edit(join(folder, 'dossiers/nozay/dossier.yaml'), (text) =>
      text.replace(/^dispositif: .*$/m, 'dispositif: natoinal'),
    );
    const { code, err } = await atelier(['export'], folder);
    expect([code, err]).toEqual([1, expect.stringContaining('dossiers/nozay')]);
    expect(err).toContain('natoinal');
    expect(existsSync(join(folder, 'donnees'))).toBe(false);
    const rest = await atelier(['export', '--keep-going'], folder);
    expect([rest.code, rest.err]).toEqual([1, expect.stringMatching(/3\sdossier/)]);
  });

  it('names contours that cannot be read, and draws the rest', async () => {
    const folder = freshFolder(national);
    const medias = join(folder, 'dossiers/nozay/medias');
    mkdirSync(medias, { recursive: true });
    writeFileSync(join(medias, 'perimetre.geojson'), '{"type": "FeatureCollection", ');
    const { code, err } = await atelier(['export', '--to', 'csv,geojson'], folder);
    expect([code, err]).toEqual([0, expect.stringContaining('nozay : medias/perimetre.geojson n’est pas du GeoJSON')]);
    expect(filesIn(join(folder, 'donnees')).get('perimetres.geojson')).not.toContain('nozay');
    // What is not asked for is not read.
    expect((await atelier(['export'], folder)).err).not.toContain('GeoJSON');
  });

  it.each([
    [['--url-base', 'data.gouv.fr/jeu'], 'n’en est pas une'],
    [['--shard', '1/2', '--to', 'csv'], 'en réunissant les parts'],
    [['--shard', '1/2', '--since', 'HEAD'], 'ne va pas avec --shard'],
    [['--merge', '--session', 'a'], 'en faisant les parts'],
  ])('refuses %s', async (flags, said) => {
    const { code, err } = await atelier(['export', ...flags], freshFolder(national));
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});
