import type { ColumnType } from '../../schema/columns.ts';
import type { Text } from '../../words/text.ts';

/** What the descriptor says of the whole. */
export const packageWords = {
  description: {
    fr: 'Une table par sorte de chose, reliées par l’identifiant du dossier. Usage interne : ce jeu de données reprend les dossiers entiers, quelle que soit leur diffusion. Une cellule vide est une valeur inconnue.',
    en: 'One table a kind of thing, joined by the identifier of the dossier. Internal use: this dataset holds the dossiers as a whole, whatever their circulation. An empty cell is an unknown value.',
  },
  keywords: {
    fr: ['Atelier des territoires', 'aménagement', 'urbanisme', 'transition écologique'],
    en: ['Atelier des territoires', 'spatial planning', 'town planning', 'ecological transition'],
  },
} as const;

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
  internal: {
    fr: '**Usage interne.** Les dossiers y sont entiers, quelle que soit leur diffusion : ne publiez rien sans l’accord des services. Aucune personne n’y est nommée.',
    en: '**Internal use.** The dossiers are here as a whole, whatever their circulation: publish nothing without the agreement of the services. No person is named.',
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
      '`datapackage.json` décrit les tables, leurs types, leurs clés et leurs codes pour les outils qui lisent ce format.',
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
      '`datapackage.json` describes the tables, their types, keys and codes for tools that read this format.',
    ],
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
