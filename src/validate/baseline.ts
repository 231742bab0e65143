import type { Diagnostic, Finding, Severity } from '../model/diagnostic.ts';
import { fillIn } from '../words/text.ts';
import { basePerimee } from './rules/base-perimee.ts';

/** The problems that a baseline accepts: how many of one fingerprint a rule may find in a file. */
export interface Accepted {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
}

/** Sorted by file, rule and fingerprint, each once. No line, no message: moving a problem changes nothing. */
export type Baseline = readonly Accepted[];

/** What a baseline needs to know of a diagnostic. */
export type Counted = Pick<Diagnostic, 'file' | 'rule' | 'severity' | 'fingerprint'>;

/** Problems that a baseline holds and that no longer exist. */
export interface Stale {
  readonly file: string;
  readonly rule: string;
  readonly count: number;
}

/** Diagnostics beside a baseline. */
export interface Compared<D extends Counted> {
  /** Those that the baseline does not hold, and all infos. */
  readonly fresh: readonly D[];
  readonly known: readonly D[];
  readonly stale: readonly Stale[];
}

/** The baseline of what is found now: errors and warnings; infos fail nothing and are never held. */
export function baselineOf(diagnostics: readonly Counted[]): Baseline {
  const counts = new Map<string, Accepted>();
  for (const { severity, file, rule, fingerprint } of diagnostics) {
    if (severity === 'info') continue;
    const key = keyOf({ file, rule, fingerprint });
    counts.set(key, { file, rule, fingerprint, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return sorted([...counts.values()]);
}

/**
 * Parts new problems from those that a baseline holds: of several alike, as many as it holds are known, in their order.
 * @param isChecked whether a file was asked for, be it gone by now: of others nothing is stale
 */
export function compareWith<D extends Counted>(
  baseline: Baseline,
  diagnostics: readonly D[],
  isChecked: (file: string) => boolean,
): Compared<D> {
  const left = new Map(baseline.map((one) => [keyOf(one), one.count]));
  const fresh: D[] = [];
  const known: D[] = [];
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const count = diagnostic.severity === 'info' ? 0 : (left.get(key) ?? 0);
    if (count > 0) left.set(key, count - 1);
    (count > 0 ? known : fresh).push(diagnostic);
  }
  const stale = new Map<string, Stale>();
  for (const one of baseline) {
    const { file, rule } = one;
    const count = left.get(keyOf(one)) ?? 0;
    const key = JSON.stringify([file, rule]);
    if (count > 0 && isChecked(file)) stale.set(key, { file, rule, count: count + (stale.get(key)?.count ?? 0) });
  }
  return { fresh, known, stale: [...stale.values()] };
}

/** The baseline without what no longer exists in the files that were checked; nothing is ever added, no count grows. */
export function pruned(
  baseline: Baseline,
  diagnostics: readonly Counted[],
  isChecked: (file: string) => boolean,
): Baseline {
  const now = new Map(baselineOf(diagnostics).map((one) => [keyOf(one), one.count]));
  return baseline.flatMap((one) => {
    const count = isChecked(one.file) ? Math.min(one.count, now.get(keyOf(one)) ?? 0) : one.count;
    return count > 0 ? [{ ...one, count }] : [];
  });
}

/** The baseline written anew for the files that were checked; what it holds of others stays. */
export function rewritten(
  baseline: Baseline,
  diagnostics: readonly Counted[],
  isChecked: (file: string) => boolean,
): Baseline {
  const others = baseline.filter(({ file }) => !isChecked(file));
  return sorted([...others, ...baselineOf(diagnostics.filter(({ file }) => isChecked(file)))]);
}

/**
 * What is said of problems that a baseline holds and that no longer exist.
 * @param severity an info unless the command is strict
 */
export function staleFindings(stale: readonly Stale[], severity: Severity = basePerimee.severity): readonly Finding[] {
  return stale.map(({ file, rule, count }) => {
    const message = count === 1 ? fillIn(one, { rule }) : fillIn(several, { rule, n: count });
    return { rule: basePerimee.id, severity, file, pointer: '', part: 'value', span: [0, 0], message };
  });
}

const one = {
  fr: 'la base retient ici un problème « {rule} » qui n’existe plus : retirez-le avec --baseline-prune',
  en: 'the baseline holds a problem “{rule}” here that no longer exists: take it out with --baseline-prune',
};
const several = {
  fr: 'la base retient ici {n} problèmes « {rule} » qui n’existent plus : retirez-les avec --baseline-prune',
  en: 'the baseline holds {n} problems “{rule}” here that no longer exist: take them out with --baseline-prune',
};

function keyOf({ file, rule, fingerprint }: Pick<Accepted, 'file' | 'rule' | 'fingerprint'>): string {
  return JSON.stringify([file, rule, fingerprint]);
}

/** In the order of a baseline: by code unit, not locale, the same on every machine. */
export function sorted(accepted: readonly Accepted[]): Baseline {
  const order = (x: string, y: string) => (x === y ? 0 : x < y ? -1 : 1);
  return accepted.toSorted(
    (a, b) => order(a.file, b.file) || order(a.rule, b.rule) || order(a.fingerprint, b.fingerprint),
  );
}
