import type { Block } from '../../model/markdown.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { plainText } from '../markdown/walk.ts';
import type { Pen } from './pen.ts';

/**
 * The beginning of an author's text, in whole sentences, for a document that leaves the rest to the report.
 * @param text an author's Markdown
 * @param most how many characters to show at most; one sentence is shown whole, however long
 * @returns Markdown on one line; '' for no text
 */
export function enBref(pen: Pen, text: string | undefined, most: number): string {
  // Calls of notes, and pictures, have no place there: both stay in the report.
  const said = (text ?? '').replace(/\[\^[^\]\s]+\]|!\[[^\]\n]*\]\([^)\n]*\)/g, '');
  const whole = parseMarkdown(said)
    .blocks.map(wordsOf)
    .filter((words) => words !== '')
    .join(' ');
  if (whole === '') return '';
  const shown = begun(whole, most);
  return shown.length < whole.length ? `${pen.ligne(shown)} ${pen.mot('suite')}` : pen.ligne(shown);
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return plainText(block.children).trim();
    case 'quote':
      return block.children.map(wordsOf).join(' ');
    case 'list':
      return block.items.map((item) => item.map(wordsOf).join(' ').replace(/\s*;$/, '')).join(' ; ');
    default:
      return '';
  }
}

/** As many whole sentences as fit; a capital or a sign of opening begins the next one. */
function begun(text: string, most: number): string {
  const sentences = text.split(/(?<=[.!?…][»”"]?)\s+(?=[\p{Lu}«“"\d])/u);
  let shown = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (shown.length + 1 + sentence.length > most) break;
    shown += ` ${sentence}`;
  }
  return shown;
}
