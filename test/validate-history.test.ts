import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { formats } from '../src/ui/formats/index.ts';
import { git } from './ci-run.ts';
import { healthy } from './healthy.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

const mail = 'camille.exemple@mairie-ici.fr';
const phone = '06 12 34 56 78';
const told = /l’historique de git l’a déjà/;

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A healthy dossier in a repository of its own, all of it committed; `below` when it is not the root of the work tree. */
function dossier(files: Readonly<Record<string, string>> = {}, below = ''): string {
  const repository = freshFolder();
  git(repository, 'init', '-q');
  write(join(repository, below), { ...healthy, ...files });
  commit(repository);
  return join(repository, below);
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'Essai');
}

interface Found {
  readonly line: number;
  readonly file: string;
  readonly message: string;
  readonly fingerprint: string;
}

/** What validate says of personal data. */
async function found(folder: string, ...more: readonly string[]): Promise<readonly Found[]> {
  const { out } = await atelier(['validate', '--no-cache', '--format', 'json', ...more], folder);
  const { diagnostics } = JSON.parse(out);
  return diagnostics.filter(({ rule }: { rule: string }) => rule === 'donnee-personnelle');
}

/** The lines of personal data, each with whether git’s history is spoken of. */
async function seen(folder: string): Promise<readonly string[]> {
  return (await found(folder)).map(({ line, message }) => `${line} ${told.test(message) ? 'déjà' : 'neuf'}`);
}

describe('a personal datum that git already holds', () => {
  test('is said to be there, and what to do, in both languages', async () => {
    const folder = dossier({ 'diagnostic.md': `Écrire à ${mail}.\n` });
    const [french] = await found(folder);
    expect(french?.message).toBe(
      'adresse électronique : sa place est prive/contacts.yaml, que personne ne publie ; l’historique de git l’a déjà, l’effacer ici ne suffit pas : prévenez le délégué à la protection des données (git filter-repo l’en retire)',
    );
    const [english] = await found(folder, '--lang', 'en');
    expect(english?.message).toBe(
      'e-mail address: its place is prive/contacts.yaml, which nobody publishes; git’s history already has it, so deleting it here is not enough: tell the data protection officer (git filter-repo takes it out)',
    );
  });

  test('in the last commit: where it moved within its file, below the root, in a path with accents and spaces', async () => {
    const folder = dossier(
      { 'seances/atelier-2.md': `---\ntype: atelier\n---\nAppeler le ${phone}.\n` },
      'mes ateliers/été',
    );
    write(folder, { 'seances/atelier-2.md': `---\ntype: atelier\n---\n\n\nAppeler le ${phone}.\n` });
    expect(await seen(folder)).toEqual(['6 déjà']);
  });

  test('in an older commit only', async () => {
    const folder = dossier({ 'diagnostic.md': `Écrire à ${mail}.\n` });
    write(folder, { 'diagnostic.md': 'Écrire.\n' });
    commit(folder);
    write(folder, { 'diagnostic.md': `Écrire.\n\nÀ ${mail}.\n` });
    expect(await seen(folder)).toEqual(['3 déjà']);
  });

  test('under another name of the file, or in another file', async () => {
    const moved = dossier({ 'seances/visite.md': `---\ntype: visite\n---\nAvec ${mail}.\n` });
    renameSync(join(moved, 'seances/visite.md'), join(moved, 'seances/visite-de-site.md'));
    expect(await seen(moved)).toEqual(['4 déjà']);
    const copied = dossier({ 'prive/contacts.yaml': `- ${mail}\n` });
    write(copied, { 'diagnostic.md': `Écrire à ${mail}.\n` });
    expect(await seen(copied)).toEqual(['1 déjà']);
  });

  test('in another branch', async () => {
    const folder = dossier();
    git(folder, 'checkout', '-q', '-b', 'essai');
    write(folder, { 'diagnostic.md': `Écrire à ${mail}.\n` });
    commit(folder);
    git(folder, 'checkout', '-q', 'main');
    write(folder, { 'seances/visite.md': `---\ntype: visite\n---\nAvec ${mail}.\n` });
    expect(await seen(folder)).toEqual(['4 déjà']);
  });

  test('is told from others of the same file, and of many', async () => {
    const one = dossier({ 'diagnostic.md': `Écrire à ${mail}.\n` });
    write(one, { 'diagnostic.md': `Écrire à ${mail}.\n\nAppeler le ${phone}.\n\n${mail}\n` });
    expect(await seen(one)).toEqual(['1 déjà', '3 neuf', '5 déjà']);
    const lines = (from: number) => Array.from({ length: 30 }, (_, at) => `p${from + at}@mairie-ici.fr\n`).join('');
    const many = dossier({ 'diagnostic.md': lines(0) });
    write(many, { 'diagnostic.md': 'Rien.\n' });
    commit(many);
    write(many, { 'diagnostic.md': lines(15) });
    const expected = Array.from({ length: 30 }, (_, at) => `${at + 1} ${at < 15 ? 'déjà' : 'neuf'}`);
    expect(await seen(many)).toEqual(expected);
  });

  test('has the fingerprint that it had before, so that a baseline still holds it', async () => {
    const folder = dossier();
    write(folder, { 'diagnostic.md': `Écrire à ${mail}.\n` });
    const [before] = await found(folder);
    commit(folder);
    const [after] = await found(folder);
    expect(after?.message).not.toBe(before?.message);
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });
});

describe('of a personal datum that git does not hold, nothing more is said', () => {
  test('never committed, not even anything', async () => {
    const folder = dossier();
    write(folder, { 'diagnostic.md': `Écrire à ${mail}.\n` });
    expect(await seen(folder)).toEqual(['1 neuf']);
    const young = freshFolder();
    git(young, 'init', '-q');
    write(young, { ...healthy, 'diagnostic.md': `Écrire à ${mail}.\n` });
    git(young, 'add', '--all');
    expect(await seen(young)).toEqual(['1 neuf']);
  });

  test('only staged, or stashed', async () => {
    const folder = dossier({ 'diagnostic.md': 'Écrire.\n', HEAD: 'un fichier de ce nom\n' });
    write(folder, { 'diagnostic.md': `Écrire à ${mail}.\n` });
    git(folder, 'add', '--all');
    expect(await seen(folder)).toEqual(['1 neuf']);
    git(folder, 'stash', '-q');
    write(folder, { 'diagnostic.md': `\nÉcrire à ${mail}.\n` });
    expect(await seen(folder)).toEqual(['2 neuf']);
  });

  test('committed as a part of another', async () => {
    const folder = dossier({ 'diagnostic.md': `De jean-${mail}.eu, SIRET 4${phone} 4.\n` });
    write(folder, { 'diagnostic.md': `Écrire à ${mail} ou appeler le ${phone}.\n` });
    expect(await seen(folder)).toEqual(['1 neuf', '1 neuf']);
  });

  test('outside git', async () => {
    const folder = freshFolder();
    write(folder, { ...healthy, 'diagnostic.md': `Écrire à ${mail}.\n` });
    expect(await seen(folder)).toEqual(['1 neuf']);
  });

  test('in what a shallow clone has; a whole one knows', async () => {
    const origin = dossier({ 'diagnostic.md': `Écrire à ${mail}.\n` });
    write(origin, { 'diagnostic.md': 'Écrire.\n' });
    commit(origin);
    const seenIn = async (...depth: readonly string[]) => {
      const clone = join(freshFolder(), 'copie');
      git(origin, 'clone', '-q', ...depth, `file://${origin}`, clone);
      write(clone, { 'diagnostic.md': `Écrire à ${mail}.\n` });
      return seen(clone);
    };
    expect(await seenIn('--depth', '1')).toEqual(['1 neuf']);
    expect(await seenIn()).toEqual(['1 déjà']);
  });

  test('in what a partial clone has: the rest is not fetched', async () => {
    const origin = dossier({ 'diagnostic.md': `Écrire à ${mail}.\n` });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    write(origin, { 'diagnostic.md': 'Écrire.\n' });
    commit(origin);
    const clone = join(freshFolder(), 'copie');
    git(origin, 'clone', '-q', '--filter=blob:none', `file://${origin}`, clone);
    write(clone, { 'diagnostic.md': `Écrire à ${mail}.\n` });
    const missing = () => git(clone, 'rev-list', '--objects', '--all', '--missing=print').match(/^\?/gm)?.length;
    expect(missing()).toBe(1);
    expect(await seen(clone)).toEqual(['1 neuf']);
    expect(missing()).toBe(1);
  });
});

describe('the datum goes nowhere', () => {
  const leaks = /camille|exemple@|mairie-ici/;
  const digits = phone.replaceAll(' ', '');
  const bare = (text: string) => text.replace(/[ .\u00a0\u202f-]/g, '');

  /** Data that are in the last commit, in an older one, and in none. */
  function full(): string {
    const folder = dossier({ 'diagnostic.md': `Appeler le ${phone}.\n`, 'territoire.yaml': `nom: ${mail}\n` });
    write(folder, { 'territoire.yaml': healthy['territoire.yaml'] ?? '' });
    commit(folder);
    write(folder, { 'diagnostic.md': `Appeler le ${phone}.\n\nÉcrire à ${mail} ou autre.exemple@mairie-ici.fr.\n` });
    return folder;
  }

  test.each(['pretty', ...Object.keys(formats)])('in %s, nor in the cache', async (format) => {
    const folder = full();
    const cache = freshFolder();
    const run = () => atelier(['validate', '--format', format, '--cache-location', cache, '-v'], folder);
    const { out, err } = await run();
    expect((await run()).out).toBe(out);
    expect(out).toMatch(told);
    const kept = [...contentsOf(cache).values()];
    expect(kept.length).toBeGreaterThan(0);
    for (const text of [out, err, ...kept]) {
      expect(text).not.toMatch(leaks);
      expect(bare(text)).not.toContain(digits.slice(2));
    }
  });

  test('in the arguments of git, which others may see', async () => {
    const folder = full();
    const [log, path] = [join(freshFolder(), 'log'), freshFolder()];
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    writeFileSync(join(path, 'git'), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nexec '${real}' "$@"\n`);
    chmodSync(join(path, 'git'), 0o755);
    vi.stubEnv('PATH', `${path}${delimiter}${process.env.PATH}`);
    expect(await seen(folder)).toEqual(['1 déjà', '3 déjà', '3 neuf']);
    const asked = readFileSync(log, 'utf8');
    expect(asked).toContain('cat-file');
    expect(asked).not.toMatch(leaks);
    expect(bare(asked)).not.toContain(digits);
  });
});
