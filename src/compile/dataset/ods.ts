import { strToU8, type Zippable, zipSync } from 'fflate';
import { escapeHtml } from '../../words/escape.ts';
import { element, textXml } from '../odt/xml.ts';
import { type Book, linesOf, lookOf, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/**
 * A workbook as an OpenDocument spreadsheet (1.3), the same bytes each time. Of our own: hucre writes no line ends, frozen
 * rows, filters or widths in this format.
 */
export function odsOf(book: Book): Uint8Array {
  const files: readonly (readonly [path: string, bytes: Uint8Array])[] = [
    ['content.xml', contentXml(book)],
    ['styles.xml', strToU8(stylesXml(book))],
    ['meta.xml', strToU8(metaXml(book))],
    ['settings.xml', strToU8(settingsXml(book))],
  ];
  const zip: Zippable = { mimetype: [strToU8(TYPE), { level: 0 }] };
  for (const [path, bytes] of files) zip[path] = bytes;
  zip['META-INF/manifest.xml'] = strToU8(manifestXml(files.map(([path]) => path)));
  // Zip dates are local times: this one is the same everywhere.
  return zipSync(zip, { level: 6, mtime: new Date(1980, 0, 1) });
}

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:';
const names = {
  'xmlns:office': `${oasis}office:1.0`,
  'xmlns:style': `${oasis}style:1.0`,
  'xmlns:text': `${oasis}text:1.0`,
  'xmlns:table': `${oasis}table:1.0`,
  'xmlns:number': `${oasis}datastyle:1.0`,
  'xmlns:fo': `${oasis}xsl-fo-compatible:1.0`,
  'xmlns:meta': `${oasis}meta:1.0`,
  'xmlns:config': `${oasis}config:1.0`,
  // Without it LibreOffice does not know whose settings these are.
  'xmlns:ooo': 'http://openoffice.org/2004/office',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'office:version': '1.3',
};

function documentXml(root: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(`office:${root}`, names, inside)}`;
}

/** In pieces, for the text of a large dataset is longer than a string can be. */
function contentXml({ sheets }: Book): Uint8Array {
  const mark = '\u0000';
  const [start = '', end = ''] = documentXml(
    'document-content',
    `<office:automatic-styles>${automaticStyles(sheets)}</office:automatic-styles><office:body><office:spreadsheet>${mark}${filters(sheets)}</office:spreadsheet></office:body>`,
  ).split(mark);
  const parts: Uint8Array[] = [strToU8(start)];
  for (const sheet of sheets) for (const text of tableXml(sheet)) parts.push(strToU8(text));
  parts.push(strToU8(end));
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const rowsAtOnce = 500;

function* tableXml(sheet: Sheet): Generator<string> {
  const { name, columns, rows, kind } = sheet;
  yield `<table:table table:name="${escapeHtml(name)}" table:style-name="ta">`;
  yield columns
    .map(({ width, text }) =>
      element('table:table-column', {
        'table:style-name': `co${width}`,
        'table:default-cell-style-name': cellStyle(text, kind !== 'table'),
      }),
    )
    .join('');
  // The head is a row like the others: readers of data skip what stands in `table:table-header-rows`.
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    let text = '';
    for (let at = from; at < Math.min(rows.length, from + rowsAtOnce); at++) text += rowXml(sheet, at);
    yield text;
  }
  yield '</table:table>';
}

function rowXml(sheet: Sheet, at: number): string {
  const row: SheetRow = sheet.rows[at] ?? [];
  const look = lookOf(sheet, at);
  const cells = row.map((cell, column) => {
    const { text = true } = sheet.columns[column] ?? {};
    return cellXml(cell, look === 'plain' ? cellStyle(text, sheet.kind !== 'table') : look);
  });
  return `<table:table-row table:style-name="ro${linesOf(sheet, at)}">${cells.join('')}</table:table-row>`;
}

function cellXml(cell: SheetCell, style: string): string {
  const open = `<table:table-cell table:style-name="${style}"`;
  switch (typeof cell) {
    case 'number':
      return `${open} office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
    case 'boolean':
      return `${open} office:value-type="boolean" office:boolean-value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
    case 'string':
      return `${open} office:value-type="string">${paragraphs(cell)}</table:table-cell>`;
    default:
      return `${open}/>`;
  }
}

/** A line end is the end of a paragraph; a tab would be a space. */
function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<text:p>${line.split('\t').map(textXml).join('<text:tab/>')}</text:p>`)
    .join('');
}

function cellStyle(text: boolean, wrapped: boolean): string {
  return wrapped ? 'wrapped' : text ? 'text' : 'value';
}

function automaticStyles(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap(({ columns }) => columns.map(({ width }) => width)))].sort((a, b) => a - b);
  const column = (width: number): string =>
    styleXml(
      `co${width}`,
      'table-column',
      element('style:table-column-properties', { 'style:column-width': `${width * 2}mm` }),
    );
  const row = (lines: number): string =>
    styleXml(
      `ro${lines}`,
      'table-row',
      element('style:table-row-properties', {
        'style:row-height': `${lines * 5}mm`,
        'style:use-optimal-row-height': 'false',
      }),
    );
  const heights = new Set(
    sheets.flatMap((sheet) => (sheet.kind === 'table' ? [1] : sheet.rows.map((_, at) => linesOf(sheet, at)))),
  );
  return [
    element('number:text-style', { 'style:name': 'N@' }, element('number:text-content', {})),
    ...widths.map(column),
    ...[...heights].sort((a, b) => a - b).map(row),
    styleXml('ta', 'table', element('style:table-properties', { 'table:display': 'true' })),
    ...cellStyles(),
  ].join('');
}

function cellStyles(): readonly string[] {
  const cell = (name: string, format: string | undefined, look: string): string =>
    element(
      'style:style',
      {
        'style:name': name,
        'style:family': 'table-cell',
        'style:parent-style-name': 'Default',
        'style:data-style-name': format,
      },
      look,
    );
  const top = (more: Readonly<Record<string, string>> = {}): string =>
    element('style:table-cell-properties', { 'style:vertical-align': 'top', ...more });
  const bold = (size: string): string =>
    element('style:text-properties', { 'fo:font-weight': 'bold', 'fo:font-size': size, 'fo:color': '#1c2321' });
  return [
    cell('value', undefined, top()),
    cell('text', 'N@', top()),
    cell('wrapped', 'N@', top({ 'fo:wrap-option': 'wrap' })),
    cell(
      'head',
      'N@',
      top({ 'fo:background-color': '#e9ece6', 'fo:border-bottom': '0.5pt solid #5b6661' }) + bold('10pt'),
    ),
    cell('title', 'N@', top() + bold('16pt')),
    cell('subtitle', 'N@', top() + bold('12pt')),
  ];
}

function styleXml(name: string, family: string, look: string): string {
  return element('style:style', { 'style:name': name, 'style:family': family }, look);
}

function filters(sheets: readonly Sheet[]): string {
  const ranges = sheets
    .filter(({ kind }) => kind !== 'page')
    .map(({ name, columns, rows }, at) =>
      element('table:database-range', {
        'table:name': `filtre_${at + 1}`,
        'table:target-range-address': `'${name}'.A1:'${name}'.${letters(Math.max(0, columns.length - 1))}${Math.max(1, rows.length)}`,
        'table:display-filter-buttons': 'true',
      }),
    );
  return `<table:database-ranges>${ranges.join('')}</table:database-ranges>`;
}

/** The name of a column: 0 is A, 26 is AA. */
function letters(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function stylesXml({ langue }: Book): string {
  const [language, country] = langue === 'fr' ? ['fr', 'FR'] : ['en', 'GB'];
  const text = element('style:text-properties', {
    'fo:font-family': 'Arial',
    'fo:font-size': '10pt',
    'fo:language': language,
    'fo:country': country,
  });
  const styles = [
    element('style:default-style', { 'style:family': 'table-cell' }, text),
    styleXml('Default', 'table-cell', ''),
  ];
  const page = element(
    'style:page-layout',
    { 'style:name': 'page' },
    element('style:page-layout-properties', {
      'fo:page-width': '297mm',
      'fo:page-height': '210mm',
      'style:print-orientation': 'landscape',
      'style:scale-to-X': '1',
    }),
  );
  return documentXml(
    'document-styles',
    `<office:styles>${styles.join('')}</office:styles><office:automatic-styles>${page}</office:automatic-styles><office:master-styles>${element('style:master-page', { 'style:name': 'Default', 'style:page-layout-name': 'page' })}</office:master-styles>`,
  );
}

function metaXml({ title, langue }: Book): string {
  const inside = [
    element('meta:generator', {}, 'atelier'),
    element('dc:title', {}, escapeHtml(title)),
    element('dc:language', {}, langue === 'fr' ? 'fr-FR' : 'en-GB'),
  ];
  return documentXml('document-meta', element('office:meta', {}, inside.join('')));
}

/** What LibreOffice reads of how each sheet is shown: the head frozen. */
function settingsXml({ sheets }: Book): string {
  const item = (name: string, type: string, value: string | number): string =>
    element('config:config-item', { 'config:name': name, 'config:type': type }, String(value));
  const frozen = [
    item('HorizontalSplitMode', 'short', 0),
    item('VerticalSplitMode', 'short', 2),
    item('VerticalSplitPosition', 'int', 1),
    item('ActiveSplitRange', 'short', 2),
    item('PositionTop', 'int', 0),
    item('PositionBottom', 'int', 1),
  ].join('');
  const tables = sheets.map(({ name, kind }) =>
    element(
      'config:config-item-map-entry',
      { 'config:name': name },
      kind === 'page' ? item('ShowGrid', 'boolean', 'false') : frozen,
    ),
  );
  const view = [
    item('ViewId', 'string', 'view1'),
    element('config:config-item-map-named', { 'config:name': 'Tables' }, tables.join('')),
    item('ActiveTable', 'string', escapeHtml(sheets[0]?.name ?? '')),
  ].join('');
  const views = element(
    'config:config-item-map-indexed',
    { 'config:name': 'Views' },
    element('config:config-item-map-entry', {}, view),
  );
  return documentXml(
    'document-settings',
    element('office:settings', {}, element('config:config-item-set', { 'config:name': 'ooo:view-settings' }, views)),
  );
}

function manifestXml(paths: readonly string[]): string {
  const entry = (path: string, type: string, more: Readonly<Record<string, string>> = {}): string =>
    element('manifest:file-entry', { 'manifest:full-path': path, ...more, 'manifest:media-type': type });
  const entries = [entry('/', TYPE, { 'manifest:version': '1.3' }), ...paths.map((path) => entry(path, 'text/xml'))];
  const root = { 'xmlns:manifest': `${oasis}manifest:1.0`, 'manifest:version': '1.3' };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('manifest:manifest', root, entries.join(''))}`;
}
