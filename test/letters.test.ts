import { describe, expect, it } from 'vitest';
import { absentSaid } from '../src/compile/report/letters.ts';
import { withLetters } from '../src/compile/typst/absent.ts';
import { writeTypst } from '../src/compile/typst/write.ts';
import { makeRoom } from '../src/engines/typst-memory.ts';
import type { Dossier } from '../src/model/dossier.ts';
import { bare, treeFrom } from './pdf-made.ts';
import { complet } from './report/dossier-complet.ts';

const set = (letters: string): ReadonlySet<number> => new Set([...letters].map((one) => one.codePointAt(0) ?? 0));

describe('letters that no face has', () => {
  it('are counted, wherever a text stands', () => {
    const tree = treeFrom('## Un 👍🏽\n\n日本 et `日本`.[^1]\n\n| שלום |\n|-|\n| 日本 |\n\n[^1]: Une note 👍🏽.\n');
    const { absent } = writeTypst(tree, { ...bare, title: 'À 日本' }, '');
    expect(Object.fromEntries(absent)).toMatchObject({ 日本: expect.any(Number), שלום: 1 });
    expect(absent.get('日本')).toBeGreaterThanOrEqual(4);
    expect(writeTypst(treeFrom('## Été à Nœux, 5 €'), bare, '').absent.size).toBe(0);
  });

  it('are text again where the service’s own font has them, the others stay boxes', () => {
    const json = JSON.stringify({ c: ['a', { t: 'absent', v: '日本👍🏽' }, 'b'] });
    const { json: made, absent } = withLetters(json, [set('日本')]);
    expect(JSON.parse(made)).toEqual({ c: ['a', '日本', { t: 'absent', v: '👍🏽' }, 'b'] });
    expect([...absent]).toEqual([['👍🏽', 1]]);
  });

  it('are not looked for in what an author writes', () => {
    const json = JSON.stringify({ c: ['{"t":"absent","v":"日"}', { t: 'absent', v: 'x"y' }] });
    const { json: made, absent } = withLetters(json, [set('日')]);
    expect([made, [...absent]]).toEqual([json, [['x"y', 1]]]);
  });

  it('are said once, with their files, their number, and what to do', () => {
    const dossier: Dossier = {
      ...complet,
      dossier: { ...complet.dossier, problematique: 'À 日本' },
      seances: complet.seances.map((one, at) => (at === 0 ? { ...one, body: 'Un 👍🏽.' } : one)),
    };
    const path = dossier.seances[0]?.path;
    const [said, ...more] = absentSaid(
      new Map([
        ['日本', 3],
        ['👍🏽', 1],
      ]),
      dossier,
    );
    expect(more).toEqual([]);
    expect(said?.fr).toBe(
      `4 signes ou mots ne figurent pas dans les polices du rapport : 日本 👍🏽 (dossier.yaml ${path}) ; au PDF, un cadre tient leur place. Une police qui les a se donne dans atelier.yaml : rapport.theme.polices.fichiers`,
    );
    expect(said?.en).toContain('4 signs or words are in none of the fonts of the report');
    expect(absentSaid(new Map(), dossier)).toEqual([]);
    const many = new Map(Array.from({ length: 12 }, (_, at) => [String.fromCodePoint(0x4e00 + at), 1] as const));
    expect(absentSaid(many, complet)[0]?.fr).toContain('et 4 autres ;');
  });
});

describe('the room of a long document', () => {
  const asked = (bytes: number, held: number): readonly number[] => {
    const sizes: number[] = [];
    makeRoom(
      {
        memory: { buffer: { byteLength: held } as ArrayBuffer },
        __wbindgen_export: (size) => sizes.push(size),
        __wbindgen_export4: (_, size) => sizes.push(-size),
      },
      bytes,
    );
    return sizes;
  };
  const MB = 2 ** 20;

  it('is made at once, and given back', () => {
    const [taken = 0, given, ...more] = asked(MB, 268 * MB);
    expect([taken > 300 * MB, given, more]).toEqual([true, -taken, []]);
  });
  it('is not made for a short one, nor beyond what there is', () => {
    expect([asked(300_000, 268 * MB), asked(3 * MB, 2000 * MB)]).toEqual([[], []]);
  });
});
