/** What the sheet for data.gouv.fr says, in French as the portal is. */
export const ficheWords = {
  how: 'À recopier, champ par champ, dans le formulaire « Publier un jeu de données » de data.gouv.fr. Les longueurs permises par le portail sont respectées. Relisez : ce qui est publié l’est au nom du producteur.',
  dossier: { fr: 'dossier', en: 'dossier' },
  dossiers: { fr: 'dossiers', en: 'dossiers' },
  row: { fr: 'ligne', en: 'row' },
  rows: { fr: 'lignes', en: 'rows' },
  file: { fr: 'fichier', en: 'file' },
  manyFiles: { fr: 'fichiers', en: 'files' },
  parquet:
    'Les mêmes tables, avec leurs types, pour DuckDB, R ou Python ; à réunir dans une archive, en gardant les dossiers.',
  programme:
    'L’Atelier des territoires est un programme de l’État : des acteurs locaux, les services de l’État et une équipe pluridisciplinaire construisent ensemble une vision et une feuille de route pour un territoire. Chaque dossier dit son périmètre, son échelle, ses acteurs, ses enjeux, sa stratégie, ses initiatives, ses débats, ses enseignements et ses suites.',
  short: 'Périmètres, acteurs, enjeux, stratégies, initiatives, enseignements et suites, en tables reliées.',
  otherFormats: 'Les mêmes données existent dans d’autres formats, décrits avec les fichiers ; les CSV font référence.',
  reading: [
    '- CSV en UTF-8, séparés par des virgules, point décimal ; les codes sont du texte.',
    '- **Une cellule vide est une valeur inconnue**, jamais 0 ni non : dites sur combien de valeurs connues porte un total.',
    '- Plusieurs valeurs dans une cellule sont séparées par `|` ; `aucun` dit qu’il n’y en a pas.',
    '- Les lignes d’un dossier se rejoignent par la colonne `dossier`.',
    '- `dictionnaire.csv` explique chaque colonne ; `datapackage.json` décrit le tout pour les programmes.',
  ],
  agreed:
    'Seuls figurent les dossiers dont la publication a été autorisée et, de ceux-là, ce qui en est public. Aucune personne n’est nommée.',
  missing: 'Laissés de côté :',
  noProducer: 'À compléter : `atelier.yaml` ne nomme pas de producteur.',
  contact: 'À choisir parmi ceux de l’organisation : les données ne contiennent aucune adresse.',
  frequency: 'Irrégulière (les données sont refaites quand des dossiers avancent ou sont publiés)',
  noYears: 'À compléter : aucune session ni aucun atelier n’est daté.',
  granularity: 'Commune (la table `perimetres` donne chaque commune de chaque périmètre)',
  tags: ['aménagement du territoire', 'territoires', 'collectivités', 'ingénierie territoriale', 'planification'],
  files: 'Ajoutez chaque fichier avec le titre, le type et la description de sa ligne.',
  documents: [
    ['README.md', 'Lisez-moi', 'Comment lire les tables, colonne par colonne, avec la liste des codes.'],
    ['datapackage.json', 'Descripteur', 'Tables, types, clés et codes, pour les outils qui lisent les Data Packages.'],
    ['schemas/', 'Schémas', 'Un schéma de table par fichier CSV, pour le vérifier.'],
  ],
  changes: ['CHANGELOG.md', 'Ce qui a changé', 'Ce qui a changé depuis la publication d’avant, table par table.'],
} as const;
