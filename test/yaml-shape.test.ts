import { describe, expect, test } from 'vitest';
import { type SchemaNode, shapeOf } from '../src/schema/shape.ts';

const communs: SchemaNode = {
  $id: 'urn:atelier:communs',
  $defs: {
    ligne: { type: 'string', 'x-atelier': { texte: 'ligne' } },
    code: { type: 'string', 'x-atelier': { texte: 'code' } },
    source: { properties: { titre: { $ref: '#/$defs/ligne' }, annee: { type: ['integer', 'string'] } } },
    arbre: { properties: { nom: { type: 'string' }, enfants: { items: { $ref: '#/$defs/arbre' } } } },
  },
};
const of = (schema: SchemaNode) => shapeOf(schema, (id) => (id === 'urn:atelier:communs' ? communs : undefined));

describe('the shape of a schema', () => {
  test('scalars', () => {
    expect(of({ type: 'string' })).toEqual({ scalar: 'text' });
    expect(of({ type: 'integer' })).toEqual({ scalar: 'number' });
    expect(of({ type: ['integer', 'string'] })).toEqual({ scalar: 'number' });
    expect(of({ type: 'boolean' })).toEqual({ scalar: 'boolean' });
    expect(of({ enum: ['national', 'local'] })).toEqual({ scalar: 'text' });
    expect(of({ const: 1 })).toEqual({ scalar: 'number' });
    expect(of({ type: 'string', 'x-atelier': { texte: 'prose' } })).toEqual({ scalar: 'text', prose: true });
    expect(of({ type: 'string', 'x-atelier': { texte: 'date' } })).toEqual({ scalar: 'text' });
    expect(of({})).toEqual({});
  });

  test('maps, maps by id and lists, through references of both kinds', () => {
    const schema: SchemaNode = {
      type: 'object',
      properties: {
        titre: { $ref: 'urn:atelier:communs#/$defs/ligne', description: 'x' },
        communes: { type: 'array', items: { $ref: 'urn:atelier:communs#/$defs/code' } },
        sources: { $ref: '#/$defs/sources' },
      },
      $defs: { sources: { additionalProperties: { $ref: 'urn:atelier:communs#/$defs/source' } } },
    };
    expect(of(schema)).toEqual({
      keys: {
        titre: { scalar: 'text', prose: true },
        communes: { items: { scalar: 'text' } },
        sources: { others: { keys: { titre: { scalar: 'text', prose: true }, annee: { scalar: 'number' } } } },
      },
    });
  });

  test('alternatives are merged, key by key', () => {
    const schema: SchemaNode = {
      properties: { a: { type: 'string' } },
      allOf: [{ properties: { b: { type: 'integer' } } }],
      oneOf: [{ properties: { a: { type: 'integer' } } }, { items: { type: 'string' } }],
      if: { properties: { c: { const: true } } },
    };
    expect(of(schema)).toEqual({
      keys: { a: { scalar: 'number' }, b: { scalar: 'number' }, c: { scalar: 'boolean' } },
      items: { scalar: 'text' },
    });
  });

  test('a schema that contains itself has a shape that does too', () => {
    const shape = of({ $ref: 'urn:atelier:communs#/$defs/arbre' });
    expect(shape.keys?.nom).toEqual({ scalar: 'text' });
    const below = shape.keys?.enfants?.items;
    expect(below?.keys?.enfants?.items?.keys?.enfants?.items).toBe(below);
  });

  test('the keys that a map must have, and the names that they may bear', () => {
    const schema: SchemaNode = {
      required: ['titre'],
      properties: { titre: { type: 'string' }, publics: { propertyNames: { enum: ['elus', 'total'] } } },
    };
    expect(of(schema)).toEqual({
      required: ['titre'],
      keys: { titre: { scalar: 'text' }, publics: { names: ['elus', 'total'] } },
    });
  });

  test('a reference to nothing is a mistake of ours', () => {
    expect(() => of({ $ref: '#/$defs/absent' })).toThrow('#/$defs/absent');
    expect(() => of({ $ref: 'urn:autre#/x' })).toThrow('urn:autre');
  });
});
