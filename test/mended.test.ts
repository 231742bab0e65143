import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mended, mendedOffset, mendsOf, typedOffset } from '../src/load/mended.ts';

const text = 'titre: a\nnote: b\nlieu: c\n';

test('edits of one text are made at once, in whatever order they are given', () => {
  const edits = [
    { start: 9, end: 9, text: '  ' },
    { start: 0, end: 5, text: 'nom' },
  ];
  expect(mended(text, mendsOf(edits))).toBe('nom: a\n  note: b\nlieu: c\n');
  expect(mended(text, mendsOf(edits.toReversed()))).toBe(mended(text, mendsOf(edits)));
});

test('mends are made one after the other, each in what the others left', () => {
  const first = mendsOf([{ start: 0, end: 5, text: 'nom' }]);
  const second = mendsOf([{ start: 7, end: 7, text: '  ' }]);
  expect(mended(text, [...first, ...second])).toBe(mended(mended(text, first), second));
  expect(mendedOffset(9, [...first, ...second])).toBe(7);
  expect(mendedOffset(11, [...first, ...second])).toBe(11);
  expect(typedOffset(11, [...first, ...second])).toBe(11);
});

test('edits that overlap are made one after the other', () => {
  const edits = [
    { start: 0, end: 5, text: 'nom' },
    { start: 3, end: 6, text: '' },
  ];
  expect(mendsOf(edits)).toHaveLength(2);
  expect(mendsOf(edits.slice(0, 1))).toHaveLength(1);
});

test('what no edit touched is found again where it stood', () => {
  const edit = fc
    .record({ at: fc.nat(text.length), length: fc.nat(4), by: fc.constantFrom('', 'x', '\n', ': ', '    ') })
    .map(({ at, length, by }) => ({ start: at, end: Math.min(at + length, text.length), text: by }));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), fc.nat(text.length), (given, offset) => {
      // Edits of one text, that do not overlap.
      const edits = given
        .toSorted((a, b) => b.start - a.start)
        .filter(({ end }, index, all) => all.slice(0, index).every(({ start }) => end < start));
      const mends = mendsOf(edits);
      expect(mends.length).toBeLessThanOrEqual(1);
      const untouched = edits.every(({ start, end }) => offset < start || offset > end);
      const there = mendedOffset(offset, mends);
      if (untouched) expect(typedOffset(there, mends)).toBe(offset);
      if (untouched) expect(mended(text, mends).slice(there, there + 1)).toBe(text.slice(offset, offset + 1));
    }),
  );
});
