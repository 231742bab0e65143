/**
 * Compares the yearly editions of the reference data: which communes ended, were renamed or tied to another, which EPCI
 * disappeared or changed their name, and when. Writes src/cog/changes.gen.tsv, which `pack-cog.ts` packs with the rest.
 *
 * Run by hand, once a year, with a network: `tsx scripts/cog-changes.ts`. The older editions weigh ninety megabytes, too
 * much to install on every machine for a table of a few hundred kilobytes: they are fetched by npm into a temporary
 * folder, their SHA-512 compared with the ones below, so that the same table comes out every time.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesOf, type Edition, type HistoryEntry, type OldCommune, type OldEpci } from './cog/changes.ts';

const name = '@etalab/decoupage-administratif';

/** The last edition of each year, as the package's README says and its number of communes confirms. */
const editions = [
  {
    annee: 2019,
    version: '0.7.0',
    integrity: 'sha512-ezO+LHyIrJjDBlE7DxXSbvHxSliTGT4o4+w1pMaA6FjCVDFiW74zp5Lhmi1GpY2JcelKq4m8zHjDol08O6unqQ==',
  },
  {
    // Its communes are those of 2019; its EPCI, and so the communes inside them, are of 2020. It holds the history too.
    annee: 2020,
    version: '0.8.0',
    integrity: 'sha512-BNO0BLfPyUvLpGAStdKpZAX80hUHdkhhD3GMu7HcwERqmshl96uIU0v3/1LlL23DiMs9qRyVIRnfDDIAfHaG/w==',
  },
  {
    annee: 2021,
    version: '1.1.1',
    integrity: 'sha512-2yD0tkK+As9OlImYdFXn9O1ABtMpExpCq0A7/d/HpruMgg7NYymUeNnHN0r8ICWgcKE//3uvMXeQ00xdOwUiZg==',
  },
  {
    annee: 2022,
    version: '2.3.1',
    integrity: 'sha512-52zR447e9Csr/HkzmLJIrOTCAuwJNd4O9fay8BRgOQUSbqaKOP6vFpsrj5lKlrH9vA+ii07h1TnChdMFZNgcwg==',
  },
  {
    annee: 2023,
    version: '3.1.1',
    integrity: 'sha512-/1yqSlo6Xerdz1MN+rh57hDWcAam18gwSK5u4wFjT1glRUiN/o1A4IQe6pvB9JqGvHv6WbF5X7WyE+yxeMqLig==',
  },
  {
    annee: 2024,
    version: '4.1.0',
    integrity: 'sha512-r0lO1qhb/R7golWwfPbkstpN3WeGuROIHoJhExY7251bkc7tjL48wsnh4/cWAQYux1y/EMSTuOEwiMkh0/mK8g==',
  },
  {
    annee: 2025,
    version: '5.3.0',
    integrity: 'sha512-I7PP8jiNOKwvBbdhoYPiwMaJ27x6aHwwGj5V0DMTOPu2YG6qyhGty1b0SIkCxpSHlUkASEfybISY4ldkTcYbbw==',
  },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'cog-'));
try {
  const older = editions.map(({ annee, version, integrity }) => readEdition(annee, fetched(version, integrity)));
  const installed = new URL(`../node_modules/${name}/`, import.meta.url).pathname;
  const text = changesOf([...older, readEdition(2026, installed)], history(join(folder, '0.8.0', 'package')));
  writeFileSync(new URL('../src/cog/changes.gen.tsv', import.meta.url), text);
  console.log(`src/cog/changes.gen.tsv: ${text.split('\n').length - 1} lines, ${Buffer.byteLength(text)} bytes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Fetches one edition with npm, which says what it got; another content than the one known is refused. */
function fetched(version: string, integrity: string): string {
  const into = join(folder, version);
  execFileSync('mkdir', [into]);
  const said = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', into, `${name}@${version}`], {
    encoding: 'utf8',
  });
  const [packed]: readonly { readonly filename: string; readonly integrity: string }[] = JSON.parse(said);
  if (packed?.integrity !== integrity) throw new Error(`${name}@${version} is not the one that was compared before`);
  execFileSync('tar', ['-xzf', packed.filename.replace(/^@(.*)\/(.*)$/, '$1-$2')], { cwd: into });
  return join(into, 'package');
}

function readEdition(annee: number, at: string): Edition {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(at, 'data', `${file}.json`), 'utf8'));
  return { annee, communes: read('communes') as OldCommune[], epci: read('epci') as OldEpci[] };
}

function history(at: string): readonly HistoryEntry[] {
  return JSON.parse(readFileSync(join(at, 'data', 'historique-communes.json'), 'utf8')) as HistoryEntry[];
}
