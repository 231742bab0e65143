import { describe, expect, test } from 'vitest';
import { allFields, type Field } from '../src/schema/fields.ts';
import type { Schema } from '../src/schema/json-schema.ts';
import { problemsOf } from '../src/schema/problems.ts';
import { rightForm } from '../src/schema/right-form.ts';
import { type SchemaFinding, say } from '../src/schema/say.ts';
import { resolved, resolveRef } from '../src/schema/schemas.ts';
import { distance } from '../src/words/nearest.ts';
import { changed, fileWith, pointerIn } from './sample.ts';

function said(field: Field, value: unknown): readonly SchemaFinding[] {
  return say(field.kind, value, problemsOf(field.kind, value));
}

const fields = allFields();
const named = (field: Field): string => `${field.kind} ${pointerIn(field)}`;
const wide = (words: readonly string[]) => words.map((word) => [word]);

/** One letter of a word changed, so that it is no other word of the list. */
function misspelt(word: string, others: readonly string[]): string {
  const at = Math.floor(word.length / 2);
  const wrong = ['x', 'k', 'z'].map((letter) => word.slice(0, at) + letter + word.slice(at + 1));
  return wrong.find((one) => !others.includes(one)) ?? word;
}

/** The words as near to a misspelt one as the right one is: any of them is a fair guess. */
function asNear(wrong: string, right: string, others: readonly string[]): readonly string[] {
  return others.filter((other) => distance(wrong, other) <= distance(wrong, right));
}

test('the sample files are valid: what a test spoils is all that is wrong', () => {
  expect(fields.length).toBeGreaterThan(300);
  const wrong = fields.filter((field) => problemsOf(field.kind, fileWith(field)).length > 0);
  expect(wide(wrong.map(named))).toEqual([]);
});

test('a misspelt key is one finding, at the key, with the right word', () => {
  const odd: string[] = [];
  for (const field of fields) {
    const pointer = pointerIn(field);
    const known = siblings(field);
    const wrong = misspelt(field.key, known);
    const found = said(
      field,
      changed(fileWith(field), pointer, (_, value) => ({ [wrong]: value })),
    );
    const [first] = found;
    const place = `${pointer.slice(0, pointer.lastIndexOf('/'))}/${wrong}`;
    const fair =
      found.length === 1 && first?.rule === 'cle-inconnue' && first.pointer === place && first.part === 'key';
    const guessed = asNear(wrong, field.key, known).includes(first?.suggestion ?? '');
    if (!fair || (!guessed && field.key.length > 1)) odd.push(`${named(field)}: ${wrong} → ${JSON.stringify(found)}`);
  }
  expect(odd).toEqual([]);
});

test('a required key that is not there is one finding, at what should hold it', () => {
  const odd: string[] = [];
  const required = fields.filter((field) => field.required);
  expect(required.length).toBeGreaterThan(40);
  for (const field of required) {
    const pointer = pointerIn(field);
    const found = said(
      field,
      changed(fileWith(field), pointer, () => ({})),
    );
    const place = pointer.slice(0, pointer.lastIndexOf('/'));
    const [first] = found;
    if (found.length === 1 && first?.rule === 'cle-manquante' && first.pointer === place && first.lacks === pointer)
      continue;
    odd.push(`${named(field)} → ${JSON.stringify(found)}`);
  }
  expect(odd).toEqual([]);
});

test('a misspelt code is one finding, at the value, with the right code', () => {
  const odd: string[] = [];
  let count = 0;
  for (const field of fields) {
    const codes = codesOf(field.schema);
    for (const code of codes) {
      count++;
      const wrong = misspelt(code, codes);
      const list = Array.isArray(fieldValue(field));
      const found = said(
        field,
        changed(fileWith(field), pointerIn(field), (key) => ({ [key]: list ? [wrong] : wrong })),
      );
      const [first] = found;
      const place = `${pointerIn(field)}${list ? '/0' : ''}`;
      const fair = found.length === 1 && first?.rule === 'code-inconnu' && first.pointer === place;
      const guessed = first?.suggestion !== undefined && asNear(wrong, code, codes).includes(first.suggestion);
      if (!fair || (!guessed && code.length > 1)) odd.push(`${named(field)}: ${wrong} → ${JSON.stringify(found)}`);
    }
  }
  expect(count).toBeGreaterThan(300);
  expect(odd).toEqual([]);
});

test('a value of another form is one finding, at the value', () => {
  const odd: string[] = [];
  for (const field of fields) {
    const holds = fieldValue(field);
    const other = typeof holds === 'object' ? 'un texte' : ['un texte'];
    const found = said(
      field,
      changed(fileWith(field), pointerIn(field), (key) => ({ [key]: other })),
    );
    const [first] = found;
    if (found.length === 1 && first?.rule === 'forme-attendue' && first.pointer === pointerIn(field)) continue;
    odd.push(`${named(field)} → ${JSON.stringify(found)}`);
  }
  expect(odd).toEqual([]);
});

test('no sentence has an unfilled blank, a bare object or a library’s English', () => {
  for (const field of fields) {
    const spoilt = changed(fileWith(field), pointerIn(field), (key) => ({ [key]: {} }));
    for (const { message } of said(field, spoilt)) {
      expect(`${message.fr} ${message.en}`).not.toMatch(/undefined|\[object|\{[a-z]+\}(?! )/);
      expect(message.fr).not.toMatch(/must|should|expected|required/);
    }
  }
});

describe('what is said', () => {
  const dossier = { format: 1, id: 'un', titre: 'Un', dispositif: 'local', phase: 'cadrage' };
  const first = (value: unknown, kind: Field['kind'] = 'dossier') => say(kind, value, problemsOf(kind, value))[0];

  test('a label in place of its code has one right answer', () => {
    expect(first({ ...dossier, phase: 'Feuille de route' })).toMatchObject({
      suggestion: 'feuille_de_route',
      mends: true,
    });
    expect(first({ ...dossier, dispositif: 'National' })).toMatchObject({ suggestion: 'national', mends: true });
    expect(first({ ...dossier, phase: 'cadrge' })?.mends).toBeUndefined();
  });

  test('a key that belongs to another file says which', () => {
    expect(first({ ...dossier, enjeux: {} })?.message.fr).toBe(
      'la clé « enjeux » n’est pas de ce fichier : sa place est territoire.yaml ou strategie/principes/<id>.md',
    );
  });

  test('a key that is there already is not proposed again', () => {
    expect(first({ ...dossier, titres: 'Deux' })?.suggestion).toBeUndefined();
  });

  test('several causes are several findings: none hides another', () => {
    const value = { ...dossier, dispositif: 'locl', phas: 'cadrage', phase: undefined, budgets: [] };
    const { phase: _, ...broken } = value;
    const found = say('dossier', broken, problemsOf('dossier', broken));
    expect(found.map(({ rule, pointer }) => `${rule} ${pointer}`).toSorted()).toEqual([
      'cle-inconnue /budgets',
      'cle-inconnue /phas',
      'code-inconnu /dispositif',
    ]);
  });

  test('the name of a medium is not taken for an id', () => {
    const found = first({ 'plans/bourg.png': { texte_alternatif: 'Le bourg' } }, 'medias');
    expect(found).toMatchObject({ rule: 'identifiant-mal-ecrit', part: 'key' });
    expect(found?.suggestion).toBeUndefined();
  });
});

describe('the right form', () => {
  const date = resolveRef('urn:atelier:communs#/$defs/date');
  const nombre = resolveRef('urn:atelier:communs#/$defs/nombre');
  const url = resolveRef('urn:atelier:communs#/$defs/url');
  const yes: Schema = { type: 'boolean' };
  const whole: Schema = { type: 'integer', minimum: 1, maximum: 100 };

  test.each([
    [date, '30/01/2017', '2017-01-30'],
    [date, '30 janvier 2017', '2017-01-30'],
    [date, 'le 1er août 2026', '2026-08-01'],
    [date, 'février 2017', '2017-02'],
    [date, '02/2017', '2017-02'],
    [date, '2017-1-5', '2017-01-05'],
    [date, '31/13/2017', null],
    [date, 'printemps 2017', null],
    [nombre, '90 000 €', '90000'],
    [nombre, '90\u202f000\u00a0€', '90000'],
    [nombre, '1,5', '1.5'],
    [nombre, 'environ 60', '~60'],
    [nombre, '~ 60', '~60'],
    [nombre, '90 k€', '90000'],
    [nombre, '1,2 M€', '1200000'],
    [nombre, '1.500', null],
    [nombre, '60 à 80', null],
    [nombre, '-5', null],
    [url, 'www.exemple.fr/page', 'https://www.exemple.fr/page'],
    [url, 'la page', null],
    [yes, 'oui', 'true'],
    [yes, 'Faux', 'false'],
    [yes, 'peut-être', null],
    [whole, '12,5', null],
    [whole, '120', null],
    [whole, '12 %', '12'],
  ])('%# of « %s » is %s', (schema, typed, right) => {
    expect(rightForm(schema, typed)).toBe(right);
  });

  test('it matches its schema, and says so in the finding', () => {
    const value = { type: 'atelier', date: '14/04/2026', participants: { elus: '1 200' } };
    const found = say('seance', value, problemsOf('seance', value));
    expect(found.map(({ suggestion, mends }) => [suggestion, mends])).toEqual([
      ['2026-04-14', true],
      ['1200', true],
    ]);
    const mended = { type: 'atelier', date: '2026-04-14', participants: { elus: 1200 } };
    expect(problemsOf('seance', mended)).toEqual([]);
  });
});

function siblings(field: Field): readonly string[] {
  const path = field.path.slice(0, -1).join('/');
  return fields
    .filter(
      (other) =>
        other.kind === field.kind &&
        other.path.length === field.path.length &&
        other.path.slice(0, -1).join('/') === path,
    )
    .map(({ key }) => key);
}

function codesOf(schema: Schema): readonly string[] {
  return schema.enum ?? (schema.items && resolved(schema.items).enum) ?? [];
}

function fieldValue(field: Field): unknown {
  let here: unknown = fileWith(field);
  for (const step of pointerIn(field).split('/').slice(1)) here = (here as Readonly<Record<string, unknown>>)[step];
  return here;
}
