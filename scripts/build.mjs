// Bundles src/ into dist/: fewer files to open, so a faster start. Each command is a chunk of its own, loaded when asked for.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * js-yaml builds its parser's state from two spreads. On Node 20 each such object gets a hidden class of its own, every
 * access to it is looked up anew, and parsing takes 3.5 times as long (docs/performance.md). The same object is written
 * out: same keys, same values. Fails when js-yaml no longer reads so: then this has become needless, or must be looked at.
 */
const plainParserState = {
  name: 'plain-parser-state',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const spread = /(?<=const state = \{\s+)\.\.\.DEFAULT_PARSER_OPTIONS,\s+\.\.\.options,(?=\s+input:)/g;
      if (source.match(spread)?.length !== 1) throw new Error(`${path}: the state of the parser is made otherwise`);
      const plain = 'filename: options?.filename ?? "",\n\t\tmaxDepth: options?.maxDepth ?? 100,';
      return { contents: source.replace(spread, plain), loader: 'js' };
    });
  },
};

/** A hash of all that the program is made of: a cache of an earlier one is of no use. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const folder of ['src', 'schemas']) {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of names.map((entry) => `${entry.parentPath}/${entry.name}`).sort())
      hash.update(path).update(readFileSync(path));
  }
  return hash.update(readFileSync('package-lock.json')).digest('hex').slice(0, 20);
}

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
await build({
  entryPoints: { main: 'src/main.ts', worker: 'src/commands/check/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [plainParserState],
  define: { BUILD_ID: JSON.stringify(sourcesHash()) },
  legalComments: 'none',
  chunkNames: 'chunk-[hash]',
  // Some bundled packages are CommonJS and call require() for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
copyFileSync('src/cog/cog.gen.tsv', 'dist/cog.gen.tsv');
copyFileSync('src/compile/maps/france.gen.json', 'dist/france.gen.json');
copyFileSync('src/compile/maps/towns.gen.tsv', 'dist/towns.gen.tsv');
