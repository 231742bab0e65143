/** What a cell of a table says: a number, that it is not known, or something that is no number. */
export type Cell = number | 'inconnu' | null;

/** Statistical secrecy, not available, not concerned, not significant, and the signs that tables use for them. */
const unknown = new Set([
  '',
  's',
  'c',
  'nd',
  'nc',
  'ns',
  'na',
  'nr',
  '-',
  '–',
  '—',
  '.',
  '..',
  '...',
  '…',
  '/',
  '//',
  '///',
  'x',
  'null',
  'nan',
  'n/a',
  'secret',
  'inconnu',
]);

/**
 * Reads a cell as French and international tables write numbers: `1 234,5`, `1234.5`, `1.2E3`; secrecy and absence are
 * unknown, never zero.
 * @param cell as it is typed
 * @returns null when it is neither a number nor a known sign
 */
export function readCell(cell: string): Cell {
  const text = cell.trim();
  if (unknown.has(text.toLowerCase().replace(/[()]|(?<=\w)\.(?=\w|$)/g, ''))) return 'inconnu';
  const digits = text.replace(/(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?:\D|$))/g, '').replace(/^[−–]/, '-');
  return /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(digits) ? Number(digits.replace(',', '.')) : null;
}

/** How many decimals a number is written with. */
export function decimalsOf(value: number): number {
  return /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
}

/** A number to so many decimals, without the noise of binary sums. */
export function toDecimals(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
