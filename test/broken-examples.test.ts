import { describe, expect, it } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import { openCog } from '../src/cog/cog.ts';
import { cogBytes } from '../src/load/assets.ts';
import { lineStarts, placeAt, spotOf } from '../src/load/place.ts';
import { readSource } from '../src/load/read.ts';
import { load } from '../src/load/workspace.ts';
import type { Finding } from '../src/model/diagnostic.ts';
import type { SourceFile } from '../src/model/source-file.ts';
import { keysOf, pointerTo } from '../src/schema/fields.ts';
import type { Schema } from '../src/schema/json-schema.ts';
import { markOf, resolved, schemas } from '../src/schema/schemas.ts';
import { checkFile } from '../src/validate/check-file.ts';
import { checkTogether } from '../src/validate/check-together.ts';

const cog = openCog(cogBytes());

/** One place of an example that a slip could spoil. */
interface Spot {
  readonly pointer: string;
  readonly part: 'key' | 'value';
  readonly word: string;
  readonly what: 'code' | 'reference' | 'key';
}

function* spotsIn(node: Schema, value: unknown, pointer = ''): Generator<Spot> {
  const schema = resolved(node);
  if (typeof value === 'string') {
    if (schema.enum) yield { pointer, part: 'value', word: value, what: 'code' };
    if (markOf(node).ref !== undefined && markOf(node).ref !== 'piece')
      yield { pointer, part: 'value', word: value, what: 'reference' };
  } else if (Array.isArray(value)) {
    if (schema.items)
      for (const [i, item] of value.entries()) yield* spotsIn(schema.items, item, pointerTo(pointer, i));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      const below = pointerTo(pointer, key);
      const own = schema.properties?.[key];
      if (own) yield { pointer: below, part: 'key', word: key, what: 'key' };
      const next = own ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
      if (next) yield* spotsIn(next, child, below);
    }
  }
}

/** Every required key that a value has, with the pointer of what holds it. */
function* requiredIn(
  node: Schema,
  value: unknown,
  pointer = '',
): Generator<{ readonly holder: string; readonly key: string }> {
  const schema = resolved(node);
  if (Array.isArray(value)) {
    if (schema.items)
      for (const [i, item] of value.entries()) yield* requiredIn(schema.items, item, pointerTo(pointer, i));
  } else if (typeof value === 'object' && value !== null) {
    for (const key of schema.required ?? [])
      if (Object.hasOwn(value, key) && Object.keys(value).length > 1) yield { holder: pointer, key };
    for (const [key, child] of Object.entries(value)) {
      const next =
        schema.properties?.[key] ??
        (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
      if (next) yield* requiredIn(next, child, pointerTo(pointer, key));
    }
  }
}

function schemaOf(file: SourceFile): Schema {
  if (file.kind === 'prose') throw new Error(`${file.path} has no schema`);
  return schemas[file.kind];
}

function spoilt(file: SourceFile, spot: Spot): SourceFile {
  const [start] = spotOf(file.yaml, spot.pointer, spot.part, file.yamlStart);
  // A letter too many, inside the word: quotes, if any, stay outside.
  const at = start + 1 + (file.text[start] === '"' || file.text[start] === "'" ? 1 : 0);
  return readSource(file, `${file.text.slice(0, at)}x${file.text.slice(at)}`);
}

function lineOf(file: SourceFile, pointer: string, part: 'key' | 'value'): number {
  const [start, end] = spotOf(file.yaml, pointer, part, file.yamlStart);
  return placeAt(file.text, start, end, lineStarts(file.text)).line;
}

function lineOfFinding(file: SourceFile, finding: Finding): number {
  const [start, end] = finding.span ?? spotOf(file.yaml, finding.pointer, finding.part, file.yamlStart);
  return placeAt(file.text, start, end, lineStarts(file.text)).line;
}

describe.each([
  ['examples/national', false],
  ['examples/modele', true],
])('%s', (root, alone) => {
  const { files, findings } = load({ root, alone, asked: [''] });
  const data = files.filter(({ kind }) => kind !== 'prose');
  const checks = new Map(files.map((file) => [file.path, checkFile(file, cog)]));
  const facts = [...checks.values()].map((check) => check.facts);

  it('is read without a word', () => {
    expect(findings).toEqual([]);
    expect(data.length).toBeGreaterThan(10);
  });

  it('has every misspelt code and key told at its own line, with the right word', () => {
    let tried = 0;
    for (const file of data) {
      const before = checks.get(file.path)?.findings.length ?? 0;
      for (const spot of spotsIn(schemaOf(file), file.value)) {
        if (spot.what === 'reference') continue;
        const bad = spoilt(file, spot);
        const errors = checkFile(bad, cog).findings.filter(({ severity }) => severity === 'error');
        const said = `${file.path} ${spot.pointer} (${before} before)`;
        expect(
          errors.map(({ suggestion }) => suggestion),
          said,
        ).toEqual([spot.word]);
        expect(lineOfFinding(bad, errors[0] as Finding), said).toBe(lineOf(file, spot.pointer, spot.part));
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(200);
  });

  it('has every broken reference told at its own line, with the right id', () => {
    let tried = 0;
    for (const file of data) {
      for (const spot of spotsIn(schemaOf(file), file.value)) {
        if (spot.what !== 'reference') continue;
        const bad = spoilt(file, spot);
        const own = facts.filter(
          ({ holder, path }) =>
            // Of other dossiers only what is not theirs alone is looked at: quicker.
            (holder.path === file.holder.path || holder.holder === 'session' || file.holder.holder !== 'dossier') &&
            path !== file.path,
        );
        const together = checkTogether([...own, checkFile(bad, cog).facts], cog, alone);
        const broken = together.filter(({ rule, file: path }) => rule === 'reference-inconnue' && path === file.path);
        const said = `${file.path} ${spot.pointer} ${spot.word}`;
        if (alone && spot.pointer === '/session') continue;
        expect(
          broken.map(({ suggestion }) => suggestion),
          said,
        ).toEqual([spot.word]);
        expect(lineOfFinding(bad, broken[0] as Finding), said).toBe(lineOf(file, spot.pointer, spot.part));
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(40);
  });

  it('has every deleted required key named at the line of what should hold it', () => {
    let tried = 0;
    for (const file of data) {
      for (const { holder, key } of requiredIn(schemaOf(file), file.value)) {
        const document = parseDocument(file.yaml);
        const map = document.getIn(keysOf(holder), true);
        if (isMap(map)) map.delete(key);
        const text =
          file.text.slice(0, file.yamlStart) + document.toString() + (file.body === '' ? '' : `---\n${file.body}`);
        const bad = readSource(file, file.yamlStart > 0 && file.body === '' ? `${text}---\n` : text);
        const missing = checkFile(bad, cog).findings.filter(({ rule }) => rule === 'cle-manquante');
        const said = `${file.path} ${holder} ${key}`;
        expect(
          missing.map(({ message }) => message.fr.includes(`« ${key} »`)),
          said,
        ).toEqual([true]);
        expect(lineOfFinding(bad, missing[0] as Finding), said).toBe(lineOf(bad, holder, 'key'));
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(40);
  });
});
