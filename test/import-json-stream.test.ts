import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitList } from '../src/load/json-stream.ts';

const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true });

function split(
  text: string,
  size: number,
): { readonly pieces: readonly unknown[]; readonly rest: ReturnType<ReturnType<typeof splitList>['end']> } {
  const pieces: unknown[] = [];
  const splitter = splitList('features', 1_000_000, (bytes) =>
    pieces.push(JSON.parse(new TextDecoder().decode(bytes))),
  );
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) splitter.feed(bytes.subarray(at, at + size));
  return { pieces, rest: splitter.end() };
}

describe('splitList', () => {
  it('finds the objects of its list and leaves all the rest, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(
        object,
        object,
        fc.array(object),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(0, 1, '\t'),
        (before, after, features, size, indent) => {
          const { features: _one, ...head } = before;
          const { features: _two, ...tail } = after;
          const whole = { ...head, features, ...tail };
          const { pieces, rest } = split(JSON.stringify(whole, null, indent), size);
          expect(pieces).toEqual(JSON.parse(JSON.stringify(features)));
          expect(JSON.parse(rest.text)).toEqual(JSON.parse(JSON.stringify({ ...whole, features: [] })));
          expect(rest).toMatchObject({ closed: true, cut: false, count: features.length });
        },
      ),
    );
  });
  it('knows a text that stops before its end', () => {
    fc.assert(
      fc.property(fc.array(object, { minLength: 1 }), fc.nat(), (features, cut) => {
        const text = JSON.stringify({ type: 'FeatureCollection', features });
        const { rest } = split(text.slice(0, cut % text.length), 64);
        expect(rest.closed).toBe(false);
      }),
    );
  });
  it('does not hold an object that never ends', () => {
    expect(() => split(`{"features":[{"a":"${'x'.repeat(2_000_000)}`, 65_536)).toThrow(RangeError);
  });
});
