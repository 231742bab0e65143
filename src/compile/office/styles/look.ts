import type { Text } from '../../../words/text.ts';
import { COULEURS } from '../../figures/theme.ts';

/** The page: A4, a text column off-centre, an outer margin that tables and pictures may take; in millimetres. */
export const PAGE = { width: 210, height: 297, top: 24, right: 16, bottom: 22, left: 24 } as const;
export const WIDE = PAGE.width - PAGE.left - PAGE.right;
export const COLUMN = 118;
/** How far in each level of a list stands. */
export const LIST_STEP = 7;

/** What is named first is meant; a machine that lacks it takes the next. */
export const FACES = {
  texte: { name: 'Source Serif 4', instead: ['Cambria', 'Georgia', 'Liberation Serif'], kind: 'roman' },
  titres: { name: 'Inter', instead: ['Arial', 'Liberation Sans', 'Helvetica'], kind: 'swiss' },
  code: { name: 'Consolas', instead: ['Liberation Mono', 'Courier New'], kind: 'modern' },
} as const;
export type Face = keyof typeof FACES;

export const { encre, sourd, filet } = {
  encre: COULEURS.encre.clair,
  sourd: COULEURS.sourd.clair,
  filet: COULEURS.filet.clair,
};
export const INK = { encre, sourd, filet, lien: '#1d5a8a', papier: '#f6f3ec' } as const;

/** How letters look; what is absent comes from the style below. */
export interface Letters {
  readonly face?: Face;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly color?: string;
  /** Behind the letters. */
  readonly ground?: string;
  readonly raised?: boolean;
}

interface Line {
  readonly color: string;
  /** In points, as is the space to the text. */
  readonly width: number;
  readonly space: number;
}

/** A paragraph style: sizes and spaces in points, indents in millimetres. */
export interface ParagraphStyle extends Letters {
  /** Its id and name in Word; the name is shown in the reader's language unless it is one of Word's own. */
  readonly word: readonly [id: string, name: string | Text];
  /** Its name in OpenDocument where that is one of LibreOffice's own; else Word's id. */
  readonly open?: string;
  /** Our name of the style below it. */
  readonly base?: string;
  /** Our name of the style of the paragraph after it. */
  readonly next?: string;
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  readonly left?: number;
  readonly right?: number;
  /** The first line starts this far left of the others; a tab leads to them. */
  readonly hanging?: number;
  readonly align?: 'right' | 'center';
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  /** No space between two paragraphs of this style. */
  readonly together?: boolean;
  /** Rank among headings, from 1. */
  readonly outline?: number;
  readonly rule?: { readonly top?: Line; readonly bottom?: Line; readonly left?: Line };
  readonly shade?: string;
  /** Where a right-hand tab stands, in millimetres. */
  readonly tab?: number;
}

export const own = (id: string, fr: string, en: string): ParagraphStyle['word'] => [id, { fr, en }];
export const small: Letters = { face: 'titres', size: 8, color: encre };
export const outer = WIDE - COLUMN;
export const heading = {
  face: 'titres',
  bold: true,
  keepNext: true,
  keepLines: true,
  right: outer,
  next: 'texte',
} as const;
export const cell = { ...small, line: 11, before: 2.5, after: 2.5 } as const;
/** How far in what stands beside a name, or beside a large number. */
export const names = 41;
export const numbers = 30;
