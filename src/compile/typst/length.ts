import type { TypstBlock, TypstInline } from './document.ts';

/** What a page of text holds, in lines. */
const PAGE = 48;

/**
 * Does a section fill most of a page? Then it opens one; shorter ones share theirs. A rough count is enough.
 * @param blocks the blocks of the section, its title first
 */
export function isLong(blocks: readonly TypstBlock[]): boolean {
  return linesOf(blocks) > PAGE * 0.8;
}

function linesOf(blocks: readonly TypstBlock[]): number {
  return blocks.reduce((lines, block) => lines + blockLines(block), 0);
}

function blockLines(block: TypstBlock): number {
  switch (block.t) {
    case 'titre':
      return 3;
    case 'p':
      return textLines(block.c, 70) + 0.5;
    case 'liste':
      return block.items.reduce((lines, item) => lines + linesOf(item), 0);
    case 'brut':
      return block.v.split('\n').length;
    case 'tableau':
      return 3 + block.lignes.length * 1.6;
    case 'photo':
      return 18;
    case 'figure':
      return 5 + Math.min(34 / block.allure, 44);
    case 'faits':
      return block.items.reduce((lines, { b }) => lines + linesOf(b), 0);
    case 'chiffres':
      return 5;
    case 'annote':
      return blockLines(block.bloc);
    case 'citation':
    case 'partie':
    case 'bloc':
      return linesOf(block.b) + 1;
    case 'visees':
    case 'filet':
      return 1.5;
  }
}

function textLines(inlines: readonly TypstInline[], letters: number): number {
  return Math.ceil(lettersOf(inlines) / letters);
}

function lettersOf(inlines: readonly TypstInline[]): number {
  return inlines.reduce((total, one) => {
    if (typeof one === 'string') return total + one.length;
    return total + ('c' in one ? lettersOf(one.c) : 1);
  }, 0);
}
