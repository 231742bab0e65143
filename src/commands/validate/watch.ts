import { findTargets } from '../../load/find.ts';
import { UserError } from '../../model/error.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { watchFolders } from './watched.ts';

/** A save is often several events: they are waited for. */
const settle = 80;

/**
 * Checks, then checks again whenever a text changes, until it is interrupted. What cannot be checked the first time ends
 * it; later that is said and waited out: a file is often gone for a moment while it is saved.
 * @param paths what is checked; `check` does it once
 * @returns 130, as for any command that Ctrl-C ends
 */
export async function watch(paths: readonly string[], session: Session, check: () => Promise<number>): Promise<number> {
  const roots = findTargets(paths, session.cwd).map(({ root }) => root);
  return new Promise((ended, failed) => {
    let timer: NodeJS.Timeout | undefined;
    let running = false;
    let again = false;
    let first = true;
    const run = async () => {
      if (running) {
        again = true;
        return;
      }
      running = true;
      do {
        again = false;
        watched.refresh();
        if (session.stdoutIsTerminal) session.out('\u001b[2J\u001b[H');
        await (first ? check() : check().catch((error) => tell(error, session)));
        first = false;
        session.err(`${session.errColour.dim(say(session, waiting))}\n`);
      } while (again);
      running = false;
    };
    const watched = watchFolders(
      roots,
      () => {
        clearTimeout(timer);
        timer = setTimeout(() => run().catch(stop), settle);
      },
      (error) => stop(error),
    );
    const end = () => {
      clearTimeout(timer);
      watched.close();
      process.off('SIGINT', interrupted);
    };
    const stop = (error: unknown) => {
      end();
      failed(error);
    };
    const interrupted = () => {
      end();
      ended(130);
    };
    process.on('SIGINT', interrupted);
    run().catch(stop);
  });
}

/** Says what the command, or the system, refuses; a mistake of ours is passed on. */
function tell(error: unknown, session: Session): void {
  const system = error instanceof Error && 'syscall' in error && 'code' in error;
  if (!(error instanceof UserError) && !system) throw error;
  const said = error instanceof UserError ? error.text : refusal(error);
  session.err(`${printable(say(session, fillIn(failure, { dit: said })))}\n`);
}

function refusal(error: Error & { readonly code?: unknown; readonly path?: unknown }): Text {
  return fillIn(refused, { chemin: String(error.path ?? ''), code: String(error.code) });
}

const failure = { fr: 'erreur : {dit}', en: 'error: {dit}' };
const refused = { fr: '{chemin} : le système refuse ({code})', en: '{chemin}: refused by the system ({code})' };
const waiting = fillIn(
  { fr: 'En attente d’un changement… (Ctrl-C pour finir)', en: 'Waiting for a change… (Ctrl-C to end)' },
  {},
);
