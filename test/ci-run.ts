import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { freshFolder } from './terminal.ts';

/** The package as a machine would have it after an install, built from the sources of this moment. */
export interface Installed {
  /** Its folder: `GITHUB_ACTION_PATH` of the action. */
  readonly folder: string;
  /** Environment in which `atelier` is a command. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Builds the package in a folder of its own: `dist/` of the repository may be rebuilt by another test meanwhile. */
export function install(): Installed {
  const folder = freshFolder();
  // A file that is run is a copy: Node looks for its neighbours where a link leads.
  const own = new Set(['.git', 'bin', 'dist', 'coverage']);
  for (const name of readdirSync('.').filter((name) => !own.has(name))) symlinkSync(resolve(name), join(folder, name));
  cpSync('bin', join(folder, 'bin'), { recursive: true });
  chmodSync(join(folder, 'bin/atelier.js'), 0o755);
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder });
  mkdirSync(join(folder, 'path'));
  symlinkSync('../bin/atelier.js', join(folder, 'path/atelier'));
  const { HOME, PATH } = process.env;
  return { folder, env: { HOME, PATH: `${join(folder, 'path')}${delimiter}${PATH}` } };
}

/** What a shell said. */
export interface Shelled {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs lines as a forge does: in bash, which stops at the first that fails. */
export function shell(lines: string, cwd: string, env: Installed['env']): Shelled {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', lines], {
    ...{ cwd, env, encoding: 'utf8' as const },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs git where nobody's settings count. */
export function git(cwd: string, ...args: readonly string[]): string {
  const name = ['-c', 'user.name=Essai', '-c', 'user.email=essai@exemple.fr', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...name, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What GitHub's own reader finds wrong in a text. */
export type Judge = (text: string) => readonly string[];

/** GitHub's own readers of workflows and actions, bundled: they import JSON in a way that Node refuses. */
export async function githubReaders(): Promise<{ readonly workflow: Judge; readonly action: Judge }> {
  const outfile = join(freshFolder(), 'github.mjs');
  const contents = `
    import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
    import { parseAction } from '@actions/workflow-parser/actions/action-parser';
    const judge = (parse, name) => (content) =>
      parse({ name, content }, new NoOperationTraceWriter()).context.errors.getErrors().map(({ message }) => message);
    export const workflow = judge(parseWorkflow, 'atelier.yml');
    export const action = judge(parseAction, 'action.yml');`;
  const js = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  await build({
    ...{ stdin: { contents, resolveDir: process.cwd() }, outfile, banner: { js } },
    ...{ bundle: true, format: 'esm' as const, platform: 'node' as const },
  });
  return import(pathToFileURL(outfile).href);
}

/** On Node 20, what gitlab-ci-local takes for granted. */
const shim = 'Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };';

/**
 * A repository's `.gitlab-ci.yml` as GitLab reads it, judged by GitLab's own schema.
 * @returns the text with `extends` carried out, or what is wrong
 */
export function gitlabReading(repository: string): { readonly text: string; readonly problems: string } {
  const program = resolve('node_modules/gitlab-ci-local/dist/index.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(shim)}`,
      program,
      '--preview',
      '--no-evaluate-rule-changes',
    ],
    {
      ...{ cwd: repository, encoding: 'utf8' as const, env: { ...process.env, FORCE_COLOR: '0' } },
    },
  );
  return { text: stdout, problems: status === 0 ? '' : `${stdout}${stderr}` };
}
