/** Letters that are written from right to left: Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';

const opening = new RegExp(`^\\P{L}*[${RIGHT_TO_LEFT}]`, 'u');
const anywhere = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');

/**
 * Is a text written from right to left? As its first letter is.
 * @param text any text
 */
export function isRightToLeft(text: string): boolean {
  return opening.test(text);
}

/**
 * Does a text hold letters that are written from right to left?
 * @param text any text
 */
export function hasRightToLeft(text: string): boolean {
  return anywhere.test(text);
}
