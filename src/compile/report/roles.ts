import type { Dossier } from '../../model/dossier.ts';
import type { Categories, Roles } from '../../model/types.gen.ts';
import type { Cercle } from '../figures/acteurs.ts';

/** How near the middle of the table each role stands. */
const CERCLES: Readonly<Record<string, NonNullable<Cercle>>> = {
  pilotage_national: 'pilotage',
  pilotage_local: 'pilotage',
  maitrise_ouvrage: 'pilotage',
  porteur: 'travail',
  amo_nationale: 'travail',
  mandataire: 'travail',
  cotraitant: 'travail',
  expert: 'travail',
  financeur: 'travail',
  partenaire: 'travail',
  participant: 'participation',
} satisfies Record<Roles, NonNullable<Cercle>>;

const INWARDS: readonly NonNullable<Cercle>[] = ['pilotage', 'travail', 'participation'];

/** The innermost circle that an acteur's roles give it; null where no role is said. */
export function cercleOf(roles: readonly string[] | null | undefined): Cercle {
  return INWARDS.find((cercle) => roles?.some((role) => CERCLES[role] === cercle)) ?? null;
}

/** The ids of the acteurs that have one of some roles, or are of one of some categories. */
export function teamOf(
  dossier: Dossier,
  roles: readonly Roles[],
  categories: readonly Categories[] = [],
): readonly string[] {
  return Object.entries(dossier.acteurs?.acteurs ?? {})
    .filter(([, one]) => one.roles?.some((role) => roles.includes(role)) || categories.includes(one.categorie))
    .map(([id]) => id);
}
