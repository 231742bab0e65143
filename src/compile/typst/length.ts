import type { TypstBlock, TypstInline } from './document.ts';

/** What a page of text holds, in lines. */
const PAGE = 48;

/**
 * Does a card fill well less than a page? Then it may be kept on one. Its facts stand in two columns.
 * @param blocks what is on the card
 */
export function isShort(blocks: readonly TypstBlock[]): boolean {
  const facts = blocks.filter(({ t }) => t === 'faits');
  return linesOf(blocks) - linesOf(facts) / 2 < PAGE * 0.75;
}

/**
 * Some blocks, in lines of text: a rough count.
 * @param blocks any blocks
 */
export function linesOf(blocks: readonly TypstBlock[]): number {
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

/**
 * A text, in lines.
 * @param letters how many one line holds
 */
export function textLines(inlines: readonly TypstInline[], letters: number): number {
  return Math.ceil(lettersOf(inlines) / letters);
}

function lettersOf(inlines: readonly TypstInline[]): number {
  return inlines.reduce((total, one) => {
    if (typeof one === 'string') return total + one.length;
    return total + ('c' in one ? lettersOf(one.c) : 1);
  }, 0);
}
