import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Cog, openCog } from '../cog/cog.ts';
import type { Forge } from '../compile/scaffold/ci.ts';
import { scaffold, scaffoldAround } from '../compile/scaffold/scaffold.ts';
import { cogBytes } from '../load/assets.ts';
import { listHolders } from '../load/find.ts';
import { UserError } from '../model/error.ts';
import type { Answers } from '../schema/questions.ts';
import type { Session } from '../ui/terminal.ts';
import type { Ask } from '../ui/wizard/ask.ts';
import { type Draft, perimetreSoFar, proposedFolder } from '../ui/wizard/proposals.ts';
import { runWizard, type WizardContext } from '../ui/wizard/wizard.ts';
import { words } from '../ui/wizard/words.ts';
import { slug } from '../words/slug.ts';
import { fillIn, type Langue } from '../words/text.ts';
import { createFiles } from '../write/write.ts';
import { checkAnswer } from './init/check.ts';
import { planWorkflow, writeWorkflow } from './init/ci.ts';
import { complete } from './init/complete.ts';
import { ciAsked, givenAnswers } from './init/given.ts';
import { badId, folderOf, type Home, holding, homeOf, langueOfDossier } from './init/home.ts';
import { tellCreated, tellExisting } from './init/tell.ts';
import { initWorkspace } from './init/workspace.ts';
import { fileLanguage } from './language.ts';
import { checkPaths } from './prepare.ts';
import { type Options, textOption } from './spec.ts';

/**
 * `atelier init`: asks, or takes the answers from flags and `--answers`, and writes a first dossier. Never overwrites.
 * `--ci` writes the reviewers' workflow beside it, or alone where a dossier or workspace is there already.
 * @param asker who answers on a terminal: a person, through inquirer, unless a test gives its own
 */
export async function init(args: readonly string[], options: Options, given: Session, asker?: Ask): Promise<number> {
  const [typed] = args;
  const { forge, only } = ciAsked(options, given.cwd);
  if (options.espace === true) return initWorkspace(typed, forge, options, given);
  const home = homeOf(typed === undefined || !/[/\\]/.test(typed) ? given.cwd : resolve(given.cwd, typed));
  const session: Session = given.langueAsked || home.langue === undefined ? given : { ...given, langue: home.langue };
  const there = existing(typed, given.cwd, home);
  if (forge && only && there !== null) return addWorkflow(forge, there, options, session);
  const said = typed === undefined ? undefined : folderOf(typed, given.cwd, home);
  if (said !== undefined && isDossier(said)) return keepAll(said, forge, home, options, session);
  const cog = openCog(cogBytes());
  const draft = givenAnswers(options, given.cwd, cog);
  const fileLangue = languageOf(options, home.langue);
  // Said before any question is asked, where the place is known by then.
  const place = home.workspace ?? said;
  if (forge && place !== undefined) planWorkflow(forge, place, fileLangue, session);
  const yes = options.yes === true;
  const asking = !yes && (session.interactive || asker !== undefined);
  const context = wizardContext(session, home, cog, fileLangue);
  const filled = asking ? await ask(draft, said, context, session, asker) : { draft, folder: undefined };
  const answers = complete(filled.draft, { yes, cog, home, fileLangue, folderName: said && basename(said) });
  const folder = said ?? folderOf(filled.folder ?? nameFor(draft, answers), given.cwd, home);
  if (isDossier(folder)) return keepAll(folder, forge, home, options, session);
  const planned = forge && planWorkflow(forge, home.workspace ?? folder, fileLangue, session);
  const criteres = home.sessions.find(({ id }) => id === answers.session)?.criteres ?? {};
  const id = slug(basename(folder)) || slug(answers.titre) || 'atelier';
  const perimetre = perimetreSoFar(answers, cog);
  const alone = home.workspace === null;
  const files = scaffold(answers, { id, langue: fileLangue, anneeCog: cog.annees.cog, perimetre, criteres, alone });
  const { created, kept } = createFiles(files, folder);
  tellCreated({ folder, created, kept }, answers, checkPaths([folder], given.cwd), session);
  if (planned) writeWorkflow(planned, session);
  return 0;
}

async function ask(
  draft: Draft,
  said: string | undefined,
  context: WizardContext,
  session: Session,
  asker: Ask | undefined,
) {
  const atelier = session.colour.bold('atelier init');
  session.out(`${atelier}   ${session.colour.dim(words.header[session.langue])}\n`);
  const answerer = asker ?? (await import('../ui/wizard/inquirer.ts')).askAtTerminal(session);
  return runWizard(answerer, draft, said && basename(said), context);
}

function wizardContext(session: Session, home: Home, cog: Cog, fileLangue: Langue): WizardContext {
  const { langue } = session;
  return {
    ...{ cog, langue, fileLangue },
    sessions: home.workspace === null ? null : home.sessions,
    check(key, typed) {
      const answer = checkAnswer(key, typed, cog);
      return 'value' in answer ? answer : { problem: answer.problem[langue] };
    },
    checkFolder(name) {
      const problem = badId(name);
      if (problem !== null) return problem[langue];
      const taken = isDossier(folderOf(name, session.cwd, home));
      return taken ? fillIn(takenSentence, { dossier: name })[langue] : null;
    },
  };
}

const takenSentence = {
  fr: '{dossier} existe déjà : choisissez un autre nom',
  en: '{dossier} exists already: choose another name',
};

/** The folder when none was said: from the title when somebody chose one, else from the territory. */
function nameFor(draft: Draft, { nom, titre }: Answers): string {
  const name = draft.titre === undefined ? proposedFolder(nom) : slug(titre);
  if (name !== '') return name;
  throw new UserError({
    fr: 'il manque le nom du dossier : atelier init mon-territoire',
    en: 'the folder’s name is missing: atelier init my-territory',
  });
}

function isDossier(folder: string): boolean {
  return existsSync(join(folder, 'dossier.yaml'));
}

/** A dossier that is there already: its texts are its author's; only what stands around them is added, if missing. */
function keepAll(folder: string, forge: Forge | undefined, home: Home, options: Options, session: Session): number {
  const langue = languageOf(options, langueOfDossier(folder), home.langue);
  const planned = forge && planWorkflow(forge, home.workspace ?? folder, langue, session);
  const texts = listHolders({ root: folder, alone: true }).flatMap(({ files }) => files.map(({ path }) => path));
  const { created, kept } = createFiles(scaffoldAround(home.workspace === null, langue), folder);
  tellExisting({ folder, created, kept: [...texts, ...kept] }, session);
  if (planned) writeWorkflow(planned, session);
  return 0;
}

/** The workspace or lone dossier that `--ci` alone is for: the one around here, or the workspace that is named. */
function existing(typed: string | undefined, cwd: string, home: Home): string | null {
  if (typed === undefined) return home.workspace ?? holding(cwd, 'dossier.yaml');
  const folder = resolve(cwd, typed);
  return existsSync(join(folder, 'atelier.yaml')) ? folder : null;
}

function addWorkflow(forge: Forge, root: string, options: Options, session: Session): number {
  const own = isDossier(root) ? langueOfDossier(root) : homeOf(root).langue;
  writeWorkflow(planWorkflow(forge, root, languageOf(options, own), session), session);
  return 0;
}

/** The language of what is written. */
function languageOf(options: Options, ...own: readonly (Langue | undefined)[]): Langue {
  return fileLanguage(textOption(options, 'lang'), ...own.map((langue) => langue && { langue }));
}
