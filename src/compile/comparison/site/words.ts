import type { MotsSite } from '../../../model/site-data.ts';
import type { Langue, Text } from '../../../words/text.ts';

/** The words of the explorer's pages. */
export const siteWords = {
  titre: { fr: 'Explorer les ateliers', en: 'Explore the workshops' },
  programme: { fr: 'Atelier des territoires', en: 'Atelier des territoires' },
  description: {
    fr: 'Rechercher, filtrer, situer et comparer les dossiers de l’Atelier des territoires.',
    en: 'Search, filter, locate and compare the dossiers of the Atelier des territoires.',
  },
  interne: {
    fr: 'Usage interne : les dossiers y sont entiers, quelle que soit leur diffusion. Ne pas publier.',
    en: 'Internal use: dossiers are here as a whole, whatever their circulation. Not to be published.',
  },
  interneCourt: { fr: 'Usage interne', en: 'Internal use' },
  publicCourt: { fr: 'Public', en: 'Public' },
  saut: { fr: 'Aller au contenu', en: 'Skip to the content' },
  sautCarte: { fr: 'Passer la carte', en: 'Skip the map' },
  connus: {
    fr: '{n} ; {total} sites en comptant ceux que les sessions annoncent et dont il n’y a pas de dossier',
    en: '{n}; {total} sites with those that the sessions announce and of which there is no dossier',
  },
  lire: {
    fr: '« Inconnu » veut dire que le dossier ne le dit pas, jamais zéro ni non. L’ordre des dossiers ne vaut pas classement.',
    en: '“Unknown” means that the dossier does not say it, never zero nor no. The order of dossiers is not a ranking.',
  },
  chercher: { fr: 'Rechercher', en: 'Search' },
  chercherAide: {
    fr: 'Titre, commune, acteur, enjeu, principe, initiative, enseignement… Plusieurs mots : tous.',
    en: 'Title, commune, stakeholder, challenge, principle, action, lesson… Several words: all of them.',
  },
  filtres: { fr: 'Filtres', en: 'Filters' },
  filtresAide: {
    fr: 'Dans un filtre, l’une des valeurs suffit ; entre filtres, toutes les conditions comptent.',
    en: 'Within a filter any of the values will do; between filters all conditions count.',
  },
  effacer: { fr: 'Tout effacer', en: 'Clear all' },
  carteTitre: { fr: 'Carte des sites', en: 'Map of the sites' },
  carteAide: { fr: 'Chaque point mène à la fiche d’un dossier.', en: 'Each dot leads to the page of a dossier.' },
  carteClavier: {
    fr: 'Au clavier : flèches pour passer d’un point à l’autre, Entrée pour ouvrir.',
    en: 'By keyboard: arrows go from dot to dot, Enter opens.',
  },
  carteNote: {
    fr: 'Un point par dossier, au milieu de ses communes ; ceux qui se toucheraient sont un peu écartés. {places} placés sur {total}. Les territoires d’outre-mer ne sont pas à l’échelle. Fond de carte : Natural Earth ; points : GeoNames.',
    en: 'One dot a dossier, in the middle of its communes; those that would touch stand a little apart. {places} placed out of {total}. Overseas territories are not to scale. Base map: Natural Earth; points: GeoNames.',
  },
  sansPlace: { fr: 'Sans place connue sur la carte : ', en: 'Without a known place on the map: ' },
  dossiers: { fr: 'Dossiers', en: 'Dossiers' },
  comparer: { fr: 'Comparer', en: 'Compare' },
  comparerDossier: { fr: 'Comparer {nom}', en: 'Compare {nom}' },
  comparerAvec: { fr: 'Choisir pour le comparer à d’autres', en: 'Set aside to compare it with others' },
  comparerChoix: { fr: 'Dossiers choisis pour être comparés', en: 'Dossiers set aside to be compared' },
  coteACote: { fr: 'Tableau des dossiers côte à côte', en: 'Table of the dossiers side by side' },
  vider: { fr: 'Ne plus comparer', en: 'Compare no longer' },
  retour: { fr: 'Revenir à la liste', en: 'Back to the list' },
  differentes: { fr: 'Seulement les lignes qui diffèrent', en: 'Only rows that differ' },
  comparerLire: {
    fr: 'Les dossiers sont côte à côte dans l’ordre où vous les avez choisis ; rien n’est noté ni classé.',
    en: 'The dossiers stand side by side in the order in which you chose them; nothing is marked or ranked.',
  },
  fil: { fr: 'Fil d’Ariane', en: 'Breadcrumb' },
  ficheDe: { fr: 'Fiche du dossier : {titre} ({nom})', en: 'Page of the dossier: {titre} ({nom})' },
  listes: { fr: 'Listes', en: 'Lists' },
  listesPar: { fr: 'Par {quoi}', en: 'By {quoi}' },
  tous: { fr: 'Tous les dossiers', en: 'All dossiers' },
  rapport: { fr: 'Lire le rapport', en: 'Read the report' },
  rapportDe: { fr: 'Lire le rapport : {nom}', en: 'Read the report: {nom}' },
  rapportAbsent: {
    fr: 'Le rapport de ce dossier n’est pas joint.',
    en: 'The report of this dossier is not beside it.',
  },
  identite: { fr: 'Carte d’identité', en: 'Identity card' },
  fictif: { fr: 'Dossier fictif', en: 'Fictional dossier' },
  aucunDossier: { fr: 'Aucun dossier.', en: 'No dossier.' },
  apropos: { fr: 'À propos de ce site', en: 'About this site' },
  mentions: { fr: 'Mentions légales', en: 'Legal notice' },
  accessibilite: { fr: 'Accessibilité', en: 'Accessibility' },
  remplir: {
    fr: '[à compléter par le service, avant toute mise en ligne]',
    en: '[to be completed by the service, before going online]',
  },
  conformite: {
    totale: { fr: 'Accessibilité : totalement conforme', en: 'Accessibility: fully compliant' },
    partielle: { fr: 'Accessibilité : partiellement conforme', en: 'Accessibility: partly compliant' },
    non_conforme: { fr: 'Accessibilité : non conforme', en: 'Accessibility: not compliant' },
  },
} as const satisfies Readonly<Record<string, Text | Readonly<Record<string, Text>>>>;

/** The words that the script says, in a language. */
export function scriptWords(langue: Langue): MotsSite {
  return langue === 'fr' ? french : english;
}

const french: MotsSite = {
  inconnu: 'inconnu',
  aucun: 'aucun',
  compte: {
    un: '1 dossier sur {total}',
    plusieurs: '{n} dossiers sur {total}',
    zero: 'Aucun dossier sur {total} : retirez un mot ou un filtre.',
  },
  trouve: 'Trouvé dans',
  deuxPoints: '\u00a0: ',
  choisis: { un: '1 dossier choisi ; choisissez-en un autre', plusieurs: '{n} dossiers choisis' },
  trop: 'Quatre dossiers au plus : retirez-en un d’abord.',
  plus: 'Afficher {n} dossiers de plus',
  effacer: 'Tout effacer',
  comparaison: {
    titre: 'Comparaison de {n} dossiers',
    legende: 'Les dossiers choisis, côte à côte',
    ligne: 'Rubrique',
    differe: 'diffère',
  },
  page: 'Fiche',
  rapport: 'Rapport',
  retirer: 'Retirer {nom} de la comparaison',
  choisir: 'Comparer',
  facette: '{titre}, {n} choisis',
};

const english: MotsSite = {
  inconnu: 'unknown',
  aucun: 'none',
  compte: {
    un: '1 dossier out of {total}',
    plusieurs: '{n} dossiers out of {total}',
    zero: 'No dossier out of {total}: take away a word or a filter.',
  },
  trouve: 'Found in',
  deuxPoints: ': ',
  choisis: { un: '1 dossier set aside; choose another', plusieurs: '{n} dossiers set aside' },
  trop: 'Four dossiers at most: take one away first.',
  plus: 'Show {n} more dossiers',
  effacer: 'Clear all',
  comparaison: {
    titre: 'Comparison of {n} dossiers',
    legende: 'The dossiers set aside, side by side',
    ligne: 'Row',
    differe: 'differs',
  },
  page: 'Page',
  rapport: 'Report',
  retirer: 'Take {nom} out of the comparison',
  choisir: 'Compare',
  facette: '{titre}, {n} chosen',
};
