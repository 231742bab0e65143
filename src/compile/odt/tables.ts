import { escapeHtml } from '../../words/escape.ts';
import { GUTTER } from '../office/grid.ts';
import type { Cell, Grid } from '../office/pieces.ts';
import { INK } from '../office/styles.ts';
import { automaticStyle } from './automatic.ts';
import { paragraphXml, type Writing } from './paragraphs.ts';
import { element, mm } from './xml.ts';

/**
 * A table: its head said again on each page, no row cut in two, a short one on one page.
 * @param grid the table
 * @param rank which one of the file, from 1
 * @param writing what is known of the whole file
 * @returns XML
 */
export function tableXml(grid: Grid, rank: number, writing: Writing): string {
  const total = grid.widths.reduce((sum, one) => sum + one, 0);
  const table = automaticStyle(
    writing,
    'table',
    element('style:table-properties', {
      'style:width': mm(total),
      'table:align': 'left',
      'style:may-break-between-rows': grid.together ? 'false' : undefined,
    }),
  );
  const columns = grid.widths.map((width) =>
    element('table:table-column', {
      'table:style-name': automaticStyle(
        writing,
        'table-column',
        element('style:table-column-properties', { 'style:column-width': mm(width) }),
      ),
    }),
  );
  const row = (cells: readonly Cell[], head: boolean): string =>
    element(
      'table:table-row',
      { 'table:style-name': rowStyle(writing) },
      cells.map((cell) => cellXml(cell, head, writing)).join(''),
    );
  const head = grid.head === null ? '' : element('table:table-header-rows', {}, row(grid.head, true));
  const title = grid.title === '' ? '' : element('table:title', {}, escapeHtml(grid.title));
  const rows = grid.rows.map((cells) => row(cells, false));
  return element(
    'table:table',
    { 'table:name': `Tableau${rank}`, 'table:style-name': table },
    [title, ...columns, head, ...rows].join(''),
  );
}

function rowStyle(writing: Writing): string {
  return automaticStyle(writing, 'table-row', element('style:table-row-properties', { 'fo:keep-together': 'always' }));
}

/** Rules under the head and the rows, none between columns. */
function cellXml({ style, runs }: Cell, head: boolean, writing: Writing): string {
  const properties = element('style:table-cell-properties', {
    'fo:padding': '0mm',
    'fo:padding-right': mm(GUTTER),
    'fo:border': 'none',
    'fo:border-bottom': head ? `0.75pt solid ${writing.dress.coloured(INK.encre)}` : `0.5pt solid ${INK.filet}`,
    'style:vertical-align': head ? 'bottom' : 'top',
  });
  return element(
    'table:table-cell',
    { 'table:style-name': automaticStyle(writing, 'table-cell', properties), 'office:value-type': 'string' },
    paragraphXml({ kind: 'paragraph', style, runs }, writing),
  );
}
