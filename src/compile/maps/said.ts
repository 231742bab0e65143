import type { Table } from '../../model/markdown.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import { compte, nombre } from '../../words/numbers.ts';
import type { Langue, Text } from '../../words/text.ts';
import { tableOf } from '../figures/figure.ts';
import { type CarteDemandee, isOverseas } from './asked.ts';
import type { SecteurCarte } from './secteurs.ts';

/**
 * The title of a map of a perimeter.
 * @param langue the reader's language
 */
export function titleOf(langue: Langue): string {
  return langue === 'fr' ? 'Le périmètre' : 'The perimeter';
}

/**
 * What a map of a perimeter shows, for those who do not see it.
 * @param asked the perimeter
 * @param secteurs in order
 * @param remarks more sentences: what the map does not show
 * @returns sentences
 */
export function describe(asked: CarteDemandee, secteurs: readonly SecteurCarte[], remarks: readonly string[]): string {
  const { langue, perimetre, nom } = asked;
  const fr = langue === 'fr';
  const counts = [
    compte(perimetre.nb_communes, { fr: 'commune', en: 'commune' }, { fr: 'communes', en: 'communes' }, langue),
    ...(perimetre.epci.length === 0 ? [] : [`${nombre(perimetre.epci.length, langue)} EPCI`]),
    departements(perimetre),
  ].join(', ');
  const sectors =
    secteurs.length === 0
      ? ''
      : ` ${fr ? 'Secteurs :' : 'Sectors:'} ${secteurs.map(({ titre }) => titre).join(fr ? ' ; ' : '; ')}.`;
  const said = [`${nom}${fr ? ' : ' : ': '}${counts}.${sectors}`, ...remarks.filter((one) => one !== '')];
  return said.join(' ');
}

/**
 * A sentence that ends with communes.
 * @param asked the perimeter, which has their names
 * @param words what is so of them, before the colon
 * @param codes the communes
 * @returns '' when there are none
 */
export function saidOf({ langue, perimetre }: CarteDemandee, words: Text, codes: readonly string[]): string {
  if (codes.length === 0) return '';
  const names = new Map(perimetre.communes.map((row) => [row.commune, row.nom]));
  const all = codes.map((code) => names.get(code) ?? code).join(', ');
  return `${words[langue]}${langue === 'fr' ? ' : ' : ': '}${all}.`;
}

/** Of communes that are not on a map of contours. */
export const NOT_DRAWN: Text = { fr: 'Sans contour connu, non dessinées', en: 'Without a known contour, not drawn' };
export const BY_POINT: Text = {
  fr: 'Sans contour connu, placées par un point',
  en: 'Without a known contour, placed by a point',
};
export const NEITHER: Text = { fr: 'Ni contour ni point connus', en: 'Neither contour nor point known' };

/** `département Calvados`, `départements Côtes-d'Armor, Ille-et-Vilaine`; the same word in both languages. */
function departements({ departements: all }: Perimetre): string {
  return `département${all.length > 1 ? 's' : ''} ${all.map(({ nom }) => nom).join(', ')}`;
}

/**
 * Where the shapes come from.
 * @param asked who made the contours
 * @returns one line, to be written on the map
 */
export function sourceLine({ source, langue, perimetre }: CarteDemandee): string {
  const fr = langue === 'fr';
  const made = source === null ? (fr ? 'source non indiquée' : 'source not stated') : source.nom;
  const year = source === null || source.annee === null ? '' : ` ${source.annee}`;
  return fr
    ? `Contours : ${made}${year} ; communes de ${perimetre.annees.cog}`
    : `Contours: ${made}${year}; communes of ${perimetre.annees.cog}`;
}

/**
 * The communes of a perimeter, one a line: what a map says to those who do not see it.
 * @param asked the perimeter
 * @param secteurs in order; without any, the table has no column for them
 */
export function communesTable({ langue, perimetre }: CarteDemandee, secteurs: readonly SecteurCarte[]): Table {
  const fr = langue === 'fr';
  const epci = new Map(perimetre.epci.map(({ code, nom }) => [code, nom]));
  const titles = new Map(secteurs.map(({ id, titre }) => [id, titre]));
  const communes = new Map(perimetre.communes.map((row) => [row.commune, row]));
  const withSecteurs = secteurs.length > 0;
  const rows = [...communes.values()].map((row) => {
    const own = perimetre.communes.filter(({ commune }) => commune === row.commune);
    const named = [...new Set(own.flatMap(({ secteur }) => (secteur === null ? [] : (titles.get(secteur) ?? []))))];
    return [
      row.commune,
      row.nom,
      row.epci === null ? (fr ? 'aucun' : 'none') : (epci.get(row.epci) ?? row.epci),
      ...(withSecteurs ? [named.join(', ')] : []),
      row.population === null ? null : nombre(row.population, langue),
    ];
  });
  const head = ['Code', 'Commune', 'EPCI', ...(withSecteurs ? [fr ? 'Secteur' : 'Sector'] : []), population(perimetre)];
  return tableOf(
    fr ? 'Les communes du périmètre' : 'The communes of the perimeter',
    head,
    rows,
    langue,
    head.length - 1,
  );
}

/** Overseas, some populations are of a census of their own. */
function population({ departements, annees }: Perimetre): string {
  const own = departements.some(({ code }) => isOverseas(code) && !['971', '972', '973', '974'].includes(code));
  return own ? 'Population' : `Population (${annees.population})`;
}
