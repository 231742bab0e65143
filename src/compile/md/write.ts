import type { Block, Figure, Inline, List, MarkdownTree, Table } from '../../model/markdown.ts';
import { plainText } from '../markdown/walk.ts';
import { escapeStart } from './escape.ts';
import { inlineText } from './inline.ts';

/**
 * Our tree as clean GitHub Markdown: what it holds reads back as the same tree (figures read back as their words).
 * @param tree any tree
 * @returns the text, one line a paragraph, with a final newline
 */
export function writeMarkdown(tree: MarkdownTree): string {
  const notes = [...tree.notes].map(([id, body]) => `[^${id}]: ${indented(blocksText(body), '    ')}`);
  const text = [blocksText(tree.blocks), ...notes].filter((part) => part !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

function blocksText(blocks: readonly Block[], tight = false): string {
  let text = '';
  let before: Block | undefined;
  let other = false;
  for (const block of blocks) {
    // Two lists in a row would be one: they take turns with their marks.
    other = block.type === 'list' && before?.type === 'list' && before.ordered === block.ordered ? !other : false;
    const written = block.type === 'list' ? listText(block, other) : blockText(block);
    if (before !== undefined) text += tight && block.type !== 'paragraph' ? '\n' : '\n\n';
    text += written;
    before = block;
  }
  return text;
}

function blockText(block: Exclude<Block, List>): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${inlineText(block.children).replace(/(^|\s)(#+)$/, '$1\\$2')}`.trimEnd();
    case 'paragraph':
      return inlineText(block.children).split('\n').map(escapeStart).join('\n');
    case 'quote':
      return prefixed(blocksText(block.children));
    case 'fence':
      return fence(block.lang, block.value);
    case 'rule':
      return '***';
    case 'table':
      return tableText(block);
    case 'container':
      return containerText(block.name, block.args, blocksText(block.children));
    case 'figure':
      return figureText(block);
  }
}

function containerText(name: string, args: string, inside: string): string {
  return [`::: ${name}${args === '' ? '' : ` ${args}`}`, ...(inside === '' ? [] : [inside]), ':::'].join('\n');
}

/** The picture is not Markdown's: its title, its description and its table say the same. */
function figureText(figure: Figure): string {
  const caption = inlineText(figure.caption);
  const parts = [
    `**${inlineText([{ type: 'text', value: figure.title }])}**`,
    inlineText([{ type: 'text', value: figure.description }]),
    caption === '' ? '' : `*${caption}*`,
    figure.table === undefined ? '' : tableText({ ...figure.table, caption: [] }),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function listText(list: List, other: boolean): string {
  const items = list.items.map((item, index) => {
    const mark = list.ordered ? `${list.start + index}${other ? ')' : '.'} ` : other ? '* ' : '- ';
    const body = blocksText(item, list.tight);
    return body === '' ? mark.trimEnd() : mark + indented(body, ' '.repeat(mark.length));
  });
  return items.join(list.tight ? '\n' : '\n\n');
}

function tableText(table: Table): string {
  const row = (cells: readonly (readonly Inline[])[]): string => `| ${cells.map(cellText).join(' | ')} |`;
  const rule = `| ${table.align.map((side) => RULES[side ?? 'none']).join(' | ')} |`;
  const text = [row(table.head), rule, ...table.rows.map(row)].join('\n');
  const caption = plainText(table.caption ?? []);
  return caption === '' ? text : containerText('tableau', caption, text);
}

const RULES = { left: ':---', right: '---:', center: ':---:', none: '---' } as const;

function cellText(cell: readonly Inline[]): string {
  return inlineText(cell).replaceAll('\n', ' ').replaceAll('|', '\\|');
}

/** The fence is longer than any run of back-ticks inside. */
function fence(lang: string, value: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map((run) => run[0].length));
  const marks = (lang.includes('`') ? '~' : '`').repeat(longest + 1);
  return `${marks}${lang}\n${value === '' ? '' : `${value}\n`}${marks}`;
}

function indented(text: string, by: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${by}`);
}

function prefixed(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
