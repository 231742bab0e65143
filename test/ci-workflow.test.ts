import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../src/commands/index.ts';
import { readableFormats, reportFormats } from '../src/commands/report-formats.ts';
import { type Forge, forges, workflowPath } from '../src/compile/scaffold/ci.ts';
import { packageVersion } from '../src/load/assets.ts';
import type { Langue } from '../src/words/text.ts';
import { git, githubReaders, gitlabReading, type Installed, install, type Judge, shell } from './ci-run.ts';
import { atelier, freshFolder } from './terminal.ts';

/** A git repository with a workspace of two dossiers, and the reviewers' workflow: at its root, or some folders below. */
async function repository(forge: Forge, langue: Langue, below: string): Promise<{ root: string; espace: string }> {
  const root = freshFolder();
  git(root, 'init', '-q');
  const espace = join(root, below);
  mkdirSync(espace, { recursive: true });
  const lines = [
    ['init', '.', '--espace', '--lang', langue, '--ci', forge],
    ['init', 'nozay', '--yes', '--epci', '244400537'],
    ['init', 'landes', '--yes', '--epci', '244000865'],
  ];
  for (const line of lines) expect(await atelier(line, espace)).toMatchObject({ code: 0, err: '' });
  git(root, 'add', '.');
  git(root, 'commit', '-qm', 'Premiers dossiers');
  return { root, espace };
}

/** A key that no dossier has. */
function breakOne(espace: string): void {
  appendFileSync(join(espace, 'dossiers/nozay/dossier.yaml'), 'budjet: 3\n');
}

interface Step {
  readonly name: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The steps of a GitHub workflow, and the folder where its lines run. */
function githubJob(text: string): { readonly steps: readonly Step[]; readonly folder: string } {
  const { atelier: job } = parse(text).jobs;
  return { steps: job.steps, folder: job.defaults?.run['working-directory'] ?? '.' };
}

let installed: Installed;
let judge: { readonly workflow: Judge };
beforeAll(async () => {
  installed = install();
  judge = await githubReaders();
});

const places = ['', 'ateliers/loire', "l'orée, des bois"];
const written = forges.flatMap((forge) =>
  (['fr', 'en'] as const).flatMap((langue) => places.map((below) => [forge, langue, below] as const)),
);

describe('the workflow that init --ci writes', () => {
  it.each(written)('is what %s reads, in %s, from “%s”', async (forge, langue, below) => {
    const { root } = await repository(forge, langue, below);
    const text = readFileSync(join(root, workflowPath[forge]), 'utf8');
    if (forge === 'github') expect(judge.workflow(text)).toEqual([]);
    else expect(gitlabReading(root).problems).toBe('');
    expect(text).not.toMatch(/(?<!\$)\{\{|\[object|undefined/);
    expect(text).toContain(`npm install --global atelier-dossiers@${packageVersion()}\n`);
    const words = text.split('\n').filter((line) => /^\s*#|name:|^\S.*:$/.test(line));
    const foreign = langue === 'fr' ? /\b(?:the|and|their|which|check)\b/i : /\b(?:le|les|des|une|dossiers d)\b/i;
    expect(words.filter((line) => foreign.test(line))).toEqual([]);
    expect(words.length).toBeGreaterThan(6);
  });

  it('is seen by these judges when it is wrong', async () => {
    const { root } = await repository('gitlab', 'fr', '');
    const path = join(root, '.gitlab-ci.yml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('expose_as:', 'exposes_as:'));
    expect(gitlabReading(root).problems).toContain('exposes_as');
    expect(judge.workflow('on: push\njobs: {a: {runs-on: x, stepz: []}}\n').join()).toContain('stepz');
  });

  it('asks for the formats of compile that a person opens without a tool', async () => {
    const offered = commands.find(({ name }) => name === 'compile')?.options.find(({ flags }) => /--to/.test(flags));
    expect(offered?.choices).toEqual(reportFormats);
    expect(readableFormats).toContain('html');
    expect(readableFormats.filter((format) => !['html', 'pdf', 'docx'].includes(format))).toEqual([]);
    const { root } = await repository('github', 'fr', '');
    expect(readFileSync(join(root, workflowPath.github), 'utf8')).toContain(`--to ${readableFormats.join(',')} `);
  });

  it('asks GitHub for nothing but reading, and stops what is superseded', async () => {
    const { root } = await repository('github', 'fr', '');
    const { permissions, concurrency, on } = parse(readFileSync(join(root, workflowPath.github), 'utf8'));
    expect(permissions).toEqual({ contents: 'read' });
    expect(concurrency['cancel-in-progress']).toBe(true);
    expect(Object.keys(on)).toEqual(['pull_request', 'push', 'workflow_dispatch']);
  });
});

describe.each([
  ['', 'fr'],
  ['ateliers/loire', 'en'],
  ["l'orée, des bois", 'fr'],
] as const)('its lines, in a workspace at “%s”', (below, langue) => {
  const from = (path: string) => (below === '' ? path : `${below}/${path}`);

  it('do on GitHub what they say', async () => {
    const { root, espace } = await repository('github', langue, below);
    const { steps, folder } = githubJob(readFileSync(join(root, workflowPath.github), 'utf8'));
    const [validate = '', compile = ''] = steps.flatMap(({ run }) => (run?.startsWith('atelier ') ? [run] : []));
    const summary = join(freshFolder(), 'summary.md');
    const env = { ...installed.env, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root, GITHUB_STEP_SUMMARY: summary };
    const cwd = join(root, folder);
    expect(cwd).toBe(join(espace, '.'));

    expect(shell(validate, cwd, env)).toMatchObject({ code: 0 });
    expect(shell(compile, cwd, env)).toMatchObject({ code: 0 });
    const [cache] = steps.flatMap((step) => (step.uses?.startsWith('actions/cache@') ? [step.with?.path ?? ''] : []));
    expect(readdirSync(join(root, cache ?? '')).length).toBeGreaterThan(0);
    const kept = steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.with?.path ?? '';
    expect(readdirSync(join(root, kept))).toEqual(expect.arrayContaining(['landes', 'nozay']));

    breakOne(espace);
    const broken = shell(validate, cwd, env);
    expect(broken.code).toBe(1);
    // GitHub shows an annotation in the diff only at a path from the root of the repository.
    expect(broken.out).toContain(`::error file=${from('dossiers/nozay/dossier.yaml').replaceAll(',', '%2C')},`);
    expect(readFileSync(summary, 'utf8')).toContain('budjet');
    expect(shell(`rm -rf rapports && ${compile}`, cwd, env).code).toBe(1);
    expect(existsSync(join(root, kept, 'landes/rapport.html'))).toBe(true);
  });

  it('do on GitLab what they say', async () => {
    const { root, espace } = await repository('gitlab', langue, below);
    const [check, reports] = Object.values(parse(gitlabReading(root).text)).filter(
      (job): job is GitlabJob => typeof job === 'object' && job !== null && 'script' in job,
    );
    if (check === undefined || reports === undefined) throw new Error('two jobs are expected');
    const env = { ...installed.env, GITLAB_CI: 'true', CI_PROJECT_DIR: root };
    const run = (job: GitlabJob) => shell(linesOf(job), root, env);
    const { junit = '', codequality = '' } = check.artifacts.reports ?? {};

    expect(run(check)).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, junit), 'utf8')).toContain('<testsuite');
    expect(JSON.parse(readFileSync(join(root, codequality), 'utf8'))).toBeInstanceOf(Array);
    expect(readdirSync(join(root, check.cache?.[0]?.paths[0] ?? '')).length).toBeGreaterThan(0);
    expect(run(reports)).toMatchObject({ code: 0 });

    breakOne(espace);
    const broken = run(check);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('budjet');
    const errors = (JSON.parse(readFileSync(join(root, codequality), 'utf8')) as readonly Problem[]).filter(
      ({ description }) => description.includes('budjet'),
    );
    expect(errors.map(({ location }) => location.path)).toEqual([from('dossiers/nozay/dossier.yaml')]);
    expect(run(reports).code).toBe(reports.allow_failure?.exit_codes);
    // GitLab takes the name of an exposed artefact, and its paths, only in these letters.
    expect(reports.artifacts.expose_as).toMatch(/^\w[-\w ]*$/);
    const [kept = ''] = reports.artifacts.paths ?? [];
    expect(kept).toMatch(/^(?!\.\/)[^*$]*\/$/);
    expect(existsSync(join(root, kept, 'landes/rapport.html'))).toBe(true);
  });
});

interface Problem {
  readonly description: string;
  readonly location: { readonly path: string };
}

interface GitlabJob {
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly cache?: readonly { readonly paths: readonly string[] }[];
  readonly allow_failure?: { readonly exit_codes: number };
  readonly artifacts: {
    readonly paths?: readonly string[];
    readonly expose_as?: string;
    readonly reports?: { readonly junit: string; readonly codequality: string };
  };
}

/** All that a job runs but the install: this version may not be published yet. */
function linesOf({ before_script: before, script }: GitlabJob): string {
  const [first, ...others] = before;
  expect(first).toBe(`npm install --global atelier-dossiers@${packageVersion()}`);
  return [...others, ...script].join('\n');
}
