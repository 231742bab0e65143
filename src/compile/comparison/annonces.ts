import { compte } from '../../words/numbers.ts';
import { slug } from '../../words/slug.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { type LegendEntry, unknownLegend } from '../figures/marks.ts';
import type { Liste } from './feuillets.ts';
import { absentSaid } from './said.ts';
import { type Comparaison, type SessionComparee, type Site, textOf } from './sites.ts';

/** Sites that a session announced and of which there is no dossier here: nothing is known of them but a name, if that. */
export interface Annonce {
  readonly session: string;
  readonly titre: string;
  /** How many. */
  readonly combien: number;
  /** As the session names them; fewer or more than they are, for a name may stand for several sites, or be that of a dossier here. */
  readonly noms: readonly string[];
}

/**
 * What sessions announced and of which there is no dossier.
 * @returns one entry a session that lacks dossiers
 */
export function annoncesOf({ sites, sessions }: Comparaison): readonly Annonce[] {
  return sessions.flatMap((one): readonly Annonce[] => {
    const { id, session } = one;
    const here = sites.filter(({ dossier }) => dossier.session === id).length;
    const combien = typeof session.sites_annonces === 'number' ? session.sites_annonces - here : 0;
    return combien <= 0 ? [] : [{ session: id, titre: textOf(session.titre) ?? id, combien, noms: nomsOf(one, sites) }];
  });
}

/** The names that are not those of a dossier here. */
function nomsOf({ session }: SessionComparee, sites: readonly Site[]): readonly string[] {
  const known = sites.flatMap(({ nom, dossier }) =>
    [nom, textOf(dossier.territoire)].flatMap((name) => (name === undefined ? [] : [wordsOf(name)])),
  );
  const announced = Array.isArray(session.sites) ? session.sites : [];
  return announced.filter((name) => {
    const words = new Set(wordsOf(name));
    return !known.some((own) => own.length > 0 && own.every((word) => words.has(word)));
  });
}

const SMALL = new Set('a au aux d de des du en et l la le les sur'.split(' '));

/** « Communauté de communes de la région de Nozay (44) » says all the words of « Communauté de communes de Nozay ». */
function wordsOf(name: string): readonly string[] {
  return slug(name)
    .split('-')
    .filter((word) => word !== '' && !SMALL.has(word));
}

/**
 * How many they are, as the unknown of a legend; the map of the sites says their names.
 * @param prefix the figure's own
 * @returns one entry, none where every site has a dossier
 */
export function annoncesEnLegende(
  { sites, total }: Comparaison,
  langue: Langue,
  prefix: string,
): readonly LegendEntry[] {
  const absent = total - sites.length;
  return absent <= 0 ? [] : [unknownLegend(prefix, typographie(absentSaid(absent, langue), langue))];
}

/**
 * The same as lists under a figure.
 * @returns one list a session
 */
export function listesDesAnnonces(comparaison: Comparaison, langue: Langue): readonly Liste[] {
  const fr = langue === 'fr';
  return annoncesOf(comparaison).map(({ titre, combien, noms }) => {
    const count = compte(
      combien,
      { fr: 'site annoncé dont rien n’est connu ici', en: 'site announced of which nothing is known here' },
      { fr: 'sites annoncés dont rien n’est connu ici', en: 'sites announced of which nothing is known here' },
      langue,
    );
    const session = fr ? `session « ${titre} »` : `session “${titre}”`;
    if (noms.length === 0) {
      return { titre: `${count}, ${fr ? 'et non nommés' : 'and not named'} (${session}).`, noms };
    }
    const among = noms.length > combien ? (fr ? ', parmi' : ', among') : '';
    return { titre: `${count} (${session})${among}${fr ? ' :' : ':'}`, noms };
  });
}
