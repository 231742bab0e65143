import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built, put, sheet, workspaceOf } from './bad-input-run.ts';
import { git } from './ci-run.ts';
import { freshFolder } from './terminal.ts';

const atelier = built();
const at = 'dossiers/ici/acteurs.yaml';
/** A mistake with a correction, after other lines: its offset tells line ends apart. */
const tabbed = 'acteurs:\n  mairie:\n    organisme: Mairie\n    categorie: commune\n\tautre: 1\n';
const other = tabbed.replace('Mairie', 'Mairia').replace('autre', 'autra');

/** A workspace in a repository of its own, committed unless it is not to be. */
function repository(commit = true, ...init: readonly string[]): string {
  const cwd = workspaceOf({ ici: { 'acteurs.yaml': tabbed }, la: { 'diagnostic.md': 'Tout va.\n' } });
  git(cwd, 'init', '-q', ...init);
  if (commit) committed(cwd);
  return cwd;
}

function committed(cwd: string): void {
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', 'fait', '--allow-empty');
}

type Env = Readonly<Record<string, string | undefined>>;

/** What was last said of each workspace: its cache knows it. */
const last = new Map<string, string>();

/** What is said with the cache, the same as without it: that is looked at each time. */
function said(cwd: string, env?: Env): string {
  const run = (...more: readonly string[]) => {
    const { code, out, err } = atelier(['validate', '--json', ...more], { cwd, ...(env && { env }) });
    expect(err).toBe('');
    return `${code}\n${out}`;
  };
  const cached = run();
  expect(cached).toBe(run('--no-cache'));
  last.set(cwd, cached);
  return cached;
}

/** Does something to git alone: what stands on disk, and so what is said, is as before. */
function stays(cwd: string, act: () => void): void {
  const before = last.get(cwd) ?? said(cwd);
  act();
  const { code, out } = atelier(['validate', '--json'], { cwd });
  expect(`${code}\n${out}`).toBe(before);
}

/** Does something, and says whether that changed what is said. */
function changes(cwd: string, act: () => void, env?: Env): boolean {
  const before = last.get(cwd) ?? said(cwd, env);
  act();
  return said(cwd, env) !== before;
}

/** Another text of the same length, and the date of before, to the nanosecond. */
function unseen(file: string, text: string): void {
  const before = join(freshFolder(), 'before');
  execFileSync('cp', ['-p', file, before]);
  writeFileSync(file, text);
  execFileSync('touch', ['-r', before, file]);
}

describe('a workspace in git, warm', () => {
  it('sees each change of a file, committed or not, and forgets it when it is undone', () => {
    const cwd = repository();
    const file = join(cwd, at);
    const first = said(cwd);
    expect(existsSync(join(cwd, '.git/atelier'))).toBe(true);
    expect(changes(cwd, () => unseen(file, other))).toBe(true);
    stays(cwd, () => git(cwd, 'add', '-A'));
    stays(cwd, () => git(cwd, 'commit', '-qm', 'deux'));
    git(cwd, 'checkout', '-q', 'HEAD~1');
    expect(said(cwd)).toBe(first);
    expect(changes(cwd, () => rmSync(file))).toBe(true);
    git(cwd, 'checkout', '-q', '.');
    expect(said(cwd)).toBe(first);
    expect(changes(cwd, () => put(cwd, { 'dossiers/ici/debats.yaml': 'faux: 1\n' }))).toBe(true);
    put(cwd, { '.gitignore': 'echelle.yaml\n' });
    expect(changes(cwd, () => put(cwd, { 'dossiers/ici/echelle.yaml': 'faux: 1\n' }))).toBe(true);
    expect(changes(cwd, () => put(cwd, { 'dossiers/ici/echelle.yaml': 'faus: 1\n' }))).toBe(true);
    stays(cwd, () => git(cwd, 'add', '-N', 'dossiers/ici/debats.yaml'));
    expect(changes(cwd, () => renameSync(join(cwd, 'dossiers/la'), join(cwd, 'dossiers/ailleurs')))).toBe(true);
    stays(cwd, () => git(cwd, 'add', '-A'));
    expect(changes(cwd, () => git(cwd, 'mv', 'dossiers/ailleurs', 'dossiers/la'))).toBe(true);
  });

  it('sees what git was told not to look at', () => {
    const cwd = repository();
    const file = join(cwd, at);
    for (const [flag, undo] of [
      ['--assume-unchanged', '--no-assume-unchanged'],
      ['--skip-worktree', '--no-skip-worktree'],
    ] as const) {
      git(cwd, 'update-index', flag, at);
      expect(changes(cwd, () => writeFileSync(file, other))).toBe(true);
      expect(changes(cwd, () => writeFileSync(file, tabbed))).toBe(true);
      git(cwd, 'update-index', undo, at);
    }
    git(cwd, 'config', 'core.trustctime', 'false');
    git(cwd, 'config', 'core.checkStat', 'minimal');
    git(cwd, 'config', 'core.fsmonitor', 'true');
    git(cwd, 'status');
    expect(changes(cwd, () => unseen(file, other))).toBe(true);
  });

  it('sees a merge that is not finished', () => {
    const cwd = repository();
    git(cwd, 'checkout', '-qb', 'autre');
    writeFileSync(join(cwd, at), other);
    git(cwd, 'commit', '-qam', 'autre');
    git(cwd, 'checkout', '-q', '-');
    writeFileSync(join(cwd, at), tabbed.replace('Mairie', 'Ville'));
    git(cwd, 'commit', '-qam', 'ville');
    expect(changes(cwd, () => expect(() => git(cwd, 'merge', '-q', 'autre')).toThrow())).toBe(true);
    expect(said(cwd)).toContain('marqueurs-de-conflit');
    git(cwd, 'checkout', '-q', '--theirs', at);
    expect(said(cwd)).not.toContain('marqueurs-de-conflit');
  });
});

describe('texts that git changes on their way', () => {
  const crlf = tabbed.replaceAll('\n', '\r\n');

  /** Two texts on disk of which git keeps one and the same: what is said of each is its own. */
  function toldApart(cwd: string, one: string, two: string): void {
    const file = join(cwd, at);
    const hashes = new Set<string>();
    const answers = new Set<string>();
    for (const text of [one, two, one]) {
      writeFileSync(file, text);
      committed(cwd);
      // Neither staged nor changed, as git sees it.
      expect(git(cwd, 'status', '--porcelain', '--', at)).toBe('');
      hashes.add(git(cwd, 'rev-parse', `:${at}`));
      answers.add(said(cwd));
    }
    expect([hashes.size, answers.size]).toEqual([1, 2]);
  }

  it.each(['true', 'input'])('core.autocrlf = %s: line ends', (value) => {
    const cwd = repository();
    git(cwd, 'config', 'core.autocrlf', value);
    toldApart(cwd, crlf, tabbed);
  });

  it.each([
    ['of the folder', 'dossiers/ici/.gitattributes', '*.yaml text=auto\n'],
    ['of the repository', '.gitattributes', '* text\n'],
    ['that nobody commits', '.git/info/attributes', '*.yaml eol=lf\n'],
  ])('attributes %s: line ends', (_, path, text) => {
    const cwd = repository();
    put(cwd, { [path]: text });
    toldApart(cwd, crlf, tabbed);
  });

  it('a filter of words', () => {
    const cwd = repository();
    put(cwd, { '.gitattributes': '*.yaml filter=mots\n' });
    git(cwd, 'config', 'filter.mots.clean', 'sed s/comune/commune/');
    git(cwd, 'config', 'filter.mots.smudge', 'cat');
    toldApart(cwd, tabbed.replace('commune', 'comune'), tabbed);
  });
});

describe('repositories of other forms', () => {
  /** Each text is known to the cache when the other takes its place. */
  const changesSeen = (cwd: string, env?: Env) => {
    const file = join(cwd, at);
    const next = readFileSync(file, 'utf8') === tabbed ? other : tabbed;
    expect(changes(cwd, () => unseen(file, next), env)).toBe(true);
  };

  it('one without commits, one of another hash, one that holds the workspace further down', () => {
    changesSeen(repository(false));
    changesSeen(repository(true, '--object-format=sha256'));
    const above = freshFolder();
    git(above, 'init', '-q');
    put(above, {
      'espace/atelier.yaml': 'format: 1\n',
      [`espace/${at}`]: tabbed,
      'espace/dossiers/ici/dossier.yaml': sheet('ici'),
    });
    committed(above);
    changesSeen(join(above, 'espace'));
    put(above, { '.gitignore': 'espace/\n' });
    git(above, 'rm', '-rq', '--cached', 'espace');
    changesSeen(join(above, 'espace'));
  });

  it('a linked work tree has a cache of its own', () => {
    const cwd = repository();
    const linked = join(freshFolder(), 'lie');
    git(cwd, 'worktree', 'add', '-q', linked);
    changesSeen(linked);
    changesSeen(cwd);
    expect(readFileSync(join(linked, '.git'), 'utf8')).toContain('gitdir:');
    expect(existsSync(join(linked, 'atelier'))).toBe(false);
  });

  it('a dossier that is a submodule', () => {
    const cwd = repository();
    const inner = freshFolder();
    git(inner, 'init', '-q');
    put(inner, { 'dossier.yaml': sheet('module'), 'acteurs.yaml': tabbed });
    committed(inner);
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'dossiers/module');
    committed(cwd);
    expect(changes(cwd, () => unseen(join(cwd, 'dossiers/module/acteurs.yaml'), other))).toBe(true);
    expect(changes(cwd, () => git(join(cwd, 'dossiers/module'), 'checkout', '-q', '.'))).toBe(true);
  });

  it('without the git command, from a hook of another repository, or with a spoilt index', () => {
    const cwd = repository();
    said(cwd);
    changesSeen(cwd, { PATH: '/nulle-part' });
    const another = repository();
    changesSeen(cwd, { GIT_DIR: join(another, '.git'), GIT_INDEX_FILE: join(another, '.git/index') });
    changesSeen(cwd, { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_LITERAL_PATHSPECS: '1' });
    appendFileSync(join(cwd, '.git/index'), 'x');
    changesSeen(cwd);
    rmSync(join(cwd, '.git/index'));
    changesSeen(cwd);
    put(cwd, { '.git/HEAD': 'rien\n' });
    changesSeen(cwd);
    rmSync(join(cwd, '.git'), { recursive: true });
    put(cwd, { '.git': 'gitdir: /nulle-part\n' });
    changesSeen(cwd);
  });

  it.runIf(process.platform === 'linux')('with names that are no UTF-8', () => {
    const cwd = repository();
    const named = (code: number) =>
      Buffer.concat([Buffer.from(join(cwd, 'dossiers/ici/seances/x')), Buffer.of(code), Buffer.from('.md')]);
    put(cwd, { 'dossiers/ici/seances/x\ufffd.md': '---\ntype: atelier\n---\n' });
    writeFileSync(named(0xe8), '---\ntype: ateliers\n---\n');
    writeFileSync(named(0xff), '---\ntype: atelieri\n---\n');
    committed(cwd);
    said(cwd);
    const change = () => {
      put(cwd, { 'dossiers/ici/seances/x\ufffd.md': '---\ntype: ateliere\n---\n' });
      committed(cwd);
    };
    expect(changes(cwd, change)).toBe(true);
  });
});
