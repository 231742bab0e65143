import { describe, expect, it } from 'vitest';
import { derivedFiles, textOf } from '../scripts/generate.ts';
import type { Schema } from '../src/schema/json-schema.ts';
import { definitions, kinds, markOf, perimetreSchema, resolved, schemas } from '../src/schema/schemas.ts';

describe('what is derived', async () => {
  const derived = await derivedFiles();
  it.each([...derived.keys()])('%s is up to date (npm run generate)', (path) => {
    expect(textOf(path) === derived.get(path)).toBe(true);
  });
});

/** Every node of our schemas that a person reads about, with where it stands. */
function* nodes(node: Schema, place: string): Generator<readonly [string, Schema]> {
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    yield [`${place}/${key}`, child];
    yield* nodes(child, `${place}/${key}`);
  }
  for (const [key, child] of Object.entries(node.$defs ?? {})) {
    yield [`${place}#${key}`, child];
    yield* nodes(child, `${place}#${key}`);
  }
  if (node.items) yield* nodes(node.items, `${place}[]`);
  if (typeof node.additionalProperties === 'object') yield* nodes(node.additionalProperties, `${place}/*`);
}

const roots: readonly (readonly [string, Schema])[] = [
  ...kinds.map((kind) => [kind, schemas[kind]] as const),
  ...Object.entries(definitions),
  ['perimetre', perimetreSchema],
];
const all = roots.flatMap(([name, schema]) => [[name, schema] as const, ...nodes(schema, name)]);

describe('the schemas', () => {
  it('say every key in French and English', () => {
    const silent = all.filter(([, node]) => {
      const { title, description } = resolved(node);
      const { en } = markOf(node);
      return !title || !description || !en?.title || !en.description;
    });
    expect(silent.map(([place]) => place)).toEqual([]);
    expect(all.length).toBeGreaterThan(400);
  });

  it('refuse unknown keys everywhere', () => {
    const open = all.filter(([, node]) => node.properties && node.additionalProperties !== false);
    expect(open.map(([place]) => place)).toEqual([]);
  });

  it('label every code in both languages', () => {
    const bare = all.filter(
      ([, node]) =>
        node.enum &&
        !node.enum.every((code) => node['x-atelier']?.libelles?.[code]?.fr && node['x-atelier'].libelles[code].en),
    );
    expect(bare.map(([place]) => place)).toEqual([]);
  });

  it('limit the length of every text before matching its pattern', () => {
    const unbounded = all.filter(
      ([place, node]) => node.pattern && node.maxLength === undefined && !place.startsWith('perimetre'),
    );
    expect(unbounded.map(([place]) => place)).toEqual([]);
  });

  it('use only what our readers of schemas know', () => {
    const known = new Set([
      '$schema',
      '$id',
      '$ref',
      '$defs',
      'title',
      'description',
      'type',
      'enum',
      'const',
      'pattern',
      'minLength',
      'maxLength',
      'minimum',
      'maximum',
      'exclusiveMinimum',
      'minItems',
      'minProperties',
      'uniqueItems',
      'items',
      'properties',
      'required',
      'additionalProperties',
      'propertyNames',
      'x-atelier',
    ]);
    const strange = all.flatMap(([place, node]) =>
      Object.keys(node)
        .filter((key) => !known.has(key))
        .map((key) => `${place}: ${key}`),
    );
    expect(strange).toEqual([]);
  });
});
