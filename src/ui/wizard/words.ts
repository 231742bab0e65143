import type { Text } from '../../words/text.ts';

/** What the wizard says, as said in the trade. */
export const words = {
  header: {
    fr: 'Entrée = proposé · Tab = modifier · Ctrl-C = rien d’écrit',
    en: 'Enter = proposed · Tab = edit · Ctrl-C = nothing written',
  },

  where: { fr: 'Où en êtes-vous ?', en: 'Where do you stand?' },
  applying: { fr: 'Candidature ou note d’opportunité à écrire', en: 'Application or opportunity note to be written' },
  launched: { fr: 'Atelier lancé', en: 'Workshop launched' },
  finished: { fr: 'Atelier terminé, à décrire', en: 'Workshop finished, to be described' },
  phase: { fr: 'À quelle étape ?', en: 'At which stage?' },

  dispositif: { fr: 'Dispositif ?', en: 'Scheme?' },
  local: { fr: 'Local : trois séances, environ 100 000 €', en: 'Local: three sessions, about €100,000' },
  national: { fr: 'National : un site d’une session nationale', en: 'National: a site of a national session' },
  flash: { fr: 'Flash : une séance sur place, environ 20 000 €', en: 'Flash: one session on site, about €20,000' },
  session: { fr: 'Session nationale ?', en: 'National session?' },
  sessionId: { fr: 'Session nationale, par son identifiant', en: 'National session, by its identifier' },

  territory: {
    fr: 'Territoire : tapez un nom, un code INSEE ou un code postal',
    en: 'Territory: type a name, an INSEE code or a postal code',
  },
  another: { fr: 'Un autre ? Tapez, ou Entrée pour finir', en: 'Another one? Type, or Enter to finish' },
  place: { fr: 'Territoire', en: 'Territory' },
  more: { fr: 'Un autre ?', en: 'Another one?' },
  no: { fr: 'non', en: 'no' },
  notYet: { fr: 'pas encore connu', en: 'not known yet' },
  takeBack: { fr: 'retirer {nom}', en: 'take back {nom}' },
  takenBack: { fr: '{nom} est retiré', en: '{nom} is taken back' },
  needed: { fr: 'Il faut une réponse ici', en: 'An answer is needed here' },
  enough: { fr: 'c’est tout', en: 'that is all' },
  already: { fr: '{nom} y est déjà, avec {dans}', en: '{nom} is already there, with {dans}' },
  name: { fr: 'Comment l’appelle-t-on ici ?', en: 'What is it called locally?' },

  title: { fr: 'Titre', en: 'Title' },
  folder: { fr: 'Dans le dossier', en: 'In the folder' },

  service: { fr: 'Maîtrise d’ouvrage, service de l’État', en: 'Commissioning service of the State' },
  holder: { fr: 'Porté avec {nom} ?', en: 'Carried with {nom}?' },
  holders: { fr: 'Porté avec ces {n} {genre} ?', en: 'Carried with these {n} {genre}?' },
  people: {
    fr: 'Organisme et fonction seulement. Noms, courriels : prive/, jamais publié, à sauvegarder ailleurs.',
    en: 'Organisation and function only. Names, e-mails: prive/, never published, to be backed up elsewhere.',
  },

  launch: { fr: 'Lancement', en: 'Launch' },
  firstSeance: { fr: 'Première séance', en: 'First session' },
  budget: { fr: 'Budget en euros', en: 'Budget in euros' },

  readers: { fr: 'Qui peut lire ?', en: 'Who may read it?' },
  partenaires: {
    fr: 'Partenaires : rien n’est publié sans votre accord',
    en: 'Partners: nothing is published without your agreement',
  },
  interne: { fr: 'Interne : le service seulement', en: 'Internal: the service only' },
  public: { fr: 'Public', en: 'Public' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a hit of a search is, beside its name. */
export const hitWords = {
  commune: { fr: 'commune', en: 'commune' },
  communes: { fr: 'communes', en: 'communes' },
  ancienne: { fr: 'ancienne commune de {nom}', en: 'former commune of {nom}' },
  departement: { fr: 'département entier', en: 'whole département' },
  region: { fr: 'région entière', en: 'whole region' },
} as const satisfies Readonly<Record<string, Text>>;
