import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Cell, Grid } from '../office/pieces.ts';
import { paragraphOf, type Writing } from './paragraphs.ts';
import { TABLE_STYLES, twips } from './styles.ts';

/**
 * A table: its head said again on each page, no row cut in two, a short one on one page.
 * @param grid the table
 * @param writing what is known of the whole file
 * @returns the table
 */
export function tableOf(grid: Grid, writing: Writing): Table {
  const widths = grid.widths.map(twips);
  const row = (cells: readonly Cell[], head: boolean, stays = false): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(head && { tableHeader: true }),
      children: cells.map(
        (cell, column) =>
          new TableCell({
            width: { size: widths[column] ?? 0, type: WidthType.DXA },
            children: [cellText(cell, stays, writing)],
          }),
      ),
    });
  const last = grid.rows.length - 1;
  const head = grid.head === null ? [] : [row(grid.head, true)];
  return new Table({
    style: grid.head === null ? TABLE_STYLES.card : TABLE_STYLES.table,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((total, one) => total + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: grid.head !== null, firstColumn: grid.named, noHBand: true, noVBand: true },
    rows: [...head, ...grid.rows.map((cells, at) => row(cells, false, grid.together && at < last))],
  });
}

function cellText({ style, runs }: Cell, stays: boolean, writing: Writing): Paragraph {
  return paragraphOf({ kind: 'paragraph', style, runs, stays }, writing);
}
