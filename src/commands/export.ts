import { relative, resolve } from 'node:path';
import { dataset } from '../compile/dataset/dataset.ts';
import { type Session, say } from '../ui/terminal.ts';
import { fillIn } from '../words/text.ts';
import { writeFiles } from '../write/write.ts';
import { fileLanguage, withWorkspaceLanguage } from './language.ts';
import { checkPaths, usable } from './prepare.ts';
import { refuse } from './refuse.ts';
import { type Options, textOption } from './spec.ts';

/** `atelier export`: the tables of the national dataset, over all dossiers asked for. */
export async function exportDataset(paths: readonly string[], options: Options, given: Session): Promise<number> {
  const checked = checkPaths(paths, given.cwd);
  const session = withWorkspaceLanguage(given, checked);
  const [first, ...others] = checked.map((one) => usable(one));
  const refused = refuse(checked, options.keepGoing === true, session);
  if (refused === 'stop' || first === undefined) return 1;
  const workspace = {
    ...first.workspace,
    dossiers: [first, ...others].flatMap((one) => one.workspace.dossiers),
    sessions: [first, ...others].flatMap((one) => one.workspace.sessions),
  };
  const perimetres = new Map([first, ...others].flatMap((one) => [...one.perimetres]));
  const out = resolve(session.cwd, textOption(options, 'out') ?? 'donnees');
  const langue = fileLanguage(textOption(options, 'lang'), workspace.settings);
  const { written, unchanged } = await writeFiles(dataset(workspace, perimetres, { langue }), out, {
    force: options.force === true,
  });
  const shown = relative(session.cwd, out) || '.';
  for (const path of written) session.out(`${shown}/${path}\n`);
  if (!session.quiet) {
    const blanks = {
      n: workspace.dossiers.length,
      ecrits: written.length,
      inchanges: unchanged.length,
      dossier: shown,
    };
    session.err(`${session.errColour.green(say(session, fillIn(done, blanks)))}\n`);
  }
  return refused === 'go-on' ? 1 : 0;
}

const done = {
  fr: '{n} dossiers · {ecrits} fichiers écrits, {inchanges} inchangés · usage interne.  Lire : {dossier}/README.md',
  en: '{n} dossiers · {ecrits} files written, {inchanges} unchanged · internal use.  Read: {dossier}/README.md',
};
