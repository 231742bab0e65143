// The dataset of many dossiers as CSV and Parquet, against a check of the same without a cache: how the time and the
// memory grow. Run: npm run bench:export [-- --dossiers 100,1000,5000 --runs 3]; 20000 takes some minutes more. Whole
// processes in turn, medians; without the machine's NODE_* variables. A slow machine is no failure.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dossiers } from './dossiers.ts';
import { type Contender, type Measured, measure } from './measure.ts';
import { root } from './paths.ts';
import { write } from './workspace.ts';

const { values } = parseArgs({
  options: { dossiers: { type: 'string', default: '100,1000,5000' }, runs: { type: 'string', default: '3' } },
});
for (const name of Object.keys(process.env)) if (name.startsWith('NODE_')) delete process.env[name];
const runs = Math.max(1, Math.trunc(Number(values.runs)) || 1);
const base = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
const say = (text: string) => process.stdout.write(`${text}\n`);

try {
  say(`Node ${process.version}; export --to csv,parquet, whole processes, medians of ${runs}.\n`);
  say(
    '| dossiers | export, ms | ms a dossier | validate, ms | export ÷ validate (wanted ≤ 2) | peak MB (wanted < 400) |',
  );
  say('|---:|---:|---:|---:|---:|---:|');
  for (const count of values.dossiers.split(',').map(Number)) {
    const [made, checked] = await measure(contenders(count), runs);
    if (made && checked) say(row(count, made, checked));
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}

function contenders(count: number): readonly Contender[] {
  const folder = join(base, String(count));
  write(folder, dossiers(count), 'git');
  const out = join(base, `${count}-donnees`);
  const atelier = (...args: readonly string[]) => ({
    program: process.execPath,
    args: [join(root, 'bin/atelier.js'), ...args, '--quiet'],
    cwd: folder,
  });
  return [
    {
      name: 'export',
      commands: [atelier('export', '--to', 'csv,parquet', '--out', out)],
      prepare: () => rmSync(out, { recursive: true, force: true }),
    },
    { name: 'validate', commands: [atelier('validate', '--no-cache')] },
  ];
}

function row(count: number, made: Measured, checked: Measured): string {
  const cells = [
    count,
    Math.round(made.milliseconds),
    (made.milliseconds / count).toFixed(1),
    Math.round(checked.milliseconds),
    (made.milliseconds / checked.milliseconds).toFixed(2),
    Math.round(made.megabytes ?? Number.NaN),
  ];
  return `| ${cells.join(' | ')} |`;
}
