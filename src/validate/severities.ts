import type { Finding, Severity } from '../model/diagnostic.ts';
import { rules } from './rules/index.ts';

/** The severity of one rule, and whether atelier.yaml may change it. */
interface RuleSeverity {
  readonly severity: Severity;
  readonly fixed: boolean;
}

let known: ReadonlyMap<string, RuleSeverity> | undefined;

/**
 * Every rule's own severity, by id. Errors of form are `fixed`: what does not match the format cannot be compiled, whatever
 * a workspace would like.
 */
export function ruleSeverities(): ReadonlyMap<string, RuleSeverity> {
  known ??= new Map(
    rules.map(({ id, severity, reads }) => [
      id,
      { severity, fixed: severity === 'error' && (reads === 'lecture' || reads === 'schema') },
    ]),
  );
  return known;
}

/**
 * Applies the severities that a workspace chose.
 * @param regles `regles:` of atelier.yaml: by rule, `off`, `info`, `warning` or `error`
 * @returns the findings in their order, without those turned off; errors of form stay errors
 */
export function withSeverities(
  findings: readonly Finding[],
  regles: Readonly<Record<string, Severity | 'off'>>,
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const wanted = Object.hasOwn(regles, finding.rule) ? regles[finding.rule] : undefined;
    const fixed = ruleSeverities().get(finding.rule)?.fixed ?? false;
    if (wanted === undefined || fixed) return [finding];
    return wanted === 'off' ? [] : [{ ...finding, severity: wanted }];
  });
}
