import type { Token } from 'markdown-it';
import type { Align, Block, Container, Depth, Inline, List, Table } from '../../model/markdown.ts';
import { localPath, safeUrl } from './urls.ts';

/** A place in markdown-it's flat list of tokens; each reader leaves it after what it has read. */
interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/**
 * markdown-it's tokens as our nodes.
 * @param tokens what `parse` of markdown-it gave
 * @returns the blocks, and the notes by markdown-it's own number (from 0)
 */
export function blocksOf(tokens: readonly Token[]): {
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<number, readonly Block[]>;
} {
  const cursor = { tokens, at: 0 };
  const notes = new Map<number, readonly Block[]>();
  const blocks: Block[] = [];
  while (cursor.at < tokens.length) {
    const token = next(cursor);
    if (token.type === 'footnote_open') notes.set(numberOf(token), children(cursor, 'footnote_close'));
    else if (token.type !== 'footnote_block_open' && token.type !== 'footnote_block_close') {
      blocks.push(...block(cursor, token));
    }
  }
  return { blocks, notes };
}

function next(cursor: Cursor): Token {
  const token = cursor.tokens[cursor.at];
  if (token === undefined) throw new Error('Markdown tokens end inside a block');
  cursor.at += 1;
  return token;
}

function children(cursor: Cursor, close: string): Block[] {
  const blocks: Block[] = [];
  for (let token = next(cursor); token.type !== close; token = next(cursor)) blocks.push(...block(cursor, token));
  return blocks;
}

/** The node that starts with a token just read; none for what has no meaning for us. */
function block(cursor: Cursor, token: Token): readonly Block[] {
  switch (token.type) {
    case 'heading_open':
      return [
        { type: 'heading', depth: depthOf(token.tag), children: onOneLine(inlineUntil(cursor, 'heading_close')) },
      ];
    case 'paragraph_open': {
      const inlines = inlineUntil(cursor, 'paragraph_close');
      return inlines.length === 0 ? [] : [{ type: 'paragraph', children: inlines }];
    }
    case 'blockquote_open':
      return [{ type: 'quote', children: children(cursor, 'blockquote_close') }];
    case 'bullet_list_open':
    case 'ordered_list_open':
      return [list(cursor, token)];
    case 'fence':
    case 'code_block':
      return [{ type: 'fence', lang: token.info.trim(), value: token.content.replace(/\n$/, '') }];
    case 'hr':
      return [{ type: 'rule' }];
    case 'table_open':
      return [table(cursor)];
    case 'container_open':
      return [container(token, children(cursor, 'container_close'))];
    case 'footnote_anchor':
      return [];
    default:
      throw new Error(`Markdown token without reader: ${token.type}`);
  }
}

/** `::: tableau Légende` around one table gives it its caption. */
function container(token: Token, inside: readonly Block[]): Container | Table {
  const only = inside.length === 1 ? inside[0] : undefined;
  if (token.info === 'tableau' && token.content !== '' && only?.type === 'table') {
    return { ...only, caption: [{ type: 'text', value: token.content }] };
  }
  return { type: 'container', name: token.info, args: token.content, children: inside };
}

/** A list is loose when a paragraph of its own items stands apart: markdown-it hides those of tight ones. */
function list(cursor: Cursor, open: Token): List {
  const ordered = open.type === 'ordered_list_open';
  const items: (readonly Block[])[] = [];
  let tight = true;
  for (let token = next(cursor); token.type === 'list_item_open'; token = next(cursor)) {
    const level = token.level + 1;
    const from = cursor.at;
    items.push(children(cursor, 'list_item_close'));
    const own = cursor.tokens.slice(from, cursor.at);
    if (own.some((t) => t.type === 'paragraph_open' && t.level === level && !t.hidden)) tight = false;
  }
  return { type: 'list', ordered, start: ordered ? Number(open.attrGet('start') ?? 1) : 1, tight, items };
}

function table(cursor: Cursor): Table {
  const align: Align[] = [];
  const rows: (readonly Inline[])[][] = [];
  for (let token = next(cursor); token.type !== 'table_close'; token = next(cursor)) {
    if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'th_open' || token.type === 'td_open') {
      if (token.type === 'th_open') align.push(alignOf(attribute(token, 'style')));
      rows.at(-1)?.push(inlineUntil(cursor, token.type.replace('_open', '_close')));
    }
  }
  const [head = [], ...body] = rows;
  return { type: 'table', align, head, rows: body };
}

function alignOf(style: string): Align {
  const side = style.replace('text-align:', '');
  return side === 'left' || side === 'right' || side === 'center' ? side : null;
}

function depthOf(tag: string): Depth {
  switch (tag) {
    case 'h1':
      return 1;
    case 'h2':
      return 2;
    case 'h3':
      return 3;
    case 'h4':
      return 4;
    case 'h5':
      return 5;
    default:
      return 6;
  }
}

function inlineUntil(cursor: Cursor, close: string): readonly Inline[] {
  const inlines: Inline[] = [];
  for (let token = next(cursor); token.type !== close; token = next(cursor)) {
    if (token.type === 'inline') inlines.push(...inlinesOf({ tokens: token.children ?? [], at: 0 }, ''));
  }
  return trimmed(merged(inlines));
}

/** No space at either end, such as a link that was left out leaves. */
function trimmed(inlines: Inline[]): Inline[] {
  return inlines
    .map((inline, index): Inline => {
      if (inline.type !== 'text') return inline;
      const value = index === 0 ? inline.value.replace(/^[ \t]+/, '') : inline.value;
      return { type: 'text', value: index === inlines.length - 1 ? value.replace(/[ \t]+$/, '') : value };
    })
    .filter((inline) => inline.type !== 'text' || inline.value !== '');
}

function inlinesOf(cursor: Cursor, close: string): Inline[] {
  const inlines: Inline[] = [];
  while (cursor.at < cursor.tokens.length) {
    const token = next(cursor);
    if (token.type === close) break;
    inlines.push(...inline(cursor, token));
  }
  return merged(inlines);
}

function inline(cursor: Cursor, token: Token): readonly Inline[] {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return token.content === '' ? [] : [{ type: 'text', value: token.content }];
    case 'softbreak':
      return [{ type: 'text', value: ' ' }];
    case 'hardbreak':
      return [{ type: 'break' }];
    case 'code_inline':
      return [{ type: 'code', value: token.content }];
    case 'em_open':
      return [{ type: 'emphasis', children: inlinesOf(cursor, 'em_close') }];
    case 'strong_open':
      return [{ type: 'strong', children: inlinesOf(cursor, 'strong_close') }];
    case 's_open':
      return [{ type: 'delete', children: inlinesOf(cursor, 's_close') }];
    case 'link_open':
      return link(token, inlinesOf(cursor, 'link_close'));
    case 'image':
      return image(token);
    case 'footnote_ref':
      return [{ type: 'note', id: numberOf(token) }];
    case 'footnote_anchor':
      return [];
    default:
      throw new Error(`Markdown token without reader: ${token.type}`);
  }
}

function link(token: Token, inside: readonly Inline[]): readonly Inline[] {
  const url = safeUrl(attribute(token, 'href'));
  if (url === null) return inside;
  const title = attribute(token, 'title');
  return [{ type: 'link', url, ...(title === '' ? {} : { title }), children: inside }];
}

function image(token: Token): readonly Inline[] {
  const alt = plain(token.children ?? []);
  const url = localPath(attribute(token, 'src'));
  if (url === null) return alt === '' ? [] : [{ type: 'text', value: alt }];
  const title = attribute(token, 'title');
  return [{ type: 'image', url, alt, ...(title === '' ? {} : { title }) }];
}

/** What the words of an alternative text say, without their marks. */
function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.type === 'image' ? plain(token.children ?? []) : token.content;
    })
    .join('');
}

/** A heading is one line wherever it is written. */
function onOneLine(inlines: readonly Inline[]): readonly Inline[] {
  return merged(
    inlines.map((inline): Inline => {
      if (inline.type === 'break') return { type: 'text', value: ' ' };
      return 'children' in inline ? { ...inline, children: onOneLine(inline.children) } : inline;
    }),
  );
}

/** Neighbouring texts as one, so that the same text always gives the same tree. */
function merged(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', value: last.value + inline.value };
    } else result.push(inline);
  }
  return result;
}

function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '');
}

function numberOf(token: Token): number {
  const meta: unknown = token.meta;
  if (typeof meta === 'object' && meta !== null && 'id' in meta && typeof meta.id === 'number') return meta.id;
  throw new Error('Markdown note without number');
}
