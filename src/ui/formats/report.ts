import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { Langue, Text } from '../../words/text.ts';

/** The counts of a validation. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly dossiers: number;
  readonly files: number;
}

/** What a format is given: everything that a validation found, ready to be shown. */
export interface Report {
  readonly langue: Langue;
  /** Of the program. */
  readonly version: string;
  readonly summary: Summary;
  /** Sorted; paths relative to the root of the workspace, with `/`. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was found and does not count: ignored in place with a reason, or known to the baseline. */
  readonly suppressed: readonly Suppressed[];
  /** Every file that was checked, sorted, for formats that say what passed. */
  readonly files: readonly string[];
  /** In reading order, for formats that describe them. */
  readonly rules: readonly RuleInfo[];
  /** What leads from the root of the git repository to the workspace: '' or `examples/national/`. */
  readonly prefix: string;
}

/** A finding that does not count, and what says so. */
export interface Suppressed {
  readonly diagnostic: Diagnostic;
  readonly by: 'source' | 'baseline';
  /** The reason written beside the finding. */
  readonly why?: string;
}

/** What a rule says of itself. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: Text;
  readonly why: Text;
}

/** A whole report as one text, the same on every machine: no time, no absolute path. It ends its last line. */
export type Format = (report: Report) => string;

/** How many diagnostics of each severity, over how much. */
export function summaryOf(diagnostics: readonly Diagnostic[], dossiers: number, files: number): Summary {
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), dossiers, files };
}
