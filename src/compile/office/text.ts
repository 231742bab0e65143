import type { Langue } from '../../words/text.ts';

/**
 * Text as an XML 1.0 file can hold it, on one line.
 * @param text any text
 * @returns the text; what XML has no way to write is U+FFFD, tabs and line ends are spaces
 */
export function xmlText(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(FORBIDDEN, '\ufffd');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** @returns how office files name a language: with its country, for spelling */
export function localeOf(langue: Langue): 'fr-FR' | 'en-GB' {
  return langue === 'fr' ? 'fr-FR' : 'en-GB';
}
