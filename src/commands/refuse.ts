import type { Session } from '../ui/terminal.ts';
import { say } from '../ui/terminal.ts';
import { fillIn } from '../words/text.ts';
import { type Checked, usable } from './prepare.ts';
import { printProblems } from './report-problems.ts';

/**
 * Shows the errors of what a writing command was given, and says what becomes of it.
 * @returns `none` without an error; `go-on` when dossiers in error are left out; `stop` when nothing is to be written
 */
export function refuse(checked: readonly Checked[], keepGoing: boolean, session: Session): 'none' | 'go-on' | 'stop' {
  let broken = 0;
  for (const one of checked) {
    const errors = one.diagnostics.filter(({ severity }) => severity === 'error');
    printProblems(one, errors, session.err, { ...session, colour: session.errColour });
    for (const [folder, count] of usable(one).broken) {
      broken++;
      const name = folder === '' ? '.' : folder;
      session.err(
        `${session.errColour.red(say(session, fillIn(keepGoing ? leftOut : hasErrors, { dossier: name, n: count })))}\n`,
      );
    }
  }
  if (broken === 0) return 'none';
  if (!keepGoing) session.err(`${say(session, nothing)}\n`);
  return keepGoing ? 'go-on' : 'stop';
}

const hasErrors = { fr: '{dossier} : erreurs à corriger, {n}', en: '{dossier}: errors to correct, {n}' };
const leftOut = { fr: '{dossier} est laissé de côté : erreurs, {n}', en: '{dossier} is left out: errors, {n}' };
const nothing = {
  fr: 'Rien n’est écrit. Corrigez, ou laissez ces dossiers de côté avec --keep-going.',
  en: 'Nothing is written. Correct, or leave these dossiers out with --keep-going.',
};
