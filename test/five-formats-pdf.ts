import { plainly, TO_DATA } from './five-formats.ts';
import { type Part, partsOf } from './pdf-words.ts';

/** What a PDF says, in the order of its tags: its running lines are no part of it, nor hyphens at the ends of lines. */
export interface SaidInPdf {
  readonly headings: readonly string[];
  readonly contents: readonly string[];
  /** All words from the first page to the colophon, but notes and contents. */
  readonly words: readonly string[];
  readonly notes: readonly string[];
}

/** A PDF, by the words of its structure. */
export function saidInPdf(bytes: Uint8Array): SaidInPdf {
  const said = { headings: [] as string[], contents: [] as string[], notes: [] as string[] };
  const text = read(partsOf(bytes), said);
  return { ...said, words: wordsOf(text) };
}

/** Words and numbers, whatever stands between them. */
export function wordsOf(text: string): readonly string[] {
  return plainly(text)
    .split(' ')
    .filter((word) => word !== '');
}

interface Kept {
  readonly headings: string[];
  readonly contents: string[];
  readonly notes: string[];
}

/** Each element of its own kind stands on a line of its own. */
const INLINE = ['Span', 'Link', 'Em', 'Strong', 'Quote', 'Code', 'Reference'];

function read({ type, parts }: Part, said: Kept, within = ''): string {
  switch (type) {
    case 'Note': {
      const text = plainly(inside(parts, said, type));
      const [, number = '', words = ''] = /^(\d+) (.*)$/.exec(text) ?? [];
      said.notes[Number(number) - 1] = words;
      return '';
    }
    case 'TOCI':
      // The number of its page comes last.
      said.contents.push(plainly(inside(parts, said, type)).replace(/ \d+$/, ''));
      return '';
    case 'Figure':
      return '';
    case 'Lbl': {
      const text = inside(parts, said, type);
      const isName = within === 'LI' && !/^\s*(?:–|\d+[.)])\s*$/.test(text);
      return isName || within === 'Note' ? ` ${text} ` : '';
    }
    case 'Link': {
      const text = inside(parts, said, within);
      return TO_DATA.test(plainly(text)) ? '' : text;
    }
    default: {
      const text = inside(parts, said, type);
      if (/^H[1-6]$/.test(type)) said.headings.push(plainly(text));
      return INLINE.includes(type) ? text : ` ${text} `;
    }
  }
}

function inside(parts: Part['parts'], said: Kept, type: string): string {
  return parts.map((part) => (typeof part === 'string' ? part : read(part, said, type))).join('');
}
