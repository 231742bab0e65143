import { relative, sep } from 'node:path';
import { type Answers, codeKeys, questions } from '../../schema/questions.ts';
import { type Session, say } from '../../ui/terminal.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn, type Text } from '../../words/text.ts';
import type { Checked } from '../prepare.ts';

/** What was done: files below the folder. */
export interface Done {
  readonly folder: string;
  readonly created: readonly string[];
  readonly kept: readonly string[];
}

/** Says what was created and what was left alone, whether it holds, and what comes next. */
export function tellCreated(done: Done, answers: Answers, checked: readonly Checked[], session: Session): void {
  const { langue } = session;
  const diagnostics = checked.flatMap((one) => one.diagnostics);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const todo = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const { known, useful } = answered(answers);
  const sentence = say(
    session,
    fillIn(created, {
      dossier: shown(done.folder, session),
      fichiers: compte(done.created.length, { fr: 'fichier', en: 'file' }, { fr: 'fichiers', en: 'files' }, langue),
      erreurs: compte(errors, { fr: 'erreur', en: 'error' }, { fr: 'erreurs', en: 'errors' }, langue),
    }),
  );
  const share = say(session, fillIn(answeredSentence, { repondu: known, utiles: useful }));
  const paint = errors > 0 ? session.colour.red : session.colour.green;
  session.out(`${paint(sentence)}${sentence.length + share.length < session.columns ? ' ' : '\n'}${share}\n`);
  tellKept(done.kept, session);
  if (session.quiet) return;
  if (todo > 0) session.out(`  ${say(session, fillIn(todo > 1 ? toFillIn : oneToFillIn, { n: todo }))}\n`);
  tellNext(done.folder, session);
}

/** Says that a dossier was there already. */
export function tellExisting({ folder, created, kept }: Done, session: Session): void {
  session.out(`${say(session, fillIn(existing, { dossier: shown(folder, session) }))}\n`);
  if (created.length > 0) session.out(`${say(session, fillIn(added, { fichiers: listed(created) }))}\n`);
  tellKept(kept, session);
}

/** Says what a new workspace holds. */
export function tellWorkspace({ folder, created: files, kept }: Done, session: Session): void {
  const fichiers = compte(files.length, { fr: 'fichier', en: 'file' }, { fr: 'fichiers', en: 'files' }, session.langue);
  const words = files.length === 0 ? existing : workspaceCreated;
  session.out(`${say(session, fillIn(words, { dossier: shown(folder, session), fichiers }))}\n`);
  tellKept(kept, session);
  const path = shown(folder, session).replace(/\/$/, '');
  if (!session.quiet) session.out(`  ${say(session, fillIn(workspaceNext, { dossier: quotedPath(path) }))}\n`);
}

function tellKept(kept: readonly string[], session: Session): void {
  if (kept.length > 0) session.out(`${say(session, fillIn(keptSentence, { fichiers: listed(kept) }))}\n`);
}

/** The settings of the editor are many: their folder says enough. */
function listed(paths: readonly string[]): string {
  return [...new Set(paths.map((path) => (path.startsWith('.vscode/') ? '.vscode/' : path)))].join(', ');
}

function shown(folder: string, { cwd }: Session): string {
  const path = relative(cwd, folder).split(sep).join('/');
  return path === '' ? './' : `${path}/`;
}

function quotedPath(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path}"`;
}

/** The commands that help from here, on one line where it is wide enough. */
function tellNext(folder: string, session: Session): void {
  const path = shown(folder, session).replace(/\/$/, '');
  const after = path === '.' ? '' : ` ${quotedPath(path)}`;
  const parts = next.map(
    ({ text, command }) => `${say(session, text)} ${session.colour.bold(command.replace('{}', after))}`,
  );
  const plain = next.map(({ text, command }) => `${say(session, text)} ${command.replace('{}', after)}`).join('   ');
  session.out(
    plain.length + 2 <= session.columns ? `  ${parts.join('   ')}\n` : parts.map((part) => `  ${part}\n`).join(''),
  );
}

const next: readonly { readonly text: Text; readonly command: string }[] = [
  { text: { fr: 'Vérifier :', en: 'Check:' }, command: 'atelier validate{}' },
  { text: { fr: 'Voir :', en: 'See:' }, command: 'atelier compile{}' },
  { text: { fr: 'Comprendre :', en: 'Understand:' }, command: 'atelier explain budget' },
];

/** How many of the questions of this stage have an answer; the four lists of codes are one question. */
function answered(answers: Answers): { readonly known: number; readonly useful: number } {
  const lists: readonly string[] = codeKeys;
  const asked = questions.filter(
    ({ key }) => !lists.includes(key) && (key !== 'session' || answers.dispositif === 'national'),
  );
  const known = asked.filter(({ key }) => isKnown(answers[key])).length;
  return { known: known + (codeKeys.some((key) => answers[key].length > 0) ? 1 : 0), useful: asked.length + 1 };
}

function isKnown(answer: Answers[keyof Answers]): boolean {
  return answer !== undefined && (typeof answer !== 'object' || answer.length > 0);
}

const created = {
  fr: 'Créé dans {dossier} : {fichiers}, {erreurs}, rien d’écrasé.',
  en: 'Created in {dossier}: {fichiers}, {erreurs}, nothing overwritten.',
};
const answeredSentence = {
  fr: 'Répondu : {repondu} questions sur {utiles} utiles à ce stade.',
  en: 'Answered: {repondu} of the {utiles} questions useful at this stage.',
};
const existing = {
  fr: '{dossier} existe déjà : rien n’est écrasé.',
  en: '{dossier} exists already: nothing is overwritten.',
};
const added = { fr: 'Ajouté : {fichiers}', en: 'Added: {fichiers}' };
const keptSentence = { fr: 'Gardé tel quel : {fichiers}', en: 'Kept as is: {fichiers}' };
const toFillIn = {
  fr: 'À compléter à ce stade : {n} points, qu’atelier validate montre à leur place.',
  en: 'To fill in at this stage: {n} points, which atelier validate shows in their place.',
};
const oneToFillIn = {
  fr: 'À compléter à ce stade : {n} point, qu’atelier validate montre à sa place.',
  en: 'To fill in at this stage: {n} point, which atelier validate shows in its place.',
};
const workspaceCreated = {
  fr: 'Espace de travail créé dans {dossier} : {fichiers}, rien d’écrasé.',
  en: 'Workspace created in {dossier}: {fichiers}, nothing overwritten.',
};
const workspaceNext = {
  fr: 'Premier dossier : cd {dossier}, puis atelier init mon-territoire',
  en: 'First dossier: cd {dossier}, then atelier init my-territory',
};
