import type { Text } from '../words/text.ts';

/** Title and description of a table or a column, in both languages. */
export interface Words {
  readonly title: Text;
  readonly description: Text;
}

const words = (fr: string, en: string, descriptionFr: string, descriptionEn: string): Words => ({
  title: { fr, en },
  description: { fr: descriptionFr, en: descriptionEn },
});

/** The tables in their order, and what a row of each is: the schemas say what feeds them, not what they are together. */
export const tableWords: Readonly<Record<string, Words>> = {
  dossiers: words('Dossiers', 'Dossiers', 'Une ligne par atelier.', 'One row a workshop.'),
  perimetres: words(
    'Périmètres',
    'Perimeters',
    'Une ligne par code saisi et commune actuelle à laquelle il mène.',
    'One row for each code typed and commune of today that it leads to.',
  ),
  sessions: words('Sessions', 'Sessions', 'Une ligne par session nationale.', 'One row a national session.'),
  secteurs: words(
    'Secteurs',
    'Sub-areas',
    'Une ligne par secteur : grappe de communes, site pilote ou site de projet.',
    'One row a sub-area: cluster of communes, pilot site or project site.',
  ),
  acteurs: words(
    'Acteurs',
    'Stakeholders',
    'Une ligne par organisme ; aucune personne n’y est nommée.',
    'One row an organisation; no person is named.',
  ),
  enjeux: words('Enjeux', 'Challenges', 'Une ligne par enjeu du territoire.', 'One row a challenge of the territory.'),
  ressources: words(
    'Ressources',
    'Resources',
    'Une ligne par ressource du territoire.',
    'One row a resource of the territory.',
  ),
  indicateurs: words(
    'Indicateurs',
    'Indicators',
    'Une ligne par chiffre du territoire, d’un secteur ou d’une suite, par autre lecture de ce chiffre dans une autre source, et par valeur de comparaison dans un département ou une région.',
    'One row for each figure of the territory, a sub-area or a follow-up, for each other reading of it in another source, and for each value of comparison in a département or region.',
  ),
  principes: words(
    'Principes',
    'Principles',
    'Une ligne par principe de la stratégie.',
    'One row a principle of the strategy.',
  ),
  axes: words('Axes', 'Strands', 'Une ligne par axe de la feuille de route.', 'One row a strand of the roadmap.'),
  initiatives: words('Initiatives', 'Initiatives', 'Une ligne par initiative.', 'One row an initiative.'),
  financements: words(
    'Financements',
    'Funding',
    'Une ligne par somme : budget d’un atelier ou d’une session, financement d’une initiative, d’un antécédent ou d’une suite.',
    'One row a sum: budget of a workshop or a session, funding of an initiative, of an antecedent or a follow-up.',
  ),
  debats: words(
    'Débats',
    'Debates',
    'Une ligne par convergence, controverse ou piste.',
    'One row an agreement, a disagreement or a lead.',
  ),
  seances: words('Séances', 'Sessions of work', 'Une ligne par séance.', 'One row a working session.'),
  participation: words(
    'Participation',
    'Participation',
    'Une ligne par démarche de participation, et par public compté à une séance.',
    'One row for each form of participation, and for each public counted at a working session.',
  ),
  enseignements: words(
    'Enseignements',
    'Lessons',
    'Une ligne par frein, levier ou constat.',
    'One row an obstacle, a lever or an observation.',
  ),
  planification: words(
    'Planification',
    'Planning',
    'Une ligne par document de planification que l’atelier nourrit ou suit.',
    'One row a planning document that the workshop feeds or follows.',
  ),
  suites: words(
    'Antécédents et suites',
    'Antecedents and follow-ups',
    'Une ligne par programme, contrat, étude ou chantier, avant ou après l’atelier.',
    'One row a programme, contract, study or works, before or after the workshop.',
  ),
  livrables: words('Livrables', 'Deliverables', 'Une ligne par livrable.', 'One row a deliverable.'),
  sources: words(
    'Sources',
    'Sources',
    'Une ligne par source citée : page, document, délibération, entretien.',
    'One row a source cited: page, document, decision, interview.',
  ),
};

/** Columns that no key of the format gives: they say where a row belongs. */
export const keyWords = {
  dossier: words('Dossier', 'Dossier', 'Identifiant du dossier.', 'Identifier of the dossier.'),
  id: words(
    'Identifiant',
    'Identifier',
    'Identifiant de la ligne dans son dossier.',
    'Identifier of the row in its dossier.',
  ),
  idAlone: words(
    'Identifiant',
    'Identifier',
    'Identifiant, unique dans le jeu de données.',
    'Identifier, unique in the dataset.',
  ),
  origine: words('Origine', 'Origin', 'Ce à quoi la ligne appartient.', 'What the row belongs to.'),
  origine_id: words(
    'Identifiant de l’origine',
    'Identifier of the origin',
    'Identifiant de ce à quoi la ligne appartient ; celui du dossier quand elle appartient au dossier entier.',
    'Identifier of what the row belongs to; that of the dossier when it belongs to the dossier as a whole.',
  ),
  rang: words(
    'Rang',
    'Rank',
    'Rang de la ligne parmi ses voisines, à partir de 1.',
    'Rank of the row among its neighbours, from 1.',
  ),
  rang_parent: words(
    'Rang de la lecture principale',
    'Rank of the main reading',
    'Rang de la ligne dont celle-ci est une autre lecture ou une comparaison ; vide pour une lecture principale.',
    'Rank of the row of which this one is another reading or a comparison; empty for a main reading.',
  ),
} satisfies Readonly<Record<string, Words>>;

/** Columns whose values come from the place of a row in the dossier, by table, with the labels of their codes. */
export const valueWords: Readonly<Record<string, Words & { readonly labels: Readonly<Record<string, Text>> }>> = {
  type: {
    ...words('Type', 'Type', 'Convergence, controverse ou piste.', 'Agreement, disagreement or lead.'),
    labels: {
      convergence: { fr: 'Convergence', en: 'Agreement' },
      controverse: { fr: 'Controverse', en: 'Disagreement' },
      piste: { fr: 'Piste', en: 'Lead' },
    },
  },
  sens: {
    ...words('Sens', 'Direction', 'Avant ou après l’atelier.', 'Before or after the workshop.'),
    labels: { antecedent: { fr: 'Antécédent', en: 'Antecedent' }, suite: { fr: 'Suite', en: 'Follow-up' } },
  },
  lecture: {
    ...words(
      'Lecture',
      'Reading',
      'Lecture principale, autre lecture du même fait dans une autre source, ou même mesure dans un département ou une région.',
      'Main reading, another reading of the same fact in another source, or the same measure in a département or region.',
    ),
    labels: {
      principale: { fr: 'Principale', en: 'Main' },
      autre: { fr: 'Autre', en: 'Other' },
      comparaison: { fr: 'Comparaison', en: 'Comparison' },
    },
  },
  origine: {
    ...keyWords.origine,
    labels: {
      dossier: { fr: 'Dossier', en: 'Dossier' },
      session: { fr: 'Session', en: 'Session' },
      territoire: { fr: 'Territoire', en: 'Territory' },
      secteur: { fr: 'Secteur', en: 'Sub-area' },
      initiative: { fr: 'Initiative', en: 'Initiative' },
      suite: { fr: 'Antécédent ou suite', en: 'Antecedent or follow-up' },
      seance: { fr: 'Séance', en: 'Working session' },
      demarche: { fr: 'Démarche de participation', en: 'Form of participation' },
    },
  },
};

/** `Rencontre (date)`. */
export const partOf = { fr: '{tout} ({partie})', en: '{tout} ({partie})' } as const;

export const yearOf = {
  title: { fr: '{titre} : année', en: '{titre}: year' },
  description: { fr: 'Année de la date.', en: 'Year of the date.' },
} as const;

export const approximate = {
  title: { fr: '{titre} : valeur approchée', en: '{titre}: approximate' },
  description: {
    fr: 'true quand le nombre est donné comme approché, false quand il est exact, vide quand il est inconnu.',
    en: 'true when the number is given as approximate, false when it is exact, empty when it is unknown.',
  },
} as const;

/** In the dataset a code stands without its name: what its column holds, by kind of code. */
export const codeWords = {
  commune: { fr: 'Code Insee de commune, sans le nom.', en: 'INSEE code of a commune, without the name.' },
  epci: { fr: 'SIREN d’EPCI, sans le nom.', en: 'SIREN of an EPCI, without the name.' },
  departement: { fr: 'Code de département, sans le nom.', en: 'Code of a département, without the name.' },
  region: { fr: 'Code de région, sans le nom.', en: 'Code of a region, without the name.' },
  territoire: {
    fr: 'Code de la collectivité, sans le nom : commune, EPCI ou syndicat, département, région.',
    en: 'Code of the authority, without the name: commune, EPCI or joint authority, département, region.',
  },
} satisfies Readonly<Record<string, Text>>;
