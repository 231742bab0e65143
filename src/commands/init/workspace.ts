import { relative, resolve } from 'node:path';
import { openCog } from '../../cog/cog.ts';
import type { Forge } from '../../compile/scaffold/ci.ts';
import { scaffoldWorkspace } from '../../compile/scaffold/scaffold.ts';
import { cogBytes } from '../../load/assets.ts';
import { UserError } from '../../model/error.ts';
import type { Session } from '../../ui/terminal.ts';
import { fillIn } from '../../words/text.ts';
import { createFiles } from '../../write/write.ts';
import { fileLanguage } from '../language.ts';
import { type Options, textOption } from '../spec.ts';
import { checkAnswer } from './check.ts';
import { planWorkflow, writeWorkflow } from './ci.ts';
import { holding, homeOf } from './home.ts';
import { tellWorkspace } from './tell.ts';

/**
 * `atelier init DIR --espace`: a workspace, which will hold dossiers and national sessions.
 * @param typed its folder; `forge` also writes the reviewers' workflow
 * @throws UserError when the folder is missing, or lies in another workspace or dossier
 */
export function initWorkspace(
  typed: string | undefined,
  forge: Forge | undefined,
  options: Options,
  session: Session,
): number {
  if (typed === undefined) throw new UserError(missing);
  const folder = resolve(session.cwd, typed);
  const above = holding(resolve(folder, '..'), 'atelier.yaml') ?? holding(folder, 'dossier.yaml');
  if (above !== null)
    throw new UserError(fillIn(inside, { dossier: typed, autre: relative(session.cwd, above) || '.' }));
  const titre = textOption(options, 'titre');
  if (titre !== undefined) {
    const answer = checkAnswer('titre', titre, openCog(cogBytes()));
    if ('problem' in answer) throw new UserError(fillIn(wrongTitle, { dit: answer.problem }));
  }
  const { langue: own } = homeOf(folder);
  const langue = fileLanguage(textOption(options, 'lang'), own && { langue: own });
  const planned = forge && planWorkflow(forge, folder, langue, session);
  const files = scaffoldWorkspace({ langue, ...(titre !== undefined && { titre: titre.trim() }) });
  tellWorkspace({ folder, ...createFiles(files, folder) }, session);
  if (planned) writeWorkflow(planned, session);
  return 0;
}

const missing = {
  fr: 'il manque le dossier : atelier init mon-espace --espace',
  en: 'the folder is missing: atelier init my-workspace --espace',
};
const inside = { fr: '{dossier} serait à l’intérieur de {autre}', en: '{dossier} would be inside {autre}' };
const wrongTitle = { fr: '--titre : {dit}', en: '--titre: {dit}' };
