import { xmlText } from './text.ts';

const LONGEST = 80;

/**
 * A title that fits the head of a page.
 * @param title the title
 * @returns the title, cut after a word where it is long
 */
export function shortTitle(title: string): string {
  const plain = xmlText(title);
  if (plain.length <= LONGEST) return plain;
  const start = plain.slice(0, LONGEST);
  return `${start.slice(0, start.lastIndexOf(' ') > 0 ? start.lastIndexOf(' ') : LONGEST)}…`;
}
