import type { Cell } from './rows.ts';

/**
 * A cell as French Excel must find it in CSV to show what it holds: a number with its comma, `VRAI` and `FAUX`, and text
 * that it would take for something else guarded.
 * @param textOf how the cell is written elsewhere
 */
export function excelText(cell: Cell, textOf: (cell: Cell) => string): string {
  const text = textOf(cell);
  if (typeof cell === 'number') return text.replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'VRAI' : 'FAUX';
  return cell === null ? text : guarded(text);
}

/** Excel has no other way to take a cell of CSV for text than a formula that gives this text; `'01001` would show its `'`. */
function guarded(text: string): string {
  const formula = /^\s*[=+\-@]/.test(text);
  if (!formula && !taken(text)) return text;
  // A text in a formula has 255 characters at most, on one line; an apostrophe at least keeps it from being run.
  if (text.length > 255 || /[\r\n\t]/.test(text)) return formula ? `'${text}` : text;
  return `="${text.replaceAll('"', '""')}"`;
}

/** Would Excel take this text for a number, a date, an hour, a fraction, a boolean? Better one too many. */
function taken(text: string): boolean {
  const bare = text.trim().toLowerCase();
  if (/^(?:vrai|faux|true|false)$/.test(bare)) return true;
  if (!/\d/.test(bare)) return false;
  return /^[^\p{L}|]*$/u.test(bare) || /^\d[\d.,\s]*e[+-]?\d+$/.test(bare) || dated.test(bare);
}

const months =
  'janv(?:ier)?|janu?a?r?y?|f[ée]v(?:r(?:ier)?)?|feb(?:ruary)?|mars|march|mar|avr(?:il)?|apr(?:il)?|mai|may|juin|june?|juil(?:let)?|july?|ao[uû]t|aug(?:ust)?|sept?(?:emb(?:re|er))?|oct(?:ob(?:re|er))?|nov(?:emb(?:re|er))?|d[ée]c(?:emb(?:re|er))?';
const dated = new RegExp(`^(?:\\d{1,4}[\\s./-]*)?(?:${months})\\.?(?:[\\s./-]*\\d{1,4}){0,2}$`, 'u');
