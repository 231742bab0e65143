import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Pretty, prettyOf } from '../ui/pretty.ts';
import type { Session } from '../ui/terminal.ts';
import type { Checked } from './prepare.ts';

/** How diagnostics of some checked folders are shown: frames from their texts, paths from the current folder. */
export function prettyFor(checked: Checked, session: Session): Pretty {
  const texts = new Map(checked.files.map(({ path, text }) => [path, text]));
  return {
    langue: session.langue,
    colour: session.colour,
    columns: session.columns,
    textOf: (file) => texts.get(file),
    shown: (file) => relative(session.cwd, resolve(checked.root, file)) || file,
  };
}

/** The diagnostics worth showing: all with --verbose, else errors and warnings. */
export function shownOf(diagnostics: readonly Diagnostic[], session: Session): readonly Diagnostic[] {
  return session.verbose ? diagnostics : diagnostics.filter(({ severity }) => severity !== 'info');
}

/** Prints diagnostics, a blank line between two. */
export function printProblems(
  checked: Checked,
  diagnostics: readonly Diagnostic[],
  print: (text: string) => void,
  session: Session,
): void {
  const pretty = prettyFor(checked, session);
  for (const diagnostic of diagnostics) print(`${prettyOf(diagnostic, pretty)}\n\n`);
}
