import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listHolders } from '../src/load/find.ts';
import { load } from '../src/load/workspace.ts';
import type { Kind } from '../src/model/kind.ts';
import { accepts } from '../src/schema/accepts.ts';
import { kinds } from '../src/schema/schemas.ts';
import { validatorOf } from '../src/schema/validators.ts';

/** What ajv says, which is the truth. */
function isValid(kind: Kind, value: unknown): boolean {
  return validatorOf(kind)(value);
}

const real = ['examples/national', 'examples/modele'].flatMap((root) =>
  load({ root, alone: root.endsWith('modele'), asked: [''] }).files.flatMap(({ kind, value, path }) =>
    kind === 'prose' ? [] : [{ kind, value, path: `${root}/${path}` }],
  ),
);

/** Values that no schema of ours would find where it looks. */
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    ' ',
    'a\nb',
    '~60',
    '~x',
    '2024-13',
    '2024-02-30',
    '14119',
    '14119 Cagny',
    'é'.repeat(121),
    '😀'.repeat(120),
  ),
  fc.constantFrom(-1, 0, 1.5, 1e9, Number.NaN, [], {}, [1, 1], ['a', 'a'], [{}, {}], [[1], [1]]),
);

interface Slip {
  readonly where: readonly number[];
  readonly what: 'replace' | 'drop' | 'add' | 'double';
  readonly by: unknown;
}

const slip: fc.Arbitrary<Slip> = fc.record({
  where: fc.array(fc.nat(20), { maxLength: 5 }),
  what: fc.constantFrom('replace', 'drop', 'add', 'double'),
  by: strange,
});

/** A value with one thing changed somewhere in it. */
function slipped(value: unknown, { where: [first, ...rest], what, by }: Slip): unknown {
  if (typeof value !== 'object' || value === null || first === undefined) return what === 'replace' ? by : value;
  const keys = Object.keys(value);
  const key = keys[first % Math.max(keys.length, 1)];
  if (Array.isArray(value)) return slippedList(value, { where: [first, ...rest], what, by });
  const map = { ...value } as Record<string, unknown>;
  if (rest.length > 0 && key !== undefined) map[key] = slipped(map[key], { where: rest, what, by });
  else if (what === 'add') map[`cle-${first}`] = by;
  else if (key !== undefined && what === 'drop') delete map[key];
  else if (key !== undefined) map[key] = what === 'double' ? [map[key], map[key]] : by;
  return map;
}

function slippedList(value: readonly unknown[], { where: [first = 0, ...rest], what, by }: Slip): unknown {
  const at = first % Math.max(value.length, 1);
  if (rest.length > 0 && value.length > 0) return value.with(at, slipped(value[at], { where: rest, what, by }));
  if (what === 'drop') return value.toSpliced(at, 1);
  if (what === 'double') return [...value, value[at]];
  return what === 'add' || value.length === 0 ? [...value, by] : value.with(at, by);
}

/** A number that must be more than another stands in no example. */
const weighted = {
  kind: 'session' as const,
  value: { format: 1, titre: 'Confins', criteres: { ambition: { titre: 'L’ambition', poids: 2 } } },
};

const edges: readonly unknown[] = [
  ...[
    1, 59, 60, 61, 80, 81, 120, 121, 160, 161, 200, 201, 240, 241, 280, 281, 300, 301, 400, 401, 500, 501, 1001, 2001,
  ].flatMap((length) => ['x'.repeat(length), '😀'.repeat(Math.ceil(length / 2))]),
  ...[-1, 0, 0.5, 1, 4, 9, 1899, 1900, 2000, 2101, 3001, 1e12],
  ...['', '2024-02-30', '2024-13-01', '12/03/2024', '14119', '244400537', 'http://x', 'medias/x.png', '~3', 'a-b'],
];

/** Where the scalars of a value are. */
function scalarsOf(value: unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [above];
  return Object.entries(value).flatMap(([key, child]) => scalarsOf(child, [...above, key]));
}

function put(value: unknown, [first, ...rest]: readonly string[], by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === first ? put(item, rest, by) : item));
  const map = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...map, [first]: put(map[first], rest, by) };
}

describe('the quick yes', () => {
  test('reads every word of every schema', () => {
    for (const kind of kinds) expect(accepts(kind, Symbol('no value of a file'))).toBe(false);
  });

  test('is given to every file of the examples: ajv is not needed where nothing is wrong', () => {
    expect(listHolders({ root: 'examples/national', alone: false }).length).toBeGreaterThan(4);
    expect(real.filter(({ kind, value }) => !accepts(kind, value)).map(({ path }) => path)).toEqual([]);
  });

  test('is never given to what ajv refuses, and seldom withheld from what it accepts', () => {
    let [valid, accepted] = [0, 0];
    fc.assert(
      fc.property(
        fc.constantFrom(...real),
        fc.array(slip, { minLength: 1, maxLength: 2 }),
        ({ kind, value }, slips) => {
          const changed = slips.reduce(slipped, value);
          const [truth, quick] = [isValid(kind, changed), accepts(kind, changed)];
          if (truth) valid++;
          if (quick) accepted++;
          expect(quick && !truth).toBe(false);
        },
      ),
      { numRuns: 8000, seed: 20261125 },
    );
    expect(valid).toBeGreaterThan(500);
    expect(accepted / valid).toBeGreaterThan(0.9);
  });

  test('is never given at the limits of lengths and numbers that ajv refuses', () => {
    let refused = 0;
    for (const { kind, value } of [...real, weighted]) {
      for (const path of scalarsOf(value)) {
        for (const edge of edges) {
          const changed = put(value, path, edge);
          if (!accepts(kind, changed)) refused++;
          else if (!isValid(kind, changed))
            expect.fail(`${kind} ${path.join('/')} ${JSON.stringify(edge).slice(0, 80)}`);
        }
      }
    }
    expect(refused).toBeGreaterThan(5000);
  });

  test('is never given to a key that ajv refuses', () => {
    let refused = 0;
    for (const { kind, value } of real) {
      for (const path of scalarsOf(value)) {
        for (const [at, name] of path.flatMap((_, at) =>
          ['Clé Fausse', 'x'.repeat(61)].map((name) => [at, name] as const),
        )) {
          const changed = put(value, path.with(at, name), 'texte');
          if (!accepts(kind, changed)) refused++;
          else if (!isValid(kind, changed)) expect.fail(`${kind} ${path.join('/')} ${name}`);
        }
      }
    }
    expect(refused).toBeGreaterThan(1000);
  });

  test('is never given to any value at all that ajv refuses', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.jsonValue(), (kind, value) => {
        expect(accepts(kind, value) && !isValid(kind, value)).toBe(false);
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});
