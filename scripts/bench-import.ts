// Prints what `atelier import` costs, in a fresh process each: indicators from a generated table of 35 000 communes and 200
// columns, outlines from the GeoJSON files of ../shared/contours where they are. Medians of three.
// Run: npx tsx scripts/bench-import.ts. Needs a build (npm ci, or npm run build).
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCog } from '../src/cog/cog.ts';
import { cogBytes } from '../src/load/assets.ts';

const runs = 3;
const [rows, columns] = [35_000, 200];
/** In MB: what an import may take. */
const most = 200;
const main = resolve('bin/atelier.js');
const contours = resolve('../shared/contours');

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const folder = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
try {
  const table = join(folder, 'table.csv');
  writeTable(table);
  const flags = ['--code', 'CODGEO', '--agregat', 'rapport', '--titre', 'Part', '--unite', '%', '--annee', '2021'];
  print(`indicateurs, ${rows} × ${columns}`, table, 'examples/modele', [
    ...['import', 'indicateurs', table, '--colonnes', `C${columns - 1},C${columns}`, '--source', 'Essai'],
    ...flags,
  ]);
  const places = [
    ['communes-14-calvados.geojson', 'examples/national/dossiers/caen-metropole'],
    ['communes-40-landes.geojson', 'examples/national/dossiers/sud-des-landes'],
    ['communes-80-somme.geojson', 'examples/national/dossiers/doullens-sueur'],
  ] as const;
  for (const [name, dossier] of existsSync(contours) ? places : []) {
    const file = join(contours, name);
    print(`contours, ${name}`, file, dossier, ['import', 'contours', file, '--source', 'Essai', '--annee', '2018']);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(what: string, file: string, dossier: string, args: readonly string[]): void {
  const measured = Array.from({ length: runs }, () => run(dossier, args)).sort(
    (a, b) => a.milliseconds - b.milliseconds,
  );
  const { milliseconds } = measured[Math.floor(runs / 2)] as Run;
  const megabytes = Math.max(...measured.map((one) => one.megabytes));
  console.log(
    [
      what,
      `${(statSync(file).size / 1e6).toFixed(1)} MB`,
      `${Math.round(milliseconds)} ms`,
      `peak ${Math.round(megabytes)} MB`,
    ].join(' · '),
  );
  if (megabytes < most) return;
  console.error(`over ${most} MB`);
  process.exitCode = 1;
}

/** Imports into a copy of a dossier. */
function run(dossier: string, args: readonly string[]): Run {
  const place = join(folder, 'dossier');
  cpSync(dossier, place, { recursive: true });
  const peak = join(folder, 'peak');
  const code = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`;
  writeFileSync(join(folder, 'peak.cjs'), code);
  const start = performance.now();
  const child = spawnSync(process.execPath, ['--require', join(folder, 'peak.cjs'), main, ...args], {
    cwd: place,
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - start;
  if (child.status !== 0) throw new Error(`the import failed:\n${child.stderr}`);
  rmSync(place, { recursive: true });
  return { milliseconds, megabytes: Number(readFileSync(peak, 'utf8')) / 1024 };
}

/** Every commune of today, in order of code, with figures that are the same at every run. */
function writeTable(path: string): void {
  const cog = openCog(cogBytes());
  const departements = cog.table.under('D').map(([key = '']) => key.slice(1));
  const codes = departements.flatMap((code) => cog.departement(code)?.communes ?? []).sort();
  const names = Array.from({ length: columns }, (_, index) => `C${index + 1}`);
  const file = openSync(path, 'w');
  writeSync(file, `CODGEO;${names.join(';')}\n`);
  for (const [row, code] of codes.slice(0, rows).entries()) {
    writeSync(file, `${code};${names.map((_, column) => ((row * 7919 + column * 104_729) % 99_991) / 10).join(';')}\n`);
  }
  closeSync(file);
}
