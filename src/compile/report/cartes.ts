import type { Figure } from '../../model/markdown.ts';
import type { Niveau } from '../../model/types.gen.ts';
import type { Asked } from '../figures/figure.ts';
import type { CarteDemandee } from '../maps/asked.ts';
import { cartePerimetre } from '../maps/perimetre.ts';
import { carteSituation } from '../maps/situation.ts';
import type { Matter } from './parts.ts';

/** What the maps of a dossier are asked with; null where the report draws none. */
export function carteOf({ carte, perimetre, dossier }: Matter, asked: Asked): CarteDemandee | null {
  return carte === undefined
    ? null
    : { ...asked, ...carte, perimetre, nom: dossier.territoire?.nom ?? dossier.dossier.titre };
}

/** The place in France. */
export function drawSituation(matter: Matter, asked: Asked): Figure | null {
  const carte = carteOf(matter, asked);
  return carte && carteSituation(carte);
}

/** The perimeter, with its secteurs. */
export function drawPerimetre(matter: Matter, asked: Asked): Figure | null {
  const carte = carteOf(matter, asked);
  const secteurs = Object.entries(matter.dossier.echelle?.secteurs ?? {}).flatMap(([id, secteur]) =>
    isPart(secteur) ? [] : [{ id, titre: secteur.titre }],
  );
  return carte && cartePerimetre({ ...carte, secteurs });
}

/** A site or a part of a commune: to fill the whole commune would say that the secteur is that large. */
function isPart({ niveau, partie }: { readonly niveau?: Niveau; readonly partie?: string }): boolean {
  return partie !== undefined || niveau === 'site' || niveau === 'quartier';
}
