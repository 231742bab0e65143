import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dossiers } from '../bench/dossiers.ts';
import { built, endedWell, put } from './bad-input-run.ts';
import { freshFolder } from './terminal.ts';

const atelier = built();
const formats = ['--to', 'csv,parquet,geojson,xlsx,ods', '--csv-excel', '--quiet'];

/** Enough for a second thread to check, and for another to write Parquet. */
const many = 420;

function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}

describe('a dataset of many dossiers', () => {
  let cwd = '';
  let truth: ReadonlyMap<string, string> = new Map();
  const exported = (argv: readonly string[], env: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
    const out = freshFolder();
    endedWell(atelier(['export', ...argv, '--out', out], { cwd, env }), 0);
    return filesIn(out);
  };
  const expectTruth = (files: ReadonlyMap<string, string>): void => {
    expect([...files.keys()]).toEqual([...truth.keys()]);
    // One by one: a difference of megabytes would not be shown.
    for (const [path, text] of files) expect(text === truth.get(path), path).toBe(true);
  };

  beforeAll(() => {
    cwd = freshFolder();
    put(cwd, Object.fromEntries(dossiers(many)));
    truth = exported(formats, { TZ: 'UTC', LC_ALL: 'C' });
    expect(truth.get('dossiers.csv')?.split('\n').length).toBe(many + 2);
  });

  it('has the same bytes in another time zone and language of the machine', () => {
    expectTruth(exported(formats, { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'de_DE' }));
  });

  it('has the same bytes from eight parts', () => {
    const parts = freshFolder();
    for (const part of [8, 2, 5, 1, 7, 3, 6, 4])
      endedWell(atelier(['export', '--shard', `${part}/8`, '--out', parts, '--quiet'], { cwd, env: {} }), 0);
    expectTruth(exported(['--merge', parts, ...formats], {}));
  });
});
