import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { leftOut } from '../../load/find.ts';

/** The folders of a workspace, watched. */
export interface Watched {
  /** Takes in folders that came, and lets go of those that went: to be called before each look at the files. */
  readonly refresh: () => void;
  readonly close: () => void;
}

/**
 * Watches the folders below some others.
 * @param changed called when something in them that is checked may have changed
 * @param failed called where the system stops telling
 * @param also names of folders that hold no data, but are looked at too: templates
 */
export function watchFolders(
  roots: readonly string[],
  changed: () => void,
  failed: (error: Error) => void,
  also: readonly string[] = [],
): Watched {
  const concerns = (name: string) => isWatched(name, also);
  const open = new Map<string, FSWatcher>();
  const letGo = (key: string, watcher: FSWatcher) => {
    watcher.close();
    open.delete(key);
  };
  return {
    refresh: () => {
      const wanted = new Map(
        roots.flatMap((root) => (recursive ? [root] : [...foldersBelow(root, concerns)])).map(keyed),
      );
      for (const [key, watcher] of open) if (!wanted.has(key)) letGo(key, watcher);
      for (const [key, folder] of wanted) {
        if (open.has(key)) continue;
        const watcher = watch(folder, { recursive }, (_, name) => {
          if (name === null || concerns(name)) changed();
        });
        open.set(key, watcher.on('error', failed));
      }
    },
    close: () => {
      for (const [key, watcher] of open) letGo(key, watcher);
    },
  };
}

/** On Linux Node's recursive watch follows single files, and loses those that an editor replaces: there, each folder is watched. */
const recursive = process.platform !== 'linux';

/** A folder that was deleted and made again is another one of the same name. */
function keyed(folder: string): readonly [key: string, folder: string] {
  return [`${statSync(folder, { throwIfNoEntry: false })?.ino ?? 0} ${folder}`, folder];
}

function* foldersBelow(folder: string, concerns: (name: string) => boolean): Generator<string> {
  const names = namesIn(folder);
  if (names === null) return;
  yield folder;
  for (const name of names) if (concerns(name)) yield* foldersBelow(join(folder, name), concerns);
}

/** The folders in a folder; null where it is gone or closed, which whoever reads it will say. */
function namesIn(folder: string): readonly string[] | null {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** What is checked: not hidden files, nor what commands and editors write beside. */
function isWatched(name: string, also: readonly string[]): boolean {
  const steps = name.split(/[\\/]/);
  return (
    !steps.some((step) => step.startsWith('.') || (leftOut.has(step) && !also.includes(step))) &&
    !/(?:\.tmp|~|#)$/.test(name)
  );
}
