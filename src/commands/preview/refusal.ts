import { UserError } from '../../model/error.ts';
import { fillIn, type Text } from '../../words/text.ts';

/**
 * What a command, or the system, refuses, in a sentence.
 * @throws any other error again: it is a mistake of ours
 */
export function refusalOf(error: unknown): Text {
  if (error instanceof UserError) return error.text;
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  const path = 'path' in error ? error.path : '';
  return fillIn(refused, { chemin: String(path), code: String(error.code) });
}

const refused = { fr: '{chemin} : le système refuse ({code})', en: '{chemin}: refused by the system ({code})' };
