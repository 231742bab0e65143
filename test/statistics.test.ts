import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../src/model/diagnostic.ts';
import { countsOf, statisticsOf } from '../src/ui/statistics.ts';
import { rules } from '../src/validate/rules/index.ts';

const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
const summaryOf = (rule: string) => summaries.get(rule);
const french = { langue: 'fr', summaryOf } as const;
const english = { langue: 'en', summaryOf } as const;

function told(rule: string, severity: Severity, times: number, fixable = 0): readonly Diagnostic[] {
  return Array.from({ length: times }, (_, at) => ({
    rule,
    severity,
    message: { fr: 'une phrase', en: 'a sentence' },
    file: 'dossier.yaml',
    pointer: '',
    fingerprint: '0123456789abcdef',
    line: at + 1,
    column: 1,
    endLine: at + 1,
    endColumn: 2,
    ...(at < fixable && { fix: [{ start: 0, end: 1, text: 'x' }] }),
  }));
}

const some = [
  ...told('code-nu', 'info', 2, 2),
  ...told('cle-inconnue', 'error', 12, 3),
  ...told('texte-a-ecrire', 'warning', 2),
  ...told('date-impossible', 'error', 2),
];

describe('statistics', () => {
  test('show the most first, then errors before the rest, aligned, and the total last', () => {
    expect(statisticsOf(some, french)).toBe(
      [
        '12  erreur         cle-inconnue     3 réparables  Une clé n’existe pas à cet endroit.',
        ' 2  erreur         date-impossible                Une date n’existe pas au calendrier.',
        ' 2  avertissement  texte-a-ecrire                 Un texte attend encore d’être écrit.',
        ' 2  info           code-nu          2 réparables  Un code est écrit sans son nom.',
        '18  en tout, 5 réparables',
        '',
      ].join('\n'),
    );
  });

  test('speak English as well, and show no column for fixes when there are none', () => {
    expect(statisticsOf(told('cle-inconnue', 'error', 1), english)).toBe(
      `1  error  cle-inconnue  ${summaries.get('cle-inconnue')?.en}\n1  in all\n`,
    );
    expect(statisticsOf(told('cle-inconnue', 'error', 1200, 1), english)).toMatch(/^1,200 {2}.*1 fixable/);
  });

  test('of nothing are one line', () => {
    expect(statisticsOf([], french)).toBe('0  en tout\n');
  });

  test('keep apart the severities of one rule', () => {
    const both = [...told('code-nu', 'info', 1), ...told('code-nu', 'error', 1, 1)];
    expect(countsOf(both)).toEqual([
      { rule: 'code-nu', severity: 'error', count: 1, fixable: 1 },
      { rule: 'code-nu', severity: 'info', count: 1, fixable: 0 },
    ]);
  });

  test('fit in 120 columns with every rule at once, and crop what is longer', () => {
    const all = rules.flatMap(({ id }, at) => told(id, 'warning', 1 + (at % 3), at % 2));
    for (const langue of ['fr', 'en'] as const) {
      const lines = statisticsOf(all, { langue, summaryOf }).split('\n');
      expect(lines).toHaveLength(rules.length + 2);
      expect(lines.filter((line) => line.length > 120)).toEqual([]);
    }
    const long = statisticsOf(told('x', 'info', 1), { ...french, summaryOf: () => ({ fr: 'a'.repeat(200), en: '' }) });
    expect(long.split('\n')[0]).toBe(`1  info  x  ${'a'.repeat(107)}…`);
  });

  test('colour changes no character', () => {
    const painted = statisticsOf(some, { ...french, colour: new Chalk({ level: 1 }) });
    expect(painted).toContain('\u001b[31merreur       \u001b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(statisticsOf(some, french));
  });

  test('show no control character and need no known rule', () => {
    expect(statisticsOf(told('a\u001b[2Jb', 'info', 1), french)).toBe('1  info  a\\x1b[2Jb\n1  en tout\n');
  });

  test('add up, whatever the order', () => {
    const one = fc.tuple(fc.constantFrom('code-nu', 'diese'), fc.constantFrom<Severity>('error', 'info'), fc.nat(3));
    const shuffled = fc
      .array(one, { maxLength: 12 })
      .map((parts) => parts.flatMap(([rule, severity, times]) => told(rule, severity, times, 1)))
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        expect(countsOf(others)).toEqual(countsOf(all));
        expect(countsOf(all).reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      }),
    );
  });
});
