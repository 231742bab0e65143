import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { forges } from '../src/compile/scaffold/ci.ts';
import { git } from './ci-run.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

const github = '.github/workflows/atelier.yml';
const gitlab = '.gitlab-ci.yml';
const dossier = ['init', 'ici', '--yes', '--communes', '80253'];

/** A folder with a lone dossier `ici`, a git repository around it or not. */
async function withDossier(inGit: boolean): Promise<string> {
  const folder = freshFolder();
  if (inGit) git(folder, 'init', '-q');
  expect(await atelier(dossier, folder)).toMatchObject({ code: 0 });
  return folder;
}

/** The files of a folder, git's own left out. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  return new Map([...contentsOf(folder)].filter(([path]) => !path.startsWith('.git/')));
}

describe('init --ci', () => {
  it('takes the forges that have a template', () => {
    const flag = commands.find(({ name }) => name === 'init')?.options.find(({ flags }) => flags.startsWith('--ci'));
    expect(flag?.choices).toEqual(forges);
  });

  it('puts the workflow in a new dossier, which will be the root of its repository', async () => {
    const folder = freshFolder();
    const { code, out } = await atelier([...dossier, '--ci', 'github'], folder);
    expect(code).toBe(0);
    expect(out).toContain(
      `Vérification automatique : ici/${github}. GitHub le lira si ici est la racine du dépôt git.\n`,
    );
    const files = contentsOf(folder);
    expect(files.has(`ici/${github}`)).toBe(true);
    expect(files.get(`ici/${github}`)).not.toMatch(/working-directory|paths:/);
  });

  it('puts it at the root of the git repository, wherever the dossier lies in it', async () => {
    const folder = freshFolder();
    git(folder, 'init', '-q');
    mkdirSync(join(folder, 'etudes/2026'), { recursive: true });
    const { out } = await atelier([...dossier, '--ci', 'gitlab'], join(folder, 'etudes/2026'));
    expect(out).toContain(`Vérification automatique : ../../${gitlab}, à la racine du dépôt git, où GitLab le lit.\n`);
    const text = filesIn(folder).get(gitlab);
    expect(text).toContain('- cd "etudes/2026/ici"\n');
    expect(text).toContain(`changes: ["etudes/2026/ici/**", ${gitlab}]`);
    expect([...filesIn(folder).keys()].filter((path) => path.endsWith(gitlab))).toEqual([gitlab]);
  });

  it('finds the root of a worktree or submodule, where .git is a file', async () => {
    const folder = freshFolder();
    git(folder, 'init', '-q');
    git(folder, 'commit', '-qm', 'Vide', '--allow-empty');
    git(folder, 'worktree', 'add', '-q', 'autre');
    await atelier([...dossier, '--ci', 'github'], join(folder, 'autre'));
    expect(filesIn(folder).has(`autre/${github}`)).toBe(true);
  });

  it('goes with a new workspace, and with a new dossier of a workspace', async () => {
    const folder = freshFolder();
    await atelier(['init', 'espace', '--espace', '--ci', 'gitlab'], folder);
    expect(filesIn(folder).has(`espace/${gitlab}`)).toBe(true);
    const { out } = await atelier([...dossier, '--ci', 'github'], join(folder, 'espace'));
    expect(out).toContain(github);
    const files = [...filesIn(folder).keys()];
    expect(files).toContain('espace/dossiers/ici/dossier.yaml');
    expect(files.filter((path) => path.endsWith(github))).toEqual([`espace/${github}`]);
  });

  it('is read from --answers', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'r.yaml'), 'dispositif: local\ntitre: Essai\ncommunes: [80253]\nci: github\n');
    expect(await atelier(['init', 'ici', '--answers', 'r.yaml'], folder)).toMatchObject({ code: 0, err: '' });
    expect(filesIn(folder).has(`ici/${github}`)).toBe(true);
    writeFileSync(join(folder, 'r.yaml'), 'ci: gitea\n');
    const { code, err } = await atelier(['init', 'la', '--yes', '--answers', 'r.yaml'], folder);
    expect([code, err]).toEqual([2, 'erreur : --answers r.yaml : ci ne connaît pas « gitea » : github, gitlab\n']);
  });
});

describe('init --ci alone', () => {
  it('adds the workflow to the dossier around, and nothing else', async () => {
    const folder = await withDossier(true);
    const before = filesIn(folder);
    mkdirSync(join(folder, 'ici/medias'));
    const { code, out } = await atelier(['init', '--ci', 'github'], join(folder, 'ici/medias'));
    expect(code).toBe(0);
    expect(out).toContain('Elle commencera dès que ce fichier sera envoyé : git add, git commit, git push');
    const after = filesIn(folder);
    expect([...after.keys()].filter((path) => !before.has(path))).toEqual([github]);
    expect([...before].filter(([path, text]) => after.get(path) !== text)).toEqual([]);
    expect(after.get(github)).toContain('working-directory: "ici"');
  });

  it('adds it to the workspace around, or to the one that is named', async () => {
    const folder = freshFolder();
    await atelier(['init', 'espace', '--espace', '--lang', 'en'], folder);
    await atelier(dossier, join(folder, 'espace'));
    const inside = await atelier(['init', '--ci', 'github'], join(folder, 'espace/dossiers/ici'));
    expect(inside.out).toContain('Automatic check: ../../.github/workflows/atelier.yml.');
    expect(filesIn(folder).get(`espace/${github}`)).toContain('Check the dossiers');
    expect((await atelier(['init', 'espace', '--ci', 'gitlab'], folder)).code).toBe(0);
    expect(filesIn(folder).has(`espace/${gitlab}`)).toBe(true);
  });

  it('speaks the language of the dossier in the file', async () => {
    const folder = freshFolder();
    await atelier([...dossier, '--lang', 'en'], folder);
    await atelier(['init', '--ci', 'gitlab'], join(folder, 'ici'), { LANG: 'fr_FR.UTF-8' });
    expect(filesIn(folder).get(`ici/${gitlab}`)).toContain('Check the dossiers:');
  });

  it('does not stand for the answers of a new dossier', async () => {
    const folder = freshFolder();
    const { code, err } = await atelier(['init', '--ci', 'github'], folder);
    expect(code).toBe(2);
    expect(err).toContain('il manque --dispositif');
    expect(filesIn(folder).size).toBe(0);
  });
});

describe('a workflow that is there already', () => {
  it.each([
    ['alone', ['init', '--ci', 'github'], 'ici', `../${github}`],
    ['with an existing dossier', ['init', 'ici', '--ci', 'github'], '.', github],
    ['with a new dossier', ['init', 'autre', '--yes', '--communes', '80253', '--ci', 'github'], '.', github],
    ['with a workspace', ['init', 'espace', '--espace', '--ci', 'github'], '.', github],
  ])('stops everything, %s', async (_, line, from, shown) => {
    const folder = await withDossier(true);
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
    writeFileSync(join(folder, github), 'on: push\n');
    renameSync(join(folder, 'ici/.gitignore'), join(folder, 'ici/autre.md'));
    const before = filesIn(folder);
    const { code, out, err } = await atelier(line, join(folder, from));
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `erreur : ${shown} existe déjà et n’est jamais écrasé : rien n’est écrit\n` +
        '  pour en avoir un neuf : renommez-le, puis atelier init --ci github\n',
    );
    expect(filesIn(folder)).toEqual(before);
  });

  it('of another forge is no hindrance', async () => {
    const folder = await withDossier(true);
    for (const forge of forges) expect((await atelier(['init', '--ci', forge], join(folder, 'ici'))).code).toBe(0);
  });
});

describe('a path that a forge would not take as it is', () => {
  it.each([
    ['a*', '*'],
    ['[a]', '['],
    ['$HOME', '$'],
    ['a"b', '"'],
    ['!a', '!'],
    ['-a', '-'],
    ['a: b', ':'],
    ['a\u001b[31m', '\\x1b'],
  ])('%j is refused, and nothing is written', async (name, sign) => {
    const folder = freshFolder();
    git(folder, 'init', '-q');
    mkdirSync(join(folder, name));
    const { code, err } = await atelier([...dossier, '--ci', 'gitlab'], join(folder, name));
    expect(code).toBe(2);
    expect(err).toContain(`GitLab ne lirait pas « ${sign} » comme un simple signe de ce chemin`);
    expect(err).not.toContain('\u001b');
    expect(filesIn(folder).size).toBe(0);
  });
});

describe('a workspace seen from its parent', () => {
  it('is not made into a dossier', async () => {
    const folder = freshFolder();
    await atelier(['init', 'espace', '--espace'], folder);
    const { code, err } = await atelier(['init', 'espace', '--yes', '--communes', '80253'], folder);
    expect(code).toBe(2);
    expect(err).toContain('espace est un espace de travail, pas un dossier d’atelier');
    expect(filesIn(folder).has('espace/dossier.yaml')).toBe(false);
  });
});
