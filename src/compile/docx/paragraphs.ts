import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import { isRightToLeft } from '../../words/direction.ts';
import { type Dress, mirrored } from '../office/dress.ts';
import type { Picture } from '../office/pictures.ts';
import type { Paragraph as Piece } from '../office/pieces.ts';
import { isRightToLeftRuns, type Marks, type Run } from '../office/runs.ts';
import { LETTERS, LIST_STEP, PARAGRAPHS } from '../office/styles.ts';
import { localeOf } from '../office/text.ts';
import { fieldOf } from './fields.ts';
import { listReference } from './lists.ts';
import { twips } from './styles.ts';

/** What is known of the whole file while its paragraphs are written. */
export interface Writing {
  readonly dress: Dress;
  /** The bookmark of each heading. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Notes called more than once: other calls lead to the bookmark of the first. */
  readonly recalled: ReadonlySet<number>;
  /** A number for each picture. */
  readonly nextPicture: () => number;
}

/**
 * A paragraph of the flow as Word has it: its style, and what it holds.
 * @param piece the paragraph
 * @param writing what is known of the whole file
 * @returns the paragraph
 */
export function paragraphOf(piece: Piece, writing: Writing): Paragraph {
  const runs = childrenOf(piece.runs, writing);
  const anchor = piece.id === undefined ? undefined : writing.anchors.get(piece.id);
  const { list } = piece;
  return new Paragraph({
    style: PARAGRAPHS[piece.style].word[0],
    ...(isRightToLeftRuns(piece.runs) && fromRight(piece, writing)),
    ...(piece.opens === true && { pageBreakBefore: true }),
    ...(piece.stays === true && { keepNext: true }),
    ...(list && { numbering: { reference: listReference(list), level: list.level, instance: list.list } }),
    children: anchor === undefined ? runs : [new Bookmark({ id: anchor, children: runs })],
  });
}

/** Its direction, and on which side its margin stands. */
function fromRight({ style, list }: Piece, { dress }: Writing): IParagraphOptions {
  const { left, right } = mirrored(style, dress);
  const inList = list === undefined ? 0 : LIST_STEP * (list.level + 1);
  return {
    bidirectional: true,
    indent: { left: twips(left + inList), right: twips(right), ...(list && { hanging: twips(LIST_STEP - 1) }) },
  };
}

/**
 * Runs as the children of a paragraph.
 * @param runs any runs
 * @param writing what is known of the whole file
 * @returns the children, in the same order
 */
export function childrenOf(runs: readonly Run[], writing: Writing): ParagraphChild[] {
  return runs.map((run) => childOf(run, writing));
}

function childOf(run: Run, writing: Writing): ParagraphChild {
  switch (run.kind) {
    case 'text':
      return new TextRun({
        text: run.text,
        ...looks(run.marks),
        ...(isRightToLeft(run.text) && { rightToLeft: true }),
      });
    case 'tab':
      return new TextRun({ children: [new Tab()] });
    case 'break':
      return new TextRun({ break: 1 });
    case 'picture':
      return imageOf(run.picture, writing.nextPicture());
    case 'note':
      return noteCall(run.number, run.again, writing.recalled);
    case 'link':
      return linkOf(run.url, childrenOf(run.runs, writing), writing);
  }
}

/** By style where there is one for it. */
function looks({ style, strong, emphasis, delete: struck, lang }: Marks): object {
  const only = style ?? (strong === true ? 'strong' : emphasis === true ? 'emphasis' : undefined);
  return {
    ...(only && { style: LETTERS[only].word[0] }),
    ...(strong === true && only !== 'strong' && { bold: true }),
    ...(emphasis === true && only !== 'emphasis' && { italics: true }),
    ...(struck === true && { strike: true }),
    ...(lang !== undefined && { language: { value: localeOf(lang) } }),
  };
}

function linkOf(url: string, children: ParagraphChild[], { anchors }: Writing): ParagraphChild {
  if (!url.startsWith('#')) return new ExternalHyperlink({ link: url, children });
  return new InternalHyperlink({ anchor: anchors.get(url.slice(1)) ?? '', children });
}

/** Word knows one call of a note; another is a field that says its number again. */
function noteCall(number: number, again: boolean, recalled: ReadonlySet<number>): ParagraphChild {
  const place = `_Note${number}`;
  if (again)
    return new InternalHyperlink({
      anchor: place,
      children: fieldOf(`NOTEREF ${place} \\f \\h`, String(number), 'appel'),
    });
  const call = new FootnoteReferenceRun(number);
  return recalled.has(number) ? new Bookmark({ id: place, children: [call] }) : call;
}

function imageOf(picture: Picture, rank: number): ImageRun {
  const { type, bytes, svg, width, height, title, alt } = picture;
  const pixels = (mm: number): number => (mm * 96) / 25.4;
  const common = {
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { id: String(rank), name: `Image ${rank}`, title, description: alt },
  };
  const data = { type, data: bytes } as const;
  return svg === undefined
    ? new ImageRun({ ...data, ...common })
    : new ImageRun({ type: 'svg', data: new TextEncoder().encode(svg), fallback: data, ...common });
}
