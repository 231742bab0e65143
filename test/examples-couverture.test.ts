import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { load } from '../src/load/workspace.ts';

interface Row {
  readonly id: string;
  readonly key: string;
  readonly address: string;
  readonly holder: string;
  readonly file: string;
  readonly pointer: string;
  readonly remark: string;
}

const page = readFileSync('docs/couverture.md', 'utf8');
const { files } = load({ root: 'examples/national', alone: false, asked: [''] });
const line =
  /^\| ([A-Z]\d+) \| [^|]+ \| \[([a-z0-9-]+)\]\(<([^>]+)>\) \| `((?:dossiers|sessions)\/[a-z0-9-]+)\/([^`]+)` \| `(\/[^`]+)` \| ([^|]*)\|$/;
const written = page.split('\n').filter((text) => /^\| [A-Z]\d/.test(text));
const rows = written.map(rowOf);
/** The facts of the four workshops; those of the sessions (P, T) are not counted. */
const facts = rows.filter(({ id }) => /^[NCHL]/.test(id));

function rowOf(text: string): Row {
  const [, id = '', key = '', address = '', holder = '', file = '', pointer = '', remark = ''] = line.exec(text) ?? [];
  return { id, key, address, holder, file, pointer, remark };
}

function valueAt(path: string, pointer: string): unknown {
  let here = files.find((file) => file.path === path)?.value;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = Object.entries(here).find(([name]) => name === step)?.[1];
  }
  return here;
}

describe('docs/couverture.md', () => {
  it('has only rows that can be read, numbered without a gap', () => {
    expect(written.filter((text) => !line.test(text))).toEqual([]);
    const seen = new Map<string, number>();
    for (const { id } of rows) {
      const letter = id.charAt(0);
      seen.set(letter, (seen.get(letter) ?? 0) + 1);
      expect(id).toBe(`${letter}${seen.get(letter)}`);
    }
    expect([...seen.keys()]).toEqual(['N', 'C', 'H', 'L', 'P', 'T']);
  });

  it('names a key that exists, for every fact', () => {
    expect(rows.filter(({ holder, file, pointer }) => valueAt(`${holder}/${file}`, pointer) === undefined)).toEqual([]);
  });

  it('gives the address of the source that the dossier declares, for every fact', () => {
    const declared = ({ holder, key }: Row) =>
      valueAt(`${holder}/${holder.startsWith('sessions') ? 'session.yaml' : 'dossier.yaml'}`, `/sources/${key}/url`);
    expect(rows.filter((row) => declared(row) !== row.address)).toEqual([]);
  });

  it('states its own totals, and leaves at most one fact in twenty without a key of its own', () => {
    const without = facts.filter(({ remark }) => remark.startsWith('**sans clé à lui**'));
    const [, total, few, percent] = /\*\*(\d+) faits, dont (\d+) sans clé à eux : ([\d,]+) %\.\*\*/.exec(page) ?? [];
    expect([Number(total), Number(few)]).toEqual([facts.length, without.length]);
    expect(percent).toBe(((100 * without.length) / facts.length).toFixed(1).replace('.', ','));
    expect(without.length * 20).toBeLessThanOrEqual(facts.length);
  });
});

describe('examples/national', () => {
  it('keeps the two counts of Nozay side by side, each with its source', () => {
    const nozay = 'dossiers/nozay/dossier.yaml';
    const at = '/suites/premier-reinventer-rural/indicateurs/3';
    expect(valueAt(nozay, at)).toMatchObject({
      valeur: 8,
      unite: 'équipes',
      sources: ['s36c'],
      autres_valeurs: [{ valeur: 6, unite: 'projets', sources: ['s36d'] }],
    });
  });

  it('cites no source that is not declared in the texts below the front matter', () => {
    const unknown = files.flatMap(({ path, holder, text }) => {
      const root = `${holder.path}/${holder.holder === 'session' ? 'session.yaml' : 'dossier.yaml'}`;
      const cited = [...text.matchAll(/\[\^([a-z0-9-]+)\]/g)].map(([, key]) => key ?? '');
      return cited.filter((key) => valueAt(root, `/sources/${key}`) === undefined).map((key) => `${path} ${key}`);
    });
    expect(unknown).toEqual([]);
  });

  it('has no source that nothing cites', () => {
    const idle = files.flatMap(({ path, holder, value, kind }) => {
      if ((kind !== 'dossier' && kind !== 'session') || typeof value !== 'object' || value === null) return [];
      const texts = files.filter((file) => file.holder.path === holder.path).map(({ text }) => text);
      const keys = Object.keys(valueAt(path, '/sources') ?? {});
      const cited = (key: string) => new RegExp(`sources: \\[[^\\]]*\\b${key}(?![\\w-])[^\\]]*\\]|\\[\\^${key}\\]`);
      return keys.filter((key) => !texts.some((text) => cited(key).test(text))).map((key) => `${path} ${key}`);
    });
    expect(idle).toEqual([]);
  });
});
