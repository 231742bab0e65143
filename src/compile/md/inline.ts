import type { Inline } from '../../model/markdown.ts';
import { escapeInline } from './escape.ts';

/**
 * Inline nodes as Markdown source.
 * @param inlines any inline nodes
 * @returns one line, or several where the author broke them
 */
export function inlineText(inlines: readonly Inline[]): string {
  return written(inlines, '*');
}

/** Marks take turns from parent to child: `*_a_*` is not `**a**`. */
function written(inlines: readonly Inline[], mark: '*' | '_'): string {
  return inlines.map((inline) => one(inline, mark)).join('');
}

function one(inline: Inline, mark: '*' | '_'): string {
  const turn = mark === '*' ? '_' : '*';
  switch (inline.type) {
    case 'text':
      return escapeInline(inline.value);
    case 'emphasis':
      return mark + written(inline.children, turn) + mark;
    case 'strong':
      return mark + mark + written(inline.children, turn) + mark + mark;
    case 'delete':
      return `~~${written(inline.children, mark)}~~`;
    case 'code':
      return code(inline.value);
    case 'link':
      return link(inline.url, inline.title, inline.children, mark);
    case 'image':
      return `![${escapeInline(inline.alt)}](${address(inline.url.replaceAll('%', '%25'))}${titled(inline.title)})`;
    case 'break':
      return '\\\n';
    case 'note':
      return `[^${inline.id}]`;
  }
}

function code(value: string): string {
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map((run) => run[0].length));
  const marks = '`'.repeat(longest === 0 ? 1 : longest + 1);
  const pad = /^`|`$|^ .*[^ ].* $/.test(value) ? ' ' : '';
  return marks + pad + value + pad + marks;
}

function link(url: string, title: string | undefined, children: readonly Inline[], mark: '*' | '_'): string {
  const only = children.length === 1 ? children[0] : undefined;
  const own = title === undefined && only?.type === 'text' && only.value === url;
  if (own && /^https?:[^\s<>]+$/.test(url)) return `<${url}>`;
  return `[${written(children, mark)}](${address(url)}${titled(title)})`;
}

function address(url: string): string {
  return /[\s()<>\\]/.test(url) || url === '' ? `<${url.replace(/[<>\\]/g, '\\$&')}>` : url;
}

function titled(title: string | undefined): string {
  return title === undefined ? '' : ` "${title.replace(/["\\]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&')}"`;
}
