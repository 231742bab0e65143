import type { ChalkInstance } from 'chalk';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { printable } from '../words/escape.ts';
import { nombre } from '../words/numbers.ts';
import type { Langue, Text } from '../words/text.ts';
import { severityWords } from './formats/shown.ts';

/** How often one rule spoke with one severity. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  /** How many of them `--fix` corrects. */
  readonly fixable: number;
}

/** What the statistics need beside the diagnostics. */
export interface Statistics {
  readonly langue: Langue;
  /** A rule in one sentence; undefined for a rule that is not known. */
  readonly summaryOf: (rule: string) => Text | undefined;
  readonly colour?: ChalkInstance;
}

/**
 * Counts by rule and severity, the most first; of as many, errors before warnings, then by the rule's id.
 */
export function countsOf(diagnostics: readonly Pick<Diagnostic, 'rule' | 'severity' | 'fix'>[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity, fix } of diagnostics) {
    const key = `${severity} ${rule}`;
    const { count, fixable } = counts.get(key) ?? { count: 0, fixable: 0 };
    counts.set(key, { rule, severity, count: count + 1, fixable: fixable + (fix === undefined ? 0 : 1) });
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || rank[a.severity] - rank[b.severity] || (a.rule < b.rule ? -1 : 1),
  );
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** No line is wider, in columns. */
const widest = 120;

/**
 * What `--statistics` shows: one line a rule (how many, how grave, its id, how many fixable, what it is about), then all.
 * @returns lines of at most 120 columns, aligned, each with its line break
 */
export function statisticsOf(diagnostics: readonly Diagnostic[], { langue, summaryOf, colour }: Statistics): string {
  const counts = countsOf(diagnostics);
  const [all, mendable] = [sum(counts.map(({ count }) => count)), sum(counts.map(({ fixable }) => fixable))];
  const numbers = aligned([...counts.map(({ count }) => nombre(count, langue)), nombre(all, langue)], 'right');
  const severities = aligned(counts.map(({ severity }) => severityWords[severity][langue]));
  const ids = aligned(counts.map(({ rule }) => printable(rule)));
  const mends = aligned(counts.map(({ fixable }) => mended(fixable, langue)));
  const lines = counts.map(({ rule, severity }, at) => {
    const cells = [numbers[at], severities[at], ids[at], mends[at]].filter((cell) => cell !== undefined && cell !== '');
    const room = widest - cells.join(gap).length - gap.length;
    const summary = cropped(printable(summaryOf(rule)?.[langue] ?? ''), room);
    const painted = cells.map((cell, index) => (index === 1 && colour ? colour[paints[severity]](cell) : cell));
    return [...painted, summary].join(gap).trimEnd();
  });
  const words = [inAll[langue], mended(mendable, langue)].filter((word) => word !== '');
  return [...lines, `${numbers.at(-1)}${gap}${words.join(', ')}`].map((line) => `${line}\n`).join('');
}

const gap = '  ';
const paints = { error: 'red', warning: 'yellow', info: 'dim' } as const;
const inAll: Text = { fr: 'en tout', en: 'in all' };

/** Texts of one column, as wide as the widest. */
function aligned(texts: readonly string[], side: 'left' | 'right' = 'left'): readonly string[] {
  const width = Math.max(0, ...texts.map((text) => text.length));
  return texts.map((text) => (side === 'left' ? text.padEnd(width) : text.padStart(width)));
}

/** How many `--fix` corrects; nothing to say of none. */
function mended(count: number, langue: Langue): string {
  if (count === 0) return '';
  const number = nombre(count, langue);
  return langue === 'fr' ? `${number} réparable${count > 1 ? 's' : ''}` : `${number} fixable`;
}

function cropped(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(room - 1, 0)).trimEnd()}…`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
