import type { Dossier, Session } from '../../model/dossier.ts';
import type { Block, Figure, MarkdownTree } from '../../model/markdown.ts';
import type { OutputFile } from '../../model/output.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import { fillIn, type Langue, type Text } from '../../words/text.ts';
import type { Engines, Starting } from '../engines.ts';
import type { Frame } from '../frame.ts';
import { writeHtml } from '../html/page.ts';
import { words } from '../html/words.ts';
import { numbered, withIds } from '../markdown/finish.ts';
import { replaceContainers } from '../markdown/walk.ts';
import { writeMarkdown } from '../md/write.ts';
import { dataUrl } from '../pictures/data-url.ts';
import type { Cible } from '../pictures/raster.ts';
import type { Theme } from '../theme.ts';
import { framed, frameOf } from './cover.ts';
import { drawn } from './figures.ts';
import { fill, fillPage } from './fill.ts';
import { type PictureOptions, picturesIn, type ReadMedia, UNDRAWN, wantsResize, withPictures } from './media.ts';
import { motsOf } from './mots.ts';
import { namesOf } from './names.ts';
import type { Carte, Matter } from './parts.ts';
import type { PdfParts } from './pdf.ts';
import { penFor } from './pen.ts';
import { plain } from './plain.ts';
import type { Plan } from './plan.ts';
import { withSources } from './sources.ts';
import type { FindTemplate } from './template-file.ts';
import { viewFor } from './view.ts';

/** What a report can be written as without any engine. */
export type PageFormat = 'html' | 'md';
export type Format = PageFormat | 'pdf' | 'docx' | 'odt';

/** What a report is made from, beside its dossier. */
export interface ReportContext {
  readonly session?: Session;
  readonly perimetre: Perimetre;
  /** The language of the report. */
  readonly langue: Langue;
  /** The language of the authors' words. */
  readonly auteur: Langue;
  /** `<plan>.md.hbs`, `partiels.md.hbs`, `mots.<langue>.yaml`, `page.html.hbs`, `style.css`. */
  readonly template: FindTemplate;
  readonly readMedia: ReadMedia;
  /** What maps are drawn from; without it the report has none. */
  readonly carte?: Carte;
  /** What the document is for; the whole report when it is not said. */
  readonly plan?: Plan;
  readonly theme?: Theme;
  /** What is known already that the author should know: a logo that is not there. */
  readonly remarks?: readonly Text[];
  /** Makes large pictures smaller for a page, where it is started already. */
  readonly resize?: Engines['resize'];
  /** Before the ids of its figures, where several reports stand in one page. */
  readonly prefixe?: string;
}

/** A report in each format asked for, and what its author should know of it. */
export interface Report {
  readonly files: readonly OutputFile[];
  readonly remarks: readonly Text[];
}

/**
 * The report of one dossier, or another plan of it, as a page or a text: view → template → Markdown → tree → writer.
 * @param dossier every part of it valid
 * @param context what else it is made from
 * @param formats which files to make
 * @returns the files at `<id>/<plan>.<format>`, the same bytes each time, and remarks (a picture not shown)
 */
export function reportOf(dossier: Dossier, context: ReportContext, formats: readonly PageFormat[]): Report {
  const composed = compose(dossier, context);
  const remarks: Text[] = [...(context.remarks ?? [])];
  const files = formats.map((format) => {
    const bytes =
      format === 'md'
        ? markdownOf(composed, context)
        : pageOf(pictured(composed, context, remarks, { resize: context.resize }), composed, context);
    return { path: pathOf(dossier, context, format), bytes };
  });
  return { files, remarks };
}

/**
 * The same in any format, from one tree: all say the same.
 * @param engines what the heavy formats are made with, each started when it is needed
 */
export async function reportIn(
  dossier: Dossier,
  context: ReportContext,
  formats: readonly Format[],
  engines: Starting,
): Promise<Report> {
  return writtenIn(compose(dossier, context), context, formats, engines, (one) => pathOf(dossier, context, one));
}

/** What a report is written with, once it is composed. */
export type WritingContext = Pick<ReportContext, 'langue' | 'template' | 'readMedia' | 'remarks'>;

/**
 * A composed report in any format.
 * @param pathIn where it goes in each
 */
export async function writtenIn(
  composed: Composed,
  context: WritingContext,
  formats: readonly Format[],
  engines: Starting,
  pathIn: (format: Format) => string,
): Promise<Report> {
  const remarks: Text[] = [...(context.remarks ?? [])];
  const files: OutputFile[] = [];
  const ready = new Map<Room, MarkdownTree>();
  const make = async (room: Room): Promise<MarkdownTree> => {
    const cible = room === 'ecran' ? 'ecran' : 'papier';
    const resize = wantsResize(composed.tree, context.readMedia, cible) ? await engines.resize() : undefined;
    if (room !== 'bureau') return pictured(composed, context, remarks, { cible, resize });
    const showable = await officeShows(composed.frame, remarks, engines);
    const paper = await picturesFor('papier');
    return [...picturesIn(paper)].every(showable)
      ? paper
      : pictured(composed, context, remarks, { cible, resize, showable });
  };
  const picturesFor: PicturesFor = async (room, without) => {
    if (without !== undefined) {
      const resize = wantsResize(composed.tree, context.readMedia, 'papier') ? await engines.resize() : undefined;
      return pictured(composed, context, remarks, { cible: 'papier', resize, ...without });
    }
    const tree = ready.get(room) ?? (await make(room));
    ready.set(room, tree);
    return tree;
  };
  for (const format of formats)
    files.push({
      path: pathIn(format),
      bytes: await writtenAs(format, composed, context, { engines, picturesFor, remarks }),
    });
  return { files, remarks };
}

/** What pictures are made ready for: a screen, a PDF, files of an office suite. */
type Room = Cible | 'bureau';

/** The text with its pictures made ready; anew where some are found not to be showable after all. */
type PicturesFor = (room: Room, without?: Pick<PictureOptions, 'showable' | 'undrawn'>) => Promise<MarkdownTree>;

/** What a report is written with. */
interface Tools {
  readonly engines: Starting;
  readonly picturesFor: PicturesFor;
  readonly remarks: Text[];
}

/** Office files show drawings as points: what cannot be drawn is asked for first, and the logo said at once. */
async function officeShows({ theme }: Frame, remarks: Text[], engines: Starting): Promise<(data: string) => boolean> {
  const { isShowable } = await import('../office/pictures.ts');
  const raster = await engines.raster();
  const logo = theme?.logo ?? null;
  if (logo !== null && !isShowable(dataUrl(logo.type, logo.bytes), raster))
    remarks.push(fillIn({ fr: 'logo : {raison}', en: 'logo: {raison}' }, { raison: UNDRAWN }));
  return (data) => isShowable(data, raster);
}

async function writtenAs(
  format: Format,
  composed: Composed,
  context: WritingContext,
  { engines, picturesFor, remarks }: Tools,
): Promise<Uint8Array | string> {
  const { frame } = composed;
  switch (format) {
    case 'md':
      return markdownOf(composed, context);
    case 'html':
      return pageOf(await picturesFor('ecran'), composed, context);
    case 'pdf': {
      const { pdfOf } = await import('./pdf.ts');
      const typst = await engines.typst();
      const template = context.template('page.typ');
      const { dossier } = composed.matter;
      const pictures: PdfParts['pictures'] = (without) => picturesFor('papier', without);
      return pdfOf({ dossier, frame, template, pictures, typst }, remarks);
    }
    case 'docx': {
      const { writeDocx } = await import('../docx/write.ts');
      return writeDocx(await picturesFor('bureau'), frame, await engines.raster());
    }
    case 'odt': {
      const { writeOdt } = await import('../odt/write.ts');
      return writeOdt(await picturesFor('bureau'), frame, await engines.raster());
    }
  }
}

/** Where a report goes below the output folder. */
export function pathOf({ id }: Dossier, { plan = 'rapport' }: ReportContext, format: Format): string {
  return `${id}/${plan}.${format}`;
}

function markdownOf({ matter, tree, frame }: Composed, { langue }: WritingContext): string {
  return writeMarkdown(plain(framed(tree, frame, words(langue).about), matter));
}

function pageOf(pictures: MarkdownTree, { frame }: Composed, { template }: WritingContext): string {
  const page = template('page.html.hbs');
  return writeHtml(pictures, frame, {
    template: (view: object) => fillPage(page, view),
    style: template('style.css').text,
    polices: template('polices.gen.css').text,
  });
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
  const { plan = 'rapport', template, theme, prefixe = '' } = context;
  const matter = matterOf(dossier, context);
  const view = viewFor(plan, matter);
  const text = fill(template(`${plan}.md.hbs`), template('partiels.md.hbs'), view, matter.pen);
  const frame = frameOf(matter);
  return { matter, tree: treeOf(text, matter, prefixe), frame: theme === undefined ? frame : { ...frame, theme } };
}

/**
 * The text of a report with its pictures inside it, as `data:` addresses.
 * @param remarks what could not be shown is added here
 * @param options what they are made ready for: a screen unless said
 */
export function pictured(
  { tree, matter }: Composed,
  { readMedia }: WritingContext,
  remarks: Text[],
  options: PictureOptions = {},
): MarkdownTree {
  return withPictures(tree, matter, readMedia, remarks, options);
}

/** What the parts of a report are made from. */
export function matterOf(
  dossier: Dossier,
  { session, perimetre, langue, auteur, template, carte, plan = 'rapport' }: ReportContext,
): Matter {
  const pen = penFor(dossier, langue, auteur, motsOf(template(`mots.${langue}.yaml`), langue));
  return { plan, dossier, session, perimetre, pen, names: namesOf(dossier, pen), carte };
}

/** On two pages there is no room for the data of a picture: they are in the report. */
function withoutData({ table: _, ...figure }: Figure): Figure {
  return figure;
}

function treeOf(text: string, matter: Matter, prefixe: string): MarkdownTree {
  const { bodies } = matter.pen;
  const whole = bodies.fill(bodies.parse(text));
  let figures = 0;
  const replaced = replaceContainers(whole, ({ name, args }): readonly Block[] | null => {
    if (name !== 'figure') return null;
    figures += 1;
    const figure = drawn(matter, args, `${prefixe}fig${figures}`);
    return figure === null ? [] : [matter.plan === 'fiche' ? withoutData(figure) : figure];
  });
  const { blocks, notes } = numbered(withIds(replaced.blocks), replaced.notes);
  return withSources({ blocks, notes }, matter);
}
