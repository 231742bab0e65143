import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Severity } from '../src/model/diagnostic.ts';
import { baselineOf, type Counted, compareWith, pruned, rewritten, staleFindings } from '../src/validate/baseline.ts';
import { baselineText, readBaseline } from '../src/validate/baseline-text.ts';
import { basePerimee } from '../src/validate/rules/base-perimee.ts';

const everywhere = () => true;

/** Few names, so that many problems are alike; some that a plain object takes for its own. */
const name = fc.constantFrom('dossiers/un/acteurs.yaml', 'dossiers/deux/dossier.yaml', '__proto__', 'constructor', '7');
const rule = fc.constantFrom('code-nu', 'diese', 'toString', '__proto__');
const fingerprint = fc.constantFrom('0123456789abcdef', 'fedcba9876543210', '0000000000000001');
const severity = fc.constantFrom<Severity>('error', 'warning', 'info');
const problem: fc.Arbitrary<Counted> = fc.record({ file: name, rule, fingerprint, severity });
const problems = fc.array(problem, { maxLength: 25 });
const failing = problem.filter(({ severity: of }) => of !== 'info');

function seen(baseline: ReturnType<typeof baselineOf>): readonly string[] {
  return baseline.map(({ file, rule: id, fingerprint: print, count }) => `${file} ${id} ${print} ${count}`);
}

const total = (counts: readonly { readonly count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);

function found(file: string, id: string, print = '0123456789abcdef', of: Severity = 'warning'): Counted {
  return { file, rule: id, fingerprint: print, severity: of };
}

describe('a baseline', () => {
  test('of what is found has nothing new and nothing stale; infos are never held', () => {
    fc.assert(
      fc.property(problems, (all) => {
        const { fresh, known, stale } = compareWith(baselineOf(all), all, everywhere);
        expect(fresh).toEqual(all.filter((one) => one.severity === 'info'));
        expect(known).toEqual(all.filter((one) => one.severity !== 'info'));
        expect(stale).toEqual([]);
      }),
    );
  });

  test('a problem that is added is new, once, and only that', () => {
    fc.assert(
      fc.property(problems, failing, fc.nat(), (all, more, at) => {
        const index = at % (all.length + 1);
        const { fresh, known, stale } = compareWith(baselineOf(all), all.toSpliced(index, 0, more), everywhere);
        const added = fresh.filter((one) => one.severity !== 'info');
        expect(added.map(({ severity: _, ...one }) => one)).toEqual([
          { file: more.file, rule: more.rule, fingerprint: more.fingerprint },
        ]);
        expect(known).toHaveLength(baselineTotal(all));
        expect(stale).toEqual([]);
      }),
    );
  });

  test('a problem that goes is stale, once, and only that', () => {
    fc.assert(
      fc.property(problems, failing, fc.nat(), (others, gone, at) => {
        const index = at % (others.length + 1);
        const { fresh, stale } = compareWith(baselineOf(others.toSpliced(index, 0, gone)), others, everywhere);
        expect(fresh.filter((one) => one.severity !== 'info')).toEqual([]);
        expect(stale).toEqual([{ file: gone.file, rule: gone.rule, count: 1 }]);
      }),
    );
  });

  test('nothing depends on the order of what is found', () => {
    const shuffled = problems.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), problems),
    );
    fc.assert(
      fc.property(shuffled, ([all, others, before]) => {
        expect(baselineText(baselineOf(others))).toBe(baselineText(baselineOf(all)));
        const [one, other] = [all, others].map((given) => compareWith(baselineOf(before), given, everywhere));
        expect(other?.stale).toEqual(one?.stale);
        expect(baselineText(baselineOf(other?.fresh ?? []))).toBe(baselineText(baselineOf(one?.fresh ?? [])));
      }),
    );
  });

  test('its text gives it back, and the same text again', () => {
    const anyName = fc.oneof(name, fc.string({ unit: 'binary', maxLength: 6 }));
    const any = fc.array(fc.record({ file: anyName, rule: anyName, fingerprint, severity }), { maxLength: 20 });
    fc.assert(
      fc.property(any, (all) => {
        const baseline = baselineOf(all);
        const text = baselineText(baseline);
        expect(readBaseline(text)).toEqual({ ok: true, baseline });
        expect(readBaseline(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual({ ok: true, baseline });
        expect(text.endsWith('}\n')).toBe(true);
      }),
    );
  });

  test('pruning takes out what is stale, and never adds', () => {
    fc.assert(
      fc.property(problems, problems, (before, now) => {
        const baseline = baselineOf(before);
        const less = pruned(baseline, now, everywhere);
        expect(compareWith(less, now, everywhere).stale).toEqual([]);
        expect(compareWith(less, now, everywhere).fresh).toEqual(compareWith(baseline, now, everywhere).fresh);
        expect(total(less)).toBe(total(baseline) - total(compareWith(baseline, now, everywhere).stale));
        expect(pruned(less, before, everywhere)).toEqual(less);
      }),
    );
  });

  test('of several alike, the first are known', () => {
    const alike = [1, 2, 3].map((line) => ({ ...found('a.yaml', 'diese'), line }));
    const { fresh, known } = compareWith(baselineOf(alike.slice(0, 2)), alike, everywhere);
    expect([known, fresh].map((some) => some.map(({ line }) => line))).toEqual([[1, 2], [3]]);
  });

  test('what is stale is told by file and rule, fingerprints together', () => {
    const gone = [found('a.yaml', 'diese', '0123456789abcdef'), found('a.yaml', 'diese', 'fedcba9876543210')];
    const other = [found('a.yaml', 'code-nu'), found('b.yaml', 'diese')];
    expect(compareWith(baselineOf([...gone, ...other]), other.slice(0, 1), everywhere).stale).toEqual([
      { file: 'a.yaml', rule: 'diese', count: 2 },
      { file: 'b.yaml', rule: 'diese', count: 1 },
    ]);
  });

  test('of files that were not checked nothing is stale, pruned or written anew', () => {
    const before = baselineOf([found('dossiers/un/a.yaml', 'diese'), found('dossiers/deux/a.yaml', 'diese')]);
    const now = [found('dossiers/un/a.yaml', 'code-nu')];
    const isChecked = (file: string) => file.startsWith('dossiers/un/');
    expect(compareWith(before, now, isChecked).stale.map(({ file }) => file)).toEqual(['dossiers/un/a.yaml']);
    expect(seen(pruned(before, now, isChecked))).toEqual(['dossiers/deux/a.yaml diese 0123456789abcdef 1']);
    expect(seen(rewritten(before, now, isChecked))).toEqual([
      'dossiers/deux/a.yaml diese 0123456789abcdef 1',
      'dossiers/un/a.yaml code-nu 0123456789abcdef 1',
    ]);
  });
});

function baselineTotal(all: readonly Counted[]): number {
  return all.filter((one) => one.severity !== 'info').length;
}

describe('the file of a baseline', () => {
  test('is sorted JSON without lines', () => {
    const all = [
      found('b.yaml', 'diese'),
      found('a.yaml', 'diese'),
      found('a.yaml', 'code-nu'),
      found('a.yaml', 'diese'),
    ];
    expect(baselineText(baselineOf(all))).toBe(`{
  "version": 1,
  "problems": {
    "a.yaml": {
      "code-nu": {
        "0123456789abcdef": 1
      },
      "diese": {
        "0123456789abcdef": 2
      }
    },
    "b.yaml": {
      "diese": {
        "0123456789abcdef": 1
      }
    }
  }
}
`);
    expect(baselineText([])).toBe('{\n  "version": 1,\n  "problems": {}\n}\n');
  });

  const inside = (problems: unknown) => JSON.stringify({ version: 1, problems });

  test.each<readonly [what: string, text: string, sentence: RegExp]>([
    ['nothing', '', /pas du JSON/],
    ['no JSON', '{"version": 1', /pas du JSON/],
    ['YAML', 'version: 1\nproblems: {}\n', /pas du JSON/],
    ['conflict markers', '{\n<<<<<<< HEAD\n  "version": 1\n=======\n>>>>>>> autre\n}\n', /fusion git/],
    ['a list', '[]', /pas une base/],
    ['null', 'null', /pas une base/],
    ['another JSON', '{"name": "atelier"}', /pas une base/],
    ['no problems', '{"version": 1}', /pas une base/],
    ['a version that is no number', '{"version": "1", "problems": {}}', /pas une base/],
    ['another version', '{"version": 2, "issues": []}', /version 2, et ce programme lit la version 1/],
    ['a list in a file', inside({ 'a.yaml': [] }), /sous « a.yaml »/],
    ['a number for a rule', inside({ 'a.yaml': { diese: 2 } }), /sous « a.yaml › diese »/],
    ['no fingerprint', inside({ 'a.yaml': { diese: { deadbeef: 1 } } }), /16 chiffres hexadécimaux/],
    ['no count', inside({ 'a.yaml': { diese: { '0123456789abcdef': 0.5 } } }), /un nombre de problèmes/],
    ['a count below one', inside({ 'a.yaml': { diese: { '0123456789abcdef': 0 } } }), /un nombre de problèmes/],
    ['a datum', inside({ 'accueil@exemple.fr': [] }), /« a•••@e•••.fr »/],
  ])('that holds %s is refused in one sentence', (_, text, sentence) => {
    const read = readBaseline(text);
    expect(read).toMatchObject({ ok: false, message: { fr: expect.stringMatching(sentence) } });
    if (read.ok) return;
    expect(read.message.fr).toContain('--baseline-write');
    expect(read.message.en).toContain('--baseline-write');
    expect(`${read.message.fr}${read.message.en}`).not.toMatch(/\{\w+\}|undefined|\n/);
  });

  test('whatever its text, is read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof readBaseline(text).ok).toBe('boolean');
      }),
    );
    expect(readBaseline('['.repeat(1_000_000)).ok).toBe(false);
    expect(readBaseline(`{"version":1,"problems":${'{"a":'.repeat(50_000)}{}${'}'.repeat(50_000)}}`).ok).toBe(false);
  });
});

describe('what is stale', () => {
  const stale = [
    { file: 'dossiers/parti/a.yaml', rule: 'diese', count: 1 },
    { file: 'b.yaml', rule: 'code-nu', count: 3 },
  ];

  test('is told as an info, at the first line of the file, in both languages', () => {
    expect(staleFindings(stale).map(({ message: _, ...rest }) => rest)).toEqual(
      ['dossiers/parti/a.yaml', 'b.yaml'].map((file) => ({
        rule: basePerimee.id,
        severity: 'info',
        file,
        pointer: '',
        part: 'value',
        span: [0, 0],
      })),
    );
    const [one, several] = staleFindings(stale).map(({ message }) => message);
    expect(one?.fr).toBe(
      'la base retient ici un problème « diese » qui n’existe plus : retirez-le avec --baseline-prune',
    );
    expect(several?.fr).toContain('3 problèmes « code-nu » qui n’existent plus');
    expect(several?.en).toContain('3 problems “code-nu” here that no longer exist');
  });

  test('is an error where the command is strict', () => {
    expect(staleFindings(stale, 'error').map((finding) => finding.severity)).toEqual(['error', 'error']);
  });
});
