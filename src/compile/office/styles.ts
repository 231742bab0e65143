import { AROUND } from './styles/around.ts';
import { BLOCKS } from './styles/blocks.ts';
import { CHARACTERS, type LetterStyle } from './styles/letters.ts';
import type { ParagraphStyle } from './styles/look.ts';
import { TEXT } from './styles/text.ts';

export { COLUMN, FACES, INK, LIST_STEP, PAGE, WIDE } from './styles/look.ts';

const styles = { ...TEXT, ...AROUND, ...BLOCKS };

/** The paragraph styles, by our name. */
export type Paragraphs = keyof typeof styles;

/** A style, with the styles that it names. */
export type Known = ParagraphStyle & { readonly base?: Paragraphs; readonly next?: Paragraphs };

/** In the order in which files list them. */
export const PARAGRAPHS: Readonly<Record<Paragraphs, Known>> = styles;

/** The character styles, by our name. */
export type LetterStyles = keyof typeof CHARACTERS;

export const LETTERS: Readonly<Record<LetterStyles, LetterStyle>> = CHARACTERS;
