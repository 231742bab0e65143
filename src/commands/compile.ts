import { join } from 'node:path';
import { type Format, type Report, reportOf } from '../compile/report/report.ts';
import type { Dossier } from '../model/dossier.ts';
import type { OutputFile } from '../model/output.ts';
import { type Session, say } from '../ui/terminal.ts';
import { printable } from '../words/escape.ts';
import { fillIn } from '../words/text.ts';
import { writeFiles } from '../write/write.ts';
import { withWorkspaceLanguage } from './language.ts';
import { outOf } from './out.ts';
import { checkPaths, type Usable, usable } from './prepare.ts';
import { nothingToWrite, refuse } from './refuse.ts';
import { reportContext } from './report-context.ts';
import { reportFormats } from './report-formats.ts';
import { listOption, type Options, textOption } from './spec.ts';

/** `atelier compile`: the report of each dossier asked for. */
export async function compile(paths: readonly string[], options: Options, given: Session): Promise<number> {
  const checked = checkPaths(paths, given.cwd);
  const session = withWorkspaceLanguage(given, checked);
  const sound = checked.map((one) => usable(one));
  const refused = refuse(checked, sound, options.keepGoing === true, session);
  if (refused === 'stop') return 1;
  const formats: readonly Format[] = [...new Set(listOption(options, 'to') ?? ['html'])].filter(isFormat);
  if (sound.every(({ workspace }) => workspace.dossiers.length === 0)) return nothingToWrite(refused, session);
  const { folder, shown } = outOf(options, 'rapports', session);
  const files = reports(sound, formats, textOption(options, 'lang'), session);
  const { written, unchanged } = await writeFiles(files, folder, { force: options.force === true });
  for (const path of written) session.out(`${join(shown, path)}\n`);
  if (!session.quiet) {
    const first = written[0] ?? unchanged[0];
    const blanks = { ecrits: written.length, inchanges: unchanged.length };
    const next = first === undefined ? nothing : fillIn(read, { fichier: join(shown, first) });
    session.err(`${session.errColour.green(say(session, fillIn(done, blanks)))}${say(session, next)}\n`);
  }
  return refused === 'go-on' ? 1 : 0;
}

function isFormat(word: string): word is Format {
  return reportFormats.some((format) => format === word);
}

/** One dossier after the other, so that only one is held; a counter where somebody waits and looks. */
function* reports(
  sound: readonly Usable[],
  formats: readonly Format[],
  flag: string | undefined,
  session: Session,
): Generator<OutputFile> {
  const start = session.now();
  const total = sound.reduce((count, { workspace }) => count + workspace.dossiers.length, 0);
  const counted = session.stderrIsTerminal && !session.quiet;
  let done = 0;
  let shown = false;
  for (const one of sound) {
    for (const dossier of one.workspace.dossiers) {
      if (counted && session.now() - start > 500) {
        session.err(`\r${done}/${total}`);
        shown = true;
      }
      const { files, remarks } = report(one, dossier, formats, flag);
      for (const remark of remarks)
        session.err(`${clear(shown)}${printable(`${dossier.id}: ${say(session, remark)}`)}\n`);
      yield* files;
      done += 1;
    }
  }
  session.err(clear(shown));
}

function clear(shown: boolean): string {
  return shown ? '\r\u001b[K' : '';
}

function report(one: Usable, dossier: Dossier, formats: readonly Format[], flag: string | undefined): Report {
  return reportOf(dossier, reportContext(one, dossier, flag), formats);
}

const done = {
  fr: 'Rapports écrits : {ecrits} ; inchangés : {inchanges}.',
  en: 'Reports written: {ecrits}; unchanged: {inchanges}.',
};
const read = { fr: '  À lire : {fichier}', en: '  To read: {fichier}' };
const nothing = { fr: '  Suite : atelier validate', en: '  Next: atelier validate' };
