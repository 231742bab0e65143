import type { Block, Inline } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import { changedBlocks } from '../markdown/walk.ts';

/** Around an author's words in the report's Markdown; no text holds these signs, which Unicode keeps from texts. */
const [BEGIN, END] = ['\ufdd0', '\ufdd1'];
const MARKS = /[\ufdd0\ufdd1]/g;

/**
 * An author's line for the report's Markdown, marked where its language is not the report's.
 * @param markdown the line, escaped
 * @param auteur the language of the line
 * @param langue the language of the report
 */
export function marked(markdown: string, auteur: Langue, langue: Langue): string {
  return auteur === langue || markdown === '' ? markdown : `${BEGIN}${markdown}${END}`;
}

/**
 * Blocks whose texts say what `marked` said of them; the marks are gone.
 * @param blocks of the report's own Markdown
 * @param auteur the language of what was marked
 */
export function spoken(blocks: readonly Block[], auteur: Langue): readonly Block[] {
  return changedBlocks(blocks, {
    inlines: (inlines) => unmarked(inlines, auteur),
    block: (block) => (block.type === 'container' ? [{ ...block, args: block.args.replace(MARKS, '') }] : [block]),
  });
}

/** A mark may open in one node and close in another beside it: a call of a note stands between. */
function unmarked(inlines: readonly Inline[], auteur: Langue): readonly Inline[] {
  let open = false;
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === 'image') return [{ ...inline, alt: inline.alt.replace(MARKS, '') }];
    if ('children' in inline) return [{ ...inline, children: unmarked(inline.children, auteur) }];
    if (inline.type !== 'text') return [inline];
    return inline.value.split(/(?=[\ufdd0\ufdd1])/).flatMap((part): readonly Inline[] => {
      if (part.startsWith(BEGIN)) open = true;
      if (part.startsWith(END)) open = false;
      const value = part.replace(MARKS, '');
      return value === '' ? [] : [{ ...inline, value, ...(open && { lang: auteur }) }];
    });
  });
}

/**
 * A whole text of an author's, in another language than the report's.
 * @param blocks the text
 * @param auteur its language
 */
export function allSpoken(blocks: readonly Block[], auteur: Langue): readonly Block[] {
  const inlines = (all: readonly Inline[]): readonly Inline[] =>
    all.map((inline): Inline => {
      if ('children' in inline) return { ...inline, children: inlines(inline.children) };
      return inline.type === 'text' && inline.value.trim() !== '' ? { ...inline, lang: auteur } : inline;
    });
  return changedBlocks(blocks, { inlines });
}
