import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTurn, mended, mendedOffset, typedOffset } from '../src/load/mended.ts';

const text = 'titre: a\nnote: b\nlieu: c\n';

test('edits are made one after the other, each in what the others left', () => {
  const edits = [
    { start: 9, end: 9, text: '  ' },
    { start: 0, end: 5, text: 'nom' },
  ];
  expect(mended(text, edits)).toBe('nom: a\n  note: b\nlieu: c\n');
  expect(mended(text, inTurn(edits.toReversed()))).toBe(mended(text, edits));
});

test('what no edit touched is found again where it stood', () => {
  const edit = fc
    .record({ at: fc.nat(text.length), length: fc.nat(4), by: fc.constantFrom('', 'x', '\n', ': ', '    ') })
    .map(({ at, length, by }) => ({ start: at, end: Math.min(at + length, text.length), text: by }));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), fc.nat(text.length), (given, offset) => {
      // Edits of one text, that do not overlap.
      const edits = inTurn(given).filter(({ end }, index, all) =>
        all.slice(0, index).every(({ start }) => end < start),
      );
      const untouched = edits.every(({ start, end }) => offset < start || offset > end);
      const there = mendedOffset(offset, edits);
      if (untouched) expect(typedOffset(there, edits)).toBe(offset);
      if (untouched) expect(mended(text, edits).slice(there, there + 1)).toBe(text.slice(offset, offset + 1));
    }),
  );
});
