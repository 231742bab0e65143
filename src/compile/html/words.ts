import type { Langue } from '../../words/text.ts';

/** The words that a page adds to its text. */
interface PageWords {
  readonly contents: string;
  readonly skip: string;
  readonly table: string;
  readonly figure: string;
  readonly code: string;
  readonly data: string;
  /** The heading above the data of all figures, where they stand together. */
  readonly allData: string;
  readonly note: string;
  readonly backToCall: string;
  readonly about: string;
}

const FR: PageWords = {
  contents: 'Sommaire',
  skip: 'Aller au texte',
  table: 'Tableau',
  figure: 'Figure :',
  code: 'Texte brut',
  data: 'Les données de la figure',
  allData: 'Les données des figures',
  note: 'Note',
  backToCall: 'Retour à l’appel de note',
  about: 'À propos de ce document',
};

const EN: PageWords = {
  contents: 'Contents',
  skip: 'Skip to the text',
  table: 'Table',
  figure: 'Figure:',
  code: 'Plain text',
  data: 'The data behind this figure',
  allData: 'The data behind the figures',
  note: 'Note',
  backToCall: 'Back to the call of note',
  about: 'About this document',
};

/**
 * The words that a page adds to its text, in one language.
 * @param langue the language of the page
 * @returns the words, set as that language wants them
 */
export function words(langue: Langue): PageWords {
  return langue === 'fr' ? FR : EN;
}
