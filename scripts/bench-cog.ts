// Prints what the reference data costs in a fresh process, bundled as the package is: the first key of a search, the later
// ones, and what thirty look-ups add to none. Medians of five processes. Run: npx tsx scripts/bench-cog.ts. Needs no build.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const runs = 5;
const packed = resolve('src/cog/cog.gen.tsv');

/** What somebody types, key after key. */
const typed = ['nozay', 'saint denis reunion', 'castine en plaine', 'cc de nozay', 'le hom', 'montreuil sous bois'];

const opening = `import { readFileSync } from 'node:fs';
import { openCog } from ${JSON.stringify(resolve('src/cog/cog.ts'))};
import { search } from ${JSON.stringify(resolve('src/cog/search.ts'))};
const say = (value) => console.log(JSON.stringify(value));
`;

const programs = {
  keys: `const cog = openCog(readFileSync(${JSON.stringify(packed)}));
const times = [];
for (const words of ${JSON.stringify(typed)}) for (let n = 1; n <= words.length; n++) {
  const start = performance.now();
  search(cog, words.slice(0, n), { limit: 8 });
  times.push(performance.now() - start);
}
say(times);`,
  thirty: `const start = performance.now();
const cog = openCog(readFileSync(${JSON.stringify(packed)}));
const found = ${JSON.stringify(thirty())}.map((code) => cog.resolveCommune(code));
say([performance.now() - start]);
if (found.includes(null)) throw new Error('a code is unknown');`,
};

const folder = mkdtempSync(join(tmpdir(), 'atelier-bench-cog-'));
try {
  const keys = await measured('keys');
  row('search: first key in a fresh process', median(keys.map(([first = 0]) => first)), '≤ 50 ms');
  row('search: later keys, p95', median(keys.map((times) => percentile(times.slice(1), 0.95))), '≤ 50 ms');
  row('30 look-ups in a fresh process, above none', median((await measured('thirty')).flat()), '≤ 10 ms');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Codes spread over the whole country, some of them of the past. */
function thirty(): readonly string[] {
  const codes = readFileSync(packed, 'utf8').match(/^[CLF]\d{5}(?=\t)/gm) ?? [];
  return Array.from({ length: 30 }, (_, at) => codes[Math.floor((at * codes.length) / 30)]?.slice(1) ?? '');
}

async function measured(name: keyof typeof programs): Promise<readonly (readonly number[])[]> {
  const [source, bundle] = [join(folder, `${name}.ts`), join(folder, `${name}.mjs`)];
  writeFileSync(source, opening + programs[name]);
  await build({
    entryPoints: [source],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return Array.from({ length: runs }, () => {
    const child = spawnSync(process.execPath, [bundle], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    return JSON.parse(child.stdout) as readonly number[];
  });
}

function row(what: string, milliseconds: number, budget: string): void {
  console.log(`${what.padEnd(46)} ${milliseconds.toFixed(1).padStart(6)} ms   (${budget})`);
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
