import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Forge, strangeSign, workflow, workflowPath } from '../../compile/scaffold/ci.ts';
import { packageVersion, template } from '../../load/assets.ts';
import { UserError } from '../../model/error.ts';
import type { OutputFile } from '../../model/output.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { printable } from '../../words/escape.ts';
import { fillIn, type Langue } from '../../words/text.ts';
import { createFiles } from '../../write/write.ts';
import { readableFormats } from '../report-formats.ts';
import { holding } from './home.ts';

/** A workflow that is ready to be written. */
export interface Planned {
  readonly forge: Forge;
  /** Absolute: where the forge looks for it. */
  readonly repository: string;
  /** True when git says so; else the folder itself is taken for the repository to come. */
  readonly inGit: boolean;
  readonly file: OutputFile;
}

/**
 * The reviewers' workflow of a workspace or lone dossier, at the root of the git repository that holds it.
 * @param root absolute folder of the workspace or lone dossier, which may not exist yet
 * @throws UserError when the repository has such a file already, or when the forge could not read the path of the root
 */
export function planWorkflow(forge: Forge, root: string, langue: Langue, session: Pick<Session, 'cwd'>): Planned {
  const git = holding(root, '.git');
  const repository = git ?? root;
  const path = workflowPath[forge];
  if (existsSync(join(repository, path))) {
    const blanks = { chemin: shown(join(repository, path), session) };
    throw new UserError(fillIn(there, blanks), fillIn(another, { forge }));
  }
  const below = relative(repository, root).split(sep).join('/');
  const signe = strangeSign(below);
  if (signe !== null) throw new UserError(fillIn(strange, { chemin: below, signe, forge: names[forge] }));
  const context = { version: packageVersion(), langue, below, formats: readableFormats };
  const file = workflow(forge, context, template(`ci/${forge}.yml.hbs`));
  return { forge, repository, inGit: git !== null, file };
}

/**
 * Writes the workflow, and says where, why there, and what comes next.
 * @throws UserError when somebody has just written such a file
 */
export function writeWorkflow({ forge, repository, inGit, file }: Planned, session: Session): void {
  const { created } = createFiles([file], repository);
  const chemin = shown(join(repository, file.path), session);
  if (created.length === 0) throw new UserError(fillIn(there, { chemin }), fillIn(another, { forge }));
  const dossier = shown(repository, session) || thisFolder;
  const sentence = fillIn(inGit ? written : writtenAhead, { chemin, dossier, forge: names[forge] });
  session.out(`${session.colour.green(printable(say(session, sentence)))}\n`);
  if (!session.quiet) session.out(`  ${printable(say(session, inGit ? next : nextAhead))}\n`);
}

function shown(path: string, { cwd }: Pick<Session, 'cwd'>): string {
  return relative(cwd, path).split(sep).join('/');
}

const names: Readonly<Record<Forge, string>> = { github: 'GitHub', gitlab: 'GitLab' };

const there = {
  fr: '{chemin} existe déjà et n’est jamais écrasé : rien n’est écrit',
  en: '{chemin} exists already and is never overwritten: nothing is written',
};
const another = {
  fr: 'pour en avoir un neuf : renommez-le, puis atelier init --ci {forge}',
  en: 'to have a new one: rename it, then atelier init --ci {forge}',
};
const strange = {
  fr: '{chemin} : {forge} ne lirait pas « {signe} » comme un simple signe de ce chemin ; renommez ce répertoire avec des lettres, des chiffres et des tirets',
  en: '{chemin}: {forge} would not read “{signe}” as a mere sign of this path; rename that folder with letters, digits and hyphens',
};
const thisFolder = { fr: 'ce répertoire', en: 'this folder' };
const written = {
  fr: 'Vérification automatique : {chemin}, à la racine du dépôt git, où {forge} le lit.',
  en: 'Automatic check: {chemin}, at the root of the git repository, where {forge} reads it.',
};
const writtenAhead = {
  fr: 'Vérification automatique : {chemin}. {forge} le lira si {dossier} est la racine du dépôt git.',
  en: 'Automatic check: {chemin}. {forge} will read it if {dossier} is the root of the git repository.',
};
const next = {
  fr: 'Elle commencera dès que ce fichier sera envoyé : git add, git commit, git push',
  en: 'It will begin once this file is pushed: git add, git commit, git push',
};
const nextAhead = {
  fr: 'Elle commencera dès que ce fichier sera envoyé : git init, git add, git commit, git push',
  en: 'It will begin once this file is pushed: git init, git add, git commit, git push',
};
