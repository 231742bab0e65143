// Bundles src/ into dist/: fewer files to open, so a faster start. Each command is a chunk of its own, loaded when asked for.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * Two changes to js-yaml, which make parsing twice to four times as fast and change no result (docs/performance.md):
 * - It builds its parser's state from two spreads. On Node 20 each such object gets a hidden class of its own, and every
 *   access to it is looked up anew. The same object is written out: same keys, same values.
 * - It looks for control characters in each scalar. A text that has one is never parsed here: load/stray.ts looks for the
 *   same characters in the whole text first, and UTF-8 holds no lone surrogate.
 * The build fails when js-yaml no longer reads so: then they have become needless, or must be looked at.
 */
const changes = [
  [
    /(?<=const state = \{\s+)\.\.\.DEFAULT_PARSER_OPTIONS,\s+\.\.\.options,(?=\s+input:)/g,
    'filename: options?.filename ?? "",\n\t\tmaxDepth: options?.maxDepth ?? 100,',
  ],
  [/\bcheckPrintable\(state, (?:start|valueStart), (?:end|valueEnd)\);/g, '', 2],
];

const quickParser = {
  name: 'quick-parser',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      for (const [was, becomes, times = 1] of changes) {
        if (contents.match(was)?.length !== times) throw new Error(`${path}: ${was} is written otherwise`);
        contents = contents.replace(was, becomes);
      }
      return { contents, loader: 'js' };
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

const id = sourcesHash();
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
await build({
  entryPoints: {
    main: 'src/main.ts',
    typst: 'src/engines/typst-thread.ts',
    parquet: 'src/commands/export/parquet-thread.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [quickParser],
  define: { BUILD_ID: JSON.stringify(id) },
  legalComments: 'none',
  chunkNames: 'chunk-[hash]',
  // Some bundled packages are CommonJS and call require() for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
// The second thread in one file of its own, as CommonJS: half a hundred milliseconds sooner at work.
await build({
  entryPoints: { worker: 'src/commands/check/worker.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.17',
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [quickParser],
  define: { BUILD_ID: JSON.stringify(id), 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  legalComments: 'none',
  logLevel: 'warning',
});
copyFileSync('src/schema/validators.gen.cjs', 'dist/validators.gen.cjs');
copyFileSync('src/cog/cog.gen.tsv', 'dist/cog.gen.tsv');
copyFileSync('src/compile/maps/france.gen.json', 'dist/france.gen.json');
copyFileSync('src/compile/maps/towns.gen.tsv', 'dist/towns.gen.tsv');
// The explorer's script: `npm run generate` bundles it, for any browser.
copyFileSync('src/site/site.gen.js', 'dist/site.gen.js');
// What the program carries of others as it is: Typst for PDF, and its faces.
mkdirSync('dist/fonts');
for (const [name, place] of Object.entries(JSON.parse(readFileSync('scripts/carried.json', 'utf8'))))
  copyFileSync(`node_modules/${place}`, `dist/${name}`);
