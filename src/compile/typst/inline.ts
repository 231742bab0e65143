import type { Inline } from '../../model/markdown.ts';
import { plainText } from '../markdown/walk.ts';
import type { TypstInline } from './document.ts';
import { pieces } from './letters.ts';
import { pathOf } from './pictures.ts';
import { DEEPEST, type Writing } from './state.ts';

/**
 * Inline nodes as `page.typ` reads them.
 * @param inlines any inline nodes
 * @param writing what is known; notes called and pictures are kept there
 * @param depth how deep they lie in each other
 */
export function inlinesOf(inlines: readonly Inline[], writing: Writing, depth = 0): readonly TypstInline[] {
  if (depth > DEEPEST) return textOf(plainText(inlines));
  return inlines.flatMap((inline) => one(inline, writing, depth + 1));
}

function one(inline: Inline, writing: Writing, depth: number): readonly TypstInline[] {
  switch (inline.type) {
    case 'text':
      return textOf(inline.value);
    case 'emphasis':
      return [{ t: 'em', c: inlinesOf(inline.children, writing, depth) }];
    case 'strong':
      return [{ t: 'fort', c: inlinesOf(inline.children, writing, depth) }];
    case 'delete':
      return [{ t: 'barre', c: inlinesOf(inline.children, writing, depth) }];
    case 'code':
      return textOf(inline.value).map((piece) => (typeof piece === 'string' ? { t: 'code', v: piece } : piece));
    case 'link':
      return linkOf(inline.url, inlinesOf(inline.children, writing, depth), writing);
    case 'image': {
      const chemin = pathOf(inline.url, writing);
      return chemin === null ? textOf(inline.alt) : [{ t: 'image', chemin, alt: altOf(inline.alt, writing) }];
    }
    case 'break':
      return [{ t: 'saut' }];
    case 'note':
      return [noteOf(inline.id, writing)];
  }
}

/** A picture must say something to those who do not see it. */
export function altOf(alt: string, { langue }: Writing): string {
  if (alt.trim() !== '') return clean(alt);
  return langue === 'fr' ? 'Image sans texte alternatif' : 'Picture without alternative text';
}

/** What leads nowhere is its own words. Typst takes addresses of 8 000 bytes at most. */
function linkOf(url: string, c: readonly TypstInline[], { ids }: Writing): readonly TypstInline[] {
  if (url.startsWith('#')) return ids.has(url.slice(1)) ? [{ t: 'renvoi', id: url.slice(1), c }] : c;
  return url.length === 0 || url.length > 2000 ? c : [{ t: 'lien', url, c }];
}

function noteOf(n: number, writing: Writing): TypstInline {
  if (writing.called.has(n)) return { t: 'rappel', n };
  writing.called.add(n);
  return { t: 'note', n, b: writing.noteBody(n) };
}

/**
 * A text as plain pieces: what no face can show apart, and room to break in words that no line could hold.
 * @param text any text
 */
export function textOf(text: string): readonly TypstInline[] {
  return pieces(clean(text)).map((piece) => (piece.absent ? { t: 'absent', v: piece.text } : breakable(piece.text)));
}

/** On one line, with nothing that is no character. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').replace(/\p{Cs}/gu, '\ufffd');
}

/** A word of more than thirty letters may break after a sign, else anywhere in it: by spaces that have no width. */
function breakable(text: string): string {
  return text.replace(/[^\s\u200b]{31,}/gu, (word) =>
    word.replace(/[/?&=._-]+(?=[\p{L}\p{N}])/gu, '$&\u200b').replace(/[^\u200b]{24}(?=[^\u200b]{6})/gu, '$&\u200b'),
  );
}
