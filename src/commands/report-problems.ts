import { relative, resolve } from 'node:path';
import type { Loaded } from '../load/workspace.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Pretty, prettyOf } from '../ui/pretty.ts';
import type { Session } from '../ui/terminal.ts';

/** How diagnostics of a loaded folder are shown: frames from their texts, paths from the current folder. */
export function prettyFor(loaded: Loaded, session: Session): Pretty {
  const texts = new Map(loaded.files.map(({ path, text }) => [path, text]));
  return {
    langue: session.langue,
    colour: session.colour,
    columns: session.columns,
    textOf: (file) => texts.get(file),
    shown: (file) => relative(session.cwd, resolve(loaded.root, file)) || file,
  };
}

/** The diagnostics worth showing: all with --verbose, else errors and warnings. */
export function shownOf(diagnostics: readonly Diagnostic[], session: Session): readonly Diagnostic[] {
  return session.verbose ? diagnostics : diagnostics.filter(({ severity }) => severity !== 'info');
}

/** Prints diagnostics, a blank line between two. */
export function printProblems(
  loaded: Loaded,
  diagnostics: readonly Diagnostic[],
  print: (text: string) => void,
  session: Session,
): void {
  const pretty = prettyFor(loaded, session);
  for (const diagnostic of diagnostics) print(`${prettyOf(diagnostic, pretty)}\n\n`);
}
