import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dossiers } from '../bench/dossiers.ts';
import { built, endedWell, put } from './bad-input-run.ts';
import { freshFolder } from './terminal.ts';

const atelier = built();

describe('PDFs made on several threads', () => {
  it('are those that one thread makes, and a template that is wrong is said as there', () => {
    const cwd = freshFolder();
    put(cwd, Object.fromEntries(dossiers(9)));
    const [all, one] = [freshFolder(), freshFolder()];
    const compile = (out: string, ...paths: readonly string[]) =>
      atelier(['compile', ...paths, '--to', 'pdf', '--plan', 'fiche', '--out', out, '--quiet'], { cwd });
    endedWell(compile(all), 0);
    endedWell(compile(one, 'dossiers/atelier-7'), 0);
    const path = 'atelier-7/fiche.pdf';
    expect(readFileSync(join(all, path)).equals(readFileSync(join(one, path)))).toBe(true);
    put(cwd, { 'modeles/page.typ': '#let rapport = json("/rapport.json")\n#oubli\n' });
    const wrong = compile(all);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('modeles/page.typ:2:2')]);
    expect(wrong.err).toBe(compile(one, 'dossiers/atelier-7').err);
  });
});
