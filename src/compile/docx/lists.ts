import { type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx';
import type { ListPlace, Piece } from '../office/pieces.ts';
import { LIST_STEP } from '../office/styles.ts';
import { twips } from './styles.ts';

/** Which kind of list: one for bullets, one for each number that a list starts with. */
export function listReference({ ordered, start }: ListPlace): string {
  return ordered ? `nombres-${start}` : 'puces';
}

/**
 * The kinds of lists of a file.
 * @param pieces all that it holds
 * @returns what docx numbers them with
 */
export function numberingOf(pieces: readonly Piece[]): INumberingOptions {
  const kinds = new Map<string, ListPlace>();
  for (const piece of pieces)
    if (piece.kind === 'paragraph' && piece.list) kinds.set(listReference(piece.list), piece.list);
  return { config: [...kinds].map(([reference, place]) => ({ reference, levels: levelsOf(place) })) };
}

function levelsOf({ ordered, start }: ListPlace): readonly ILevelsOptions[] {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    start: ordered ? start : 1,
    format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: ordered ? `%${level + 1}.` : '–',
    style: {
      paragraph: {
        indent: { left: twips(LIST_STEP * (level + 1)), hanging: twips(ordered ? LIST_STEP : LIST_STEP - 1) },
      },
    },
  }));
}
