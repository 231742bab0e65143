import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { staysInside } from '../../load/find.ts';
import { readSource } from '../../load/read.ts';
import { UserError } from '../../model/error.ts';
import type { Kind } from '../../model/kind.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { checkFile } from '../../validate/check-file.ts';
import { printable } from '../../words/escape.ts';
import type { Text } from '../../words/text.ts';
import { createFiles, replaceFile } from '../../write/write.ts';
import type { OpenDossier } from './dossier.ts';

/** One file of the dossier as it was (null: there was none) and as it will be. */
export interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/**
 * Edits one data file of a dossier, and reads the result again before anything is written.
 * @param act gets the file's text ('' where there is none) and gives the new one, or null when it cannot be edited
 * @throws UserError when the text cannot be edited without touching the rest
 */
export function edit(open: OpenDossier, kind: Kind, path: string, act: (text: string) => string | null): Change {
  const file = open.files.find((one) => one.kind === kind);
  const before = file === undefined ? null : (file.bom ? '\ufeff' : '') + file.text;
  const after = act(before ?? '');
  if (after === null) throw notEditable(open.shown(path));
  const holder = { holder: 'dossier' as const, id: open.dossier.id, path: '' };
  const made = readSource({ path, holder, kind, id: null }, after.replace(/^\ufeff/, ''));
  const errors = checkFile(made, open.cog).findings.filter(({ severity }) => severity === 'error');
  // The dossier was sound before: what is wrong now is our own doing.
  if (errors[0] !== undefined) throw new Error(`the edit of ${path} made it wrong: ${errors[0].message.en}`);
  return { path, before, after };
}

/** The changes that change something. */
export function changed(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ before, after }) => before !== after);
}

/**
 * Writes changes, all or none, or only shows them with `--dry-run`; what is printed on stdout are the paths, or the lines.
 * @param summaries what to show of a file instead of its lines
 */
export function apply(
  open: OpenDossier,
  changes: readonly Change[],
  dryRun: boolean,
  summaries: ReadonlyMap<string, Text> = new Map(),
): void {
  const { session } = open;
  if (!dryRun) writeAll(open, changes);
  for (const change of changes) {
    const summary = summaries.get(change.path);
    session.out(`${open.shown(change.path)}\n`);
    if (!dryRun) continue;
    if (summary !== undefined) session.out(`  ${say(session, summary)}\n`);
    else for (const line of difference(change)) session.out(`  ${coloured(line, session)}\n`);
  }
}

function writeAll(open: OpenDossier, changes: readonly Change[]): void {
  const done: Change[] = [];
  try {
    for (const change of changes) {
      const { path, before, after } = change;
      const full = join(open.folder, path);
      const above = dirname(path);
      if (above !== '.' && existsSync(dirname(full)) && !staysInside(open.folder, above))
        throw outside(open.shown(above));
      if (before === null && !existsSync(full)) createFiles([{ path, bytes: after }], open.folder);
      else if (readFileSync(full, 'utf8') === (before ?? '')) replaceFile(full, after);
      else throw movedMeanwhile(open.shown(path));
      done.push(change);
    }
  } catch (error) {
    for (const { path, before } of done) {
      if (before === null) rmSync(join(open.folder, path));
      else replaceFile(join(open.folder, path), before);
    }
    throw error;
  }
}

/** The lines that go and the lines that come; an edit touches neighbouring lines only. */
function difference({ before, after }: Change): readonly string[] {
  const [old, made] = [linesOf(before ?? ''), linesOf(after)];
  let start = 0;
  while (start < old.length && start < made.length && old[start] === made[start]) start++;
  let end = 0;
  while (end < old.length - start && end < made.length - start && old.at(-1 - end) === made.at(-1 - end)) end++;
  const gone = old.slice(start, old.length - end).map((line) => `- ${line}`);
  return [...gone, ...made.slice(start, made.length - end).map((line) => `+ ${line}`)];
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

function coloured(line: string, { colour }: Session): string {
  return line.startsWith('-') ? colour.red(printable(line)) : colour.green(printable(line));
}

function notEditable(path: string): UserError {
  return new UserError(
    {
      fr: `${path} est écrit d’une façon que le programme ne sait pas compléter`,
      en: `${path} is written in a way that the program cannot complete`,
    },
    {
      fr: 'mettez chaque clé sur sa ligne, sans ancre ni accolades',
      en: 'put each key on its line, without anchors or braces',
    },
  );
}

function movedMeanwhile(path: string): UserError {
  return new UserError({
    fr: `${path} a changé entre-temps : rien n’est écrit`,
    en: `${path} changed meanwhile: nothing is written`,
  });
}

function outside(path: string): UserError {
  return new UserError({
    fr: `${path} mène hors du dossier : rien n’est écrit`,
    en: `${path} leads outside the dossier: nothing is written`,
  });
}
