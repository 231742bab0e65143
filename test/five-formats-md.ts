import { parseMarkdown } from '../src/compile/markdown/parse.ts';
import type { Block, Inline } from '../src/model/markdown.ts';
import { nothing, type Piece, plainly, type Said } from './five-formats.ts';

/**
 * A Markdown text. It has no first page and no contents: the title stands above, lines of the first page below it.
 * @param page the same as a page: how many lines its cover has, and what its pictures show, which stands here as text
 */
export function saidInMarkdown(text: string, page: Said): Said {
  const said = nothing();
  const { blocks, notes } = parseMarkdown(text);
  const pieces = blocks.flatMap(piecesOf);
  const lines = page.cover.length - (pieces.some(({ text: one }) => one === page.cover.at(-1)) ? 0 : 1);
  said.cover.push(...pieces.slice(0, lines).map(({ text: one }) => one));
  const wanted = [...page.alts];
  for (const piece of pieces.slice(lines)) {
    const [, image] = /^\[(?:Image|Picture) ?: (.*)\]$/.exec(piece.text) ?? [];
    const shown = piece.kind === 'text' ? wanted.indexOf(image ?? piece.text) : -1;
    if (shown >= 0) said.alts.push(...wanted.splice(shown, 1));
    else said.pieces.push(piece);
  }
  for (const [number, body] of notes)
    said.notes[number - 1] = body
      .flatMap(piecesOf)
      .map(({ text: one }) => one)
      .join(' ');
  return said;
}

function piecesOf(block: Block): readonly Piece[] {
  const piece = (kind: Piece['kind'], inlines: readonly Inline[]): readonly Piece[] => {
    const text = plainly(inlineText(inlines));
    const [, badges] = BADGES.exec(text) ?? [];
    return text === '' ? [] : [{ kind, text: badges?.replace(/[DTS] \((.*?)\),?/g, '$1') ?? text }];
  };
  switch (block.type) {
    case 'heading':
      return piece('heading', block.children);
    case 'paragraph':
      return piece('text', block.children);
    case 'quote':
    case 'container':
      return block.children.flatMap(piecesOf);
    case 'list':
      return block.items.flat().flatMap(piecesOf);
    case 'table':
      return [...block.head, ...block.rows.flat()].flatMap((cell) => piece('text', cell));
    case 'fence':
      return [{ kind: 'text', text: plainly(block.value) }];
    default:
      return [];
  }
}

/** `Visées : D (Développement), T (Transition)` is said elsewhere by badges: their names. */
const BADGES = /^(?:Visées :|Aims:) ([DTS] \(.*\))$/;

function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((one) => {
      if ('children' in one) return inlineText(one.children);
      if (one.type === 'break') return ' ';
      return 'value' in one ? one.value : '';
    })
    .join('');
}
