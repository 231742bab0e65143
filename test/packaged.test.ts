import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentsOf, freshFolder } from './terminal.ts';

const formats = 'html,pdf,docx,odt,md';

describe('the package as npm would publish it, far from its sources', () => {
  const place = freshFolder();
  const work = freshFolder();
  const bin = join(place, 'package', 'bin', 'atelier.js');
  const atelier = (...argv: readonly string[]) =>
    spawnSync(process.execPath, [bin, ...argv], { cwd: work, encoding: 'utf8', env: { PATH: process.env.PATH } });

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs']);
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', place], { stdio: 'pipe' });
    const [archive = ''] = readdirSync(place);
    execFileSync('tar', ['-xzf', join(place, archive), '-C', place]);
    cpSync('examples', join(work, 'examples'), { recursive: true });
  });

  it('holds what it runs on, and nothing of the workshop', () => {
    const files = [...contentsOf(join(place, 'package')).keys()];
    for (const needed of [
      'bin/atelier.js',
      'dist/main.js',
      'dist/cog.gen.tsv',
      'dist/france.gen.json',
      'dist/towns.gen.tsv',
      'dist/site.gen.js',
      'templates/page.html.hbs',
      'schemas/dossier.json',
      'LICENSE',
      'THIRD-PARTY-NOTICES',
    ]) {
      expect(files).toContain(needed);
    }
    expect(files.filter((path) => /^(?:src|test|scripts|node_modules)\//.test(path))).toEqual([]);
    expect(existsSync(join(place, 'node_modules'))).toBe(false);
  });

  it('validates, compiles and exports the national example', () => {
    const validated = atelier('validate', 'examples/national');
    expect([validated.status, validated.stdout]).toEqual([0, validated.stdout]);
    const compiled = atelier('compile', 'examples/national', '--to', formats);
    expect(compiled.status, compiled.stderr).toBe(0);
    const exported = atelier('export', 'examples/national');
    expect(exported.status, exported.stderr).toBe(0);
    const made = [...contentsOf(work).keys()];
    for (const path of [
      'rapports/nozay/rapport.html',
      'rapports/caen-metropole/rapport.md',
      'rapports/nozay/rapport.pdf',
      'rapports/nozay/rapport.docx',
      'rapports/nozay/rapport.odt',
      'donnees/dossiers.csv',
      'donnees/datapackage.json',
    ]) {
      expect(made).toContain(path);
    }
  });

  it('makes nothing again of what has not changed, and the same bytes in another folder', () => {
    const before = contentsOf(work);
    const again = atelier('compile', 'examples/national', '--to', formats);
    expect(again.stdout).toBe('');
    expect(contentsOf(work)).toEqual(before);
    const anew = atelier('compile', 'examples/national', '--to', formats, '--out', 'autres');
    expect(anew.status, anew.stderr).toBe(0);
    expect(contentsOf(join(work, 'autres'))).toEqual(contentsOf(join(work, 'rapports')));
  });

  it('starts a dossier that is healthy', () => {
    const made = atelier(
      'init',
      'essai',
      '--dispositif',
      'local',
      '--titre',
      'Essai : un titre',
      '--epci',
      '244400537',
      '--yes',
    );
    expect(made.status, made.stderr).toBe(0);
    const validated = atelier('validate', 'essai');
    expect(validated.status, validated.stdout).toBe(0);
  });
});
