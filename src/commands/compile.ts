import { join } from 'node:path';
import type { Starting } from '../compile/engines.ts';
import { type Format, pathOf, reportIn } from '../compile/report/report.ts';
import { sessionPath, sessionReportIn } from '../compile/session/report.ts';
import type { Dossier, Session as NationalSession } from '../model/dossier.ts';
import { UserError } from '../model/error.ts';
import type { KeptFile, OutputFile } from '../model/output.ts';
import { type Session, say } from '../ui/terminal.ts';
import { printable } from '../words/escape.ts';
import { fillIn, type Text } from '../words/text.ts';
import { knownIn, writeFiles } from '../write/write.ts';
import { ahead } from './ahead.ts';
import { engines, threadsFor } from './engines.ts';
import { withWorkspaceLanguage } from './language.ts';
import { outOf } from './out.ts';
import { type Checked, checkPaths, isAskedFor, type Usable, usable } from './prepare.ts';
import { nothingToWrite, refuse } from './refuse.ts';
import { type Asked, askedOf, reportContext } from './report-context.ts';
import { reportFormats } from './report-formats.ts';
import { sessionSourceOf, sourceOf } from './report-source.ts';
import { ownFonts } from './report-theme.ts';
import { dossiersOfSessions, juryRemarks, sessionContext } from './session-report.ts';
import { listOption, type Options, textOption } from './spec.ts';
import { progressOf } from './validate/progress.ts';

/** `atelier compile`: the report of each dossier and of each session asked for. */
export async function compile(paths: readonly string[], options: Options, given: Session): Promise<number> {
  const checked = checkPaths(paths, given.cwd);
  const session = withWorkspaceLanguage(given, checked);
  const sound = checked.map((one) => usable(one, dossiersOfSessions(one)));
  const refused = refuse(checked, sound, options.keepGoing === true, session);
  if (refused === 'stop') return 1;
  const formats: readonly Format[] = [...new Set(listOption(options, 'to') ?? ['html'])].filter(isFormat);
  const { folder, shown } = outOf(options, 'rapports', session);
  const avecJury = juryAsked(options);
  const making = { formats, flag: textOption(options, 'lang'), asked: askedOf(options, session.cwd), folder, avecJury };
  const wanted = checked.flatMap((one, index) => wantedOf(one, sound[index], making));
  if (wanted.length === 0) return noReport(checked, sound, refused, session);
  const files = reports(wanted, sound, making, session);
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

/** @throws UserError where it is asked for both with and without */
function juryAsked({ avecJury, sansJury }: Options): boolean | null {
  if (avecJury === true && sansJury === true) throw new UserError(bothJuries);
  return avecJury === true ? true : sansJury === true ? false : null;
}

function isFormat(word: string): word is Format {
  return reportFormats.some((format) => format === word);
}

/**
 * Ends where there is nothing to make.
 * @throws UserError where only sessions were asked for, by a plan of dossiers
 */
function noReport(
  checked: readonly Checked[],
  sound: readonly Usable[],
  refused: ReturnType<typeof refuse>,
  session: Session,
): number {
  const sessions = checked.some((one, index) =>
    sound[index]?.workspace.sessions.some(({ holder }) => isAskedFor(one, holder.path)),
  );
  if (sessions && refused === 'none') throw new UserError(onePlan);
  return nothingToWrite(refused, session);
}

/** What is to be made of each dossier and session, and into which folder. */
interface Making {
  readonly avecJury: boolean | null;
  readonly formats: readonly Format[];
  readonly flag: string | undefined;
  readonly asked: Asked;
  readonly folder: string;
}

/** The reports of one dossier or session, yet to be made. */
interface Wanted {
  /** How remarks name it. */
  readonly name: string;
  readonly make: (started: Starting, known: ReturnType<typeof knownIn>) => Promise<Made>;
}

interface Made {
  readonly files: readonly (OutputFile | KeptFile)[];
  readonly remarks: readonly Text[];
}

/** The dossiers asked for, then the sessions: a session has one plan, the whole report. */
function wantedOf(checked: Checked, one: Usable | undefined, making: Making): readonly Wanted[] {
  if (one === undefined) return [];
  const { plan = 'rapport' } = making.asked;
  const dossiers = one.workspace.dossiers.filter(({ holder }) => isAskedFor(checked, holder.path));
  const sessions = one.workspace.sessions.filter(({ holder }) => isAskedFor(checked, holder.path));
  const whole = new Set(plan === 'rapport' ? dossiers.map(({ id }) => id) : []);
  return [
    ...dossiers.map(
      (dossier): Wanted => ({
        name: dossier.id,
        make: (started, known) => report(one, dossier, making, started, known),
      }),
    ),
    ...(plan === 'rapport' ? sessions : []).map(
      (session): Wanted => ({
        name: session.holder.path,
        make: (started, known) => sessionReport(one, session, making, (id) => whole.has(id), { started, known }),
      }),
    ),
  ];
}

/** One after the other, so that only few are held; a bar where somebody waits and looks. */
async function* reports(
  wanted: readonly Wanted[],
  sound: readonly Usable[],
  making: Making,
  session: Session,
): AsyncGenerator<OutputFile | KeptFile> {
  const total = wanted.length;
  const progress = progressOf(session);
  const known = knownIn(making.folder);
  const threads = making.formats.includes('pdf') ? threadsFor(total) : 1;
  const fonts = sound.flatMap((one) => ownFonts(one.workspace.settings, one.root));
  const started = engines(
    threads,
    fonts.map(({ bytes }) => bytes),
  );
  // One more than there are threads, so that none waits for the next.
  const made = ahead(wanted, threads > 1 ? threads + 1 : 1, async ({ name, make }) => ({
    name,
    ...(await make(started, known)),
  }));
  let done = 0;
  progress.step(done, total);
  for await (const { name, files, remarks } of made) {
    if (remarks.length > 0) progress.end();
    for (const remark of remarks) session.err(`${printable(`${name}: ${say(session, remark)}`)}\n`);
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
): Promise<Made> {
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

/** The report of one session; one that an earlier run made from the same is not made again. */
async function sessionReport(
  one: Usable,
  session: NationalSession,
  { formats, flag, asked, folder, avecJury }: Making,
  made: (dossier: string) => boolean,
  { started, known }: { readonly started: Starting; readonly known: ReturnType<typeof knownIn> },
): Promise<Made> {
  const context = sessionContext(one, session, flag, { ...asked, avecJury, folder, made });
  const source = sessionSourceOf(one, session, context, formats);
  const said = juryRemarks(session, avecJury);
  const paths = formats.map((format) => sessionPath(session, format));
  if (source !== null && paths.every((path) => known(path, source)))
    return { files: paths.map((path) => ({ path, kept: true })), remarks: said };
  const { files, remarks } = await sessionReportIn(session, context, formats, started);
  const lasting = source !== null && remarks.length === 0;
  return { files: lasting ? files.map((file) => ({ ...file, source })) : files, remarks: [...said, ...remarks] };
}

const bothJuries = {
  fr: '--avec-jury et --sans-jury ne vont pas ensemble',
  en: '--avec-jury and --sans-jury do not go together',
};
const onePlan = {
  fr: 'une session n’a qu’un plan : rapport ; les autres sont ceux des dossiers',
  en: 'a session has one plan: rapport; the others are those of dossiers',
};
const done = {
  fr: 'Rapports écrits : {ecrits} ; inchangés : {inchanges}.',
  en: 'Reports written: {ecrits}; unchanged: {inchanges}.',
};
const read = { fr: '  À lire : {fichier}', en: '  To read: {fichier}' };
const nothing = { fr: '  Suite : atelier validate', en: '  Next: atelier validate' };
