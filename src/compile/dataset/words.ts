import type { ColumnType } from '../../schema/columns.ts';
import type { Text } from '../../words/text.ts';

/** The types of columns, as the README names them. */
export const typeWords: Readonly<Record<ColumnType, Text>> = {
  string: { fr: 'texte', en: 'text' },
  integer: { fr: 'entier', en: 'integer' },
  number: { fr: 'nombre', en: 'number' },
  boolean: { fr: 'booléen', en: 'boolean' },
  date: { fr: 'date', en: 'date' },
  list: { fr: 'liste', en: 'list' },
};

/** The fixed sentences of the README. */
export const readmeWords = {
  count: { fr: 'Ce jeu de données rassemble {dossiers}.', en: 'This dataset holds {dossiers}.' },
  dossier: { fr: 'dossier', en: 'dossier' },
  dossiers: { fr: 'dossiers', en: 'dossiers' },
  fictitious: {
    fr: 'Dossiers fictifs : {n}, marqués `true` dans la colonne `fictif` ; à écarter de toute statistique.',
    en: 'Fictional dossiers: {n}, marked `true` in the column `fictif`; leave them out of any statistic.',
  },
  made: { fr: 'Fait le {date}.', en: 'Made on {date}.' },
  producer: { fr: 'Produit par {nom}.', en: 'Produced by {nom}.' },
  publicLead: { fr: 'Données publiques.', en: 'Public data.' },
  public: {
    fr: 'N’y figurent que les dossiers dont la publication est autorisée et, de ceux-là, que ce qui en est public. Aucune personne n’y est nommée.',
    en: 'Only dossiers that may be published are here and, of these, only what is public. No person is named.',
  },
  leftOutPublic: {
    fr: 'Laissés de côté, faute d’accord ou de diffusion publique : {n}. Un total sur ces tables ne porte donc pas sur tous les ateliers.',
    en: 'Left out, for want of an agreement or of public circulation: {n}. A total over these tables is thus not over all workshops.',
  },
  masked: {
    fr: 'Nombres de personnes laissés vides, parce qu’ils sont trop petits pour être publiés ou permettraient d’en retrouver un : {n}.',
    en: 'Numbers of people left empty, because they are too small to be published or would let such a one be worked out: {n}.',
  },
  leftOutTitle: { fr: 'Ce qui n’y est pas', en: 'What is not here' },
  internalLead: { fr: 'Usage interne.', en: 'Internal use.' },
  internal: {
    fr: 'Les dossiers y sont entiers, quelle que soit leur diffusion : ne publiez rien sans l’accord des services. Aucune personne n’y est nommée.',
    en: 'The dossiers are here as a whole, whatever their circulation: publish nothing without the agreement of the services. No person is named.',
  },
  readTitle: { fr: 'Lire ces fichiers', en: 'Reading these files' },
  read: {
    fr: [
      'CSV en UTF-8, séparé par des virgules, point décimal, une ligne d’en-tête. Un texte entre guillemets peut tenir sur plusieurs lignes.',
      '**Une cellule vide est une valeur inconnue**, jamais 0 ni non. Dites toujours sur combien de valeurs connues porte un total ou une moyenne.',
      'Les codes sont du texte : à l’ouverture dans un tableur, importez ces colonnes comme du texte pour garder `01001` et `2A004`. Ils sont écrits sans leur nom.',
      'Plusieurs valeurs dans une cellule sont séparées par `|` ; une barre à l’intérieur d’une valeur s’écrit `\\|`, une barre inverse `\\\\`. `aucun` dit qu’on sait qu’il n’y en a pas.',
      'Une date est écrite comme elle est connue : `2016`, `2016-09` ou `2016-09-14`. La colonne voisine en `_annee` donne l’année.',
      'Un nombre approché est écrit sans son signe `~` ; la colonne voisine en `_approche` dit alors `true`.',
      'Une cellule qui commence par `=`, `+`, `-` ou `@` est du texte, jamais une formule : importez-la comme telle.',
      'Les lignes d’un dossier se rejoignent par la colonne `dossier`. Un identifiant est unique dans son dossier : joignez sur `dossier` et l’identifiant.',
      '`datapackage.json` décrit les tables, leurs types, leurs clés et leurs codes pour les outils qui lisent ce format ; `schemas/` contient le schéma de chaque table, pour la vérifier seule.',
    ],
    en: [
      'CSV in UTF-8, separated by commas, with a decimal point and a line of headings. A text in quotation marks may run over several lines.',
      '**An empty cell is an unknown value**, never 0 nor no. Always say how many known values a total or a mean rests on.',
      'Codes are text: in a spreadsheet, import these columns as text to keep `01001` and `2A004`. They are written without their name.',
      'Several values in a cell are separated by `|`; a bar inside a value is written `\\|`, a backslash `\\\\`. `aucun` says that there is known to be none.',
      'A date is written as it is known: `2016`, `2016-09` or `2016-09-14`. The column beside it, in `_annee`, gives the year.',
      'An approximate number is written without its sign `~`; the column beside it, in `_approche`, then says `true`.',
      'A cell that starts with `=`, `+`, `-` or `@` is text, never a formula: import it as such.',
      'The rows of a dossier join on the column `dossier`. An identifier is unique in its dossier: join on `dossier` and the identifier.',
      '`datapackage.json` describes the tables, their types, keys and codes for tools that read this format; `schemas/` holds the schema of each table, to check it alone.',
    ],
  },
  formatsTitle: { fr: 'Formats', en: 'Formats' },
  formats: {
    csv: {
      fr: 'CSV : une table par fichier ; c’est la référence.',
      en: 'CSV: one table a file; this is the reference.',
    },
    xlsx: {
      fr: 'XLSX (`{fichier}`) : toutes les tables, une par feuille. Les codes y sont du texte.',
      en: 'XLSX (`{fichier}`): all tables, one a sheet. Codes are text.',
    },
    ods: {
      fr: 'ODS (`{fichier}`) : toutes les tables, une par feuille. Les codes y sont du texte.',
      en: 'ODS (`{fichier}`): all tables, one a sheet. Codes are text.',
    },
    parquet: {
      fr: 'Parquet (`{fichier}`) : les mêmes tables, avec leurs types, pour DuckDB, R ou Python.',
      en: 'Parquet (`{fichier}`): the same tables, with their types, for DuckDB, R or Python.',
    },
    geojson: {
      fr: 'GeoJSON (`{fichier}`) : les contours des périmètres, en longitude et latitude (WGS 84).',
      en: 'GeoJSON (`{fichier}`): the outlines of the perimeters, in longitude and latitude (WGS 84).',
    },
    dictionary: {
      fr: '`{fichier}` : le dictionnaire des données, une ligne par colonne, en français et en anglais.',
      en: '`{fichier}`: the data dictionary, one row a column, in French and English.',
    },
  },
  excel: {
    fr: '`excel/` : les mêmes tables pour Excel en français, à ouvrir d’un double-clic (point-virgule, virgule décimale). À lire, pas à publier.',
    en: '`excel/`: the same tables for a French Excel, to be opened by a double click (semicolon, decimal comma). To be read, not published.',
  },
  drawn: {
    fr: 'Périmètres dessinés : {n} sur {total}. Les autres n’ont pas de contour dans leur dossier ; aucun n’est inventé.',
    en: 'Perimeters drawn: {n} of {total}. The others have no outline in their dossier; none is made up.',
  },
  tablesTitle: { fr: 'Tables', en: 'Tables' },
  tablesHead: { fr: ['Fichier', 'Lignes', 'Contenu'], en: ['File', 'Rows', 'Content'] },
  columnsTitle: { fr: 'Colonnes', en: 'Columns' },
  columnsHead: { fr: ['Colonne', 'Type', 'Sens'], en: ['Column', 'Type', 'Meaning'] },
  unit: { fr: 'Unité : {unite}.', en: 'Unit: {unite}.' },
  codes: { fr: 'Codes : {liste}.', en: 'Codes: {liste}.' },
  refersTo: { fr: 'Renvoie à `{table}`.', en: 'Refers to `{table}`.' },
  codesTitle: { fr: 'Codes', en: 'Codes' },
  codesHead: { fr: ['Code', 'Libellé'], en: ['Code', 'Label'] },
  sourcesTitle: { fr: 'Données de référence', en: 'Reference data' },
  licenceTitle: { fr: 'Licence', en: 'Licence' },
  licence: {
    fr: 'Ce qui en est publié l’est sous [{titre}]({adresse}).',
    en: 'What is published of it is under the [{titre}]({adresse}).',
  },
} as const;
