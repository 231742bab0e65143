import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: docs/architecture.md says it in words. */
const below: Readonly<Record<string, readonly string[]>> = {
  words: [],
  model: ['words'],
  schema: ['model', 'words'],
  cog: ['model', 'words'],
  load: ['schema', 'cog', 'model', 'words'],
  validate: ['schema', 'cog', 'model', 'words'],
  edit: ['schema', 'cog', 'model', 'words'],
  compile: ['schema', 'cog', 'model', 'words'],
  site: ['model', 'words'],
  write: ['model', 'words'],
  engines: ['model', 'words'],
  ui: ['schema', 'cog', 'model', 'words'],
  commands: ['load', 'validate', 'edit', 'compile', 'write', 'engines', 'ui', 'schema', 'cog', 'model', 'words'],
  'cli.ts': [
    'commands',
    'load',
    'validate',
    'edit',
    'compile',
    'write',
    'engines',
    'ui',
    'schema',
    'cog',
    'model',
    'words',
  ],
  'main.ts': ['cli.ts', 'ui', 'model', 'words'],
};

/** Borders shared between communes are simplified and merged once. The last two are types only. */
const topojson = ['topojson-client', 'topojson-server', 'topojson-simplify', 'topojson-specification', 'geojson'];

/** Which packages each folder may use; `node:` stands for Node's own modules. */
const packages: Readonly<Record<string, readonly string[]>> = {
  words: [],
  model: [],
  // Its compiled validators are loaded when asked for.
  schema: ['ajv', 'node:module'],
  cog: [],
  load: ['node:', 'js-yaml', 'yaml', 'csv-parse'],
  validate: [],
  edit: ['yaml', ...topojson],
  compile: [
    'handlebars',
    'markdown-it',
    'markdown-it-footnote',
    'csv-stringify',
    'yaml',
    'd3-geo',
    'docx',
    'fflate',
    'saxes',
    'hucre',
    'hyparquet-writer',
    ...topojson,
  ],
  site: [],
  write: ['node:'],
  engines: [
    'node:',
    '@resvg/resvg-wasm',
    '@imagemagick/magick-wasm',
    '@myriaddreamin/typst-ts-web-compiler',
    '@duckdb/node-api',
  ],
  ui: ['node:', 'chalk', 'inquirer', 'csv-stringify'],
  commands: ['node:'],
  'cli.ts': ['commander'],
  'main.ts': [],
};

const pure = ['words', 'model', 'schema', 'cog', 'validate', 'edit', 'compile'];
const impure =
  /\b(?:process\.(?!env\.NODE)|console\.|Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|crypto\.random|globalThis\.)/;
const forbiddenNames = ['core', 'utils', 'helpers', 'lib', 'common', 'services', 'managers'];
const longest = 300;

type Files = ReadonlyMap<string, string>;

function sources(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.ts$/.test(name) && !/\.gen\./.test(name) && !name.endsWith('.d.ts'),
  );
  return new Map(names.sort().map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]));
}

function importsOf(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s*'([^']+)'/g,
    ),
  ].map((found) => found[1] ?? found[2] ?? found[3] ?? '');
}

/** `words/text.ts` → `words`; `cli.ts` → itself. */
function layerOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? path) : path;
}

function targetOf(path: string, name: string): string {
  return normalize(join(dirname(path), name)).replaceAll('\\', '/');
}

function trespasses(files: Files): readonly string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    const layer = layerOf(path);
    for (const name of importsOf(text)) {
      if (name.startsWith('.')) {
        const target = targetOf(path, name);
        if (target.startsWith('../schemas/') && layer === 'schema') continue;
        const other = layerOf(target);
        if (other !== layer && !below[layer]?.includes(other)) found.push(`${path} imports ${target}`);
      } else if (
        !packages[layer]?.some(
          (allowed) => name === allowed || name.startsWith(allowed === 'node:' ? allowed : `${allowed}/`),
        )
      ) {
        found.push(`${path} imports ${name}`);
      }
    }
  }
  return found;
}

function impurities(files: Files): readonly string[] {
  return [...files]
    .filter(([path]) => pure.includes(layerOf(path)))
    .flatMap(([path, text]) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const hit = impure.exec(code);
      return hit ? [`${path} uses ${hit[0]}`] : [];
    });
}

function cycles(files: Files): readonly string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    done.add(path);
    const names = importsOf(files.get(path) ?? '').filter((name) => name.startsWith('.'));
    for (const name of names) {
      const target = targetOf(path, name);
      if (files.has(target)) visit(target, [...trail, path]);
    }
  };
  for (const path of files.keys()) visit(path, []);
  return found;
}

function tooLong(files: Files): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const lines = text.split('\n').length - 1;
    return lines > longest ? [`${path}: ${lines} lines`] : [];
  });
}

function badlyNamed(files: Files): readonly string[] {
  return [...files.keys()].filter((path) =>
    path.split('/').some((part) => forbiddenNames.includes(part.replace(/\.ts$/, ''))),
  );
}

describe('the house', () => {
  const files = sources('src');

  it('has files in every layer that it names', () => {
    expect([...new Set([...files.keys()].map(layerOf))].filter((layer) => !(layer in below))).toEqual([]);
    expect(files.size).toBeGreaterThan(60);
  });
  it('imports only downwards, and only the packages of each folder', () => expect(trespasses(files)).toEqual([]));
  it('keeps the pure folders pure', () => expect(impurities(files)).toEqual([]));
  it('has no import cycle', () => expect(cycles(files)).toEqual([]));
  it('has no file over 300 lines', () => expect(tooLong(files)).toEqual([]));
  it('has no folder that says nothing', () => expect(badlyNamed(files)).toEqual([]));
});

describe('the checks themselves', () => {
  const planted: Files = new Map([
    [
      'words/a.ts',
      "import { b } from '../model/b.ts';\nimport { readFileSync } from 'node:fs';\nconst now = Date.now();\n",
    ],
    ['model/b.ts', "import type { c } from './c.ts';\nexport const b = 1;\n"],
    ['model/c.ts', "import { b } from './b.ts';\n"],
    ['load/d.ts', "const late = await import('../compile/report.ts');\n"],
    ['utils/e.ts', '\n'.repeat(301)],
  ]);

  it('see an import upwards, sideways, and of a package', () => {
    expect(trespasses(planted)).toEqual([
      'words/a.ts imports model/b.ts',
      'words/a.ts imports node:fs',
      'load/d.ts imports compile/report.ts',
    ]);
  });
  it('see a clock in a pure folder', () => expect(impurities(planted)).toEqual(['words/a.ts uses Date.now(']));
  it('see a cycle, of types too', () => expect(cycles(planted)).toEqual(['model/b.ts → model/c.ts → model/b.ts']));
  it('see a long file and an empty name', () => {
    expect(tooLong(planted)).toEqual(['utils/e.ts: 301 lines']);
    expect(badlyNamed(planted)).toEqual(['utils/e.ts']);
  });
});
