import { dirname, relative, resolve, sep } from 'node:path';
import { type FoundHolder, findTargets, type Target } from '../../load/find.ts';
import { UserError } from '../../model/error.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { fillIn } from '../../words/text.ts';
import { type Options, textOption } from '../spec.ts';

/** A text that is not in a file yet, and the file that it is to be. */
export interface Given {
  /** From the root of the workspace, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The document that `-` asks to read from standard input, as an editor gives it before it is saved.
 * @returns where it belongs and what it says; null without `-`
 * @throws UserError when it is not said which file it is, or what is asked for needs a file
 */
export async function givenIn(
  paths: readonly string[],
  options: Options,
  session: Session,
): Promise<{ readonly target: Target; readonly given: Given } | null> {
  const name = textOption(options, 'stdinFilename');
  if (!paths.includes('-')) {
    if (name !== undefined) throw new UserError(needless);
    return null;
  }
  if (paths.length > 1) throw new UserError(alone);
  if (name === undefined || name === '') throw new UserError(nameless);
  const against = needsFile.find((flag) => options[keyOf(flag)] !== undefined);
  if (against !== undefined) throw new UserError(fillIn(notWith, { option: against }));
  const full = resolve(session.cwd, name);
  const [target] = findTargets([dirname(full)], session.cwd);
  if (target === undefined) throw new UserError(nameless);
  const path = relative(target.root, full).split(sep).join('/');
  if (session.stdinIsTerminal) session.err(`${say(session, typing)}\n`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of session.input) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return { target: { ...target, asked: [path] }, given: { path, bytes: Buffer.concat(chunks) } };
}

/**
 * The files of a workspace, one of them as it was given, whether it is there or not.
 * @throws UserError when it would lie in no dossier or session
 */
export function withGiven(holders: readonly FoundHolder[], { path, bytes }: Given): readonly FoundHolder[] {
  const home = holders.findLast(({ holder, files }) =>
    holder.holder === 'espace'
      ? files.some((file) => file.path === path)
      : holder.path === '' || path.startsWith(`${holder.path}/`),
  );
  if (home === undefined) throw new UserError(fillIn(homeless, { fichier: path }));
  const { holder } = home;
  const below = holder.path === '' ? path : path.slice(holder.path.length + 1);
  const read = { path, holder, below, link: false, odd: undefined, given: () => bytes };
  const files = [...home.files.filter((file) => file.path !== path), read];
  return holders.map((one) =>
    one === home ? { ...home, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) } : one,
  );
}

/** What writes, waits for files, or asks git about them. */
const needsFile = ['--fix', '--watch', '--since', '--baseline-write', '--baseline-prune'] as const;

function keyOf(flag: string): string {
  return flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const nameless = {
  fr: '- lit l’entrée standard : dites de quel fichier il s’agit, par exemple --stdin-filename dossiers/vallee/territoire.yaml',
  en: '- reads standard input: say which file it is, for instance --stdin-filename dossiers/vallee/territoire.yaml',
};
const needless = {
  fr: '--stdin-filename nomme le document lu sur l’entrée standard : ajoutez -',
  en: '--stdin-filename names the document read from standard input: add -',
};
const alone = {
  fr: '- lit un seul document : donnez-le sans autre chemin',
  en: '- reads one document: give it without any other path',
};
const notWith = {
  fr: '{option} ne va pas avec - : l’entrée standard n’est pas un fichier',
  en: '{option} does not go with -: standard input is no file',
};
const homeless = {
  fr: '{fichier} n’est ni dans un dossier ni dans une session',
  en: '{fichier} is neither in a dossier nor in a session',
};
const typing = {
  fr: 'Tapez ou collez le document, puis Ctrl-D.',
  en: 'Type or paste the document, then Ctrl-D.',
};
