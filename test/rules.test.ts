import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kinds, schemas } from '../src/schema/schemas.ts';
import type { Example, Rule } from '../src/validate/rule.ts';
import { rules } from '../src/validate/rules/index.ts';
import { isNamed } from '../src/validate/things.ts';
import { diagnose, healthy, inWorkspace } from './healthy.ts';

function inPlace({ file, text, beside }: Example): Readonly<Record<string, string>> {
  const wide = file.startsWith('dossiers/') || file.startsWith('sessions/') || file === 'atelier.yaml';
  return { ...(wide ? inWorkspace(healthy) : healthy), ...beside, [file]: text };
}

function saidOf(example: Example): readonly string[] {
  return diagnose(inPlace(example)).map(({ rule, file, line }) => `${rule} ${file}:${line}`);
}

test('nothing is said of the healthy dossier, alone or in a workspace', () => {
  expect(diagnose(healthy)).toEqual([]);
  expect(diagnose(inWorkspace(healthy))).toEqual([]);
});

test('every rule of the folder is listed, once, under the name of its file', () => {
  const files = readdirSync(new URL('../src/validate/rules/', import.meta.url)).filter((name) => name !== 'index.ts');
  expect(rules.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

test('there are words for every kind of id that the schemas declare', () => {
  const declared = JSON.stringify(kinds.map((kind) => schemas[kind])).matchAll(/"declare":"([^"]+)"/g);
  expect([...declared].map(([, kind = '']) => kind).filter((kind) => !isNamed(kind))).toEqual([]);
});

describe.each(rules.map((rule): [string, Rule] => [rule.id, rule]))('%s', (id, rule) => {
  test('its good example says nothing', () => {
    expect(saidOf(rule.good)).toEqual([]);
  });

  test('its bad example says it there, and nothing else', () => {
    const { bad } = rule;
    expect(saidOf(bad)).toEqual([`${id} ${bad.at ?? bad.file}:${bad.line}`]);
  });

  test('its severity is that of its bad example, its sentences are filled in both languages', () => {
    const found = diagnose(inPlace(rule.bad));
    for (const { severity, message } of found) {
      expect(severity).toBe(rule.severity);
      expect(`${message.fr} ${message.en}`).not.toMatch(/\{\w+\}(?!\])|undefined|\[object/);
      // A reading sentence quotes YAML, where ' and " are what is typed; typography sets the rest.
      if (rule.reads !== 'lecture') expect(message.fr).not.toMatch(/'|"/);
      expect(message.fr).not.toBe(message.en);
    }
  });

  test('it says what and why in both languages, as sentences', () => {
    for (const { fr, en } of [rule.summary, rule.why]) {
      expect(fr).toMatch(/^[A-ZÀÉÊÎ«[].*[.»]$/);
      expect(en).toMatch(/^[A-Z“[].*[.”]$/);
      expect(fr).not.toMatch(/'/);
    }
  });
});
