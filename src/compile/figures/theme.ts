import type { Text } from '../../words/text.ts';

/** The three aims, as the data codes them. */
export type Visee = 'developpement' | 'transition' | 'sobriete';

/** Each aim has a colour, a pattern and a letter wherever it appears: no meaning hangs on colour alone. */
export const VISEES: Readonly<Record<Visee, { readonly lettre: 'D' | 'T' | 'S'; readonly libelle: Text }>> = {
  developpement: { lettre: 'D', libelle: { fr: 'Développement', en: 'Development' } },
  transition: { lettre: 'T', libelle: { fr: 'Transition', en: 'Transition' } },
  sobriete: { lettre: 'S', libelle: { fr: 'Sobriété', en: 'Sobriety' } },
};

/**
 * The few colours of figures, in light and in dark. The style sheet of pages says them again as `--encre`…, so that a
 * figure inside a page follows its theme; alone, it has the light ones. A test compares the two.
 */
export const COULEURS = {
  encre: { clair: '#1c2321', sombre: '#e9ece6' },
  sourd: { clair: '#5b6661', sombre: '#a9b3ad' },
  filet: { clair: '#cfd2c9', sombre: '#3c4642' },
  teinte: { clair: '#eceae1', sombre: '#222a27' },
  fond: { clair: '#fdfcf9', sombre: '#161b19' },
  D: { clair: '#a3471f', sombre: '#f0a27f' },
  T: { clair: '#1f6459', sombre: '#7fc9ba' },
  S: { clair: '#4a4f8a', sombre: '#b3b7f0' },
} as const;

export type Couleur = keyof typeof COULEURS;

export const POLICE = "Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif";
