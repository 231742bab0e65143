import { dataset } from '../compile/dataset/dataset.ts';
import { type Session, say } from '../ui/terminal.ts';
import { compte } from '../words/numbers.ts';
import { fillIn } from '../words/text.ts';
import { writeFiles } from '../write/write.ts';
import { fileLanguage, withWorkspaceLanguage } from './language.ts';
import { outOf } from './out.ts';
import { checkPaths, usable } from './prepare.ts';
import { nothingToWrite, refuse } from './refuse.ts';
import { type Options, textOption } from './spec.ts';

/** `atelier export`: the tables of the national dataset, over all dossiers asked for. */
export async function exportDataset(paths: readonly string[], options: Options, given: Session): Promise<number> {
  const checked = checkPaths(paths, given.cwd);
  const session = withWorkspaceLanguage(given, checked);
  const sound = checked.map((one) => usable(one));
  const [first, ...others] = sound;
  const refused = refuse(checked, sound, options.keepGoing === true, session);
  if (refused === 'stop' || first === undefined) return 1;
  const workspace = {
    ...first.workspace,
    dossiers: [first, ...others].flatMap((one) => one.workspace.dossiers),
    sessions: [first, ...others].flatMap((one) => one.workspace.sessions),
  };
  const perimetres = new Map([first, ...others].flatMap((one) => [...one.perimetres]));
  if (workspace.dossiers.length === 0) return nothingToWrite(refused, session);
  const { folder, shown } = outOf(options, 'donnees', session);
  const langue = fileLanguage(textOption(options, 'lang'), workspace.settings);
  const { written, unchanged } = await writeFiles(dataset(workspace, perimetres, { langue }), folder, {
    force: options.force === true,
  });
  for (const path of written) session.out(`${shown}/${path}\n`);
  if (!session.quiet) {
    const blanks = {
      dossiers: compte(workspace.dossiers.length, one.dossier, many.dossier, session.langue),
      ecrits: compte(written.length, one.ecrit, many.ecrit, session.langue),
      inchanges: compte(unchanged.length, one.inchange, many.inchange, session.langue),
      dossier: shown,
    };
    session.err(`${session.errColour.green(say(session, fillIn(done, blanks)))}\n`);
  }
  return refused === 'go-on' ? 1 : 0;
}

const one = {
  dossier: { fr: 'dossier', en: 'dossier' },
  ecrit: { fr: 'fichier écrit', en: 'file written' },
  inchange: { fr: 'inchangé', en: 'unchanged' },
};
const many = {
  dossier: { fr: 'dossiers', en: 'dossiers' },
  ecrit: { fr: 'fichiers écrits', en: 'files written' },
  inchange: { fr: 'inchangés', en: 'unchanged' },
};
const done = {
  fr: '{dossiers} · {ecrits}, {inchanges} · usage interne.  Lire : {dossier}/README.md',
  en: '{dossiers} · {ecrits}, {inchanges} · internal use.  Read: {dossier}/README.md',
};
