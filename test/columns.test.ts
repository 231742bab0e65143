import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codesOf, typeOf } from '../src/schema/column-type.ts';
import { type Column, type Table, tableOf, tables } from '../src/schema/columns.ts';
import { tableWords } from '../src/schema/dataset-words.ts';
import { columnsOf } from '../src/schema/feed-columns.ts';
import { fieldsOf } from '../src/schema/fields.ts';
import type { Schema } from '../src/schema/json-schema.ts';
import { codeList } from '../src/schema/labels.ts';
import { kinds, perimetreSchema } from '../src/schema/schemas.ts';

const columns = (): readonly (readonly [Table, Column])[] =>
  tables().flatMap((table) => table.columns.map((column) => [table, column] as const));
const names = (table: string): readonly string[] => tableOf(table)?.columns.map(({ name }) => name) ?? [];

describe('tables', () => {
  it('are those that the schemas name, in order', () => {
    const order =
      'dossiers perimetres sessions secteurs acteurs enjeux ressources indicateurs principes axes initiatives financements debats seances participation enseignements planification suites livrables sources';
    expect(tables().map(({ name }) => name)).toEqual(order.split(' '));
    expect(Object.keys(tableWords)).toEqual(order.split(' '));
    const marked = readMarks(kinds.flatMap((kind) => fieldsOf(kind)).map(({ mark }) => mark.table));
    expect(marked.filter((name) => tableOf(name) === undefined)).toEqual([]);
  });

  it('have keys first, and columns that are all there', () => {
    for (const { name, key, columns } of tables()) {
      expect(key.length, name).toBeGreaterThan(0);
      const heads = columns.map((column) => column.name);
      expect(new Set(heads).size, name).toBe(heads.length);
      expect(
        key.every((one) => heads.indexOf(one) < heads.length && heads.includes(one)),
        name,
      ).toBe(true);
      expect(heads[0]).toBe(key[0]);
      expect(
        columns.every(
          ({ role }, at) => role === 'champ' || columns.slice(0, at).every((before) => before.role !== 'champ'),
        ),
        name,
      ).toBe(true);
    }
    expect(tableOf('dossiers')?.key).toEqual(['id']);
    expect(tableOf('initiatives')?.key).toEqual(['dossier', 'id']);
    expect(tableOf('livrables')?.key).toEqual(['dossier', 'rang']);
    expect(tableOf('debats')?.key).toEqual(['dossier', 'type', 'id']);
    expect(tableOf('indicateurs')?.key).toEqual(['dossier', 'origine', 'origine_id', 'rang']);
  });
});

describe('columns', () => {
  it('flatten what is nested, and take lists of shared shapes only by name', () => {
    expect(names('dossiers')).toEqual(
      expect.arrayContaining(['debut', 'debut_annee', 'apports', 'programmes', 'epci', 'cog_annee', 'vision']),
    );
    // `methodes[].titre` has the shape of a titre: it is not the dossier's.
    expect(tableOf('dossiers')?.columns.find(({ name }) => name === 'titre')?.fields).toEqual([
      { part: 'dossier', path: ['titre'] },
    ]);
    expect(names('sessions').filter((name) => name === 'titre' || name === 'deduit')).toEqual(['titre']);
    expect(names('initiatives')).toEqual(
      expect.arrayContaining(['moyens_etp', 'moyens_montant', 'moyens_montant_approche', 'debut', 'fin_annee']),
    );
    expect(names('participation')).toEqual(expect.arrayContaining(['public', 'nombre', 'nombre_approche', 'type']));
  });

  it('have a snake_case name, and words in both languages', () => {
    for (const [table, { name, title, description }] of columns()) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
      for (const word of [title.fr, title.en, description.fr, description.en])
        expect(word, `${table.name}.${name}`).toMatch(/\S/);
    }
  });

  it('agree where several places feed one', () => {
    for (const { name, single, columns, feeds } of tables()) {
      for (const column of columns) {
        const given = feeds.flatMap((feed) => feed.columns.filter((one) => one.name === column.name));
        expect(new Set(given.map(typeOf)).size, `${name}.${column.name}`).toBeLessThan(2);
        expect(
          new Set(given.map(({ node }) => JSON.stringify(codesOf(node)))).size,
          `${name}.${column.name}`,
        ).toBeLessThan(2);
        // Files that make one row together must not speak of the same thing twice.
        if (single) expect(given.length, `${name}.${column.name}`).toBeLessThan(2);
      }
    }
  });

  it('have the codes of a list of the schemas, or say where a row lies', () => {
    const derived = enumsOf(perimetreSchema).map((codes) => codes.join());
    for (const [table, { name, role, codes }] of columns()) {
      if (codes === null) continue;
      const own = Object.keys(codes.labels);
      if (codes.list !== null) expect(own, `${table.name}.${name}`).toEqual(Object.keys(codeList(codes.list)));
      else if (role === 'champ') expect(derived, `${table.name}.${name}`).toContain(own.join());
      else
        expect([
          'debats.type',
          'suites.sens',
          'indicateurs.lecture',
          'indicateurs.origine',
          'financements.origine',
          'participation.origine',
        ]).toContain(`${table.name}.${name}`);
    }
  });

  it('refer to the key of a table, or to a column of it', () => {
    for (const [, { refersTo }] of columns()) {
      if (refersTo === null) continue;
      const heads = names(refersTo.table);
      expect(refersTo.fields.every((field) => heads.includes(field))).toBe(true);
    }
    expect(tableOf('initiatives')?.columns.find(({ name }) => name === 'porteur')?.refersTo).toEqual({
      kind: 'acteur',
      columns: ['dossier', 'porteur'],
      table: 'acteurs',
      fields: ['dossier', 'id'],
    });
  });

  it('hold nothing internal or personal', () => {
    const fields = columns().flatMap(([, column]) => column.fields);
    expect(fields.length).toBeGreaterThan(200);
    expect(fields.filter(({ part }) => part === 'jury' || part === 'relectures')).toEqual([]);
    expect(fields.filter(({ path }) => path.includes('personnes'))).toEqual([]);
    const planted: Schema = {
      properties: {
        titre: { type: 'string', 'x-atelier': { colonne: true } },
        nom: { type: 'string', 'x-atelier': { colonne: true, personnel: true } },
        note: { type: 'string', 'x-atelier': { colonne: true, interne: true } },
        contact: {
          'x-atelier': { personnel: true },
          properties: { mel: { type: 'string', 'x-atelier': { colonne: true } } },
        },
      },
    };
    expect(columnsOf(planted).map(({ name }) => name)).toEqual(['titre']);
  });
});

describe('the format', () => {
  it('has a home for each table of its list', () => {
    const page = '../shared/format.md';
    let text: string;
    try {
      text = readFileSync(page, 'utf8');
    } catch {
      console.warn(`${page} is absent: the list of tables is not compared`);
      return;
    }
    const list = /One table a thing, keyed by dossier: (.*?)\. Columns/s.exec(text)?.[1] ?? '';
    const told = [...list.replace(/\([^)]*\)/g, '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(told.length).toBeGreaterThan(15);
    expect(
      tables()
        .map(({ name }) => name)
        .filter((name) => told.includes(name)),
    ).toEqual(told);
  });
});

function readMarks(marks: readonly (string | { readonly nom: string } | undefined)[]): readonly string[] {
  return marks.flatMap((mark) => (mark === undefined ? [] : [typeof mark === 'string' ? mark : mark.nom]));
}

function enumsOf(node: Schema): readonly (readonly string[])[] {
  const below = [...Object.values(node.properties ?? {}), ...(node.items ? [node.items] : [])];
  return [...(node.enum ? [node.enum] : []), ...below.flatMap(enumsOf)];
}
