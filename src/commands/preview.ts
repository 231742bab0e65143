import { openCog } from '../cog/cog.ts';
import { cogBytes } from '../load/assets.ts';
import { findTargets } from '../load/find.ts';
import { UserError } from '../model/error.ts';
import { openBrowser } from '../ui/preview/browser.ts';
import { problemCount } from '../ui/preview/panel.ts';
import { type PreviewServer, servePages } from '../ui/preview/server.ts';
import { type Session, say } from '../ui/terminal.ts';
import { printable } from '../words/escape.ts';
import { fillIn } from '../words/text.ts';
import { engines } from './engines.ts';
import { withWorkspaceLanguage } from './language.ts';
import { type Checked, checkTarget } from './prepare.ts';
import { follow } from './preview/follow.ts';
import { openPages, type Pages } from './preview/pages.ts';
import { refusalOf } from './preview/refusal.ts';
import { rememberHolders } from './preview/remembered.ts';
import { untilStopped } from './preview/until-stopped.ts';
import { type Asked, askedOf } from './report-context.ts';
import { type Options, textOption } from './spec.ts';

/** `atelier preview`: the reports in a browser, made anew after each save; nothing is written. */
export async function preview(paths: readonly string[], options: Options, given: Session): Promise<number> {
  const port = portOf(textOption(options, 'port'));
  const cog = openCog(cogBytes());
  const check = rememberHolders();
  const look = () => findTargets(paths, given.cwd).map((target) => checkTarget(target, cog, check));
  // A page is made at once when it is asked for: what makes large pictures smaller is started before.
  const asked: Asked = { ...askedOf(options, given.cwd), resize: await engines().resize() };
  const templates = asked.modeles ? [asked.modeles.folder] : [];
  const roots = [...findTargets(paths, given.cwd).map(({ root }) => root), ...templates];
  return untilStopped(async (failed, closers) => {
    let [refresh, server]: [() => void, PreviewServer | undefined] = [() => undefined, undefined];
    // Before the first look: no save is missed while it lasts.
    closers.push(follow(roots, () => refresh(), failed));
    const first = look();
    const session = withWorkspaceLanguage(given, first);
    const pages = pagesOf(first, textOption(options, 'lang'), asked, session);
    refresh = () => round(look, pages, () => server?.changed(), session);
    server = await servePages(pages.at, port, failed);
    closers.push(server.close);
    session.out(`${server.address}\n`);
    tellCount(pages, session);
    if (!session.quiet) session.err(`${session.errColour.dim(say(session, howTo))}\n`);
    if (options.open === true && !(await openBrowser(server.address, process.platform)))
      session.err(`${say(session, noBrowser)}\n`);
  });
}

/** @throws UserError when it is no number of a port */
function portOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,5}$/.test(word) && Number(word) >= 1 && Number(word) <= 65_535) return Number(word);
  throw new UserError(fillIn(badPort, { mot: word }));
}

/** @throws UserError where there is no dossier */
function pagesOf(
  checked: readonly Checked[],
  reportLangue: string | undefined,
  report: Asked,
  { langue, verbose, cwd }: Session,
): Pages {
  const pages = openPages({ langue, reportLangue, report, infos: verbose, cwd });
  pages.take(checked);
  if (pages.count() > 0) return pages;
  throw new UserError(noneHere, { fr: 'pour en commencer un : atelier init', en: 'to start one: atelier init' });
}

/** One look after a save. What cannot be read is said and waited out: a file is often gone for a moment while it is saved. */
function round(look: () => readonly Checked[], pages: Pages, changed: () => void, session: Session): void {
  const start = session.now();
  try {
    pages.take(look());
  } catch (error) {
    const why = refusalOf(error);
    pages.refused(why);
    session.err(`${printable(say(session, why))}\n`);
  }
  changed();
  tellCount(pages, session, session.now() - start);
}

/** The problems that there are, and how long it took to see them and to compile the pages that are open. */
function tellCount(pages: Pages, session: Session, milliseconds?: number): void {
  if (session.quiet) return;
  const problems = pages.problems();
  const { red, yellow, green } = session.errColour;
  const has = (severity: string) => problems.some((one) => one.severity === severity);
  const paint = has('error') ? red : has('warning') ? yellow : green;
  const seconds = ((milliseconds ?? 0) / 1000).toFixed(2);
  const time =
    milliseconds === undefined ? '' : ` · ${session.langue === 'fr' ? seconds.replace('.', ',') : seconds} s`;
  session.err(`${paint(problemCount(problems, session.langue))}${time}\n`);
}

const howTo = {
  fr: 'Ouvrez cette adresse ; la page suit vos enregistrements. (Ctrl-C pour finir)',
  en: 'Open this address; the page follows your saves. (Ctrl-C to end)',
};
const noBrowser = {
  fr: 'Pas de navigateur à ouvrir d’ici : ouvrez l’adresse vous-même.',
  en: 'No browser to open from here: open the address yourself.',
};
const noneHere = { fr: 'aucun dossier ici : rien à montrer', en: 'no dossier here: nothing to show' };
const badPort = {
  fr: '--port attend un nombre entre 1 et 65535, pas « {mot} »',
  en: '--port expects a number from 1 to 65535, not “{mot}”',
};
