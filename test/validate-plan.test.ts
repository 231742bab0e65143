import { describe, expect, test } from 'vitest';
import { formatNames } from '../src/commands/format-names.ts';
import type { Options } from '../src/commands/spec.ts';
import { exitCode, reglesOf, thresholdOf, wantedOf } from '../src/commands/validate/plan.ts';
import { formats } from '../src/ui/formats/index.ts';

/** The command line as commander hands it over: `f` a format, `o` an output. */
function typed(...words: readonly string[]): Options {
  const sequence = words.map((word): [string, string] =>
    word.startsWith('>') ? ['--output', word.slice(1)] : ['--format', word],
  );
  return sequence.length === 0 ? {} : { formats: sequence };
}

const seen = (options: Options, env = {}) =>
  wantedOf(options, env).map(({ format, output }) => (output === undefined ? format : `${format} > ${output}`));

describe('what is written, and where', () => {
  test('--format takes every format that there is', () => {
    expect([...formatNames]).toEqual(['pretty', ...Object.keys(formats)]);
  });

  test.each<readonly [words: readonly string[], seen: readonly string[]]>([
    [[], ['pretty']],
    [['json'], ['json']],
    [['sarif', '>a'], ['sarif > a']],
    [['>a', 'sarif'], ['sarif > a']],
    [['>a'], ['pretty > a']],
    [
      ['junit', '>a', 'gitlab', '>b', 'pretty'],
      ['junit > a', 'gitlab > b', 'pretty'],
    ],
    [
      ['github', 'sarif', '>a'],
      ['github', 'sarif > a'],
    ],
    [
      ['pretty', 'github'],
      ['pretty', 'github'],
    ],
  ])('%j', (words, expected) => {
    expect(seen(typed(...words))).toEqual(expected);
  });

  test('--json is --format json', () => {
    expect(seen({ json: true })).toEqual(['json']);
  });

  test('GitHub gets its annotations beside the usual text, unless a format was named', () => {
    expect(seen({}, { GITHUB_ACTIONS: 'true' })).toEqual(['pretty', 'github']);
    expect(seen(typed('json'), { GITHUB_ACTIONS: 'true' })).toEqual(['json']);
  });

  test.each([[['json', 'sarif']], [['pretty', 'json']], [['sarif', '>a', '>b']], [['>a', '>b']]])(
    'refused: %j',
    (words) => {
      expect(() => wantedOf(typed(...words), {})).toThrow(/--output/);
    },
  );
});

describe('what makes it fail', () => {
  const counts = (errors: number, warnings: number, infos: number) => ({ errors, warnings, infos });

  test.each<readonly [options: Options, counts: ReturnType<typeof counts>, code: number]>([
    [{}, counts(0, 5, 5), 0],
    [{}, counts(1, 0, 0), 1],
    [{ strict: true }, counts(0, 1, 0), 1],
    [{ strict: true }, counts(0, 0, 9), 0],
    [{ failOn: 'warning' }, counts(0, 1, 0), 1],
    [{ failOn: 'info' }, counts(0, 0, 1), 1],
    [{ failOn: 'never' }, counts(3, 1, 1), 0],
    [{ maxWarnings: '2' }, counts(0, 2, 0), 0],
    [{ maxWarnings: '2' }, counts(0, 3, 0), 1],
    [{ failOn: 'never', maxWarnings: '0' }, counts(0, 1, 0), 1],
    [{ strict: true, failOn: 'error' }, counts(0, 1, 0), 0],
  ])('%j with %j: %i', (options, found, code) => {
    expect(exitCode(found, thresholdOf(options))).toBe(code);
  });

  test.each(['x', '-1', '1.5', ''])('--max-warnings %j is no number', (typedNumber) => {
    expect(() => thresholdOf({ maxWarnings: typedNumber })).toThrow(/--max-warnings/);
  });
});

describe('--rule', () => {
  const rules = (...said: readonly string[]) => reglesOf({ rules: said.map((one) => ['--rule', one] as const) });

  test('may be given several times, or several at once; the last wins', () => {
    expect(rules('code-nu=off', 'diese=error,code-nu=info')).toEqual({ 'code-nu': 'info', diese: 'error' });
  });

  test.each(['cod-nu=off', 'code-nu=of', 'code-nu', '=off', ''])('refuses %j', (said) => {
    expect(() => rules(said)).toThrow(/--rule/);
  });
});
