import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** The package's own files that are read at run time: this module alone knows where they lie. */
const inSource = import.meta.url.endsWith('/src/load/assets.ts');
const root = new URL(inSource ? '../../' : '../', import.meta.url);

/** The packed Code officiel géographique, in memory that threads can share. */
export function cogBytes(): Uint8Array {
  const file = openSync(new URL(inSource ? 'src/cog/cog.gen.tsv' : 'dist/cog.gen.tsv', root), 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    for (let at = 0, read = -1; at < bytes.length && read !== 0; at += read)
      read = readSync(file, bytes, { offset: at });
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** The départements of France and its neighbours, as simplified shapes. */
export function franceText(): string {
  return readFileSync(new URL(inSource ? 'src/compile/maps/france.gen.json' : 'dist/france.gen.json', root), 'utf8');
}

/** Where towns lie. */
export function townsBytes(): Uint8Array {
  return readFileSync(new URL(inSource ? 'src/compile/maps/towns.gen.tsv' : 'dist/towns.gen.tsv', root));
}

/** The script of the explorer's pages, as `npm run generate` makes it of `src/site/`. */
export function siteScript(): string {
  return readFileSync(new URL(inSource ? 'src/site/site.gen.js' : 'dist/site.gen.js', root), 'utf8');
}

/**
 * A built-in template, as text.
 * @param name its path below `templates/`: `rapport.md.hbs`
 */
export function template(name: string): string {
  return readFileSync(new URL(`templates/${name}`, root), 'utf8');
}

/** Files of other packages that the program carries, by name: `scripts/carried.json` says where npm puts them. */
function carried(): ReadonlyMap<string, URL> {
  if (!inSource) {
    const fonts = readdirSync(new URL('dist/fonts', root)).map((name) => `fonts/${name}`);
    return new Map(
      ['typst.wasm', 'resvg.wasm', 'magick.wasm', ...fonts].map((name) => [name, new URL(`dist/${name}`, root)]),
    );
  }
  const places: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(new URL('scripts/carried.json', root), 'utf8'),
  );
  return new Map(Object.entries(places).map(([name, place]) => [name, new URL(`node_modules/${place}`, root)]));
}

/** The faces of a PDF, whole, as TrueType: Inter and Source Serif 4, in the order of their names. */
export function fontsBytes(): readonly Uint8Array[] {
  const fonts = [...carried()].filter(([name]) => name.startsWith('fonts/'));
  return fonts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => readFileSync(place));
}

/** Typst, compiled to WebAssembly. */
export function typstBytes(): Uint8Array {
  return carriedBytes('typst.wasm');
}

/** resvg, compiled to WebAssembly. */
export function resvgBytes(): Uint8Array {
  return carriedBytes('resvg.wasm');
}

/** ImageMagick, compiled to WebAssembly. */
export function magickBytes(): Uint8Array {
  return carriedBytes('magick.wasm');
}

function carriedBytes(name: string): Uint8Array {
  const place = carried().get(name);
  if (place === undefined) throw new Error(`no ${name}`);
  return readFileSync(place);
}

/** The version in package.json. */
export function packageVersion(): string {
  const data: { readonly version: string } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  return data.version;
}

/** What this program was built from, as one hash; null in development, where the next run may be of another program. */
export function buildId(): string | null {
  return typeof BUILD_ID === 'string' ? BUILD_ID : null;
}

/** Set by the build (scripts/build.mjs). */
declare const BUILD_ID: string | undefined;

/** Where the second thread of a check begins; null in development, where there is no bundle. */
export function workerEntry(): URL | null {
  return inSource ? null : new URL('dist/worker.cjs', root);
}

/** Where a thread that makes PDFs begins; null in development. */
export function typstEntry(): URL | null {
  return inSource ? null : new URL('dist/typst.js', root);
}

/** Where the thread that makes files of Parquet begins; null in development. */
export function parquetEntry(): URL | null {
  return inSource ? null : new URL('dist/parquet.js', root);
}
