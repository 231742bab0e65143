import type { Cog } from '../../cog/cog.ts';
import { type FoundHolder, listed } from '../../load/find.ts';
import { ignoresIn } from '../../load/ignores.ts';
import { locate } from '../../load/locate.ts';
import { type ReadHolder, readHolder } from '../../load/workspace.ts';
import type { Diagnostic, Finding, Severity } from '../../model/diagnostic.ts';
import type { HolderFacts } from '../../model/holder-facts.ts';
import type { Ignore } from '../../model/ignore.ts';
import { checkFile } from '../../validate/check-file.ts';
import { checkGroup } from '../../validate/check-group.ts';
import { withSeverities } from '../../validate/severities.ts';
import type { Kept } from '../export/spool.ts';

/** Severities chosen by the workspace or on the command line, by rule. */
export type Regles = Readonly<Record<string, Severity | 'off'>>;

/** One dossier or session, checked: plain data without any text or value of its files, for a cache or another thread. */
export interface HolderReport {
  /** Paths of the files that were read. */
  readonly files: readonly string[];
  /** True when one of them is a dossier.yaml. */
  readonly dossier: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly facts: HolderFacts;
  /** Comments that silence a finding, by file. */
  readonly ignores: Readonly<Record<string, readonly Ignore[]>>;
  /** Where what an export takes of it was put down. */
  readonly taken?: Kept;
}

/** What one dossier or session comes to, with its files still at hand. */
export interface CheckedHolder extends ReadHolder {
  readonly found: FoundHolder;
  /** With the severities that were chosen, not yet placed. */
  readonly findings: readonly Finding[];
  readonly facts: HolderFacts;
}

/**
 * Reads and checks one dossier or session by itself.
 * @throws UserError when a file cannot be opened
 */
export function checkHolder(root: string, named: FoundHolder, regles: Regles, cog: Cog): CheckedHolder {
  const found = listed(root, named);
  const { files, findings: read } = readHolder(root, found);
  const findings = [...read];
  const each = files.map((file) => {
    const check = checkFile(file, cog);
    for (const finding of check.findings) findings.push(finding);
    return check.facts;
  });
  const together = checkGroup(found.holder, each, cog, new Set(found.others));
  for (const finding of together.findings) findings.push(finding);
  return { found, files, findings: withSeverities(findings, regles), facts: together.facts };
}

/** What is kept of a checked dossier or session once its files are let go. */
export function reportOf({ files, findings, facts }: CheckedHolder): HolderReport {
  return {
    files: files.map(({ path }) => path),
    dossier: files.some(({ kind }) => kind === 'dossier'),
    diagnostics: findings.length === 0 ? [] : locate(findings, files),
    // A copy: ids that are cut out of a text would keep the whole text in memory.
    facts: JSON.parse(JSON.stringify(facts)) as HolderFacts,
    ignores: Object.fromEntries(
      files.flatMap((file) => {
        const ignores = ignoresIn(file);
        return ignores.length > 0 ? [[file.path, ignores]] : [];
      }),
    ),
  };
}
