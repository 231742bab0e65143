/** What the workbook says beside the dataset's own words. */
export const workbookWords = {
  sheets: {
    readme: { fr: 'Lisez-moi', en: 'Read me' },
    dictionary: { fr: 'Dictionnaire', en: 'Dictionary' },
  },
  /** At the end of a text that no cell can hold. */
  cut: {
    fr: '… [texte coupé : entier dans {table}.csv]',
    en: '… [text cut: whole in {table}.csv]',
  },
  tooMany: {
    fr: 'la table « {table} » dépasse 1 048 575 lignes, le plus qu’une feuille de calcul puisse contenir',
    en: 'the table “{table}” has more than 1,048,575 rows, the most that a spreadsheet can hold',
  },
  tooLarge: {
    fr: 'le classeur dépasserait 5 millions de cellules, plus qu’un tableur n’en ouvre sans peine',
    en: 'the workbook would have more than 5 million cells, more than a spreadsheet program opens with ease',
  },
  instead: {
    fr: 'choisissez csv ou parquet, ou une session à la fois : --session ID',
    en: 'choose csv or parquet, or one session at a time: --session ID',
  },
  readTitle: { fr: 'Lire ce classeur', en: 'Reading this workbook' },
  read: {
    fr: [
      [
        'Feuilles',
        'Une feuille par table. La feuille « Dictionnaire » dit le sens de chaque colonne et de chaque code.',
      ],
      [
        'Cellule vide',
        'La valeur est inconnue : ce n’est jamais 0 ni non. Dites toujours sur combien de valeurs connues porte un total ou une moyenne.',
      ],
      ['Codes', 'Ce sont des textes : 01001 et 2A004 gardent leurs zéros et leurs lettres.'],
      [
        'Listes',
        'Plusieurs valeurs dans une cellule sont séparées par | ; une barre à l’intérieur d’une valeur s’écrit \\|, une barre inverse \\\\. « aucun » dit qu’on sait qu’il n’y en a pas.',
      ],
      [
        'Dates',
        'Écrites comme elles sont connues : 2016, 2016-09 ou 2016-09-14. La colonne voisine en _annee donne l’année.',
      ],
      ['Nombres approchés', 'Écrits sans leur signe ~ ; la colonne voisine en _approche dit alors VRAI.'],
      [
        'Textes longs',
        'Une cellule contient 32 767 signes au plus : un texte plus long est coupé et le dit ; les fichiers CSV et Parquet le donnent entier.',
      ],
      [
        'Relier',
        'Les lignes d’un dossier se rejoignent par la colonne « dossier ». Un identifiant est unique dans son dossier : joignez sur « dossier » et l’identifiant.',
      ],
    ],
    en: [
      ['Sheets', 'One sheet a table. The sheet “Dictionary” gives the meaning of each column and code.'],
      [
        'Empty cell',
        'The value is unknown: never 0 nor no. Always say how many known values a total or a mean rests on.',
      ],
      ['Codes', 'They are text: 01001 and 2A004 keep their zeros and letters.'],
      [
        'Lists',
        'Several values in a cell are separated by |; a bar inside a value is written \\|, a backslash \\\\. “aucun” says that there is known to be none.',
      ],
      [
        'Dates',
        'Written as they are known: 2016, 2016-09 or 2016-09-14. The column beside, in _annee, gives the year.',
      ],
      ['Approximate numbers', 'Written without their sign ~; the column beside, in _approche, then says TRUE.'],
      [
        'Long texts',
        'A cell holds 32,767 characters at most: a longer text is cut and says so; the CSV and Parquet files have it whole.',
      ],
      [
        'Joining',
        'The rows of a dossier join on the column “dossier”. An identifier is unique in its dossier: join on “dossier” and the identifier.',
      ],
    ],
  },
  tablesTitle: { fr: 'Tables', en: 'Tables' },
  row: { fr: 'ligne', en: 'row' },
  rows: { fr: 'lignes', en: 'rows' },
} as const;
