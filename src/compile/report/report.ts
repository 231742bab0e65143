import Handlebars from 'handlebars';
import type { Dossier, Session } from '../../model/dossier.ts';
import type { Block, MarkdownTree } from '../../model/markdown.ts';
import type { OutputFile } from '../../model/output.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import type { Langue, Text } from '../../words/text.ts';
import type { Frame } from '../frame.ts';
import { type PageAssets, writeHtml } from '../html/page.ts';
import { words } from '../html/words.ts';
import { numbered, withIds } from '../markdown/finish.ts';
import { replaceContainers } from '../markdown/walk.ts';
import { writeMarkdown } from '../md/write.ts';
import { framed, frameOf } from './cover.ts';
import { drawn } from './figures.ts';
import { type ReadMedia, withPictures } from './media.ts';
import { readMots } from './mots.ts';
import { namesOf } from './names.ts';
import type { Carte, Matter } from './parts.ts';
import { penFor } from './pen.ts';
import { plain } from './plain.ts';
import { withSources } from './sources.ts';
import { type ReportView, viewOf } from './view.ts';

export type Format = 'html' | 'md';

/** The files that a report is made with, as texts. */
export interface ReportTemplates {
  /** `page.html.hbs`, and `style.css`. */
  readonly page: PageAssets;
  /** `rapport.md.hbs`. */
  readonly rapport: string;
  /** `mots.<langue>.yaml`, of the report's language. */
  readonly mots: string;
}

/** What a report is made from, beside its dossier. */
export interface ReportContext {
  readonly session?: Session;
  readonly perimetre: Perimetre;
  /** The language of the report. */
  readonly langue: Langue;
  /** The language of the authors' words. */
  readonly auteur: Langue;
  readonly templates: ReportTemplates;
  readonly readMedia: ReadMedia;
  /** What maps are drawn from; without it the report has none. */
  readonly carte?: Carte;
}

/** A report in each format asked for, and what its author should know of it. */
export interface Report {
  readonly files: readonly OutputFile[];
  readonly remarks: readonly Text[];
}

/**
 * The report of one dossier: view → template → Markdown → tree → writers.
 * @param dossier every part of it valid
 * @param context what else it is made from
 * @param formats which files to make
 * @returns the files at `<id>/rapport.<format>`, the same bytes each time, and remarks (a picture not shown)
 */
export function reportOf(dossier: Dossier, context: ReportContext, formats: readonly Format[]): Report {
  const composed = compose(dossier, context);
  const { matter, tree, frame } = composed;
  const remarks: Text[] = [];
  const files = formats.map((format): OutputFile => {
    const path = `${dossier.id}/rapport.${format}`;
    if (format === 'md')
      return { path, bytes: writeMarkdown(plain(framed(tree, frame, words(context.langue).about), matter)) };
    const pictures = pictured(composed, context, remarks);
    return { path, bytes: writeHtml(pictures, frame, context.templates.page) };
  });
  return { files, remarks };
}

/** A report before it is written: the same for every format. */
export interface Composed {
  readonly matter: Matter;
  /** The whole text, from headings of the second level down, figures drawn; pictures of the dossier still named. */
  readonly tree: MarkdownTree;
  readonly frame: Frame;
}

/** View → template → Markdown → tree, and what stands around it. */
export function compose(dossier: Dossier, context: ReportContext): Composed {
  const matter = matterOf(dossier, context);
  const text = fill(context.templates.rapport, viewOf(matter), matter);
  return { matter, tree: treeOf(text, matter), frame: frameOf(matter) };
}

/**
 * The text of a report with its pictures inside it, as `data:` addresses.
 * @param remarks what could not be shown is added here
 */
export function pictured({ tree, matter }: Composed, { readMedia }: ReportContext, remarks: Text[]): MarkdownTree {
  return withPictures(tree, matter, readMedia, remarks);
}

/** What the parts of a report are made from. */
export function matterOf(
  dossier: Dossier,
  { session, perimetre, langue, auteur, templates, carte }: ReportContext,
): Matter {
  const pen = penFor(dossier, langue, auteur, readMots(templates.mots, langue));
  return { dossier, session, perimetre, pen, names: namesOf(dossier, pen), carte };
}

/** The helpers of `rapport.md.hbs`: a phrase of ours, and the schemas' title of a key. */
export const HELPERS = ['mot', 'cle'] as const;

/** A view in its template. Nothing is escaped here: the view is Markdown already. */
function fill(template: string, view: ReportView, { pen }: Matter): string {
  const run = compiled(template);
  return run(view, { helpers: { mot: (key: string) => pen.mot(key), cle: (path: string) => pen.cle(path) } });
}

let last: { readonly template: string; readonly run: HandlebarsTemplateDelegate<ReportView> } | undefined;

/** Compiled once for all the dossiers of a command: it costs more than a report. */
function compiled(template: string): HandlebarsTemplateDelegate<ReportView> {
  if (last?.template !== template) {
    const known = { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers: { mot: true, cle: true } };
    last = { template, run: Handlebars.compile<ReportView>(template, known) };
  }
  return last.run;
}

function treeOf(text: string, matter: Matter): MarkdownTree {
  const { bodies } = matter.pen;
  const whole = bodies.fill(bodies.parse(text));
  let figures = 0;
  const replaced = replaceContainers(whole, ({ name, args }): readonly Block[] | null => {
    if (name !== 'figure') return null;
    figures += 1;
    const figure = drawn(matter, args, `fig${figures}`);
    return figure === null ? [] : [figure];
  });
  const { blocks, notes } = numbered(withIds(replaced.blocks), replaced.notes);
  return withSources({ blocks, notes }, matter);
}
