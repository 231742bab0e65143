import { type Session, say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import type { Text } from '../../words/text.ts';

/**
 * Tells which ids several dossiers or sessions have, and what becomes of it.
 * @returns whether there are any
 */
export function refuseDoubles(doubles: readonly Text[], keepGoing: boolean, session: Session): boolean {
  for (const double of doubles) session.err(`${session.errColour.red(printable(say(session, double)))}\n`);
  if (doubles.length > 0) session.err(`${say(session, keepGoing ? leftOut : nothing)}\n`);
  return doubles.length > 0;
}

const nothing = {
  fr: 'Rien n’est écrit. Corrigez, ou laissez-les de côté avec --keep-going.',
  en: 'Nothing is written. Correct, or leave them out with --keep-going.',
};
const leftOut = { fr: 'Aucun d’eux n’est repris.', en: 'None of them is taken.' };
