import type { Session } from '../../model/dossier.ts';
import type { Block, Inline, MarkdownTree } from '../../model/markdown.ts';
import type { Starting } from '../engines.ts';
import { carteDesSites } from '../maps/sites.ts';
import { numbered, withIds } from '../markdown/finish.ts';
import { changed, replaceContainers } from '../markdown/walk.ts';
import { fill } from '../report/fill.ts';
import { motsOf } from '../report/mots.ts';
import { namesOf } from '../report/names.ts';
import { penFor } from '../report/pen.ts';
import { SESSION_TEMPLATE } from '../report/plan.ts';
import { type Composed, type Format, type Report, type ReportContext, writtenIn } from '../report/report.ts';
import { withSources } from '../report/sources.ts';
import { carteOf, sessionFrame } from './frame.ts';
import { isSite, readersOf, type SessionMatter, type Site, showsJury, standIn } from './matter.ts';
import { LINK } from './sites-view.ts';
import { sessionViewOf } from './view.ts';

/** What a session's report is made from, beside the session; of `perimetre` only the years of the reference data. */
export interface SessionContext
  extends Pick<ReportContext, 'perimetre' | 'langue' | 'auteur' | 'template' | 'readMedia' | 'theme' | 'remarks'> {
  /** The dossiers that name the session, by id. */
  readonly dossiers: readonly Pick<Site, 'dossier' | 'perimetre'>[];
  /** Whether what the jury noted is to be in the report; null where the session's own circulation says it. */
  readonly avecJury: boolean | null;
  /** What the map of the sites is drawn from; without it there is none. */
  readonly france?: SessionMatter['france'];
  /** Does the report of that dossier lie beside this one, in that format? */
  readonly hasReport: (dossier: string, format: Format) => boolean;
}

/** Where the report of a session goes below the output folder. */
export function sessionPath({ id }: Session, format: Format): string {
  return `sessions/${id}/rapport.${format}`;
}

/**
 * The report of a session, in any format.
 * @param session every part of it valid
 * @param context what else it is made from
 * @param engines what the heavy formats are made with, each started when it is needed
 * @returns the files at `sessions/<id>/rapport.<format>`, the same bytes each time, and remarks
 */
export async function sessionReportIn(
  session: Session,
  context: SessionContext,
  formats: readonly Format[],
  engines: Starting,
): Promise<Report> {
  const made: Report[] = [];
  // One after the other: links lead to files of the same format.
  for (const format of formats) {
    const composed = composeSession(session, context, format);
    made.push(await writtenIn(composed, context, [format], engines, (one) => sessionPath(session, one)));
  }
  const remarks = new Map(made.flatMap((one) => one.remarks).map((remark) => [remark.fr, remark]));
  return { files: made.flatMap(({ files }) => files), remarks: [...remarks.values()] };
}

/**
 * View → template → Markdown → tree, and what stands around it.
 * @param format which format its links lead to
 */
export function composeSession(session: Session, context: SessionContext, format: Format): Composed {
  const { template, theme } = context;
  const matter = sessionMatter(session, context, format);
  const text = fill(template(SESSION_TEMPLATE), template('partiels.md.hbs'), sessionViewOf(matter), matter.pen);
  const frame = sessionFrame(matter);
  const tree = linked(treeOf(text, matter), matter, format);
  return { matter, tree, frame: theme === undefined ? frame : { ...frame, theme } };
}

/** What the parts of a session's report are made from. */
export function sessionMatter(session: Session, context: SessionContext, format: Format): SessionMatter {
  const { perimetre, langue, auteur, template, dossiers, avecJury, france, hasReport } = context;
  const jury = showsJury(session, avecJury);
  const sites = dossiers.filter(({ dossier }) => isSite(dossier));
  const { diffusion, seen } = readersOf(
    session,
    jury,
    sites.map(({ dossier }) => dossier),
  );
  const dossier = standIn(session, diffusion);
  const pen = penFor(dossier, langue, auteur, motsOf(template(`mots.${langue}.yaml`), langue));
  return {
    plan: 'rapport',
    dossier,
    session,
    perimetre,
    pen,
    names: namesOf(dossier, pen),
    carte: undefined,
    sites: sites
      .filter(({ dossier: one }) => seen.includes(one))
      .map((one) => ({ ...one, rapport: hasReport(one.dossier.id, format) })),
    restreints: sites.length - seen.length,
    candidats: dossiers.length - sites.length,
    jury,
    diffusion,
    france,
  };
}

function treeOf(text: string, matter: SessionMatter): MarkdownTree {
  const { bodies } = matter.pen;
  const whole = bodies.fill(bodies.parse(text));
  let figures = 0;
  const replaced = replaceContainers(whole, ({ name, args }): readonly Block[] | null => {
    if (name !== 'figure') return null;
    figures += 1;
    const asked = args === 'sites' ? carteOf(matter, `fig${figures}`) : null;
    const figure = asked && carteDesSites(asked);
    return figure === null ? [] : [figure];
  });
  const { blocks, notes } = numbered(withIds(replaced.blocks), replaced.notes);
  return withSources({ blocks, notes }, matter);
}

/** Links that stand for the report of a dossier lead to its file, from `sessions/<id>/`. */
function linked(tree: MarkdownTree, { sites }: SessionMatter, format: Format): MarkdownTree {
  const files = new Map<string, string>(
    sites.flatMap(({ dossier: { id }, rapport }) =>
      rapport ? [[`#${LINK}${id}`, `../../${id}/rapport.${format}`] as const] : [],
    ),
  );
  const inlines = (all: readonly Inline[]): readonly Inline[] =>
    all.map((one): Inline => {
      if (!('children' in one)) return one;
      const children = inlines(one.children);
      const url = one.type === 'link' ? files.get(one.url) : undefined;
      return one.type === 'link' && url !== undefined ? { ...one, children, url } : { ...one, children };
    });
  return changed(tree, { inlines });
}
