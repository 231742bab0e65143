import type { ChalkInstance } from 'chalk';
import { stringify } from 'csv-stringify/sync';
import { printable } from '../words/escape.ts';
import { compte } from '../words/numbers.ts';
import type { Langue } from '../words/text.ts';

/** What a question to the tables gives. */
export interface AnswerShown {
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly unknown[])[];
}

/** How it is shown. */
export interface AnswerLook {
  readonly langue: Langue;
  readonly colour: ChalkInstance;
  /** The width of the terminal; null where there is none: then nothing is cut. */
  readonly columns: number | null;
}

/**
 * An answer as a table for people, as CSV, or as JSON: `{ version, columns, rows }`, unknown as null.
 * @returns the text, with a line end
 */
export function answerText(answer: AnswerShown, format: string, look: AnswerLook): string {
  if (format === 'json') return `${JSON.stringify(jsonOf(answer), null, 2)}\n`;
  if (format === 'csv') {
    const head = answer.columns.map(({ name }) => name);
    return stringify([head, ...answer.rows.map((row) => row.map(csvCell))], { record_delimiter: '\n' });
  }
  return tableText(answer, look);
}

function jsonOf({ columns, rows }: AnswerShown): object {
  const names = columns.map(({ name }) => name);
  return {
    version: 1,
    columns: names,
    rows: rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at], numbered(columns[at], cell)]))),
  };
}

/** Whole numbers come as text, in case they are too long for a number. */
function numbered(column: AnswerShown['columns'][number] | undefined, cell: unknown): unknown {
  if (column?.isNumber !== true || typeof cell !== 'string') return cell;
  return Number.isSafeInteger(Number(cell)) || cell.includes('.') ? Number(cell) : cell;
}

/** As the dataset writes cells: nothing for what is unknown, a bar between the values of a list. */
function csvCell(cell: unknown): string {
  if (cell === null) return '';
  if (Array.isArray(cell))
    return cell.length === 0 ? 'aucun' : cell.map((one) => String(one).replace(/[\\|]/g, '\\$&')).join('|');
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/** Longer texts are cut where they would break the table. */
const longest = 60;

function tableText({ columns, rows }: AnswerShown, look: AnswerLook): string {
  const { colour, langue } = look;
  const texts = rows.map((row) => row.map((cell) => shown(cell, langue)));
  const most = look.columns === null ? Number.POSITIVE_INFINITY : longest;
  const widths = columns.map(({ name }, at) =>
    Math.min(most, Math.max(widthOf(name), ...texts.map((row) => widthOf(row[at] ?? '')))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, at) => fitted(text, widths[at] ?? 0, columns[at]?.isNumber === true))
      .join('  ')
      .trimEnd();
  const head = colour.bold(line(columns.map(({ name }) => printable(name))));
  const rule = colour.dim(widths.map((width) => '─'.repeat(width)).join('  '));
  const counted = colour.dim(compte(rows.length, one, many, langue));
  return `${[head, rule, ...texts.map(line), '', counted].join('\n')}\n`;
}

function shown(cell: unknown, langue: Langue): string {
  if (cell === null) return '–';
  if (typeof cell === 'boolean') return (cell ? yes : no)[langue];
  if (Array.isArray(cell)) return cell.length === 0 ? none[langue] : cell.map((one) => shown(one, langue)).join(', ');
  return printable(typeof cell === 'object' ? JSON.stringify(cell) : String(cell)).replace(/\s*\n\s*/g, ' ');
}

function widthOf(text: string): number {
  return [...text].length;
}

function fitted(text: string, width: number, right: boolean): string {
  const letters = [...text];
  if (letters.length > width) return `${letters.slice(0, width - 1).join('')}…`;
  const space = ' '.repeat(width - letters.length);
  return right ? space + text : text + space;
}

const one = { fr: 'ligne', en: 'row' };
const many = { fr: 'lignes', en: 'rows' };
const yes = { fr: 'oui', en: 'yes' };
const no = { fr: 'non', en: 'no' };
const none = { fr: 'aucun', en: 'none' };
