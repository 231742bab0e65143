import { debatsOf } from './debats.ts';
import {
  adoptionOf,
  axesOf,
  horizonsOf,
  type Initiative,
  initiativeTable,
  isFinanced,
  shownInitiatives,
} from './feuille-de-route.ts';
import { type InconnusView, inconnusOf } from './inconnus.ts';
import type { Chose, Fait, Matter, Tableau } from './parts.ts';

/** Who does what, when, with what, on its own: what `feuille-de-route.md.hbs` shows. */
export interface PlanFeuilleView {
  readonly ideeForce: string;
  readonly adoption: Chose | null;
  readonly horizons: readonly Fait[];
  /** True where no initiative is described: the plan says so instead of being empty. */
  readonly vide: boolean;
  readonly axes: readonly { readonly chose: Chose; readonly tableau: Tableau | null }[];
  readonly financement: boolean;
  readonly pistes: readonly Chose[];
  /** One card an initiative, under its axe. */
  readonly fiches: readonly { readonly nom: string; readonly initiatives: readonly Initiative[] }[];
  readonly inconnus: InconnusView | null;
  readonly sources: boolean;
}

export function planFeuilleOf(matter: Matter): PlanFeuilleView {
  const { dossier, pen } = matter;
  const initiatives = shownInitiatives(matter);
  const groups = axesOf(matter, initiatives);
  const known = dossier.feuilleDeRoute?.axes ?? {};
  const names = Object.values(known).map(({ titre }) => pen.ligne(titre));
  const nameOf = (index: number): string => names[index] ?? groups[index]?.chose.titre ?? '';
  const inAxe = [...Object.keys(known), undefined].map((id) =>
    initiatives.filter(({ data: { axe } }) =>
      id === undefined ? axe === undefined || !Object.hasOwn(known, axe) : axe === id,
    ),
  );
  const idea = dossier.vision?.data.idee_force;
  return {
    ideeForce: idea === undefined ? '' : pen.ligne(idea),
    adoption: adoptionOf(matter),
    horizons: horizonsOf(matter),
    vide: initiatives.length === 0,
    axes: groups.map(({ chose }, index) => ({
      chose,
      tableau: initiativeTable(matter, inAxe[index] ?? [], pen.mot('plan-feuille.tableau', { axe: nameOf(index) }), {
        axe: false,
        moyens: true,
      }),
    })),
    financement: isFinanced(initiatives),
    pistes: debatsOf(matter)?.pistes ?? [],
    fiches: groups
      .map(({ initiatives: cards }, index) => ({ nom: nameOf(index), initiatives: cards }))
      .filter(({ initiatives: cards }) => cards.length > 0),
    inconnus: inconnusOf(matter, ['principes', 'axes', 'initiatives']),
    sources: Object.keys(dossier.dossier.sources ?? {}).length > 0,
  };
}
