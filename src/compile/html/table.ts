import type { Table } from '../../model/markdown.ts';
import { escapeHtml } from '../../words/escape.ts';
import { plainText } from '../markdown/walk.ts';
import { direction, inlineHtml } from './inline.ts';
import type { Page } from './state.ts';
import { words } from './words.ts';

/**
 * A table in a box that scrolls, with scopes; its first column names its rows when no name is empty or said twice.
 * @param table the table
 * @param page what the page knows; the box takes a label there
 * @returns HTML
 */
export function tableHtml(table: Table, page: Page): string {
  const caption = table.caption ?? [];
  const named = namesRows(table);
  const head = table.head.map((cell, column) =>
    cell.length === 0
      ? `<td${aligned(table, column)}></td>`
      : `<th scope="col"${aligned(table, column)}${direction(cell)}>${inlineHtml(cell, page)}</th>`,
  );
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, column) => {
      const html = `${aligned(table, column)}${direction(cell)}>${inlineHtml(cell, page)}`;
      return named && column === 0 ? `<th scope="row"${html}</th>` : `<td${html}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const title = caption.length === 0 ? '' : `<caption>${inlineHtml(caption, page)}</caption>\n`;
  const label = `${words(page.langue).table} ${plainText(caption)}`.trim();
  // A card of names and values has no heads: its rows are named.
  const heads = table.head.every((cell) => cell.length === 0) ? '' : `<thead>\n<tr>${head.join('')}</tr>\n</thead>\n`;
  const html = `<table>\n${title}${heads}<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
  return scrolling(html, label, page, table.head.length > 4 ? 'tableau ample' : 'tableau');
}

function namesRows(table: Table): boolean {
  const names = table.rows.map((row) => plainText(row[0] ?? []));
  return table.head.length > 1 && new Set(names).size === names.length && !names.includes('');
}

function aligned(table: Table, column: number): string {
  const side = table.align[column] ?? null;
  return side === null || side === 'left' ? '' : ` class="${side === 'right' ? 'droite' : 'centre'}"`;
}

/**
 * Something that may be wider than a telephone, in a box that scrolls by keyboard too.
 * @param html what stands in the box
 * @param label what the box is; a number is added when the page has said it before
 * @param page what the page knows
 * @param name the class of the box, for the style sheet
 * @returns the box
 */
export function scrolling(html: string, label: string, page: Page, name = 'code'): string {
  const said = (page.labels.get(label) ?? 0) + 1;
  page.labels.set(label, said);
  const unique = said === 1 ? label : `${label} (${said})`;
  return `<div class="defile ${name}" role="region" aria-label="${escapeHtml(unique)}" tabindex="0">\n${html}\n</div>`;
}
