import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import { type Pretty, prettyOf } from '../ui/pretty.ts';
import type { Session } from '../ui/terminal.ts';

/** A folder and its files, as they were read. */
export interface Read {
  readonly root: string;
  readonly files: readonly SourceFile[];
}

/** How diagnostics of a loaded folder are shown: frames from their texts, paths from the current folder. */
export function prettyFor(loaded: Read, session: Session): Pretty {
  const texts = new Map(loaded.files.map(({ path, text }) => [path, text]));
  return {
    langue: session.langue,
    colour: session.colour,
    columns: session.columns,
    textOf: (file) => texts.get(file),
    shown: (file) => relative(session.cwd, resolve(loaded.root, file)) || file,
  };
}

/** Prints diagnostics, a blank line between two. */
export function printProblems(
  loaded: Read,
  diagnostics: readonly Diagnostic[],
  print: (text: string) => void,
  session: Session,
): void {
  const pretty = prettyFor(loaded, session);
  for (const diagnostic of diagnostics) print(`${prettyOf(diagnostic, pretty)}\n\n`);
}
