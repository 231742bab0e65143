import type { Dimension } from './dimensions.ts';
import type { Comparaison, Site } from './sites.ts';
import { inOrder, type Libelles, type Valeur, valeursDe } from './valeurs.ts';

/** The sites that have one value. */
export interface Groupe {
  readonly valeur: Valeur;
  /** In the order of the comparison. */
  readonly sites: readonly Site[];
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
  /** Sites that a session announced and of which there is no dossier: unknown also. */
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
  const order = inOrder(dimension);
  const inconnus = each.flatMap(({ site, valeurs }) => (valeurs === null ? [site] : []));
  return {
    dimension,
    groupes: [...found.values()].sort((a, b) => order(a.valeur, b.valeur)),
    sans: Object.entries(dimension.codes ?? {}).flatMap(([code, libelle]) =>
      found.has(code) ? [] : [{ code, libelle }],
    ),
    inconnus,
    sansDossier: comparaison.total - comparaison.sites.length,
    connus: comparaison.sites.length - inconnus.length,
    sur: comparaison.total,
    plusieurs: each.some(({ valeurs }) => valeurs !== null && valeurs.length > 1),
  };
}
