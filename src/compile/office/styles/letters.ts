import type { Text } from '../../../words/text.ts';
import { COULEURS } from '../../figures/theme.ts';
import { encre, INK, type Letters, sourd } from './look.ts';

/** A style for a few letters. */
export interface LetterStyle extends Letters {
  readonly word: readonly [id: string, name: string | Text];
  readonly open?: string;
}

const visee = (lettre: 'D' | 'T' | 'S'): LetterStyle => ({
  word: [`Visee${lettre}`, { fr: `Visée ${lettre}`, en: `Aim ${lettre}` }],
  bold: true,
  color: '#ffffff',
  ground: COULEURS[lettre].clair,
});

/** The character styles: for a few letters. */
export const CHARACTERS = {
  strong: { word: ['Strong', 'Strong'], open: 'Strong_20_Emphasis', bold: true },
  emphasis: { word: ['Emphasis', 'Emphasis'], open: 'Emphasis', italic: true },
  code: { word: ['CodeSigne', { fr: 'Code', en: 'Code' }], open: 'Source_20_Text', face: 'code', size: 8.5 },
  link: { word: ['Hyperlink', 'Hyperlink'], open: 'Internet_20_link', color: INK.lien },
  fait: { word: ['FaitNom', { fr: 'Nom du fait', en: 'Fact name' }], color: sourd },
  chiffre: { word: ['Chiffre', { fr: 'Chiffre', en: 'Figure value' }], bold: true, size: 17, color: encre },
  appel: { word: ['FootnoteReference', 'footnote reference'], open: 'Footnote_20_anchor', raised: true },
  appelFin: { word: ['EndnoteReference', 'endnote reference'], open: 'Endnote_20_anchor', raised: true },
  viseeD: visee('D'),
  viseeT: visee('T'),
  viseeS: visee('S'),
} as const;
