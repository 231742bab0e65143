import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { leftOut } from '../load/find.ts';
import { UserError } from '../model/error.ts';
import { type Session, say } from '../ui/terminal.ts';
import { fillIn } from '../words/text.ts';
import { type Options, textOption } from './spec.ts';

/** Where a command writes. */
export interface Out {
  /** Absolute. */
  readonly folder: string;
  /** As seen from the current folder. */
  readonly shown: string;
}

/**
 * The folder that `--out` names; says so when it lies among the author's own files.
 * @param usual below the current folder, when `--out` is not given
 * @throws UserError when `--out` is empty
 */
export function outOf(options: Options, usual: string, session: Session): Out {
  const typed = textOption(options, 'out') ?? usual;
  if (typed.trim() === '') throw new UserError(empty);
  const folder = resolve(session.cwd, typed);
  const shown = relative(session.cwd, folder).split(sep).join('/') || '.';
  const dossier = amongTexts(folder);
  if (dossier !== null) {
    const blanks = { chemin: shown, dossier: dossier.split(sep).at(-1) ?? '' };
    session.err(`${session.errColour.yellow(say(session, fillIn(inside, blanks)))}\n`);
  }
  return { folder, shown };
}

/** The dossier that holds a folder; null when there is none, or when its place there is one kept for what we write. */
function amongTexts(folder: string): string | null {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, 'dossier.yaml')))
      return leftOut.has(relative(here, folder).split(sep)[0] ?? '') ? null : here;
    if (here === dirname(here)) return null;
  }
}

const empty = { fr: '--out attend le nom d’un dossier', en: '--out expects the name of a folder' };
const inside = {
  fr: 'Attention : {chemin} est dans le dossier d’atelier {dossier}, parmi vos textes. Ailleurs : --out',
  en: 'Mind: {chemin} is inside the dossier {dossier}, among your texts. Elsewhere: --out',
};
