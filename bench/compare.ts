// The publication of a comparison of many dossiers as HTML: how the time and the memory grow. Run: npm run bench:compare
// [-- --dossiers 100,1000 --runs 3]. Whole processes, medians; without the machine's NODE_* variables. A slow machine is
// no failure.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dossiers } from './dossiers.ts';
import { type Contender, type Measured, measure } from './measure.ts';
import { root } from './paths.ts';
import { write } from './workspace.ts';

const { values } = parseArgs({
  options: { dossiers: { type: 'string', default: '100,1000' }, runs: { type: 'string', default: '3' } },
});
for (const name of Object.keys(process.env)) if (name.startsWith('NODE_')) delete process.env[name];
const runs = Math.max(1, Math.trunc(Number(values.runs)) || 1);
const base = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
const say = (text: string) => process.stdout.write(`${text}\n`);

try {
  say(`Node ${process.version}; compare --to html, whole processes, medians of ${runs}.\n`);
  say('| dossiers | ms | ms a dossier | peak MB (wanted < 500) |');
  say('|---:|---:|---:|---:|');
  for (const count of values.dossiers.split(',').map(Number)) {
    const [made] = await measure([contender(count)], runs);
    if (made) say(row(count, made));
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}

function contender(count: number): Contender {
  const folder = join(base, String(count));
  write(folder, dossiers(count), 'git');
  const out = join(base, `${count}-comparaison`);
  return {
    name: 'compare',
    commands: [
      {
        program: process.execPath,
        args: [join(root, 'bin/atelier.js'), 'compare', '--to', 'html', '--out', out, '--quiet'],
        cwd: folder,
      },
    ],
    prepare: () => rmSync(out, { recursive: true, force: true }),
  };
}

function row(count: number, { milliseconds, megabytes }: Measured): string {
  const cells = [
    count,
    Math.round(milliseconds),
    (milliseconds / count).toFixed(1),
    Math.round(megabytes ?? Number.NaN),
  ];
  return `| ${cells.join(' | ')} |`;
}
