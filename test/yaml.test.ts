import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../src/load/yaml.ts';
import type { Shape } from '../src/model/shape.ts';
import { quoted } from '../src/words/quote.ts';

const text: Shape = { scalar: 'text' };
const number: Shape = { scalar: 'number' };
const boolean: Shape = { scalar: 'boolean' };

function valueIn(yaml: string, shape: Shape): unknown {
  const reading = readYaml(yaml, shape);
  expect(reading.findings).toEqual([]);
  return reading.ok ? reading.value : undefined;
}

describe('scalars are read as the shape says, never as YAML guesses', () => {
  test.each([
    '01001',
    '08E10',
    '2022',
    '2A004',
    '~60',
    'NO',
    'oui',
    '0o14',
    '12:30:00',
    '2024-03-01',
    '1e3',
    'Null',
    '.nan',
    'true',
  ])('%s stays text', (word) => {
    expect(valueIn(`a: ${word}\n`, { keys: { a: text } })).toEqual({ a: word });
    expect(valueIn(`a: ${word}\n`, {})).toEqual({ a: word });
  });

  test.each([
    ['12', 12],
    ['-3', -3],
    ['0.5', 0.5],
    ['1.50', 1.5],
    ['"12"', 12],
    ['9007199254740991', 9007199254740991],
    ['12345678901234567890', '12345678901234567890'],
    ['01', '01'],
    ['1e3', '1e3'],
    ['~60', '~60'],
    ['12,5', '12,5'],
    ['1 000', '1 000'],
    ['.inf', '.inf'],
    ['0x1F', '0x1F'],
    ['-0', '-0'],
    ['0.1234567890123456789', '0.1234567890123456789'],
  ])('as a number, %s', (typed, value) => {
    expect(valueIn(`a: ${typed}\n`, { keys: { a: number } })).toEqual({ a: value });
  });

  test.each([
    ['true', true],
    ['false', false],
    ['oui', 'oui'],
    ['True', 'True'],
  ])('as true or false, %s', (typed, value) => {
    expect(valueIn(`a: ${typed}\n`, { keys: { a: boolean } })).toEqual({ a: value });
  });

  test.each(['a:', 'a: ~', 'a: null', 'a: # rien', '', '---\n', '# rien\n'])('%j says nothing', (typed) => {
    expect(valueIn(typed, { keys: { a: text } })).toEqual({});
  });

  test('keys of maps by id, items of lists and block texts', () => {
    const shape: Shape = { keys: { montants: { others: number }, annees: { items: number } } };
    expect(valueIn('montants: {a-b: 1, 01001: 2}\nannees: [2024, 2024-03]\nautre: |\n  01\n', shape)).toEqual({
      montants: { 'a-b': 1, '01001': 2 },
      annees: [2024, '2024-03'],
      autre: '01\n',
    });
  });

  test('keys that name the prototype are keys like others', () => {
    const value = valueIn('__proto__:\n  x: 1\nconstructor: 2\ntoString: 3\n', {});
    expect(Object.entries(value as object)).toEqual([
      ['__proto__', { x: '1' }],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('what we quote reads back as it was', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(...`ab'":#-\\[]{}&*!|>@%, \n\t\r\u00a0\u202f\u2028\u0085\ufeff\u007f\u0092’«»`),
    }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  );
  test('any text, after a key, in a list and in a flow list', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(valueIn(`cle: ${quoted(words)}\n`, { keys: { cle: text } })).toEqual({ cle: words });
        expect(valueIn(`- ${quoted(words)}\n- [${quoted(words)}, b]`, {})).toEqual([words, [words, 'b']]);
        expect(quoted(words)).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 500 },
    );
  });
  test('the marks that spare escapes are chosen', () => {
    expect([quoted("l'eau"), quoted('a : b'), quoted('le "Grand"'), quoted(`l'"eau"`)]).toEqual([
      '"l\'eau"',
      '"a : b"',
      '\'le "Grand"\'',
      '"l\'\\"eau\\""',
    ]);
  });
});

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    'titre',
    'a',
    "l'eau",
    ': ',
    ':',
    ' - ',
    '- ',
    '\n',
    '\n  ',
    '\n\t',
    '\r\n',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ', ',
    '#',
    ' # ',
    '&a',
    '*a',
    '!t',
    '|\n',
    '>\n ',
    '---\n',
    '%Y',
    '?',
    '\u00a0',
    '\\',
    '~',
    '<<',
    '@',
    '\ufeff',
    '\u0001',
  );
  test('reading never throws, tells its reasons within the text, and each fix leads on', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const typed = parts.join('');
        const reading = readYaml(typed, { keys: { titre: { scalar: 'text', prose: true } }, items: text });
        expect(reading.ok).toBe(!reading.findings.some(({ severity }) => severity === 'error'));
        for (const { span } of reading.findings) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeGreaterThanOrEqual(span[0]);
          expect(span[1]).toBeLessThanOrEqual(typed.length + 1);
        }
      }),
      { numRuns: 3000 },
    );
  });
  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => void readYaml(typed, {})),
      { numRuns: 1000 },
    );
  });
});
