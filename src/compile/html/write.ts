import type { Block, Container, Figure, List, MarkdownTree, Table } from '../../model/markdown.ts';
import { escapeHtml } from '../../words/escape.ts';
import type { Langue } from '../../words/text.ts';
import { parseInline } from '../markdown/parse.ts';
import { direction, inlineHtml } from './inline.ts';
import type { Page } from './state.ts';
import { scrolling, tableHtml } from './table.ts';
import { badgesHtml } from './visees.ts';
import { words } from './words.ts';

/**
 * A tree as the HTML of a page's body: sections by headings of the second level, notes after the block that calls them.
 * @param tree the text, its containers already replaced by what they stand for
 * @param langue the language of the page, for the few words that the writer adds
 * @returns HTML made of known elements only, all text escaped
 */
export function bodyHtml(tree: MarkdownTree, langue: Langue): string {
  const page: Page = { langue, notes: tree.notes, calls: new Map(), shown: new Set(), labels: new Map() };
  const parts: string[] = [];
  let open = false;
  for (const [block, ...remarks] of withRemarks(tree.blocks)) {
    if (block.type === 'heading' && block.depth <= 2) {
      if (open) parts.push('</section>');
      parts.push('<section class="partie">');
      open = true;
    }
    parts.push(blockHtml(block, page, remarks));
  }
  if (open) parts.push('</section>');
  return `${parts.join('\n')}\n`;
}

function blocksHtml(blocks: readonly Block[], page: Page): string {
  return withRemarks(blocks)
    .map(([block, ...remarks]) => blockHtml(block, page, remarks))
    .join('\n');
}

/** Each block with the remarks for the margin that follow it. */
function withRemarks(blocks: readonly Block[]): readonly (readonly [Block, ...Block[]])[] {
  const groups: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last !== undefined && block.type === 'container' && block.name === 'marge') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/**
 * A block, then the notes that it is the first to call and its remarks. Narrow blocks are tied to theirs, so that on
 * paper they stand side by side and go to the next page together.
 */
function blockHtml(block: Block, page: Page, remarks: readonly Block[] = []): string {
  const html = bareHtml(block, page);
  const beside = [...notesHtml(page), ...remarks.map((remark) => blockHtml(remark, page))];
  if (beside.length === 0 || !isNarrow(block)) return [html, ...beside].join('\n');
  return `<div class="annote">\n${html}\n<div class="a-cote">\n${beside.join('\n')}\n</div>\n</div>`;
}

/** Tables and pictures may need the margin themselves; long lists must break. */
function isNarrow(block: Block): boolean {
  if (block.type === 'container') return block.name === 'faits';
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote';
}

/** The notes called so far and not yet shown; one that calls another is followed by it, for the map grows meanwhile. */
function notesHtml(page: Page): readonly string[] {
  const notes: string[] = [];
  for (const id of page.calls.keys()) {
    if (page.shown.has(id)) continue;
    page.shown.add(id);
    notes.push(noteHtml(id, page));
  }
  return notes;
}

function bareHtml(block: Block, page: Page): string {
  switch (block.type) {
    case 'heading': {
      const id = block.id === undefined ? '' : ` id="${escapeHtml(block.id)}"`;
      return `<h${block.depth}${id}${direction(block.children)}>${inlineHtml(block.children, page)}</h${block.depth}>`;
    }
    case 'paragraph':
      return `<p${direction(block.children)}>${inlineHtml(block.children, page)}</p>`;
    case 'quote':
      return `<blockquote>\n${blocksHtml(block.children, page)}\n</blockquote>`;
    case 'list':
      return listHtml(block, page);
    case 'fence':
      return scrolling(`<pre><code>${escapeHtml(block.value)}</code></pre>`, words(page.langue).code, page);
    case 'rule':
      return '<hr>';
    case 'table':
      return tableHtml(block, page);
    case 'container':
      return containerHtml(block, page);
    case 'figure':
      return figureHtml(block, page);
  }
}

function noteHtml(id: number, page: Page): string {
  const body = page.notes.get(id) ?? [];
  const first = body[0]?.type === 'paragraph' ? body[0].children : [];
  const rest = body[0]?.type === 'paragraph' ? body.slice(1) : body;
  const back = `<a class="numero" href="#_appel-${id}" aria-label="${words(page.langue).backToCall} ${id}">${id}</a>`;
  const html = [
    `<p${direction(first)}>${back} ${inlineHtml(first, page)}</p>`,
    ...rest.map((block) => bareHtml(block, page)),
  ].join('\n');
  return `<div class="note" role="note" id="_note-${id}">\n${html}\n</div>`;
}

function listHtml(list: List, page: Page): string {
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : '';
  const items = list.items.map((item) => `<li${itemDirection(item)}>${itemHtml(item, list.tight, page)}</li>`);
  const tag = list.ordered ? 'ol' : 'ul';
  return `<${tag}${start}${list.tight ? '' : ' class="large"'}>\n${items.join('\n')}\n</${tag}>`;
}

/** With the item goes its mark. */
function itemDirection([first]: readonly Block[]): string {
  return first?.type === 'paragraph' ? direction(first.children) : '';
}

/** The paragraphs of a tight list are its items' own words. */
function itemHtml(item: readonly Block[], tight: boolean, page: Page): string {
  if (!tight) return blocksHtml(item, page);
  return item
    .map((block) =>
      block.type === 'paragraph'
        ? [inlineHtml(block.children, page), ...notesHtml(page)].join('\n')
        : blockHtml(block, page),
    )
    .join('\n');
}

/**
 * Containers that pages know: `visees` (badges), `marge` (beside the text), and any other as a block of its name with
 * its arguments as title, for the style sheet to shape (`fiche`, `chiffres`, `encadre`…).
 */
function containerHtml(container: Container, page: Page): string {
  if (container.name === 'visees') return badgesHtml(container.args, page.langue);
  const name = `bloc bloc-${escapeHtml(container.name)}`;
  const title = parseInline(container.args);
  const head = title.length === 0 ? '' : `<p class="bloc-titre">${inlineHtml(title, page)}</p>\n`;
  return `<div class="${name}">\n${head}${blocksHtml(container.children, page)}\n</div>`;
}

/** The title stands above the picture, what is to be known for reading it below, then the table that says the same. */
function figureHtml(figure: Figure, page: Page): string {
  const image = scrolling(figure.svg, `${words(page.langue).figure} ${figure.title}`, page, 'image');
  const caption = figure.caption.length === 0 ? '' : `\n<p class="legende">${inlineHtml(figure.caption, page)}</p>`;
  const table = figure.table === undefined ? '' : dataHtml(figure.table, figure.title, page);
  return `<figure class="figure">\n<figcaption>${escapeHtml(figure.title)}</figcaption>\n${image}${caption}${table}\n</figure>`;
}

function dataHtml(table: Table, title: string, page: Page): string {
  const caption = table.caption ?? [{ type: 'text', value: title } as const];
  const hidden = escapeHtml(title);
  return `\n<details class="donnees">\n<summary>${words(page.langue).data} <span class="cache">${hidden}</span></summary>\n${tableHtml({ ...table, caption }, page)}\n</details>`;
}
