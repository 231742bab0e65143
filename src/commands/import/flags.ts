import { basename } from 'node:path';
import { UserError } from '../../model/error.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { fillIn, type Text } from '../../words/text.ts';
import { type Options, textOption } from '../spec.ts';

/** A year given by `--annee`; null when it is unknown. */
export function yearOf(options: Options): number | null {
  const typed = textOption(options, 'annee');
  if (typed === undefined) return null;
  const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
  if (year >= 1900 && year <= 2200) return year;
  throw new UserError(
    fillIn(
      { fr: '--annee attend une année, pas « {mot} »', en: '--annee expects a year, not “{mot}”' },
      { mot: typed },
    ),
  );
}

/** Words given by a flag, on one line; null when there are none. */
export function wordsOf(options: Options, name: string): string | null {
  const words = textOption(options, name)?.replace(/\s+/g, ' ').trim();
  return words === undefined || words === '' ? null : words;
}

/** Says a warning on stderr. */
export function warn(session: Session, text: Text): void {
  const word = say(session, { fr: 'avertissement :', en: 'warning:' });
  session.err(`${session.errColour.yellow(word)} ${printable(say(session, text))}\n`);
}

/** Says that the source or the year is unknown, and how to give it. */
export function warnUnknown(session: Session, source: string | null, annee: number | null): void {
  if (source === null)
    warn(session, { fr: 'source inconnue ; donnez-la avec --source', en: 'unknown source; give it with --source' });
  if (annee === null)
    warn(session, { fr: 'année inconnue ; donnez-la avec --annee', en: 'unknown year; give it with --annee' });
}

/** How a file of the command line is named in messages. */
export function shownFile(file: string): string {
  return basename(file) === '' ? file : basename(file);
}

const named = 8;

/** Some names, and how many more there are. */
export function some(names: readonly string[]): Text {
  const first = names.slice(0, named).join(', ');
  const more = names.length - named;
  return more <= 0
    ? { fr: first, en: first }
    : { fr: `${first} et ${more} autre${more > 1 ? 's' : ''}`, en: `${first} and ${more} more` };
}
