import { expect } from 'vitest';
import { grounds } from './seed-grounds.ts';
import { type Expected, type Ground, judge, type Seed } from './seeding.ts';
import { type Site, sitesOf, spread } from './seeds.ts';

/** Every place of every example. */
export const places: readonly { readonly ground: Ground; readonly sites: readonly Site[] }[] = grounds.map(
  (ground) => ({
    ground,
    sites: sitesOf(ground),
  }),
);

/** Every defect that was put somewhere, with the name of its kind: pairs of them come afterwards. */
export const planted: Planted[] = [];

export interface Planted {
  readonly ground: Ground;
  readonly seed: Seed;
  readonly kind: string;
}

/** A kind of defect: what it gives at a place, or nothing where it cannot be. */
export type Kind = (site: Site, ground: Ground) => Seed | null;

/**
 * Puts a kind of defect in up to twelve places of the examples, one at a time, and expects one finding each time.
 * @param least how many places there must be: a defect that can be put nowhere proves nothing
 */
export function sow(kind: Kind, least = 2): void {
  const all = places.flatMap(({ ground, sites }) =>
    sites.flatMap((site) => {
      const seed = kind(site, ground);
      return seed === null ? [] : { ground, seed };
    }),
  );
  const seeds = spread(all);
  for (const one of seeds) planted.push({ ...one, kind: expect.getState().currentTestName ?? '' });
  expect(seeds.flatMap(({ ground, seed }) => judge(ground, [seed]))).toEqual([]);
  expect(seeds.length).toBeGreaterThanOrEqual(least);
}

/** What is expected of a word put in the place of another: said at that word. */
export interface Wanted {
  readonly rule: string;
  readonly suggestion?: string | null;
  /** True when `--fix` gives the example back; a text when it writes that in the place of the word. */
  readonly mends?: true | string | null;
  /** The part of the word that is shown, where it is not the whole. */
  readonly shows?: string;
}

/** A word put in the place of a scalar, or of a key. */
export function inPlace(site: Site, part: 'key' | 'value', typed: string, wanted: Wanted): Seed | null {
  const token = site[part];
  if (token === undefined) return null;
  const { rule, suggestion, mends, shows = typed } = wanted;
  const { text } = site.file;
  const { start, end } = token;
  const written = (words: string): string => text.slice(0, start) + words + text.slice(end);
  const at = start + typed.indexOf(shows);
  const mended = mends === true ? text : typeof mends === 'string' ? written(mends) : mends;
  return {
    file: site.file,
    pointer: site.pointer,
    edits: [{ start, end, text: typed }],
    expected: {
      ...{ rule, token: shows, at },
      ...(suggestion !== undefined && { suggestion }),
      ...(mended !== undefined && { mended }),
    },
  };
}

/** One edit of a file, and what it gives. */
export function edited(site: Site, start: number, end: number, text: string, expected: Expected): Seed {
  return { file: site.file, pointer: site.pointer, edits: [{ start, end, text }], expected };
}
