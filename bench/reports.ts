// Reports of many dossiers as HTML: how the time grows, and what a second run takes in which nothing has changed.
// Run: npm run bench:reports [-- --dossiers 100,1000 --runs 3]. Whole processes, medians; without the machine’s NODE_*
// variables. A slow machine is no failure.
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
  say(`Node ${process.version}; compile --to html, whole processes, medians of ${runs}.\n`);
  say('| dossiers | first, ms | ms a dossier | again, ms | again ÷ first | peak MB |');
  say('|---:|---:|---:|---:|---:|---:|');
  for (const count of values.dossiers.split(',').map(Number)) {
    const [first, again] = await measure(contenders(count), runs);
    if (first && again) say(row(count, first, again));
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}

/** Into an empty folder, and into one that an earlier run has filled. */
function contenders(count: number): readonly Contender[] {
  const folder = join(base, String(count));
  write(folder, dossiers(count), 'git');
  const compile = (out: string) => ({
    program: process.execPath,
    args: [join(root, 'bin/atelier.js'), 'compile', '--to', 'html', '--out', out, '--quiet'],
    cwd: folder,
  });
  const fresh = join(base, `${count}-first`);
  return [
    {
      name: 'first',
      commands: [compile(fresh)],
      prepare: () => rmSync(fresh, { recursive: true, force: true }),
    },
    { name: 'again', commands: [compile(join(base, `${count}-again`))] },
  ];
}

function row(count: number, first: Measured, again: Measured): string {
  const cells = [
    count,
    Math.round(first.milliseconds),
    (first.milliseconds / count).toFixed(1),
    Math.round(again.milliseconds),
    (again.milliseconds / first.milliseconds).toFixed(2),
    Math.round(first.megabytes ?? Number.NaN),
  ];
  return `| ${cells.join(' | ')} |`;
}
