import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangelogOptions, changelog } from '../src/compile/dataset/changelog.ts';
import { type Changes, changesOf } from '../src/compile/dataset/changes.ts';
import { documentsOfDossier, documentsOfSession } from '../src/compile/dataset/documents.ts';
import { type Row, rowsOf } from '../src/compile/dataset/rows.ts';
import { columnsOfState, type DatasetState, holderState, marksOf } from '../src/compile/dataset/state.ts';
import type { Dossier, Session } from '../src/model/dossier.ts';
import { type Table, tables } from '../src/schema/columns.ts';
import { bare, full, perimetres, session } from './dataset-cases.ts';

const all = tables();

function stateOf(dossiers: readonly Dossier[], sessions: readonly Session[] = [session]): DatasetState {
  const rows = (documents: ReturnType<typeof documentsOfSession>) =>
    holderState(
      all,
      all.map((table) => [...rowsOf(table, [documents])]),
    );
  return {
    columns: columnsOfState(all),
    dossiers: new Map(dossiers.map((one) => [one.id, rows(documentsOfDossier(one, perimetres.get(one.id)))])),
    sessions: new Map(sessions.map((one) => [one.id, rows(documentsOfSession(one))])),
  };
}

const before = stateOf([full, bare]);
const options: ChangelogOptions = { langue: 'fr', since: 'v1', date: null, public: false };
const counts = (changes: Changes) =>
  Object.fromEntries(changes.tables.map(({ table, added, removed, changed }) => [table, [added, removed, changed]]));

describe('what changed', () => {
  it('is nothing when nothing changed, whatever the order', () => {
    const changes = changesOf(before, stateOf([bare, full]));
    expect(changes).toEqual({
      tables: [],
      dossiers: { came: [], left: [], changed: [] },
      sessions: { came: [], left: [], changed: [] },
    });
    expect(changelog(changes, options)).toContain('Rien n’a changé.');
  });

  it('is a row where a cell changed, told with its dossier', () => {
    const titled = { ...full, dossier: { ...full.dossier, titre: 'Autre titre' } };
    const changes = changesOf(before, stateOf([titled, bare]));
    expect(counts(changes)).toEqual({ dossiers: [0, 0, 1] });
    expect(changes.dossiers.changed).toEqual([{ id: full.id, tables: ['dossiers'] }]);
  });

  it('is one row more, not all the others, where a list gets one at its top', () => {
    const livrables = [{ type: 'communication' as const }, ...(full.dossier.livrables ?? [])];
    const more = { ...full, dossier: { ...full.dossier, livrables } };
    expect(counts(changesOf(before, stateOf([more, bare])))).toEqual({ livrables: [1, 0, 0] });
    expect(counts(changesOf(stateOf([more, bare]), before))).toEqual({ livrables: [0, 1, 0] });
  });

  it('is all rows of a dossier that came or left, and of a session', () => {
    const came = changesOf(stateOf([bare], []), before);
    expect(came.dossiers).toEqual({ came: [full.id], left: [], changed: [] });
    expect(came.sessions.came).toEqual([session.id]);
    expect(counts(came).dossiers).toEqual([1, 0, 0]);
    const left = changesOf(before, stateOf([bare], []));
    expect(left.dossiers.left).toEqual([full.id]);
    expect(counts(left).dossiers).toEqual([0, 1, 0]);
  });

  it('is a column that came or went, and rows only where it says something', () => {
    const columns = (drop: string) => all.map((table) => without(table, drop));
    const older = { ...before, columns: columnsOfState(columns('livrables.url')) };
    const changes = changesOf(older, before);
    expect(changes.tables).toEqual([expect.objectContaining({ table: 'livrables', columnsAdded: ['url'], is: null })]);
    expect(changesOf(before, older).tables).toEqual([
      expect.objectContaining({ table: 'livrables', columnsRemoved: ['url'] }),
    ]);
    expect(changelog(changes, options)).toMatch(/`livrables\.url`\s: colonne ajoutée\./);
  });

  it('is a table that came or went', () => {
    const columns = new Map([...before.columns].filter(([name]) => name !== 'axes'));
    const dossiers = new Map([[bare.id, before.dossiers.get(bare.id) ?? new Uint32Array()]]);
    const older = { columns, dossiers: new Map<string, Uint32Array>(), sessions: new Map<string, Uint32Array>() };
    const changes = changesOf(older, { ...before, dossiers, sessions: new Map() });
    expect(changes.tables.find(({ table }) => table === 'axes')?.is).toBe('new');
  });
});

function without(table: Table, drop: string): Table {
  return { ...table, columns: table.columns.filter(({ name }) => `${table.name}.${name}` !== drop) };
}

describe('a state', () => {
  const table: Table | undefined = all.find(({ name }) => name === 'livrables');

  it('holds eight bytes a row', () => {
    const marks = marksOf(
      before.dossiers.get(full.id) ?? new Uint32Array(),
      all.map(({ name }) => name),
    );
    const rows = [...marks.values()].reduce((sum, own) => sum + own.length, 0);
    expect(before.dossiers.get(full.id)?.byteLength).toBe(8 * rows + 8 * marks.size);
    expect(rows).toBeGreaterThan(20);
  });

  it('does not take one value in another column, or part of a list, for the same', () => {
    if (table === undefined) throw new Error('no table');
    const at = (name: string) => table.columns.findIndex((column) => column.name === name);
    const row = (cells: Readonly<Record<string, string | readonly string[]>>): Row =>
      table.columns.map(({ name }) => cells[name] ?? null);
    expect(at('titre')).toBeGreaterThan(0);
    const alike = [
      row({ titre: 'a' }),
      row({ url: 'a' }),
      row({ sources: ['a', 'b'] }),
      row({ sources: ['a|b'] }),
      row({}),
    ];
    const marks = alike.map((one) => holderState([table], [[one]])[3]);
    expect(new Set(marks).size).toBe(alike.length);
  });

  it('counts added and removed rows as lists of rows do', () => {
    if (table === undefined) throw new Error('no table');
    const rows = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    const state = (titles: readonly string[]): DatasetState => {
      const own = titles.map((titre): Row => table.columns.map(({ name }) => (name === 'titre' ? titre : null)));
      const dossiers = new Map([['val', holderState([table], [own])]]);
      return { columns: columnsOfState([table]), dossiers, sessions: new Map() };
    };
    fc.assert(
      fc.property(rows, rows, (old, now) => {
        const [one] = changesOf(state(old), state(now)).tables;
        const { added, removed, changed } = one ?? { added: 0, removed: 0, changed: 0 };
        expect(added - removed).toBe(now.length - old.length);
        const kept = ['a', 'b', 'c', 'd'].reduce(
          (sum, title) => sum + Math.min(times(old, title), times(now, title)),
          0,
        );
        expect(changed + added).toBe(now.length - kept);
      }),
    );
  });
});

function times(titles: readonly string[], title: string): number {
  return titles.filter((one) => one === title).length;
}

describe('the page', () => {
  it('stays under 200 lines whatever has changed', () => {
    const many = (n: number, prefix: string) => Array.from({ length: n }, (_, at) => `${prefix}-${at}`);
    const holders = {
      came: many(5000, 'venu'),
      left: many(5000, 'parti'),
      changed: many(20_000, 'change').map((id) => ({ id, tables: all.map(({ name }) => name) })),
    };
    const changes: Changes = {
      tables: many(100, 'table').map((table) => ({
        ...{ table, is: null, added: 1, removed: 2, changed: 3 },
        ...{ columnsAdded: many(9, 'a'), columnsRemoved: many(9, 'b') },
      })),
      dossiers: holders,
      sessions: holders,
    };
    for (const langue of ['fr', 'en'] as const) {
      const text = changelog(changes, { ...options, langue });
      expect(text.split('\n').length).toBeLessThanOrEqual(200);
      expect(text).not.toMatch(/\{\w+\}|undefined/);
      expect(text).toContain(langue === 'fr' ? '19\u202f960 de plus' : '19,960 more');
    }
  });

  it('of a public dataset counts those that left, and names none', () => {
    const changes = changesOf(before, stateOf([bare], []));
    expect(changelog(changes, options)).toContain(`\`${full.id}\``);
    const open = changelog(changes, { ...options, public: true, date: '2026-11-23' });
    expect(open).toMatch(/Partis\s: 1\./);
    expect(open).toMatch(/Parties\s: 1\./);
    expect(open).not.toMatch(new RegExp(`${full.id}|${session.id}`));
    expect(open).toMatch(/Depuis la révision `v1`\. Jeu de données du 23\snovembre 2026\./);
  });
});
