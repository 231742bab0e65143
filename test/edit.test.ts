import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { render, renderPair } from '../src/edit/render.ts';
import { addToList, addToMap, deleteIn, setIn, type Value } from '../src/edit/yaml.ts';
import { readYaml } from '../src/load/yaml.ts';

const medias = `# Nos images

plan.svg:
  # relu le 3
  texte_alternatif: |
    Un plan.

    Une rivière.
  licence: etalab-2.0   # vérifiée

# à compléter
vue.png: {texte_alternatif: 'Une vue'}
`;

describe('setIn', () => {
  it('replaces a scalar and leaves its comment', () => {
    expect(setIn(medias, ['plan.svg', 'licence'], 'cc0-1.0')).toBe(medias.replace('etalab-2.0 ', 'cc0-1.0 '));
  });
  it('adds a key after the last of its map, before the comment of the next', () => {
    expect(setIn(medias, ['plan.svg', 'annee'], 2025)).toBe(
      medias.replace('# vérifiée\n', '# vérifiée\n  annee: 2025\n'),
    );
  });
  it('replaces a text below a bar by a line, and a line by a text below a bar', () => {
    const shorter = setIn(medias, ['plan.svg', 'texte_alternatif'], 'Une rivière : le plan');
    expect(shorter).toContain('  texte_alternatif: "Une rivière : le plan"\n  licence: etalab-2.0   # vérifiée\n');
    expect(setIn(medias, ['plan.svg', 'licence'], 'a\nb\n')).toContain(
      '  licence: |   # vérifiée\n    a\n    b\n\n# à',
    );
  });
  it('writes into brackets', () => {
    expect(setIn(medias, ['vue.png', 'source'], 'IGN, 2025')).toContain(
      '{texte_alternatif: \'Une vue\', source: "IGN, 2025"}',
    );
    expect(setIn(medias, ['vue.png', 'texte_alternatif'], 'Vue')).toContain('{texte_alternatif: "Vue"}');
  });
  it('replaces a map by a list, a list by a scalar, and fills an empty key', () => {
    const text = 'a: # dit\n  b: 1\n  c: 2\n\n# fin\nd:\ne: [x]\n';
    expect(setIn(text, ['a'], ['x', 'z'])).toBe('a: [x, z] # dit\n\n# fin\nd:\ne: [x]\n');
    expect(setIn(text, ['d', 'f'], 'g')).toBe('a: # dit\n  b: 1\n  c: 2\n\n# fin\nd:\n  f: g\ne: [x]\n');
    expect(setIn(text, ['e'], 12)).toBe('a: # dit\n  b: 1\n  c: 2\n\n# fin\nd:\ne: 12\n');
  });
  it('makes what is missing on the way, in an empty file too', () => {
    expect(setIn('', ['a', 'b'], 1)).toBe('a:\n  b: 1\n');
    expect(setIn('# rien encore\n', ['a'], 'Un mot')).toBe('# rien encore\na: "Un mot"\n');
    expect(setIn('{}\n', ['a', 'b'], 1)).toBe('a:\n  b: 1\n');
    expect(setIn('x: 1', ['a'], 1)).toBe('x: 1\na: 1');
  });
  it('refuses what it could not do without touching the rest', () => {
    expect(setIn('a: [1', ['a'], 2)).toBeNull();
    expect(setIn('a: 1\n', ['a', 'b'], 2)).toBeNull();
    expect(setIn('a: &x 1\nb: *x\n', ['a'], 2)).toBeNull();
    expect(setIn('a: 1\n', [], 2)).toBeNull();
  });
});

describe('addToList, addToMap, deleteIn', () => {
  const list =
    'indicateurs:\n  - titre: Un\n    valeur: 1  # noté\n\n  # le second\n  - titre: Deux\n    valeur: 2\nsources: [a]\n';
  it('adds an item, and the list itself', () => {
    expect(addToList(list, ['indicateurs'], { titre: 'Trois %', valeur: 3, sources: ['a'] })).toBe(
      list.replace('valeur: 2\n', 'valeur: 2\n  - titre: "Trois %"\n    valeur: 3\n    sources: [a]\n'),
    );
    expect(addToList(list, ['sources'], 'b')).toBe(list.replace('[a]', '[a, b]'));
    expect(addToList(list, ['autres'], { titre: 'x' })).toBe(`${list}autres:\n  - titre: x\n`);
    expect(addToList('l: []\n', ['l'], 'b')).toBe('l: [b]\n');
    expect(addToList('l:\n- a\n', ['l'], 'b')).toBe('l:\n- a\n- b\n');
  });
  it('does not add a key twice', () => {
    expect(addToMap('a:\n  b: 1\n', ['a'], 'c', 2)).toBe('a:\n  b: 1\n  c: 2\n');
    expect(addToMap('a:\n  b: 1\n', ['a'], 'b', 2)).toBeNull();
  });
  it('takes away whole lines, and what is left empty', () => {
    expect(deleteIn(list, ['indicateurs', 0, 'valeur'])).toBe(list.replace('    valeur: 1  # noté\n', ''));
    expect(deleteIn(list, ['indicateurs', 0, 'titre'])).toBe(list.replace('titre: Un\n    ', ''));
    expect(deleteIn(list, ['indicateurs', 1])).toBe(list.replace('  - titre: Deux\n    valeur: 2\n', ''));
    expect(deleteIn(list, ['sources', 0])).toBe(list.replace('sources: [a]\n', ''));
    expect(deleteIn('a: {b: 1, c: 2}\n', ['a', 'b'])).toBe('a: {c: 2}\n');
    expect(deleteIn('a: {b: 1, c: 2}\n', ['a', 'c'])).toBe('a: {b: 1}\n');
    expect(deleteIn(list, ['rien'])).toBeNull();
  });
});

describe('what is written', () => {
  it('quotes free text, not codes; short lists in brackets', () => {
    expect(renderPair('titre', 'Part : 3 % # net')).toEqual(['titre: "Part : 3 % # net"']);
    expect(renderPair('communes', ['14119 Cagny', '2A004 Ajaccio'])).toEqual([
      'communes: [14119 Cagny, 2A004 Ajaccio]',
    ]);
    expect(renderPair('x', 'true')).toEqual(['x: "true"']);
    expect(renderPair('x', '01001')).toEqual(['x: 01001']);
    expect(render({ a: { b: ['un mot'.repeat(20)] } }).lines).toHaveLength(3);
  });
  it('reads back the same, with our reader and another, whatever the text', () => {
    const text = fc
      .oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[-a-z #:'"|>\n~[\]{}&*!%@`é]{1,40}$/))
      .filter((one) => one !== '');
    fc.assert(
      fc.property(text, text, (one, other) => {
        const written = `${renderPair('a', { b: one, c: [other], d: [{ e: one }] }).join('\n')}\n`;
        const expected = { a: { b: one, c: [other], d: [{ e: one }] } };
        expect(parse(written, { schema: 'failsafe' })).toEqual(expected);
        expect(readYaml(written, {})).toEqual({ ok: true, value: expected, findings: [] });
      }),
      { numRuns: 400 },
    );
  });
});

/** A map as somebody may have written it: comments, blank lines, both kinds of lists, any line break, a mark in front. */
const key = fc.stringMatching(/^[a-z]{1,6}$/);
const word = fc.constantFrom('un', '"deux mots"', "'l''été'", '14119 Cagny', '~60', '3.5');
const value = fc.letrec<{ map: Value; node: Value }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    word as fc.Arbitrary<Value>,
    fc.array(word, { minLength: 1, maxLength: 3 }) as fc.Arbitrary<Value>,
    tie('map'),
    fc.array(tie('map'), { minLength: 1, maxLength: 2 }),
  ),
  map: fc.dictionary(key, tie('node'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
})).map;
const layout = fc.array(fc.nat(9), { minLength: 60, maxLength: 60 });

function laidOut(given: Value, draw: () => number, indent: string): string {
  if (typeof given !== 'object') return String(given);
  const note = () => (draw() < 2 ? `${indent}# note ${draw()}\n` : '') + (draw() < 2 ? '\n' : '');
  if (Array.isArray(given)) {
    return given
      .map(
        (item) =>
          `${note()}${indent}- ${laidOut(item, draw, `${indent}  `)
            .trimStart()
            .replace(/^#.*\n/, '')}`,
      )
      .join('\n');
  }
  return Object.entries(given)
    .map(([name, item], index) => {
      const before = index === 0 ? '' : note();
      if (typeof item !== 'object')
        return `${before}${indent}${name}:${draw() < 3 ? '   ' : ' '}${item}${draw() < 2 ? '  # dit' : ''}`;
      if (Array.isArray(item) && typeof item[0] !== 'object' && draw() < 5)
        return `${before}${indent}${name}: [${item.join(' , ')}]`;
      return `${before}${indent}${name}:${draw() < 2 ? ' # dit' : ''}\n${laidOut(item, draw, `${indent}  `)}`;
    })
    .join('\n');
}

describe('every byte outside an edit', () => {
  const files = fc.record({
    value,
    layout,
    crlf: fc.boolean(),
    bom: fc.boolean(),
    end: fc.constantFrom('', '\n', '\n\n# fin\n'),
  });
  const pathsOf = (given: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] => {
    if (typeof given !== 'object' || given === null) return [path];
    const entries = Array.isArray(given) ? given.map((item, index) => [index, item] as const) : Object.entries(given);
    return [...(path.length > 0 ? [path] : []), ...entries.flatMap(([step, item]) => pathsOf(item, [...path, step]))];
  };
  const textOf = ({
    value: given,
    layout: draws,
    crlf,
    bom,
    end,
  }: {
    value: Value;
    layout: readonly number[];
    crlf: boolean;
    bom: boolean;
    end: string;
  }) => {
    let drawn = 0;
    const text = laidOut(given, () => draws[drawn++ % draws.length] ?? 0, '') + end;
    return (bom ? '\ufeff' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text);
  };
  /** The old text is what is around one insertion. */
  const isInsertion = (old: string, made: string) => {
    let same = 0;
    while (same < old.length && old[same] === made[same]) same++;
    return made.endsWith(old.slice(same)) && made.length > old.length;
  };

  it('is kept when a key or an item is added', () => {
    fc.assert(
      fc.property(files, fc.nat(), (file, pick) => {
        const text = textOf(file);
        const data: unknown = parse(text, { schema: 'failsafe' });
        const paths = pathsOf(data);
        const path = paths[pick % paths.length] ?? [];
        const there = path.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), data);
        const made = Array.isArray(there)
          ? addToList(text, path, 'nouveau')
          : typeof there === 'object'
            ? addToMap(text, path, 'nouveau', 'un mot')
            : addToMap(text, [], 'nouveau', { a: [1, 2] });
        expect(made).not.toBeNull();
        expect(isInsertion(text, made ?? '')).toBe(true);
        if (text.includes('\r\n')) expect(made?.replaceAll('\r\n', '')).not.toContain('\n');
      }),
      { numRuns: 500 },
    );
  });
  it('is kept when a value is replaced: every line but its own, every comment', () => {
    fc.assert(
      fc.property(files, fc.nat(), (file, pick) => {
        const text = textOf(file);
        const paths = pathsOf(parse(text, { schema: 'failsafe' })).filter((path) => typeof path.at(-1) === 'string');
        const path = paths[pick % paths.length] ?? [];
        const made = setIn(text, path, 'a\nb\n');
        expect(made).not.toBeNull();
        const back = setIn(made ?? '', path, 'x');
        expect(parse(back ?? '', { schema: 'failsafe' })).toEqual(
          parse(setIn(text, path, 'x') ?? '', { schema: 'failsafe' }),
        );
        expect(back).toBe(setIn(text, path, 'x'));
      }),
      { numRuns: 500 },
    );
  });
  it('is kept when something is taken away: what is added can be taken away again', () => {
    fc.assert(
      fc.property(files, (file) => {
        const text = textOf(file);
        const added = addToMap(text, [], 'nouveau', { a: ['b c'] });
        const back = deleteIn(added ?? '', ['nouveau']);
        expect(back === text || back === `${text}${text.includes('\r\n') ? '\r\n' : '\n'}`).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
