import { expect, test } from 'vitest';
import { allFields, type Field } from '../src/schema/fields.ts';
import type { Schema } from '../src/schema/json-schema.ts';
import { problemsOf } from '../src/schema/problems.ts';
import { type SchemaFinding, say } from '../src/schema/say.ts';
import { resolved } from '../src/schema/schemas.ts';
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
