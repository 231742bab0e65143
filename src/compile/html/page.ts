import Handlebars from 'handlebars';
import type { Inline, MarkdownTree } from '../../model/markdown.ts';
import type { Frame } from '../frame.ts';
import { headingsOf, plainText } from '../markdown/walk.ts';
import { themeStyle } from './theme.ts';
import { words } from './words.ts';
import { bodyHtml } from './write.ts';

/** The files of a page's frame, read by whoever knows where they lie. */
export interface PageAssets {
  /** The text of `page.html.hbs`, or what a build made of it. */
  readonly template: string | ((view: PageView) => string);
  /** The text of `style.css`. */
  readonly style: string;
  /** Faces as a style sheet that holds them (`polices.gen.css`); without it, those of the reader's machine. */
  readonly polices?: string;
}

/** What `page.html.hbs` shows. `body`, `cover.svg`, `logo.url`, `style` and `runningHead` are HTML and CSS of ours; the rest is escaped there. */
export interface PageView extends Omit<Frame, 'plan' | 'theme' | 'auteur'> {
  /** The language of the title, where it is not the page's. */
  readonly auteur?: string | null;
  /** null for the whole report. */
  readonly plan?: string | null;
  readonly logo?: { readonly url: string; readonly alt: string } | null;
  readonly contents: readonly ContentsEntry[];
  readonly words: { readonly contents: string; readonly skip: string; readonly about: string };
  readonly body: string;
  readonly style: string;
  readonly runningHead: string;
}

interface ContentsEntry {
  readonly id: string;
  readonly title: string;
  /** Its language, where it is not the page's. */
  readonly lang: string | null;
  readonly inside: readonly Omit<ContentsEntry, 'inside'>[];
}

/**
 * A text as one HTML file that needs nothing else: no script, no other file, light and dark, screen and print.
 * @param tree the text, from headings of the second level down; its first-level title is the frame's
 * @param frame what stands around it
 * @param assets the template and the style sheet
 * @returns the file
 */
export function writeHtml(tree: MarkdownTree, frame: Frame, assets: PageAssets): string {
  const { plan = null, auteur = null, theme, ...around } = frame;
  return renderPage(assets.template, {
    ...around,
    plan,
    auteur,
    logo: theme?.logo ? { url: dataUrl(theme.logo.type, theme.logo.bytes), alt: theme.logo.alt } : null,
    contents: contentsOf(tree),
    words: words(frame.langue),
    body: bodyHtml(tree, frame.langue),
    style: [assets.polices ?? '', assets.style, theme === undefined ? '' : themeStyle(theme)]
      .join('')
      .replaceAll('</', '<\\/'),
    runningHead: runningHead(frame),
  });
}

/**
 * A page's view in its template.
 * @param template its text, or what a build made of it
 * @param view what to show
 * @returns HTML
 */
export function renderPage(template: PageAssets['template'], view: PageView): string {
  if (typeof template === 'function') return template(view);
  if (last?.template !== template) {
    last = { template, run: Handlebars.compile<PageView>(template, { strict: true, knownHelpersOnly: true }) };
  }
  return last.run(view);
}

/** Compiled once for all the pages of a command. */
let last: { readonly template: string; readonly run: HandlebarsTemplateDelegate<PageView> } | undefined;

function contentsOf(tree: MarkdownTree): readonly ContentsEntry[] {
  const entries: (ContentsEntry & { inside: ContentsEntry[] })[] = [];
  for (const heading of headingsOf(tree.blocks)) {
    if (heading.id === undefined || heading.depth > 3) continue;
    const words = withoutNotes(heading.children);
    const entry = { id: heading.id, title: plainText(words), lang: langOf(words), inside: [] };
    if (heading.depth <= 2) entries.push(entry);
    else entries.at(-1)?.inside.push(entry);
  }
  return entries;
}

/** Where all of it is in one other language. */
function langOf(inlines: readonly Inline[]): string | null {
  const langs = new Set(inlines.map((one) => (one.type === 'text' ? (one.lang ?? null) : null)));
  const [only = null] = langs;
  return langs.size === 1 ? only : null;
}

function withoutNotes(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.filter((inline) => inline.type !== 'note');
}

function dataUrl(type: string, bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return `data:${type};base64,${btoa(chunks.join(''))}`;
}

/** The words at the top of each printed page: CSS strings, with nothing that could close one or the style sheet. */
function runningHead(frame: Frame): string {
  const quoted = (text: string): string => `"${text.replace(/[\\"<>\n\r\f]/g, ' ')}"`;
  return `@page{@top-left{content:${quoted(frame.title)}}@top-right{content:${quoted(frame.diffusion)}}}`;
}
