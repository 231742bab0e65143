import { escapeHtml } from '../../words/escape.ts';
import type { Langue } from '../../words/text.ts';
import { type Dress, mirrored } from '../office/dress.ts';
import type { Picture } from '../office/pictures.ts';
import type { Paragraph } from '../office/pieces.ts';
import { isRightToLeftRuns, type Marks, type Run } from '../office/runs.ts';
import { LIST_STEP, PARAGRAPHS } from '../office/styles.ts';
import { localeOf } from '../office/text.ts';
import { automaticStyle } from './automatic.ts';
import { letterName, styleName } from './styles.ts';
import { element, mm, textXml } from './xml.ts';

/** What is known of the whole file while its paragraphs are written. */
export interface Writing {
  readonly dress: Dress;
  /** The bookmark of each heading. */
  readonly anchors: ReadonlyMap<string, string>;
  /** The note of each number, from 1. */
  readonly notes: readonly (readonly Paragraph[])[];
  /** The pictures met so far: each is a file of the package. */
  readonly pictures: Picture[];
  /** Automatic styles by their XML, so that each is said once: XML without its name → name. */
  readonly automatic: Map<string, string>;
}

/** Letters that are struck out: there is no style that people know for it. */
export const STRUCK = 'Barre';

/**
 * A paragraph or a heading of the flow.
 * @param piece the paragraph
 * @param writing what is known of the whole file
 * @param opening the name of an automatic style in place of its own, where a page begins with it
 * @returns XML
 */
export function paragraphXml(piece: Paragraph, writing: Writing, opening?: string): string {
  const runs = runsXml(piece.runs, writing);
  const anchor = piece.id === undefined ? undefined : writing.anchors.get(piece.id);
  const name = { 'text:name': anchor };
  const inside =
    anchor === undefined ? runs : element('text:bookmark-start', name) + runs + element('text:bookmark-end', name);
  const style = { 'text:style-name': opening ?? styleOf(piece, writing) };
  const { outline } = PARAGRAPHS[piece.style];
  if (outline === undefined || piece.style === 'titreMentions') return element('text:p', style, inside);
  return element('text:h', { ...style, 'text:outline-level': outline }, inside);
}

function styleOf(piece: Paragraph, writing: Writing): string {
  const { style, opens, stays, runs } = piece;
  const own = {
    ...(opens === true && { 'fo:break-before': 'page' }),
    ...(stays === true && { 'fo:keep-with-next': 'always' }),
    ...(isRightToLeftRuns(runs) && fromRight(piece, writing)),
  };
  if (Object.keys(own).length === 0) return styleName(style);
  const properties = element('style:paragraph-properties', own);
  return automaticStyle(writing, 'paragraph', properties, { 'style:parent-style-name': styleName(style) });
}

/** Its direction, and on which side its margin stands; the item of a list stands in from it. */
function fromRight({ style, list }: Paragraph, { dress }: Writing): Readonly<Record<string, string>> {
  const { left, right } = mirrored(style, dress);
  const inList = list === undefined ? 0 : LIST_STEP * (list.level + 1);
  return {
    'fo:margin-left': mm(left + inList),
    'fo:margin-right': mm(right),
    'style:writing-mode': 'rl-tb',
    'fo:text-align': 'right',
  };
}

/**
 * Runs inside a paragraph.
 * @param runs any runs
 * @param writing what is known of the whole file
 * @returns XML, in the same order
 */
export function runsXml(runs: readonly Run[], writing: Writing): string {
  return runs.map((run) => runXml(run, writing)).join('');
}

function runXml(run: Run, writing: Writing): string {
  switch (run.kind) {
    case 'text':
      return marked(textXml(run.text), run.marks, writing);
    case 'tab':
      return '<text:tab/>';
    case 'break':
      return '<text:line-break/>';
    case 'picture':
      return pictureXml(run.picture, writing);
    case 'note':
      return run.again ? callAgain(run.number) : noteXml(run.number, writing);
    case 'link':
      return linkXml(run.url, runsXml(run.runs, writing), writing);
  }
}

/** A link has its style already. */
function marked(text: string, { style, strong, emphasis, delete: struck, lang }: Marks, writing: Writing): string {
  const names = [
    style === undefined || style === 'link' ? undefined : letterName(style),
    strong === true ? letterName('strong') : undefined,
    emphasis === true ? letterName('emphasis') : undefined,
    struck === true ? STRUCK : undefined,
    lang === undefined ? undefined : languageStyle(lang, writing),
  ];
  return names.reduce((inside: string, name) => (name === undefined ? inside : span(name, inside)), text);
}

function languageStyle(lang: Langue, writing: Writing): string {
  const [language, country] = localeOf(lang).split('-');
  const said = element('style:text-properties', { 'fo:language': language, 'fo:country': country });
  return automaticStyle(writing, 'text', said);
}

function span(name: string, inside: string): string {
  return element('text:span', { 'text:style-name': name }, inside);
}

function linkXml(url: string, inside: string, { anchors }: Writing): string {
  const target = url.startsWith('#') ? `#${anchors.get(url.slice(1)) ?? ''}` : url;
  const style = letterName('link');
  return element(
    'text:a',
    { 'xlink:type': 'simple', 'xlink:href': target, 'text:style-name': style, 'text:visited-style-name': style },
    inside,
  );
}

function noteXml(number: number, writing: Writing): string {
  const body = (writing.notes[number - 1] ?? []).map((one) => paragraphXml(one, writing)).join('');
  return element(
    'text:note',
    { 'text:id': `note${number}`, 'text:note-class': 'footnote' },
    element('text:note-citation', {}, String(number)) + element('text:note-body', {}, body),
  );
}

/** A note called again: its number, which leads to it. */
function callAgain(number: number): string {
  const reference = {
    'text:note-class': 'footnote',
    'text:reference-format': 'text',
    'text:ref-name': `note${number}`,
  };
  return span(letterName('appel'), element('text:note-ref', reference, String(number)));
}

function pictureXml(picture: Picture, writing: Writing): string {
  writing.pictures.push(picture);
  const rank = writing.pictures.length;
  const frame = {
    'draw:style-name': 'Image',
    'draw:name': `Image ${rank}`,
    'text:anchor-type': 'as-char',
    'svg:width': mm(picture.width),
    'svg:height': mm(picture.height),
  };
  const image = element('draw:image', {
    'xlink:href': picturePath(picture, rank),
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
    'draw:mime-type': pictureType(picture),
  });
  const title = picture.title === '' ? '' : element('svg:title', {}, escapeHtml(picture.title));
  const alt = picture.alt === '' ? '' : element('svg:desc', {}, escapeHtml(picture.alt));
  return element('draw:frame', frame, image + title + alt);
}

/**
 * Where a picture lies in the package.
 * @param picture the picture
 * @param rank which one, from 1
 * @returns its path
 */
export function picturePath({ type }: Picture, rank: number): string {
  return `Pictures/${rank}.${type}`;
}

/** @returns the media type of a picture */
export function pictureType({ type }: Picture): string {
  return type === 'png' ? 'image/png' : 'image/jpeg';
}
