import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentsOf } from '../src/compile/dataset/documents.ts';
import { rowsOf } from '../src/compile/dataset/rows.ts';
import type { Dossier, Piece, Session } from '../src/model/dossier.ts';
import type { Kind } from '../src/model/kind.ts';
import type { Perimetre } from '../src/model/types.gen.ts';
import { tables } from '../src/schema/columns.ts';
import type { Schema } from '../src/schema/json-schema.ts';
import { problemsOf } from '../src/schema/problems.ts';
import { markOf, resolved, schemas } from '../src/schema/schemas.ts';
import { emptyPerimetre, perimetre } from './dataset-cases.ts';
import { written } from './dataset-written.ts';

/**
 * Data that a schema allows, with any of its optional keys absent. No number is exact, none is 0 and every boolean is
 * true: a 0 or a false in the dataset can only be something unknown.
 */
function valid(node: Schema): fc.Arbitrary<unknown> {
  const schema = resolved(node);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.properties) {
    const keys = Object.entries(schema.properties).map(([key, child]) => [key, valid(child)] as const);
    return fc.record(Object.fromEntries(keys), { requiredKeys: [...(schema.required ?? [])] });
  }
  if (typeof schema.additionalProperties === 'object') {
    return fc.dictionary(
      valid(schema.propertyNames ?? {}) as fc.Arbitrary<string>,
      valid(schema.additionalProperties),
      { minKeys: schema.minProperties ?? 0, maxKeys: 3 },
    );
  }
  if (schema.items) {
    const options = { minLength: schema.minItems ?? 0, maxLength: 3 };
    return schema.uniqueItems ? fc.uniqueArray(valid(schema.items), options) : fc.array(valid(schema.items), options);
  }
  return scalar(schema);
}

function scalar(schema: Schema): fc.Arbitrary<unknown> {
  const { texte, code } = markOf(schema);
  const whole = fc.integer({ min: Math.max(1, schema.minimum ?? 1), max: schema.maximum ?? 9999 });
  if (texte === 'nombre') return whole.map((number) => `~${number}`);
  if (schema.type === 'boolean') return fc.constant(true);
  if (schema.type === 'integer' || schema.type === 'number') return whole;
  if (code) return fc.constantFrom(...codes[code]);
  const pattern = schema.pattern ?? '';
  if (texte === 'date') return fc.constantFrom('2019', '2019-04', '2020-12-31');
  if (texte === 'url') return fc.constantFrom('https://exemple.fr/a?b=1,2', 'http://exemple.fr/|');
  if (texte === 'code')
    return fc
      .constantFrom('a', 'b', 'c-1', 'medias/a,b.png', '12345678901234', 'nozay/enjeu/a', '2A')
      .filter((text) => new RegExp(pattern, 'u').test(text));
  const words = fc.constantFrom(
    'un',
    'été',
    '"deux"',
    ',',
    '|',
    '\\',
    '=SUM(A1)',
    ' ',
    '’',
    '0',
    'false',
    'NA',
    ...(texte === 'prose' ? ['\n', '\r\n', '\t'] : []),
  );
  return fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
}

const codes = {
  commune: ['01001 L’Abergement-Clémenciat', '2A004'],
  epci: ['244400537 CC de Nozay', '200069193'],
  departement: ['01 Ain', '2A'],
  region: ['84', '52 Pays de la Loire'],
  territoire: ['01001', '244400537 CC de Nozay'],
} as const;

const idOf = fc.constantFrom('a', 'b', 'c', 'd', 'e-2');
// What a schema allows is what the types say: `valid` is tested against the validators below.
const data = <T>(kind: Kind): fc.Arbitrary<T> => valid(schemas[kind]) as fc.Arbitrary<T>;
const pieces = <T>(kind: Kind): fc.Arbitrary<readonly Piece<T>[]> =>
  fc.uniqueArray(fc.record({ id: idOf, data: data<T>(kind), body: fc.constant(''), path: fc.constant('') }), {
    selector: ({ id }) => id,
    maxLength: 2,
  });

const holder = { holder: 'dossier', id: '', path: '' } as const;
const dossier: fc.Arbitrary<Dossier> = fc
  .record(
    {
      id: idOf,
      dossier: data<Dossier['dossier']>('dossier'),
      territoire: data<NonNullable<Dossier['territoire']>>('territoire'),
      echelle: data<NonNullable<Dossier['echelle']>>('echelle'),
      acteurs: data<NonNullable<Dossier['acteurs']>>('acteurs'),
      candidature: data<NonNullable<Dossier['candidature']>>('candidature'),
      debats: data<NonNullable<Dossier['debats']>>('debats'),
      feuilleDeRoute: data<NonNullable<Dossier['feuilleDeRoute']>>('feuille-de-route'),
      enseignements: data<NonNullable<Dossier['enseignements']>>('enseignements'),
      principes: pieces<Dossier['principes'][number]['data']>('principe'),
      initiatives: pieces<Dossier['initiatives'][number]['data']>('initiative'),
      seances: pieces<Dossier['seances'][number]['data']>('seance'),
    },
    { requiredKeys: ['id', 'dossier', 'principes', 'initiatives', 'seances'] },
  )
  .map((made) => ({ ...made, holder, dossier: { ...made.dossier, id: made.id } }));
const session: fc.Arbitrary<Session> = fc
  .record({ id: idOf, session: data<Session['session']>('session') })
  .map((made) => ({ ...made, holder, themes: [], texts: {} }));

/** A perimeter that crosses everything, so that it holds no false of its own. */
const crossing: Perimetre = { ...perimetre, franchit_epci: true };
const unresolved: Perimetre = {
  ...perimetre,
  franchit_region: false,
  inconnus: [{ code_saisi: 'x', genre: 'commune' }],
};
const aWorkspace = fc.record({
  dossiers: fc.uniqueArray(dossier, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
  sessions: fc.uniqueArray(session, { selector: ({ id }) => id, maxLength: 2 }),
  perimetres: fc
    .dictionary(idOf, fc.constantFrom(crossing, emptyPerimetre, unresolved))
    .map((all) => new Map(Object.entries(all))),
});

/** The same value, with the keys of every map in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reordered(child)]),
  );
}

describe('the generator', () => {
  it.each([
    'dossier',
    'territoire',
    'echelle',
    'acteurs',
    'candidature',
    'debats',
    'principe',
    'initiative',
    'seance',
    'enseignements',
    'session',
  ] as const)('gives a valid %s', (kind) => {
    fc.assert(
      fc.property(valid(schemas[kind]), (value) => {
        expect(problemsOf(kind, value)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('whatever the dossiers', () => {
  it('nothing unknown becomes 0 or false', () => {
    fc.assert(
      fc.property(aWorkspace, ({ dossiers, sessions, perimetres }) => {
        for (const table of tables()) {
          for (const row of rowsOf(table, documentsOf({ dossiers, sessions }, perimetres))) {
            const wrong = table.columns.filter(
              (_, at) => row[at] === 0 || row[at] === false || row[at] === undefined || Number.isNaN(row[at]),
            );
            expect(wrong.map(({ name }) => `${table.name}.${name}`)).toEqual([]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('the same bytes come in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(aWorkspace, async ({ dossiers, sessions, perimetres }) => {
        const straight = await written({ dossiers, sessions }, perimetres);
        const turned = dossiers
          .map((one) => reordered(one) as Dossier)
          .map((one) => ({ ...one, initiatives: [...one.initiatives].reverse() }));
        const otherwise = { dossiers: turned.reverse(), sessions: [...sessions].reverse() };
        expect(await written(otherwise, new Map([...perimetres].reverse()))).toEqual(straight);
      }),
      { numRuns: 50 },
    );
  });

  it('each row has its key, alone in its table, and what is required', () => {
    fc.assert(
      fc.property(aWorkspace, ({ dossiers, sessions, perimetres }) => {
        for (const table of tables()) {
          const seen = new Set<string>();
          for (const row of rowsOf(table, documentsOf({ dossiers, sessions }, perimetres))) {
            const cell = (name: string) => row[table.columns.findIndex((column) => column.name === name)];
            const missing = table.columns.filter(({ required }, at) => required && row[at] === null);
            expect(missing.map(({ name }) => `${table.name}.${name}`)).toEqual([]);
            const key = JSON.stringify(table.key.map(cell));
            expect(seen, table.name).not.toContain(key);
            seen.add(key);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
