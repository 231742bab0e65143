import { watch as watchFolder } from 'node:fs';
import { findTargets, leftOut } from '../../load/find.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { fillIn } from '../../words/text.ts';

/** A save is often several events: they are waited for. */
const settle = 80;

/**
 * Checks, then checks again whenever a text changes, until it is interrupted.
 * @param paths what is checked; `check` does it once
 * @returns 130, as for any command that Ctrl-C ends
 */
export async function watch(paths: readonly string[], session: Session, check: () => Promise<number>): Promise<number> {
  const roots = findTargets(paths, session.cwd).map(({ root }) => root);
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      if (session.stdoutIsTerminal) session.out('\u001b[2J\u001b[H');
      await check();
      session.err(`${session.errColour.dim(say(session, waiting))}\n`);
    } while (again);
    running = false;
  };
  await run();
  return new Promise((ended, failed) => {
    const later = (name: string | null) => {
      if (name === null || !concerns(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => run().catch(failed), settle);
    };
    const watchers = roots.map((root) => watchFolder(root, { recursive: true }, (_, name) => later(name)));
    for (const watcher of watchers) watcher.on('error', failed);
    process.once('SIGINT', () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      ended(130);
    });
  });
}

/** A change of what is checked: not of hidden files, nor of what commands write. */
function concerns(name: string): boolean {
  const steps = name.split(/[\\/]/);
  return !steps.some((step) => step.startsWith('.') || leftOut.has(step)) && !name.endsWith('.tmp');
}

const waiting = fillIn(
  { fr: 'En attente d’un changement… (Ctrl-C pour finir)', en: 'Waiting for a change… (Ctrl-C to end)' },
  {},
);
