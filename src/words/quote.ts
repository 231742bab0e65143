/** Characters that a double-quoted text must escape: not printable, cut lines, or would be lost when a file is saved. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the text must not carry raw
const unprintable = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/**
 * Writes a text between quotation marks, as YAML wants it on one line.
 * @param text any text
 * @returns `"…"`, or `'…'` when that spares escapes; reading it gives the same text back, character for character
 */
export function quoted(text: string): string {
  const plainInside = /["\\]/.test(text) && !text.includes("'") && text.search(unprintable) < 0;
  return plainInside ? `'${text}'` : `"${escaped(text)}"`;
}

/**
 * The inside of a text between double quotation marks.
 * @param text any text; `keepLines` leaves its line breaks as they are, for a text that folds over several lines
 * @returns the text with quotation marks, backslashes and unprintable characters escaped
 */
export function escaped(text: string, keepLines = false): string {
  return text.replace(/["\\]/g, '\\$&').replace(unprintable, (character) => {
    if (keepLines && (character === '\n' || character === '\r')) return character;
    return shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
