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
  /** False where neither a horizon nor a priority is known: the grid would be bare, the table says it all. */
  readonly dessin: boolean;
  /** Without a title where the dossier has no axe. */
  readonly axes: readonly { readonly chose: Chose | null; readonly tableau: Tableau | null }[];
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
  const parted = names.length > 0;
  const nameOf = (index: number): string => names[index] ?? groups[index]?.chose.titre ?? '';
  const inAxe = [...Object.keys(known), undefined].map((id) =>
    initiatives.filter(({ data: { axe } }) =>
      id === undefined ? axe === undefined || !Object.hasOwn(known, axe) : axe === id,
    ),
  );
  const idea = dossier.vision?.data.idee_force;
  const pistes = debatsOf(matter)?.pistes ?? [];
  const adoption = adoptionOf(matter);
  const says = initiatives.length + pistes.length + groups.length > 0 || adoption !== null || idea !== undefined;
  return {
    ideeForce: idea === undefined ? '' : pen.ligne(idea),
    adoption,
    horizons: horizonsOf(matter),
    vide: initiatives.length === 0,
    dessin: initiatives.some(({ data }) => data.horizon !== undefined || data.priorite !== undefined),
    axes: groups.map(({ chose }, index) => ({
      chose: parted ? chose : null,
      tableau: initiativeTable(
        matter,
        inAxe[index] ?? [],
        parted ? pen.mot('plan-feuille.tableau', { axe: nameOf(index) }) : pen.mot('fiche.initiatives'),
        { axe: false, moyens: true },
      ),
    })),
    financement: isFinanced(initiatives),
    pistes,
    fiches: groups
      .map(({ initiatives: cards }, index) => ({ nom: nameOf(index), initiatives: cards }))
      .filter(({ initiatives: cards }) => cards.length > 0),
    inconnus: inconnusOf(matter, ['principes', 'axes', 'initiatives']),
    // Of a plan that says nothing there is nothing to trace.
    sources: says && Object.keys(dossier.dossier.sources ?? {}).length > 0,
  };
}
