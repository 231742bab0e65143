import { describe, expect, it } from 'vitest';
import { grounds } from './seed-grounds.ts';
import { judge } from './seeding.ts';
import { type Planted, planted } from './sow.ts';
import './seed-words.ts';
import './seed-forms.ts';
import './seed-french.ts';
import './seed-codes.ts';
import './seed-syntax.ts';
import './seed-layout.ts';
import './seed-sense.ts';
import './seed-files.ts';

/** So many pairs are tried; `PAIRS=100000` tries all of them. */
const most = Number(process.env.PAIRS ?? 400);

/** A defect with the lines that it takes up, from the first to the last. */
interface Lined extends Planted {
  readonly first: number;
  readonly last: number;
}

function lined(one: Planted): Lined {
  const { file, edits, expected } = one.seed;
  const line = (offset: number): number => file.text.slice(0, offset).split('\n').length;
  const all = [...edits.flatMap(({ start, end }) => [line(start), line(end)]), line(expected.at)];
  return { ...one, first: Math.min(...all), last: Math.max(...all) };
}

/** What makes no sense is told of values that are well written: another defect beside them leaves nothing to compare. */
function isBeside(one: Planted, other: Planted): boolean {
  const part = ({ seed }: Planted): string => seed.pointer.split('/').slice(0, 2).join('/');
  return /makes no sense/.test(one.kind + other.kind) && part(one) === part(other);
}

function arePair(one: Lined, other: Lined): boolean {
  const apart = one.last + 1 < other.first || other.last + 1 < one.first;
  return apart && one.kind !== other.kind && !isBeside(one, other);
}

describe('no error hides another', () => {
  it('two defects in one file are both said, and nothing else', () => {
    const all = planted.map(lined);
    const pairs = grounds
      .flatMap(({ files }) => files)
      .map((file) => all.filter(({ seed }) => seed.file === file))
      .flatMap((here) => here.flatMap((one, index) => here.slice(index + 1).map((other) => [one, other] as const)))
      .filter(([one, other]) => arePair(one, other));
    expect(pairs.length).toBeGreaterThan(most);
    const step = Math.max(1, Math.floor(pairs.length / most));
    const tried = pairs.filter((_, index) => index % step === 0);
    const complaints = tried.flatMap(([one, other]) =>
      judge(one.ground, [one.seed, other.seed]).map((said) => `${one.kind} + ${other.kind}: ${said}`),
    );
    expect(complaints).toEqual([]);
  });
});
