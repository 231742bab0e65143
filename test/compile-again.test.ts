import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built } from './bad-input-run.ts';
import { freshFolder } from './terminal.ts';

const atelier = built();

describe('a second compile', () => {
  const root = freshFolder('examples/national');
  const out = join(root, 'rapports');
  /** Four dossiers, two sessions. */
  const all = 6;
  const compile = (...more: readonly string[]) => {
    const { code, out: told, err } = atelier(['compile', ...more], { cwd: root });
    expect([code, err]).toEqual([0, expect.stringMatching(/Rapports écrits|Reports written/)]);
    return told.split('\n').filter((line) => line !== '');
  };

  it('makes again only what has changed: a text, a template, the language', () => {
    expect(compile()).toHaveLength(all);
    expect(compile()).toEqual([]);
    const dossier = join(root, 'dossiers/nozay');
    appendFileSync(join(dossier, 'diagnostic.md'), '\nUne phrase de plus.\n');
    expect(compile()).toEqual(['rapports/nozay/rapport.html']);
    expect(compile()).toEqual([]);
    mkdirSync(join(root, 'modeles'));
    writeFileSync(join(root, 'modeles/style.css'), 'body { margin: 0 }\n');
    expect(compile()).toHaveLength(all);
    expect(compile()).toEqual([]);
    expect(compile('--lang', 'en')).toHaveLength(all);
    expect(compile('--lang', 'en')).toEqual([]);
    expect(compile()).toHaveLength(all);
  });

  it('does not even look at what was made from the same', () => {
    const file = join(out, 'doullens-sueur/rapport.html');
    const list = join(out, '.atelier.json');
    const other = 'something that no report says';
    const hash = createHash('sha256').update(other).digest('hex');
    const manifest = JSON.parse(readFileSync(list, 'utf8')) as { readonly files: Record<string, string> };
    writeFileSync(file, other);
    writeFileSync(
      list,
      JSON.stringify({ ...manifest, files: { ...manifest.files, 'doullens-sueur/rapport.html': hash } }),
    );
    expect(compile()).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(other);
    // A plan of its own has a source of its own.
    expect(compile('--plan', 'fiche')).toContain('rapports/doullens-sueur/fiche.html');
  });
});
