import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { styleName } from '../src/compile/odt/styles.ts';
import { PARAGRAPHS, type Paragraphs } from '../src/compile/office/styles.ts';

/**
 * What a document says, each text with its spaces alike, its calls of notes left out. What one format places elsewhere
 * stands apart: notes (at the foot, in the margin, at the end), contents, what stands for a picture.
 */
export interface Said {
  /** The first page, or what opens a shorter document. */
  readonly cover: readonly string[];
  readonly contents: readonly string[];
  readonly pieces: readonly Piece[];
  readonly notes: readonly string[];
  /** What pictures show, in words: ours, then those of the author. */
  readonly alts: readonly string[];
}

/**
 * A heading, or a paragraph, an item, a cell, a caption; `data` is the table behind a figure, `credit` what stands under
 * a picture of the author.
 */
export interface Piece {
  readonly kind: 'heading' | 'text' | 'data' | 'credit';
  readonly text: string;
}

/** While a document is read. */
export type Reading = { cover: string[]; contents: string[]; pieces: Piece[]; notes: string[]; alts: string[] };
export const nothing = (): Reading => ({ cover: [], contents: [], pieces: [], notes: [], alts: [] });

/** Spaces of any width are one; what only says where a word may break is none. */
export function plainly(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/https?:\/\/\S+/g, writtenOut)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A reader of Markdown shows the letters of an address that others show as `%e2`. */
function writtenOut(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

function elementsOf(xml: string): Element {
  type Open = { name: string; attributes: Record<string, string>; children: (Open | string)[] };
  const root: Open = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text);
  });
  parser.write(xml).close();
  return root;
}

const isElement = (child: Element | string): child is Element => typeof child !== 'string';
const inside = (element: Element): readonly Element[] => element.children.filter(isElement);
const all = (element: Element): readonly Element[] => [element, ...inside(element).flatMap(all)];
const first = (element: Element, name: string): Element | undefined => all(element).find((one) => one.name === name);

/** All the text of an element, those below it taken or left as `read` says. */
function textOf(element: Element, read: (child: Element) => string | null): string {
  return element.children.map((child) => (isElement(child) ? (read(child) ?? textOf(child, read)) : child)).join('');
}

const classOf = ({ attributes }: Element): readonly string[] => (attributes.class ?? '').split(' ');
const LEAVES = ['p', 'figcaption', 'caption', 'th', 'td', 'pre'];

/** A page, as its markup says it: it is ours, so it needs little to be XML. */
export function saidInHtml(html: string): Said {
  const said = nothing();
  const body = html.slice(html.indexOf('<body')).replace(/<(img|br|hr)\b([^>]*)>/g, '<$1$2/>');
  const root = elementsOf(body.replace(/<\/html>\s*$/, ''));
  const [header, nav, main, footer] = ['header', 'nav', 'main', 'footer'].map((name) => first(root, name));
  if (header === undefined || main === undefined || footer === undefined) throw new Error('a page without its parts');
  const cover = nothing();
  readHtml(header, cover, 'text');
  said.cover.push(...cover.pieces.map(({ text }) => text));
  if (nav !== undefined)
    said.contents.push(
      ...all(nav)
        .filter(({ name }) => name === 'a')
        .map((a) => ofHtml(a, said)),
    );
  readHtml(main, said, 'text');
  readHtml(footer, said, 'text');
  return said;
}

function readHtml(element: Element, said: Reading, kind: Exclude<Piece['kind'], 'heading'>): void {
  const { name, attributes } = element;
  if (name === 'svg') said.alts.push(plainly(textOf(first(element, 'desc') ?? element, () => null)));
  else if (classOf(element).includes('note')) {
    const note = nothing();
    for (const child of inside(element)) readHtml(child, note, 'text');
    said.notes[Number(attributes.id?.replace('_note-', '')) - 1] = note.pieces.map(({ text }) => text).join(' ');
  } else if (name === 'ul' && classOf(element).includes('visees'))
    push(
      said,
      kind,
      inside(element)
        .map((item) => ofHtml(item, said))
        .join(' '),
    );
  else if (/^h[1-6]$/.test(name)) push(said, 'heading', ofHtml(element, said));
  else if (LEAVES.includes(name)) push(said, kind, ofHtml(element, said));
  else if (name === 'li') {
    const own = { ...element, children: element.children.filter((child) => !isElement(child) || !isBlock(child)) };
    push(said, kind, ofHtml(own, said));
    for (const child of inside(element)) if (isBlock(child)) readHtml(child, said, kind);
  } else if (name !== 'summary') {
    const within = classOf(element).includes('donnees') ? 'data' : kind;
    inside(element).forEach((child, at, all) => {
      const before = all[at - 1];
      const isCredit =
        classOf(child).includes('bloc-legende') && before !== undefined && first(before, 'img') !== undefined;
      readHtml(child, said, isCredit ? 'credit' : within);
    });
  }
}

const isBlock = ({ name }: Element): boolean => ['div', 'p', 'ul', 'ol', 'figure', 'blockquote', 'svg'].includes(name);

/** Calls of notes, the numbers of notes and the letters of badges are left out. */
function ofHtml(element: Element, said: Reading): string {
  const read = (child: Element): string | null => {
    if (child.name === 'br') return ' ';
    if (child.name === 'img') said.alts.push(plainly(child.attributes.alt ?? ''));
    const marks = ['appel', 'numero', 'lettre'];
    return child.name === 'img' || classOf(child).some((one) => marks.includes(one)) ? '' : null;
  };
  return plainly(textOf(element, read));
}

function push(said: Reading, kind: Piece['kind'], text: string): void {
  if (text !== '') said.pieces.push({ kind, text });
}

const COVER: readonly Paragraphs[] = ['logo', 'surtitre', 'titre', 'sousTitre', 'diffusion'];

/** Where the table of a figure is: on paper, under the figure. */
export const TO_DATA =
  / ?(?:Les données de la figure|The data behind this figure|Données de la figure : page \d+|Data of this figure: page \d+)$/;

/** A paragraph of an office file goes where its style says. */
function take(said: Reading, style: Paragraphs | undefined, whole: string): void {
  const text = style === 'legende' ? whole.replace(TO_DATA, '') : whole;
  if (text === '' || style === 'titreSommaire') return;
  const atCover = said.pieces.length === 0 && said.contents.length === 0;
  if (style !== undefined && COVER.includes(style)) said.cover.push(text);
  else if (style === 'sommaire1' || style === 'sommaire2') said.contents.push(text);
  // Of the first figures, that of the cover alone has its caption before any heading.
  else if (style === 'legende' && atCover) said.cover.push(text);
  else {
    const heading = style === 'titreMentions' || (style !== undefined && PARAGRAPHS[style].outline !== undefined);
    push(said, heading ? 'heading' : 'text', text);
  }
}

/** A Word file. */
export function saidInDocx(bytes: Uint8Array): Said {
  const said = nothing();
  const files = unzipSync(bytes);
  const part = (path: string): Element => elementsOf(strFromU8(files[path] ?? new Uint8Array()));
  const names = new Map(entries(PARAGRAPHS).map(([name, { word }]) => [word[0], name]));
  for (const paragraph of all(part('word/document.xml')).filter(({ name }) => name === 'w:p')) {
    const style = first(paragraph, 'w:pStyle')?.attributes['w:val'] ?? '';
    for (const { name, attributes } of all(paragraph))
      if (name === 'wp:docPr') said.alts.push(plainly(attributes.descr ?? ''));
    take(said, names.get(style), wordText(paragraph));
  }
  for (const note of all(part('word/footnotes.xml')).filter(({ name }) => name === 'w:footnote')) {
    const id = Number(note.attributes['w:id']);
    if (id > 0) said.notes[id - 1] = plainly(inside(note).map(wordText).join(' '));
  }
  return said;
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  return Object.entries(record) as unknown as readonly (readonly [Key, Value])[];
}

function wordText(paragraph: Element): string {
  const read = (child: Element): string | null => {
    if (child.name === 'w:tab' || child.name === 'w:br') return ' ';
    if (child.name === 'w:t') return textOf(child, () => null);
    if (child.name !== 'w:r') return null;
    const style = first(child, 'w:rStyle')?.attributes['w:val'] ?? '';
    return isMark(style) ? '' : null;
  };
  const blank = (element: Element): string =>
    textOf({ ...element, children: inside(element) }, (child) => read(child) ?? blank(child));
  return plainly(blank(paragraph));
}

/** The styles of calls of notes and of the letters of badges, in both formats. */
const isMark = (style: string): boolean => /^(?:(?:Foot|End)note(?:Reference|_20_anchor)|Visee[DTS])$/.test(style);

/** A text of LibreOffice. */
export function saidInOdt(bytes: Uint8Array): Said {
  const said = nothing();
  const root = elementsOf(strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array()));
  const parents = new Map(
    all(root).flatMap(({ name, attributes: { 'style:name': own = '', 'style:parent-style-name': parent = '' } }) =>
      name === 'style:style' && parent !== '' ? [[own, parent] as const] : [],
    ),
  );
  const names = new Map(entries(PARAGRAPHS).map(([name]) => [styleName(name), name]));
  const visit = (element: Element): void => {
    if (element.name === 'text:p' || element.name === 'text:h') {
      const style = element.attributes['text:style-name'] ?? '';
      take(said, names.get(parents.get(style) ?? style), openText(element, said));
    } else if (element.name !== 'text:table-of-content-source' && element.name !== 'table:title')
      for (const child of inside(element)) visit(child);
  };
  const body = first(root, 'office:text');
  if (body === undefined) throw new Error('an ODT without text');
  visit(body);
  return said;
}

function openText(paragraph: Element, said: Reading): string {
  const read = (child: Element): string | null => {
    const { name, attributes } = child;
    if (['text:tab', 'text:line-break', 'text:s'].includes(name)) return ' ';
    if (name === 'svg:desc') said.alts.push(plainly(textOf(child, () => null)));
    if (name === 'text:note') {
      const id = Number(attributes['text:id']?.replace('note', ''));
      said.notes[id - 1] = plainly(
        inside(first(child, 'text:note-body') ?? child)
          .map((one) => openText(one, said))
          .join(' '),
      );
    }
    const elsewhere = ['text:note', 'svg:desc', 'svg:title', 'text:bookmark-ref', 'text:note-ref'];
    return elsewhere.includes(name) || isMark(attributes['text:style-name'] ?? '') ? '' : null;
  };
  return plainly(textOf(paragraph, read));
}
