import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cog } from '../../cog/cog.ts';
import { staysInside } from '../../load/find.ts';
import { applyIgnores, hadTheirSay } from '../../validate/ignored.ts';
import type { HolderReport } from '../check/holder.ts';
import type { Taker } from '../check/pool.ts';
import { openSpool } from './spool.ts';
import { extractOf, type ReadOther, type TakeTask } from './take.ts';

/**
 * Puts down what an export takes of each dossier and session that has no error of its own.
 * @param thread a name that no other thread has
 * @param root the folder of the workspace
 * @param read where its other files are not on disk
 */
export function openTaker(
  task: TakeTask,
  thread: string,
  cog: Cog,
  root: string,
  read: ReadOther = fromDisk(root),
): { readonly take: Taker; readonly close: () => void } {
  const spool = openSpool(task.spool, `${task.name}-${thread}`);
  return {
    take: (checked, report) => {
      if (errorsIn(report) > 0) return null;
      const extract = extractOf(checked, task, cog, read);
      return extract && spool.add(extract);
    },
    close: spool.close,
  };
}

/** The errors that no comment ignores. A comment that ignores nothing is no error. */
function errorsIn({ diagnostics, ignores }: HolderReport): number {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return 0;
  const { kept } = applyIgnores(
    errors,
    new Map(Object.entries(ignores)),
    hadTheirSay(errors, () => false),
  );
  return kept.length;
}

/** A link that leads out of the workspace leads nowhere. */
function fromDisk(root: string): ReadOther {
  return (path) => (staysInside(root, path) ? readFileSync(join(root, path)) : null);
}
