import { reportOf } from '../../compile/report/report.ts';
import { absentPage, listPage, type PreviewPage, reportPage } from '../../ui/preview/page.ts';
import type { Panel, Problem } from '../../ui/preview/panel.ts';
import type { Langue, Text } from '../../words/text.ts';
import { type Checked, usable } from '../prepare.ts';
import { type Asked as ReportAsked, reportContext } from '../report-context.ts';
import { type Current, currentDossiers, type Sound } from './dossiers.ts';
import { refusalOf } from './refusal.ts';

/** What is asked of the pages. */
export interface Asked {
  /** The language of what stands around the reports. */
  readonly langue: Langue;
  /** The language of the reports, where the command line asks for one. */
  readonly reportLangue: string | undefined;
  /** The plan and the templates, where it asks for some. */
  readonly report: ReportAsked;
  /** Whether what is merely worth knowing is listed too. */
  readonly infos: boolean;
  readonly cwd: string;
}

/** The pages of a preview, made from the last look at the dossiers. */
export interface Pages {
  /** Takes what was read and checked. */
  readonly take: (checked: readonly Checked[]) => void;
  /** Takes why nothing could be checked: the pages stay, and say so. */
  readonly refused: (why: Text) => void;
  readonly at: (path: string) => PreviewPage | undefined;
  readonly problems: () => readonly Problem[];
  readonly count: () => number;
}

/** A dossier that is shown. */
interface Shown {
  readonly current: Current;
  readonly path: string;
  /** As it was last without an error. */
  readonly good: Sound | undefined;
  /** What was last compiled: from what, what came of it, and what is to be said of it. */
  made: Made | undefined;
}

interface Made {
  readonly from: Sound;
  /** The last report that there was, where this one could not be made. */
  readonly report: string | undefined;
  readonly failed: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Keeps the pages of a preview: `/` is the report where there is one dossier, else the list of them, each at `/name/`. A
 * report is compiled when its page is asked for, once a save.
 */
export function openPages(asked: Asked): Pages {
  let shown: readonly Shown[] = [];
  let everyProblem: readonly Problem[] = [];
  let stopped: readonly Problem[] = [];
  const wanted = ({ severity }: Problem) => asked.infos || severity !== 'info';
  const panel = (problems: readonly Problem[], state: Panel['state']): Panel => ({
    langue: asked.langue,
    problems: [...stopped, ...problems].filter(wanted),
    state,
    home: shown.length > 1 ? '/' : null,
  });
  const dossierPage = (one: Shown): PreviewPage => {
    compileIfNew(one, asked);
    const { report, failed = false, problems = [] } = one.made ?? {};
    const all = [...one.current.problems, ...problems];
    if (report === undefined) return absentPage(one.current.title, panel(all, 'absent'));
    const stale = failed || one.current.sound === undefined || stopped.length > 0;
    return reportPage(report, panel(all, stale ? 'stale' : 'fresh'));
  };
  return {
    take: (checked) => {
      stopped = [];
      const before = new Map(shown.map((one) => [one.current.key, one]));
      const read = checked.map((one) => currentDossiers(one, usable(one), asked.cwd));
      const all = read.flatMap(({ dossiers }) => dossiers);
      shown = all.map((current, index) => {
        const known = before.get(current.key);
        return { current, path: pathOf(all, index), good: current.sound ?? known?.good, made: known?.made };
      });
      everyProblem = read.flatMap(({ problems }) => problems);
    },
    refused: (message) => {
      stopped = [{ severity: 'error', where: '', message, rule: null }];
    },
    at: (path) => {
      const [only] = shown;
      if (path !== '/') {
        const one = shown.find((each) => each.path === path);
        return one && dossierPage(one);
      }
      if (shown.length === 1 && only) return dossierPage(only);
      const listed = shown.map(({ current, path: to }) => ({
        title: current.title,
        path: to,
        problems: current.problems.filter(wanted),
      }));
      return listPage(listed, { ...panel(everyProblem, 'fresh'), home: null });
    },
    problems: () => [...stopped, ...everyProblem].filter(wanted),
    count: () => shown.length,
  };
}

/** The report of a dossier as it was last without an error, where it is not the one at hand. */
function compileIfNew(one: Shown, { reportLangue, report }: Asked): void {
  const { good: from, made } = one;
  if (from === undefined || made?.from === from) return;
  try {
    const context = reportContext(from.one, from.dossier, reportLangue, report);
    const { files, remarks } = reportOf(from.dossier, context, ['html']);
    const problems = remarks.map((message): Problem => ({ severity: 'warning', where: '', message, rule: null }));
    one.made = { from, report: String(files[0]?.bytes), failed: false, problems };
  } catch (error) {
    const refused: Problem = { severity: 'error', where: '', message: refusalOf(error), rule: null };
    one.made = { from, report: made?.report, failed: true, problems: [refused] };
  }
}

/** `/nozay/`; the second of two folders of that name, in two workspaces, is `/nozay-2/`. */
function pathOf(all: readonly Current[], index: number): string {
  const name = all[index]?.name ?? '';
  const before = all.slice(0, index).filter((one) => one.name === name).length;
  // A name of a file may hold half a letter, of which no address can be made.
  const whole = Buffer.from(before === 0 ? name : `${name}-${before + 1}`).toString();
  return `/${encodeURIComponent(whole)}/`;
}
