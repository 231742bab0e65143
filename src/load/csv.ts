import type { FileHandle } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { CsvError, parse } from 'csv-parse';
import { UserError } from '../model/error.ts';
import type { Text } from '../words/text.ts';
import { oldWindowsLetter } from './old-windows.ts';
import { bytesOf, opened } from './open.ts';

/** How a table is written, as its first bytes and all of its letters say. */
export interface CsvStyle {
  readonly separator: string;
  readonly encoding: 'utf-8' | 'windows-1252';
}

/** One row as it is typed, and its line in the file, from 1. */
export type TellRow = (cells: readonly string[], line: number) => void;

const chunk = 128_000;
/** A row longer than this is an unclosed quotation mark. */
const longestRow = 1_000_000;

/**
 * Reads a table row after row: its size does not matter to memory. The separator and the encoding are found out, not
 * asked: a table is UTF-8 when all its bytes are, else what older Windows and INSEE files are written in.
 * @param shown how the file is named to people
 * @param start called before the first row
 * @param tell gets each row that is not empty
 * @throws UserError when the file cannot be opened, or is no table in text
 */
export async function readCsv(
  path: string,
  shown: string,
  start: (style: CsvStyle) => void,
  tell: TellRow,
): Promise<void> {
  const handle = await opened(path, shown);
  try {
    const encoding = await encodingOf(handle, shown);
    const separator = await separatorOf(handle);
    start({ separator, encoding });
    await parseRows(handle, { separator, encoding }, shown, tell);
  } finally {
    await handle.close();
  }
}

async function encodingOf(handle: FileHandle, shown: string): Promise<CsvStyle['encoding']> {
  const head = await headOf(handle);
  if (head.length === 0) throw refused(shown, empty);
  if (head.subarray(0, 2).toString('latin1') === 'PK') throw refused(shown, workbook);
  if (head[0] === 0xd0 && head[1] === 0xcf) throw refused(shown, workbook);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) throw refused(shown, utf16);
  if (head.includes(0)) throw refused(shown, notText);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of bytesOf(handle, chunk)) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/** The sign that comes most often in the first lines, outside quotation marks. */
async function separatorOf(handle: FileHandle): Promise<string> {
  const lines = (await headOf(handle))
    .toString('latin1')
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, 20);
  const counts = [';', '\t', ',', '|'].map((sign) => ({
    sign,
    count: lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0),
  }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

async function parseRows(
  handle: FileHandle,
  { separator, encoding }: CsvStyle,
  shown: string,
  tell: TellRow,
): Promise<void> {
  const parser = parse({
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
    max_record_size: longestRow,
    info: true,
  });
  parser.on('readable', () => {
    for (let row = parser.read(); row !== null; row = parser.read()) tell(row.record, row.info.lines);
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('error', reject);
    parser.on('end', resolve);
  });
  try {
    const decode = decoderOf(encoding);
    for await (const bytes of bytesOf(handle, chunk)) {
      if (!parser.write(decode(bytes)))
        await Promise.race([new Promise((resolve) => parser.once('drain', resolve)), ended]);
    }
    parser.end(decode(null));
    await ended;
  } catch (error) {
    if (error instanceof CsvError) throw refused(shown, brokenAt(error));
    throw error;
  }
}

function decoderOf(encoding: CsvStyle['encoding']): (bytes: Buffer | null) => string {
  const decoder = new StringDecoder(encoding === 'utf-8' ? 'utf8' : 'latin1');
  const decode = (bytes: Buffer | null) => (bytes === null ? decoder.end() : decoder.write(bytes));
  if (encoding === 'utf-8') return decode;
  return (bytes) => decode(bytes).replace(/[\u0080-\u009f]/g, (letter) => oldWindowsLetter(letter.charCodeAt(0)));
}

async function headOf(handle: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(64_000), 0, 64_000, 0);
  return buffer.subarray(0, bytesRead);
}

function brokenAt(error: CsvError): Text {
  const line = typeof error.lines === 'number' ? error.lines : 0;
  return {
    fr: `la ligne ${line} ne se lit pas : des guillemets y sont ouverts et jamais fermés`,
    en: `line ${line} cannot be read: quotation marks are opened there and never closed`,
  };
}

function refused(shown: string, { fr, en }: Text): UserError {
  return new UserError({ fr: `${shown} : ${fr}`, en: `${shown}: ${en}` });
}

const empty: Text = { fr: 'le fichier est vide', en: 'the file is empty' };
const workbook: Text = {
  fr: 'c’est un classeur ou une archive ; enregistrez la feuille en CSV',
  en: 'this is a workbook or an archive; save the sheet as CSV',
};
const utf16: Text = {
  fr: 'le fichier est en UTF-16 ; enregistrez-le en UTF-8',
  en: 'the file is in UTF-16; save it as UTF-8',
};
const notText: Text = { fr: 'ce n’est pas un texte ; il faut un CSV', en: 'this is not a text; a CSV is needed' };
