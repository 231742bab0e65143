import { UserError } from '../model/error.ts';
import type { Session } from '../ui/terminal.ts';
import { say } from '../ui/terminal.ts';
import { printable } from '../words/escape.ts';
import { fillIn } from '../words/text.ts';
import type { Usable } from './prepare.ts';
import { printProblems, type Read } from './report-problems.ts';

/**
 * Shows the errors of what a writing command was given, and says what becomes of it.
 * @param checked, sound the same folders, in the same order, as checked and as usable
 * @returns `none` without an error; `go-on` when dossiers in error are left out; `stop` when nothing is to be written
 */
export function refuse(
  checked: readonly Read[],
  sound: readonly Pick<Usable, 'errors' | 'broken'>[],
  keepGoing: boolean,
  session: Session,
): 'none' | 'go-on' | 'stop' {
  let broken = 0;
  for (const [index, one] of checked.entries()) {
    const { errors = [], broken: folders = new Map<string, number>() } = sound[index] ?? {};
    printProblems(one, errors, session.err, { ...session, colour: session.errColour });
    for (const [folder, count] of folders) {
      broken++;
      const name = folder === '' ? atRoot(errors) : printable(folder);
      session.err(
        `${session.errColour.red(say(session, fillIn(keepGoing ? leftOut : hasErrors, { dossier: name, n: count })))}\n`,
      );
    }
  }
  if (broken === 0) return 'none';
  if (!keepGoing) session.err(`${say(session, nothing)}\n`);
  return keepGoing ? 'go-on' : 'stop';
}

/** What the errors of the root are of: the settings of a workspace, or the dossier that lies there alone. */
function atRoot(errors: Usable['errors']): string {
  return errors.some(({ file }) => file === settings) ? settings : '.';
}

const settings = 'atelier.yaml';

/**
 * Ends a writing command that has no dossier to write of.
 * @returns the exit code where dossiers were left out
 * @throws UserError where there is none at all
 */
export function nothingToWrite(refused: ReturnType<typeof refuse>, session: Session): number {
  if (refused === 'none')
    throw new UserError(noneHere, { fr: 'pour en commencer un : atelier init', en: 'to start one: atelier init' });
  session.err(`${say(session, noneSound)}\n`);
  return 1;
}

const noneHere = { fr: 'aucun dossier ici : rien n’est écrit', en: 'no dossier here: nothing is written' };
const noneSound = {
  fr: 'Aucun dossier sans erreur : rien n’est écrit.',
  en: 'No dossier without errors: nothing is written.',
};
const hasErrors = { fr: '{dossier} : erreurs à corriger, {n}', en: '{dossier}: errors to correct, {n}' };
const leftOut = { fr: '{dossier} est laissé de côté : erreurs, {n}', en: '{dossier} is left out: errors, {n}' };
const nothing = {
  fr: 'Rien n’est écrit. Corrigez, ou laissez ces dossiers de côté avec --keep-going.',
  en: 'Nothing is written. Correct, or leave these dossiers out with --keep-going.',
};
