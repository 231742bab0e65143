import { join } from 'node:path';
import type { Starting } from '../compile/engines.ts';
import { type Format, pathOf, reportIn } from '../compile/report/report.ts';
import type { Dossier } from '../model/dossier.ts';
import type { KeptFile, OutputFile } from '../model/output.ts';
import { type Session, say } from '../ui/terminal.ts';
import { printable } from '../words/escape.ts';
import { fillIn, type Text } from '../words/text.ts';
import { knownIn, writeFiles } from '../write/write.ts';
import { ahead } from './ahead.ts';
import { engines, threadsFor } from './engines.ts';
import { withWorkspaceLanguage } from './language.ts';
import { outOf } from './out.ts';
import { checkPaths, type Usable, usable } from './prepare.ts';
import { nothingToWrite, refuse } from './refuse.ts';
import { type Asked, askedOf, reportContext } from './report-context.ts';
import { reportFormats } from './report-formats.ts';
import { sourceOf } from './report-source.ts';
import { listOption, type Options, textOption } from './spec.ts';
import { progressOf } from './validate/progress.ts';

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
  const making = { formats, flag: textOption(options, 'lang'), asked: askedOf(options, session.cwd), folder };
  const files = reports(sound, making, session);
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

/** What is to be made of each dossier, and into which folder. */
interface Making {
  readonly formats: readonly Format[];
  readonly flag: string | undefined;
  readonly asked: Asked;
  readonly folder: string;
}

/** One dossier after the other, so that only few are held; a bar where somebody waits and looks. */
async function* reports(
  sound: readonly Usable[],
  making: Making,
  session: Session,
): AsyncGenerator<OutputFile | KeptFile> {
  const total = sound.reduce((count, { workspace }) => count + workspace.dossiers.length, 0);
  const progress = progressOf(session);
  const known = knownIn(making.folder);
  const threads = making.formats.includes('pdf') ? threadsFor(total) : 1;
  const started = engines(threads);
  const each = sound.flatMap((one) => one.workspace.dossiers.map((dossier) => ({ one, dossier })));
  // One more than there are threads, so that none waits for the next.
  const made = ahead(each, threads > 1 ? threads + 1 : 1, async ({ one, dossier }) => ({
    dossier,
    ...(await report(one, dossier, making, started, known)),
  }));
  let done = 0;
  progress.step(done, total);
  for await (const { dossier, files, remarks } of made) {
    if (remarks.length > 0) progress.end();
    for (const remark of remarks) session.err(`${printable(`${dossier.id}: ${say(session, remark)}`)}\n`);
    yield* files;
    done += 1;
    progress.step(done, total);
  }
  progress.end();
}

/** The reports of one dossier; those that an earlier run made from the same are not made again. */
async function report(
  one: Usable,
  dossier: Dossier,
  { formats, flag, asked }: Making,
  started: Starting,
  known: ReturnType<typeof knownIn>,
): Promise<{ readonly files: readonly (OutputFile | KeptFile)[]; readonly remarks: readonly Text[] }> {
  const context = reportContext(one, dossier, flag, asked);
  const source = sourceOf(one, dossier, context);
  const paths = formats.map((format) => pathOf(dossier, context, format));
  if (source !== null && paths.every((path) => known(path, source)))
    return { files: paths.map((path) => ({ path, kept: true })), remarks: [] };
  const made = await reportIn(dossier, context, formats, started);
  // What there is to say of a report is said at each run: such a report is made again.
  const lasting = source !== null && made.remarks.length === 0;
  return lasting ? { ...made, files: made.files.map((file) => ({ ...file, source })) } : made;
}

const done = {
  fr: 'Rapports écrits : {ecrits} ; inchangés : {inchanges}.',
  en: 'Reports written: {ecrits}; unchanged: {inchanges}.',
};
const read = { fr: '  À lire : {fichier}', en: '  To read: {fichier}' };
const nothing = { fr: '  Suite : atelier validate', en: '  Next: atelier validate' };
