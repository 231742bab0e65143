import {
  Document,
  Footer,
  Header,
  InternalHyperlink,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Tab,
  TextRun,
} from 'docx';
import type { MarkdownTree } from '../../model/markdown.ts';
import type { Frame } from '../frame.ts';
import { words } from '../html/words.ts';
import { anchorsOf } from '../office/anchors.ts';
import { type Dress, dressOf } from '../office/dress.ts';
import { flowOf } from '../office/flow.ts';
import type { Raster } from '../office/pictures.ts';
import type { Flow, Piece } from '../office/pieces.ts';
import { PARAGRAPHS } from '../office/styles.ts';
import { xmlText } from '../office/text.ts';
import { shortTitle } from '../office/title.ts';
import { fieldMarks, fieldOf } from './fields.ts';
import { numberingOf } from './lists.ts';
import { paragraphOf, type Writing } from './paragraphs.ts';
import { sameBytes } from './same-bytes.ts';
import { twips } from './styles.ts';
import { tableOf } from './tables.ts';

/**
 * A report as a Word file that a person can go on writing: named styles, real headings, notes and contents.
 * @param tree the text, from headings of the second level down, its pictures inside it
 * @param frame what stands around it
 * @param raster draws figures for programs that show no SVG
 * @returns the file, the same bytes each time; throws where a figure cannot be drawn
 */
export async function writeDocx(tree: MarkdownTree, frame: Frame, raster: Raster): Promise<Uint8Array> {
  const dress = dressOf(frame);
  const flow = flowOf(tree, frame, raster, dress);
  const file = new Document({
    numbering: numberingOf([...flow.body, ...flow.notes.flat()]),
    features: { updateFields: true },
    ...parts(flow, frame, dress),
  });
  return sameBytes(new Uint8Array(await Packer.toArrayBuffer(file)), frame, dress);
}

function parts(
  flow: Flow,
  frame: Frame,
  dress: Dress,
): Pick<ConstructorParameters<typeof Document>[0], 'sections' | 'footnotes'> {
  let pictures = 0;
  const writing: Writing = {
    dress,
    anchors: anchorsOf(flow.body.flatMap((piece) => (piece.kind === 'paragraph' && piece.id ? [piece.id] : []))),
    recalled: flow.recalled,
    nextPicture: () => {
      pictures += 1;
      return pictures;
    },
  };
  const blocks = (pieces: readonly Piece[]) =>
    pieces.map((piece) => (piece.kind === 'grid' ? tableOf(piece, writing) : paragraphOf(piece, writing)));
  const around = runningLines(frame, fieldOf('STYLEREF 1', ''));
  const section = pageOf(dress);
  const notes = flow.notes.map((note, index) => {
    const children = note.map((one) => paragraphOf(one, writing));
    return [String(index + 1), { children }] as const;
  });
  const whole = [
    { ...section, children: blocks(flow.cover) },
    ...(flow.contents.length === 0
      ? []
      : [{ ...section, ...runningLines(frame, []), children: contentsOf(flow, frame, writing) }]),
    { ...section, ...around, children: blocks(flow.body) },
  ];
  const short = [{ ...section, ...around, children: blocks([...flow.cover, ...flow.body]) }];
  return {
    sections: frame.plan === undefined ? whole : short,
    footnotes: Object.fromEntries(notes),
  };
}

function pageOf({ page }: Dress): Pick<ISectionOptions, 'properties'> {
  const { top, right, bottom, left } = page;
  const margin = { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: twips(page.width), height: twips(page.height) },
        margin: { ...margin, header: twips(top / 2), footer: twips(bottom / 2) },
      },
    },
  };
}

/** The title and the section on top, which Word knows page by page; who may read and the page's number below. */
function runningLines(frame: Frame, section: readonly TextRun[]): Pick<ISectionOptions, 'headers' | 'footers'> {
  const tab = new TextRun({ children: [new Tab()] });
  const top = new Paragraph({
    style: PARAGRAPHS.entete.word[0],
    children: [new TextRun(shortTitle(frame.title)), ...(section.length === 0 ? [] : [tab, ...section])],
  });
  const bottom = new Paragraph({
    style: PARAGRAPHS.pied.word[0],
    children: [new TextRun(xmlText(frame.diffusion)), tab, new TextRun({ children: [PageNumber.CURRENT] })],
  });
  return {
    headers: { default: new Header({ children: [top] }) },
    footers: { default: new Footer({ children: [bottom] }) },
  };
}

/** The entries stand ready; Word puts the numbers of pages in when it opens the file. */
function contentsOf({ contents }: Flow, frame: Frame, { anchors }: Writing): ISectionOptions['children'] {
  const [begin, asked, separate, end] = fieldMarks('TOC \\o "1-2" \\h \\z');
  const lines = contents.map(({ id, level, title }, rank) => {
    const anchor = anchors.get(id) ?? '';
    const page = fieldOf(`PAGEREF ${anchor} \\h`, '');
    const link = new InternalHyperlink({
      anchor,
      children: [new TextRun(title), new TextRun({ children: [new Tab()] }), ...page],
    });
    return new Paragraph({
      style: PARAGRAPHS[`sommaire${level}`].word[0],
      children: [...(rank === 0 ? [begin, asked, separate] : []), link, ...(rank === contents.length - 1 ? [end] : [])],
    });
  });
  const title = new TextRun(words(frame.langue).contents);
  return [new Paragraph({ style: PARAGRAPHS.titreSommaire.word[0], children: [title] }), ...lines];
}
