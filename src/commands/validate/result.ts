import { join, relative } from 'node:path';
import { packageVersion } from '../../load/assets.ts';
import { gitRoot, prefixIn } from '../../load/git.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Report, type Suppressed, summaryOf } from '../../ui/formats/report.ts';
import type { Session } from '../../ui/terminal.ts';
import { rules } from '../../validate/rules/index.ts';
import type { Langue } from '../../words/text.ts';
import { textsBelow } from './text.ts';

/** What was asked for in one workspace or lone dossier, and what came of it. */
export interface Result {
  readonly root: string;
  readonly langue: Langue | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly Suppressed[];
  readonly files: readonly string[];
  readonly dossiers: number;
}

/**
 * One report of all that was asked for. Paths start from the workspace where there is one; over several, from the current
 * folder, so that no two files have one name.
 */
export function reportOf(results: readonly Result[], session: Session): Report {
  const [only] = results;
  const alone = results.length === 1 && only !== undefined;
  const base = alone ? only.root : session.cwd;
  const named = (root: string) => (file: string) =>
    alone ? file : relative(base, join(root, file)).replaceAll('\\', '/') || file;
  const git = gitRoot(base);
  const diagnostics = results.flatMap(({ root, diagnostics: found }) => found.map((one) => renamed(one, named(root))));
  const files = results.flatMap(({ root, files: read }) => read.map(named(root)));
  const dossiers = results.reduce((count, one) => count + one.dossiers, 0);
  return {
    langue: session.langue,
    version: packageVersion(),
    summary: summaryOf(diagnostics, dossiers, files.length),
    diagnostics,
    suppressed: results.flatMap(({ root, suppressed }) =>
      suppressed.map((one) => ({ ...one, diagnostic: renamed(one.diagnostic, named(root)) })),
    ),
    files,
    rules,
    prefix: git === null ? '' : prefixIn(git, base),
  };
}

function renamed(diagnostic: Diagnostic, named: (file: string) => string): Diagnostic {
  const { file, related } = diagnostic;
  if (named(file) === file) return diagnostic;
  return {
    ...diagnostic,
    file: named(file),
    ...(related && { related: related.map((other) => ({ ...other, file: named(other.file) })) }),
  };
}

/** The text of a file by its path in the report, for the frames of the pretty format. */
export function textsOf(results: readonly Result[], session: Session): (file: string) => string | undefined {
  return textsBelow(results.length === 1 && results[0] ? results[0].root : session.cwd);
}
