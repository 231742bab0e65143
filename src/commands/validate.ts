import { findTargets, type Target } from '../load/find.ts';
import { byPlace } from '../load/locate.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { statisticsOf } from '../ui/statistics.ts';
import { type Session, say } from '../ui/terminal.ts';
import { applyIgnores, hadTheirSay } from '../validate/ignored.ts';
import { rules } from '../validate/rules/index.ts';
import { fillIn } from '../words/text.ts';
import { type Asking, type CheckedWorkspace, checkWorkspace, placed } from './check/workspace.ts';
import { type Options, textOption } from './spec.ts';
import { type BaselineUse, baselineOf, throughBaseline } from './validate/baseline.ts';
import type { Begun } from './validate/begin.ts';
import { cacheOf } from './validate/cache-asked.ts';
import { fix } from './validate/fix.ts';
import { givenIn } from './validate/given.ts';
import { toldOfHistory } from './validate/history.ts';
import { writeOutputs } from './validate/outputs.ts';
import { exitCode, reglesOf, thresholdOf, wantedOf } from './validate/plan.ts';
import { progressOf } from './validate/progress.ts';
import type { Result } from './validate/result.ts';
import { changedSince } from './validate/since.ts';
import { summaryLine } from './validate/summary.ts';
import { watch } from './validate/watch.ts';

/**
 * `atelier validate`: every problem of the dossiers asked for.
 * @param begun what was found of them before this was loaded
 */
export async function validate(
  paths: readonly string[],
  options: Options,
  given: Session,
  begun?: Begun,
): Promise<number> {
  if (options.watch === true && !paths.includes('-')) return watch(paths, given, () => once(paths, options, given));
  return once(paths, options, given, begun);
}

async function once(paths: readonly string[], options: Options, given: Session, begun?: Begun): Promise<number> {
  const start = given.now();
  const wanted = wantedOf(options, given.env);
  const threshold = thresholdOf(options);
  const baseline = baselineOf(options, given);
  const progress = progressOf(given);
  const asking: Asking = {
    regles: reglesOf(options),
    cache: cacheOf(options, given.cwd),
    env: given.env,
    progress: progress.step,
    remark: (why) => given.verbose && given.err(`${say(given, fillIn(noCache, { code: why }))}\n`),
  };
  const document = await givenIn(paths, options, given);
  const check = async (early?: Begun) => {
    const results: Result[] = [];
    const targets = document ? [document.target] : (early?.targets ?? findTargets(paths, given.cwd));
    const how = document ? { ...asking, given: document.given } : { ...asking, listed: early?.listed };
    for (const target of targets) results.push(await checked(target, how, baseline, options));
    progress.end();
    return results;
  };
  let results = await check(begun);
  const langue = given.langueAsked ? undefined : results.find((one) => one.langue !== undefined)?.langue;
  const session = langue === undefined ? given : { ...given, langue };
  if (options.fix === true) {
    const fixed = results.reduce((count, { root, diagnostics }) => count + fix(root, diagnostics), 0);
    if (fixed > 0) results = await check();
    session.err(`${say(session, fillIn(fixedSentence, { n: fixed }))}\n`);
  }
  const report = writeOutputs(results, wanted, session);
  if (options.statistics === true) session.err(`${statisticsText(report.diagnostics, session)}\n`);
  if (!session.quiet && wanted.some(({ format, output }) => format === 'pretty' && output === undefined))
    session.err(`${summaryLine(report, (session.now() - start) / 1000, session)}\n`);
  return exitCode(report.summary, threshold);
}

/** One workspace: what was asked for of it, without what its comments and the baseline take out. */
async function checked(target: Target, asking: Asking, use: BaselineUse | null, options: Options): Promise<Result> {
  const workspace = await checkWorkspace(target, asking);
  const { reports, settings, regles } = workspace;
  const since = textOption(options, 'since');
  const wanted = askedFor(workspace, since === undefined ? null : changedSince(since, workspace));
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const ignores = new Map(reports.flatMap((report) => Object.entries(report.ignores).filter(([file]) => wanted(file))));
  const errors = all.filter(({ severity }) => severity === 'error');
  const asked = all.filter((one) => wanted(one.file) || (since !== undefined && pointsAt(one, wanted)));
  const { kept, ignored, problems } = applyIgnores(
    asked,
    ignores,
    hadTheirSay(errors, (rule) => regles[rule] === 'off'),
  );
  const found = [...toldOfHistory(target.root, kept), ...placed(workspace, problems)];
  const { fresh, known } = use ? throughBaseline(use, workspace, found, wanted) : { fresh: found, known: [] };
  return {
    root: target.root,
    langue: settings?.langue,
    diagnostics: fresh.toSorted(byPlace),
    suppressed: [
      ...ignored.map(({ diagnostic, why }) => ({ diagnostic, by: 'source' as const, why })),
      ...known.map((diagnostic) => ({ diagnostic, by: 'baseline' as const })),
    ],
    // What was not asked for has not passed: no format may say so.
    files: reports.flatMap(({ files }) => files).filter(wanted),
    dossiers: reports.filter(({ dossier, files }) => dossier && files.some(wanted)).length,
  };
}

/** Whether a file was asked for: below a path of the command line and, with `--since`, of a dossier that is concerned. */
function askedFor(
  { asked, alone }: CheckedWorkspace,
  concerned: ReadonlySet<string> | null,
): (file: string) => boolean {
  const below = (file: string) => asked.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
  if (concerned === null) return below;
  const holderOf = (file: string) => (alone ? '' : (/^(?:dossiers|sessions)\/[^/]+(?=\/)/.exec(file)?.[0] ?? ''));
  return (file) => below(file) && concerned.has(holderOf(file));
}

/** A problem of a dossier that did not change, with one that did: an id that is now there twice. */
function pointsAt({ related }: Diagnostic, wanted: (file: string) => boolean): boolean {
  return related?.some(({ file }) => wanted(file)) ?? false;
}

function statisticsText(diagnostics: readonly Diagnostic[], session: Session): string {
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  const { langue, errColour: colour } = session;
  return statisticsOf(diagnostics, { langue, colour, summaryOf: (rule) => summaries.get(rule) });
}

const fixedSentence = { fr: 'Corrections écrites : {n}.', en: 'Corrections written: {n}.' };
const noCache = {
  fr: 'Le cache n’a pas pu être écrit ({code}) : la prochaine vérification ira moins vite.',
  en: 'The cache could not be written ({code}): the next check will be slower.',
};
