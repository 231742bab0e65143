/** Every word that `atelier cog` says. */
export const words = {
  commune: { fr: 'commune', en: 'commune' },
  communes: { fr: 'communes', en: 'communes' },
  habitant: { fr: 'habitant', en: 'inhabitant' },
  habitants: { fr: 'habitants', en: 'inhabitants' },
  departement: { fr: 'département', en: 'département' },
  region: { fr: 'région', en: 'region' },
  disparu: { fr: 'EPCI disparu', en: 'EPCI that is no more' },
  aucun: { fr: 'aucun', en: 'none' },
  aucune: { fr: 'aucune : collectivité d’outre-mer', en: 'none: overseas collectivity' },
  inconnue: { fr: 'inconnue', en: 'unknown' },
  devenue: { fr: 'auj. {nom} · {lieu}', en: 'now {nom} · {lieu}' },
  jusqu: { fr: '{nom} (jusqu’en {annee})', en: '{nom} (until {annee})' },
  peuple: { fr: '{nombre} ({annee})', en: '{nombre} ({annee})' },
} as const;

/** The left column of a sheet. */
export const labels = {
  departement: { fr: 'Département', en: 'Département' },
  departements: { fr: 'Départements', en: 'Départements' },
  region: { fr: 'Région', en: 'Region' },
  epci: { fr: 'EPCI', en: 'EPCI' },
  population: { fr: 'Population', en: 'Population' },
  postal: { fr: 'Code postal', en: 'Postal code' },
  postaux: { fr: 'Codes postaux', en: 'Postal codes' },
  parties: { fr: 'Elle réunit', en: 'It unites' },
  arrondissements: { fr: 'Arrondissements', en: 'Arrondissements' },
  codes: { fr: 'Anciens codes', en: 'Former codes' },
  noms: { fr: 'Anciens noms', en: 'Former names' },
  communes: { fr: 'Communes', en: 'Communes' },
  successeurs: { fr: 'Aujourd’hui', en: 'Today' },
} as const;

/** What a commune was or is, with the year when it is known. */
export const statuts = {
  ancienne: { fr: 'ancienne commune', en: 'former commune' },
  deleguee: { fr: 'commune déléguée', en: 'delegated commune' },
  associee: { fr: 'commune associée', en: 'associated commune' },
  arrondissement: { fr: 'arrondissement municipal', en: 'municipal arrondissement' },
  actuelle: { fr: 'commune', en: 'commune' },
  com: { fr: 'commune d’outre-mer', en: 'overseas commune' },
} as const;

/** In the list of what a commune unites. */
export const parts = {
  ancienne: { fr: 'réunie en {annee}', en: 'merged in {annee}' },
  deleguee: { fr: 'déléguée depuis {annee}', en: 'delegated since {annee}' },
  associee: { fr: 'associée depuis {annee}', en: 'associated since {annee}' },
} as const;
export const undatedParts = {
  ancienne: { fr: 'réunie', en: 'merged' },
  deleguee: { fr: 'déléguée', en: 'delegated' },
  associee: { fr: 'associée', en: 'associated' },
} as const;

export const natures = {
  CC: { fr: 'communauté de communes', en: 'communauté de communes' },
  CA: { fr: 'communauté d’agglomération', en: 'communauté d’agglomération' },
  CU: { fr: 'communauté urbaine', en: 'communauté urbaine' },
  METRO: { fr: 'métropole', en: 'métropole' },
  MET69: { fr: 'métropole à statut particulier', en: 'métropole of its own status' },
  EPT: { fr: 'établissement public territorial', en: 'établissement public territorial' },
} as const;

/** Of a code of the past, before the sheet of today's commune. */
export const became = {
  ancienne: {
    fr: 'n’est plus une commune depuis {annee} ; elle fait partie de :',
    en: 'has not been a commune since {annee}; it is part of:',
  },
  deleguee: { fr: 'depuis {annee}, dans :', en: 'since {annee}, in:' },
  associee: { fr: 'depuis {annee}, avec :', en: 'since {annee}, with:' },
  recodee: { fr: 'a changé de code en {annee} ; c’est aujourd’hui :', en: 'changed its code in {annee}; it is today:' },
  arrondissement: { fr: 'dans :', en: 'in:' },
  undated: { fr: 'fait partie de :', en: 'is part of:' },
} as const;

export const sentences = {
  disparu: {
    fr: 'n’existe plus depuis {annee} ; ses {nombre} sont dans :',
    en: 'has not existed since {annee}; its {nombre} are in:',
  },
  postal: { fr: '{code} est le code postal de :', en: '{code} is the postal code of:' },
  also: { fr: '{code} est aussi le code postal de :', en: '{code} is also the postal code of:' },
  more: { fr: 'et d’autres : ajoutez un mot, ou le département', en: 'and others: add a word, or the département' },
  moreHere: { fr: 'et d’autres', en: 'and others' },
  nothing: { fr: 'Rien ne porte « {mot} ».', en: 'Nothing bears “{mot}”.' },
  unknown: { fr: '« {mot} » n’est aucun code connu.', en: '“{mot}” is no known code.' },
  dissolved: {
    fr: '« {mot} » est inconnu parmi les EPCI de {debut} à {annee}, peut-être dissous avant.',
    en: '“{mot}” is unknown among the EPCI from {debut} to {annee}, perhaps dissolved before.',
  },
  badKey: {
    fr: '« {mot} » n’est pas un SIREN possible : un chiffre est faux, ou deux sont intervertis.',
    en: '“{mot}” is not a possible SIREN: a digit is wrong, or two are swapped.',
  },
  meant: { fr: 'Vouliez-vous dire :', en: 'Did you mean:' },
  years: {
    fr: 'COG {cog} · EPCI {epci} · population {population} (Mayotte : {mayotte}) · INSEE, DGCL, La Poste',
    en: 'COG {cog} · EPCI {epci} · population {population} (Mayotte: {mayotte}) · INSEE, DGCL, La Poste',
  },
} as const;
