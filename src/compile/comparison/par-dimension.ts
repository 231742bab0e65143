import type { Dimension } from './dimensions.ts';
import type { Comparaison, Site } from './sites.ts';
import { inOrder, type Libelles, type Valeur, valeurOf, valeursDe } from './valeurs.ts';

/** The sites that have one value. */
export interface Groupe {
  readonly valeur: Valeur;
  /** In the order of the comparison. */
  readonly sites: readonly Site[];
  /** Sites without a dossier of which at least this is known: the session that announced them. */
  readonly sansDossier: number;
}

/** Sites put together by what they have in one dimension. */
export interface ParDimension {
  readonly dimension: Dimension;
  /** Values that at least one site has, in the order of display; a site is once in each of its values. */
  readonly groupes: readonly Groupe[];
  /** Codes of a closed list that no site is known to have. */
  readonly sans: readonly Valeur[];
  /** Sites of which nothing is known here. */
  readonly inconnus: readonly Site[];
  /** Sites that a session announced and of which there is no dossier: unknown also, but for their session. */
  readonly sansDossier: number;
  /** Of how many sites something is known, of how many it could be. */
  readonly connus: number;
  readonly sur: number;
  /** At least one site is in several groups. */
  readonly plusieurs: boolean;
}

/** Puts the sites of a comparison together by one dimension. */
export function parDimension(comparaison: Comparaison, dimension: Dimension, lieu: Libelles['lieu']): ParDimension {
  const libelles = { comparaison, lieu };
  const each = comparaison.sites.map((site) => ({ site, valeurs: valeursDe(site, dimension, libelles) }));
  const found = new Map<string, { valeur: Valeur; sites: Site[] }>();
  for (const { site, valeurs } of each) {
    for (const valeur of valeurs ?? []) {
      const group = found.get(valeur.code) ?? { valeur, sites: [] };
      group.sites.push(site);
      found.set(valeur.code, group);
    }
  }
  const absents = dimension.sorte === 'session' ? absentsBySession(comparaison) : new Map<string, number>();
  for (const code of absents.keys()) {
    if (!found.has(code)) found.set(code, { valeur: valeurOf(code, dimension, libelles), sites: [] });
  }
  const order = inOrder(dimension);
  const inconnus = each.flatMap(({ site, valeurs }) => (valeurs === null ? [site] : []));
  const sansDossier = comparaison.total - comparaison.sites.length - sum([...absents.values()]);
  return {
    dimension,
    groupes: [...found.values()]
      .map((group) => ({ ...group, sansDossier: absents.get(group.valeur.code) ?? 0 }))
      .sort((a, b) => order(a.valeur, b.valeur)),
    sans: Object.entries(dimension.codes ?? {}).flatMap(([code, libelle]) =>
      found.has(code) ? [] : [{ code, libelle }],
    ),
    inconnus,
    sansDossier,
    connus: comparaison.total - inconnus.length - sansDossier,
    sur: comparaison.total,
    plusieurs: each.some(({ valeurs }) => valeurs !== null && valeurs.length > 1),
  };
}

/** How many sites each session announced beyond those that have a dossier here. */
function absentsBySession({ sites, sessions }: Comparaison): ReadonlyMap<string, number> {
  const counts = sessions.map(({ id, session }) => {
    const here = sites.filter(({ dossier }) => dossier.session === id).length;
    return [id, typeof session.sites_annonces === 'number' ? session.sites_annonces - here : 0] as const;
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
