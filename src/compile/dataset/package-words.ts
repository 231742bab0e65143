import type { Text } from '../../words/text.ts';

/** The title of a dataset whose workspace has none. */
export const title: Text = {
  fr: 'Dossiers de l’Atelier des territoires',
  en: 'Dossiers of the Atelier des territoires',
};

/** What the descriptor and the catalogue say of the whole. */
export const packageWords = {
  content: {
    fr: 'Une table par sorte de chose, reliées par l’identifiant du dossier.',
    en: 'One table a kind of thing, joined by the identifier of the dossier.',
  },
  internal: {
    fr: 'Usage interne : ce jeu de données reprend les dossiers entiers, quelle que soit leur diffusion.',
    en: 'Internal use: this dataset holds the dossiers as a whole, whatever their circulation.',
  },
  public: {
    fr: 'Données publiques : seuls y figurent les dossiers dont la publication est autorisée, et ce qui en est public.',
    en: 'Public data: only dossiers that may be published are here, and what is public of them.',
  },
  empty: { fr: 'Une cellule vide est une valeur inconnue.', en: 'An empty cell is an unknown value.' },
  keywords: {
    fr: ['Atelier des territoires', 'aménagement', 'urbanisme', 'transition écologique'],
    en: ['Atelier des territoires', 'spatial planning', 'town planning', 'ecological transition'],
  },
} as const;

/** The reference data behind the perimeters. */
export const sourceWords = {
  cog: {
    title: { fr: 'Code officiel géographique {annees} (Insee)', en: 'Official geographic code {annees} (Insee)' },
    path: 'https://www.insee.fr/fr/information/2560452',
  },
  epci: {
    title: {
      fr: 'Composition des EPCI à fiscalité propre {annees} (Insee, DGCL)',
      en: 'Composition of the EPCI with tax powers {annees} (Insee, DGCL)',
    },
    path: 'https://www.insee.fr/fr/information/2510634',
  },
  population: {
    title: { fr: 'Population municipale {annees} (Insee)', en: 'Municipal population {annees} (Insee)' },
    path: 'https://www.insee.fr/fr/metadonnees/source/serie/s1321',
  },
} as const;

/** What files other than tables in CSV are and hold; of a table in Parquet, what is said after the table's own words. */
export const fileWords = {
  csv: { title: { fr: 'Table', en: 'Table' }, description: { fr: 'Une table.', en: 'A table.' } },
  xlsx: {
    title: { fr: 'Classeur Excel', en: 'Excel workbook' },
    description: { fr: 'Toutes les tables, une par feuille.', en: 'All tables, one a sheet.' },
  },
  ods: {
    title: { fr: 'Classeur LibreOffice', en: 'LibreOffice workbook' },
    description: { fr: 'Toutes les tables, une par feuille.', en: 'All tables, one a sheet.' },
  },
  parquet: {
    title: { fr: 'Tables en Parquet', en: 'Tables as Parquet' },
    description: { fr: 'La même table, en Parquet.', en: 'The same table, as Parquet.' },
  },
  geojson: {
    title: { fr: 'Contours des périmètres', en: 'Outlines of the perimeters' },
    description: {
      fr: 'Le contour de chaque périmètre qui en a un, en longitude et latitude (WGS 84).',
      en: 'The outline of each perimeter that has one, in longitude and latitude (WGS 84).',
    },
  },
  dictionary: {
    title: { fr: 'Dictionnaire des données', en: 'Data dictionary' },
    description: {
      fr: 'Une ligne par colonne de chaque table : sens, type, codes, et d’où elle vient dans un dossier.',
      en: 'One row for each column of each table: meaning, type, codes, and where it comes from in a dossier.',
    },
  },
} as const;
