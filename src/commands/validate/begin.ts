import { existsSync } from 'node:fs';
import { type FoundHolder, findTargets, listHolders, type Target } from '../../load/find.ts';
import type { Session } from '../../ui/terminal.ts';
import { cacheFile } from '../check/cache.ts';
import { openSecond, type Second } from '../check/second.ts';
import type { Options } from '../spec.ts';
import { cacheOf } from './cache-asked.ts';

/** What a check has begun with, before all that it needs is loaded. */
export interface Begun {
  readonly targets: readonly Target[];
  /** The files of the only target, where all of them are to be read. */
  readonly listed?: { readonly root: string; readonly holders: readonly FoundHolder[]; readonly second: Second | null };
}

/**
 * Finds what is to be checked and, where much of it has to be read and no cache can spare it, starts a second thread:
 * that one gets ready while this one loads what checks.
 * @throws UserError when a path does not exist or leads to no dossier
 */
export function begin(paths: readonly string[], options: Options, session: Session): Begun | undefined {
  if (paths.includes('-') || options.watch === true) return undefined;
  const targets = findTargets(paths, session.cwd);
  const [target] = targets;
  if (target === undefined || targets.length > 1) return { targets };
  const cache = cacheOf(options, session.cwd);
  if (cache !== false && existsSync(cacheFile(target.root, cache.folder, session.env))) return { targets };
  const holders = listHolders(target);
  return { targets, listed: { root: target.root, holders, second: openSecond(holders) } };
}
