import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../src/commands/index.ts';
import { readableFormats } from '../src/commands/report-formats.ts';
import { packageVersion } from '../src/load/assets.ts';
import { git, githubReaders, type Installed, install, type Judge, shell } from './ci-run.ts';
import { atelier, freshFolder } from './terminal.ts';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

const actionText = readFileSync('action.yml', 'utf8');
const action: {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
} = parse(actionText);
const { steps } = action.runs;
const lines = steps.flatMap(({ run }) => run ?? []);

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly pass_filenames: boolean;
  readonly always_run: boolean;
  readonly require_serial: boolean;
}

const hooks: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

/** A git repository whose workspace lies in `espace`, with two dossiers. */
async function repository(): Promise<{ readonly root: string; readonly espace: string }> {
  const root = freshFolder();
  git(root, 'init', '-q');
  const espace = join(root, 'espace');
  expect(await atelier(['init', 'espace', '--espace'], root)).toMatchObject({ code: 0 });
  for (const [name, epci] of [
    ['nozay', '244400537'],
    ['landes', '244000865'],
  ] as const)
    expect(await atelier(['init', name, '--yes', '--epci', epci], espace)).toMatchObject({ code: 0 });
  git(root, 'add', '.');
  git(root, 'commit', '-qm', 'Premiers dossiers');
  return { root, espace };
}

let installed: Installed;
let judge: { readonly action: Judge };
beforeAll(async () => {
  installed = install();
  judge = await githubReaders();
});

describe('action.yml', () => {
  it('is what GitHub reads', () => {
    expect(judge.action(actionText)).toEqual([]);
    expect(judge.action(actionText.replace('using: composite', 'using: composit'))).not.toEqual([]);
  });

  it('uses each of its inputs, and no other', () => {
    const used = [...actionText.matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it('never puts what somebody typed into a command', () => {
    expect(lines.length).toBe(3);
    expect(lines.filter((line) => line.includes('${{'))).toEqual([]);
  });

  it('asks for the formats that the workflows ask for', () => {
    expect(lines.at(-1)).toContain(`--to ${readableFormats.join(',')} `);
  });

  it('checks and compiles as it says', async () => {
    const { root, espace } = await repository();
    const [, validate = '', compile = ''] = lines;
    const summary = join(freshFolder(), 'summary.md');
    const github = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root, GITHUB_STEP_SUMMARY: summary };
    const env = { ...installed.env, ...github, GITHUB_ACTION_PATH: installed.folder, ARGS: '' };
    expect(shell(validate, espace, env)).toMatchObject({ code: 0 });
    // Two dossiers that have only begun: there is something to warn of.
    expect(shell(validate, espace, { ...env, ARGS: ' --strict  --quiet' })).toMatchObject({ code: 1 });
    expect(shell(compile, espace, env)).toMatchObject({ code: 0 });
    const kept = steps.find(({ with: given }) => given?.['if-no-files-found'] !== undefined)?.with?.path ?? '';
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own writing
    const folder = join(root, kept.replace('${{ inputs.path }}', 'espace'));
    expect(existsSync(join(folder, 'nozay/rapport.html'))).toBe(true);
    appendFileSync(join(espace, 'dossiers/nozay/dossier.yaml'), 'budjet: 3\n');
    const broken = shell(validate, espace, env);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('::error file=espace/dossiers/nozay/dossier.yaml,');
  });

  it('installs its own code by the commands that the repository has', () => {
    const [install = ''] = lines;
    expect(install).toContain('npm ci\n');
    const { scripts, bin, name } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(install).toContain(`"${name}@$VERSION"`);
    // npm ci runs prepare, which builds what bin/ needs.
    expect(scripts.prepare).toBe('npm run build');
    expect(bin.atelier).toBe('bin/atelier.js');
  });
});

describe('.pre-commit-hooks.yaml', () => {
  it('has the keys that pre-commit wants', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['atelier-validate', 'atelier-fix']);
    for (const { name, entry, language, ...hook } of hooks) {
      expect([name === '', entry.split(' ')[0], language]).toEqual([false, 'atelier', 'node']);
      expect(hook).toMatchObject({ pass_filenames: false, always_run: true, require_serial: true });
      const [, command, ...flags] = entry.split(' ');
      const known = commands.find((one) => one.name === command)?.options.map((option) => option.flags) ?? [];
      for (const flag of flags) expect(known.some((one) => one.split(' ').includes(flag))).toBe(true);
    }
  });

  it.each(hooks)('$id lets a sound commit pass, and stops one that deletes what others name', async ({ entry }) => {
    const espace = freshFolder('examples/national');
    git(espace, 'init', '-q');
    git(espace, 'add', '-A');
    expect(shell(entry, espace, installed.env)).toMatchObject({ code: 0 });
    git(espace, 'rm', '-q', '--cached', '-r', 'sessions/periurbain-2016');
    rmSync(join(espace, 'sessions/periurbain-2016'), { recursive: true });
    const stopped = shell(entry, espace, installed.env);
    expect(stopped.code).toBe(1);
    expect(stopped.out).toContain('« periurbain-2016 »');
  });

  it('atelier-fix writes what has one answer', async () => {
    const { espace } = await repository();
    const path = join(espace, 'dossiers/nozay/dossier.yaml');
    const text = readFileSync(path, 'utf8');
    appendFileSync(path, 'calendrier:\n  debut: 12/04/2026\n');
    const fix = hooks.find(({ id }) => id === 'atelier-fix')?.entry ?? '';
    expect(shell(fix, espace, installed.env)).toMatchObject({ code: 0 });
    expect(readFileSync(path, 'utf8')).toBe(`${text}calendrier:\n  debut: 2026-04-12\n`);
  });

  it('can be installed: npm pack says the name of the archive and nothing else, which pre-commit takes as a path', () => {
    const folder = join(installed.folder, 'pack');
    mkdirSync(folder);
    const said = execFileSync('npm', ['pack', '--pack-destination', folder], {
      ...{ cwd: installed.folder, encoding: 'utf8' as const, stdio: ['ignore', 'pipe', 'pipe'] as const },
    });
    expect(said).toBe(`atelier-dossiers-${packageVersion()}.tgz\n`);
    expect(existsSync(join(folder, said.trim()))).toBe(true);
  });
});
