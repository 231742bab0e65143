import type { Inline } from '../../model/markdown.ts';
import { isRightToLeft } from '../../words/direction.ts';
import { escapeHtml } from '../../words/escape.ts';
import { plainText } from '../markdown/walk.ts';
import type { Page } from './state.ts';
import { words } from './words.ts';

/**
 * Inline nodes as HTML.
 * @param inlines any inline nodes
 * @param page what the page knows; calls of notes are counted there
 * @returns HTML, all text escaped
 */
export function inlineHtml(inlines: readonly Inline[], page: Page): string {
  return inlines.map((inline) => one(inline, page)).join('');
}

/**
 * How the element that holds a text says that it is written from right to left.
 * @returns an attribute, or ''
 */
export function direction(inlines: readonly Inline[]): string {
  return isRightToLeft(plainText(inlines)) ? ' dir="rtl"' : '';
}

function one(inline: Inline, page: Page): string {
  switch (inline.type) {
    case 'text':
      return said(inline.value, inline.lang);
    case 'emphasis':
      return `<em>${inlineHtml(inline.children, page)}</em>`;
    case 'strong':
      return `<strong>${inlineHtml(inline.children, page)}</strong>`;
    case 'delete':
      return `<del>${inlineHtml(inline.children, page)}</del>`;
    case 'code':
      return `<code>${escapeHtml(inline.value)}</code>`;
    case 'link':
      return `<a href="${escapeHtml(inline.url)}"${titled(inline.title)}>${inlineHtml(inline.children, page)}</a>`;
    case 'image':
      return `<img src="${escapeHtml(inline.url)}" alt="${escapeHtml(inline.alt)}"${titled(inline.title)}>`;
    case 'break':
      return '<br>';
    case 'note':
      return call(inline.id, page);
  }
}

/** What is in another language than the page says so, for those who hear it. */
function said(value: string, lang: string | undefined): string {
  const html = escapeHtml(value);
  return lang === undefined ? html : `<span lang="${lang}">${html}</span>`;
}

function titled(title: string | undefined): string {
  return title === undefined ? '' : ` title="${escapeHtml(title)}"`;
}

/** The first call has the id that the note leads back to. */
function call(id: number, page: Page): string {
  const calls = (page.calls.get(id) ?? 0) + 1;
  page.calls.set(id, calls);
  const anchor = calls === 1 ? ` id="_appel-${id}"` : '';
  return `<sup class="appel"><a href="#_note-${id}"${anchor} aria-label="${words(page.langue).note} ${id}">${id}</a></sup>`;
}
