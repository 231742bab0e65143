import { escapeHtml } from '../../words/escape.ts';
import type { Frame } from '../frame.ts';
import { words } from '../html/words.ts';
import type { ContentsEntry, Flow, ListPlace, Paragraph, Piece } from '../office/pieces.ts';
import type { Paragraphs } from '../office/styles.ts';
import { automaticStyle, automaticStyles } from './automatic.ts';
import { paragraphXml, STRUCK, type Writing } from './paragraphs.ts';
import { CONTENTS_LINK, fontFaces, LISTS, MASTERS, styleName } from './styles.ts';
import { tableXml } from './tables.ts';
import { documentXml, element } from './xml.ts';

/**
 * `content.xml`: the text.
 * @param flow the report
 * @param frame what stands around it
 * @param writing what is known of the whole file; pictures and automatic styles are added to it
 * @returns XML
 */
export function contentXml(flow: Flow, frame: Frame, writing: Writing): string {
  const { cover, contents, body } = flow;
  const text =
    frame.plan === undefined
      ? [
          opened(cover, { 'style:master-page-name': MASTERS.cover }, writing),
          contentsXml(contents, frame, writing),
          opened(body, { 'style:master-page-name': MASTERS.text }, writing),
        ].join('')
      : piecesXml([...cover, ...body], writing);
  const styles = element('office:automatic-styles', {}, OURS + automaticStyles(writing));
  return documentXml(
    'document-content',
    fontFaces(writing.dress) + styles + element('office:body', {}, element('office:text', {}, text)),
  );
}

const OURS = [
  element(
    'style:style',
    { 'style:name': STRUCK, 'style:family': 'text' },
    element('style:text-properties', { 'style:text-line-through-style': 'solid' }),
  ),
  element(
    'style:style',
    { 'style:name': 'Image', 'style:family': 'graphic' },
    element('style:graphic-properties', {
      'style:vertical-pos': 'top',
      'style:vertical-rel': 'baseline',
      'fo:border': 'none',
    }),
  ),
].join('');

/** Pieces whose first begins a page of its own. */
function opened(pieces: readonly Piece[], page: Readonly<Record<string, string>>, writing: Writing): string {
  const [first, ...rest] = pieces;
  if (first?.kind !== 'paragraph') return piecesXml(pieces, writing);
  return paragraphXml(first, writing, opening(first.style, page, writing)) + piecesXml(rest, writing);
}

function opening(style: Paragraphs, page: Readonly<Record<string, string>>, writing: Writing): string {
  return automaticStyle(writing, 'paragraph', '', { 'style:parent-style-name': styleName(style), ...page });
}

/** The entries stand ready, with the numbers of their pages. */
function contentsXml(contents: readonly ContentsEntry[], frame: Frame, writing: Writing): string {
  if (contents.length === 0) return '';
  const title = words(frame.langue).contents;
  const entries = contents.map(({ id, level, title: name }) => {
    const anchor = writing.anchors.get(id) ?? '';
    const page = element('text:bookmark-ref', { 'text:reference-format': 'page', 'text:ref-name': anchor }, '\u2007');
    const link = element(
      'text:a',
      {
        'xlink:type': 'simple',
        'xlink:href': `#${anchor}`,
        'text:style-name': CONTENTS_LINK,
        'text:visited-style-name': CONTENTS_LINK,
      },
      `${escapeHtml(name)}<text:tab/>${page}`,
    );
    return element('text:p', { 'text:style-name': styleName(`sommaire${level}`) }, link);
  });
  const heading = { 'text:style-name': opening('titreSommaire', { 'style:master-page-name': MASTERS.text }, writing) };
  const body =
    element('text:index-title', { 'text:name': `${title}-titre` }, element('text:p', heading, title)) +
    entries.join('');
  return element(
    'text:table-of-content',
    { 'text:name': title, 'text:protected': 'false' },
    contentsSource(title) + element('text:index-body', {}, body),
  );
}

/** How LibreOffice makes the list again when asked to. */
function contentsSource(title: string): string {
  const entry = (level: 1 | 2): string =>
    element(
      'text:table-of-content-entry-template',
      { 'text:outline-level': level, 'text:style-name': styleName(`sommaire${level}`) },
      [
        element('text:index-entry-link-start', {}),
        element('text:index-entry-text', {}),
        element('text:index-entry-tab-stop', { 'style:type': 'right', 'style:leader-char': ' ' }),
        element('text:index-entry-page-number', {}),
        element('text:index-entry-link-end', {}),
      ].join(''),
    );
  const heading = element('text:index-title-template', { 'text:style-name': styleName('titreSommaire') }, title);
  return element('text:table-of-content-source', { 'text:outline-level': 2 }, heading + entry(1) + entry(2));
}

type Item = Paragraph & { readonly list: ListPlace };

/** One after the other; paragraphs that are items of lists go into lists. */
function piecesXml(pieces: readonly Piece[], writing: Writing): string {
  let xml = '';
  let open: number[] = [];
  let tables = 0;
  for (const piece of pieces) {
    if (isItem(piece)) {
      const [marks, now] = toItem(open, piece.list);
      xml += marks + paragraphXml(piece, writing);
      open = now;
      continue;
    }
    xml += END.repeat(open.length);
    open = [];
    if (piece.kind === 'grid') tables += 1;
    xml += piece.kind === 'grid' ? tableXml(piece, tables, writing) : paragraphXml(piece, writing);
  }
  return xml + END.repeat(open.length);
}

function isItem(piece: Piece): piece is Item {
  return piece.kind === 'paragraph' && piece.list !== undefined;
}

const END = '</text:list-item></text:list>';

/**
 * The marks between what came before and an item, and the lists that are open then, outermost first.
 * An item after a break goes on with its number.
 */
function toItem(
  open: readonly number[],
  { ordered, level, list, start, item }: ListPlace,
): readonly [string, number[]] {
  const same = open[level] === list;
  const kept = open.slice(0, same ? level + 1 : level);
  const closed = END.repeat(open.length - kept.length);
  if (same) return [`${closed}</text:list-item><text:list-item>`, kept];
  const style = ordered ? LISTS.numbers : LISTS.bullets;
  const first = ordered ? ` text:start-value="${start + item}"` : '';
  const outer = `<text:list text:style-name="${style}"><text:list-item>`.repeat(level - kept.length);
  const own = `<text:list text:style-name="${style}"><text:list-item${first}>`;
  return [closed + outer + own, [...kept, ...Array<number>(level - kept.length).fill(0), list]];
}
