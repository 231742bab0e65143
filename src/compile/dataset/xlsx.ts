import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { type CellStyle, type ColumnDef, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { escapeHtml } from '../../words/escape.ts';
import { type Book, type Look, linesOf, lookOf, type Sheet, type SheetCell } from './sheet.ts';

/** A workbook as XLSX, the same bytes each time. */
export async function xlsxOf(book: Book): Promise<Uint8Array> {
  return sameBytes(await writeXlsx({ sheets: book.sheets.map(sheetOf), defaultFont: font }), book);
}

function sheetOf(sheet: Sheet): WriteSheet {
  const { name, columns, rows, kind } = sheet;
  const area = `A1:${colToLetter(Math.max(0, columns.length - 1))}${Math.max(1, rows.length)}`;
  const cells = new Map<string, { style: CellStyle }>();
  for (const [at, row] of rows.entries()) {
    const look = lookOf(sheet, at);
    if (look === 'plain') continue;
    for (const column of row.keys()) cells.set(`${at},${column}`, { style: styles[look] });
  }
  return {
    name,
    columns: columns.map(({ width, text }): ColumnDef => ({ width, style: columnStyle(text, kind !== 'table') })),
    rows: rows.map((row) => row.map(literal)),
    cells,
    ...(kind !== 'table' && { rowDefs: new Map(rows.map((_, at) => [at, { height: 14 * linesOf(sheet, at) }])) }),
    ...(kind !== 'page' && { freezePane: { rows: 1 }, autoFilter: { range: area } }),
    // A table on paper is not meant to be read; its head is repeated for who tries.
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      ...(kind === 'table' ? {} : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      ...(kind !== 'page' && { printTitlesRow: '$1:$1' }),
    },
    ...(kind === 'page' && { view: { showGridLines: false } }),
  };
}

/** A text that holds what the format takes for an escaped character would be read as this character. */
function literal(cell: SheetCell): SheetCell {
  return typeof cell === 'string' ? cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : cell;
}

/** Text typed into a column of texts later stays text too. */
function columnStyle(text: boolean, wrapped: boolean): CellStyle {
  return { ...(text && { numFmt: '@' }), alignment: { vertical: 'top', ...(wrapped && { wrapText: true }) } };
}

/** Every computer has it, or one of the same widths. */
const font = { name: 'Arial', size: 10 };
const ink = { rgb: '1C2321' };
const styles: Readonly<Record<Exclude<Look, 'plain'>, CellStyle>> = {
  head: {
    font: { ...font, bold: true, color: ink },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9ECE6' } },
    border: { bottom: { style: 'thin', color: { rgb: '5B6661' } } },
    numFmt: '@',
  },
  title: { font: { ...font, bold: true, size: 16, color: ink } },
  subtitle: { font: { ...font, bold: true, size: 12, color: ink } },
};

/**
 * What the library wrote, packed anew: the packer of Node gives other bytes on another processor. Its properties get the
 * language, and lose the date.
 */
function sameBytes(bytes: Uint8Array, { title, langue }: Book): Uint8Array {
  const zip: Zippable = {};
  for (const [path, file] of Object.entries(unzipSync(bytes))) {
    const own = path === 'docProps/core.xml' ? core(title, langue) : path === 'docProps/app.xml' ? app : null;
    zip[path] = own === null ? file : strToU8(own);
  }
  // Zip dates are local times: this one is the same everywhere.
  return zipSync(zip, { level: 6, mtime: new Date(1980, 0, 1) });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const app = `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>atelier</Application></Properties>`;

function core(title: string, langue: Book['langue']): string {
  const inside = `<dc:title>${escapeHtml(title)}</dc:title><dc:language>${langue === 'fr' ? 'fr-FR' : 'en-GB'}</dc:language>`;
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${inside}</cp:coreProperties>`;
}
