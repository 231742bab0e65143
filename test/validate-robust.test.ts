import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSource } from '../src/load/read.ts';
import type { SourceFile } from '../src/model/source-file.ts';
import { kindOf } from '../src/schema/files.ts';
import { checkFile } from '../src/validate/check-file.ts';
import { checkTogether } from '../src/validate/check-together.ts';
import { rules } from '../src/validate/rules/index.ts';
import { healthy, healthyId, theCog } from './healthy.ts';

const holder = { holder: 'dossier', id: healthyId, path: '' } as const;
const ids = new Set(rules.map(({ id }) => id));

function read(path: string, text: string): SourceFile {
  const found = kindOf('dossier', path);
  if (found === null) throw new Error(`${path} is a file of no kind`);
  return readSource({ path, holder, kind: found.pattern.kind, id: found.id }, text);
}

const junk = fc.constantFrom(
  '',
  '\n',
  '  ',
  ': ',
  '[',
  '{',
  '- ',
  '#',
  '"',
  '~',
  'null',
  '12',
  '__proto__: {a: 1}\n',
  'x: y\n',
  '[]',
  '{}',
  '*a',
  '2026-02-31',
  'ddtm-41',
);

test('whatever is done to a file, every finding has a known rule, both languages, and nothing is thrown', () => {
  const spoilt = fc.record({
    path: fc.constantFrom(...Object.keys(healthy)),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 12 }),
    by: junk,
  });
  fc.assert(
    fc.property(fc.array(spoilt, { minLength: 1, maxLength: 4 }), (changes) => {
      const texts = new Map(Object.entries(healthy));
      for (const { path, at, length, by } of changes) {
        const text = texts.get(path) ?? '';
        const start = Math.floor(at * text.length);
        texts.set(path, text.slice(0, start) + by + text.slice(start + length));
      }
      const checks = [...texts].map(([path, text]) => checkFile(read(path, text), theCog()));
      const together = checkTogether(
        checks.map(({ facts }) => facts),
        theCog(),
        true,
      );
      for (const { rule, message, file } of [...checks.flatMap(({ findings }) => findings), ...together]) {
        expect(ids).toContain(rule);
        expect(texts.has(file)).toBe(true);
        expect(`${message.fr} ${message.en}`).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 400 },
  );
});

test('the order in which files are loaded changes nothing but the order of findings', () => {
  const texts = {
    ...healthy,
    'acteurs.yaml': 'acteurs:\n  ccvd: {organisme: CC, categorie: epci, roles: [maitrise_ouvrage]}\n',
  };
  const said = (paths: readonly string[]) => {
    const checks = paths.map((path) => checkFile(read(path, texts[path as keyof typeof texts] ?? ''), theCog()));
    const together = checkTogether(
      checks.map(({ facts }) => facts),
      theCog(),
      true,
    );
    return together.map((finding) => JSON.stringify(finding)).toSorted();
  };
  const paths = Object.keys(texts);
  expect(said(paths).length).toBeGreaterThan(2);
  expect(said(paths.toReversed())).toEqual(said(paths));
});
