import type { Perimetre } from '../../model/types.gen.ts';
import type { Asked } from '../figures/figure.ts';
import type { CogVu, Contours } from './contours.ts';
import type { France } from './france.ts';
import type { SecteurCarte } from './secteurs.ts';
import type { Towns } from './towns.ts';

/** What every map is asked with. */
export interface CarteDemandee extends Asked {
  readonly perimetre: Perimetre;
  /** What the territory calls itself. */
  readonly nom: string;
  readonly cog: CogVu;
  readonly france: France;
  readonly towns: Towns;
  /** The contours that the dossier keeps; null when it has none. */
  readonly contours: Contours | null;
  /** Who made the contours, and of which year they are. */
  readonly source: SourceContours | null;
}

export interface SourceContours {
  readonly nom: string;
  readonly annee: number | null;
}

/** What the map of a perimeter is asked with. */
export interface CartePerimetre extends CarteDemandee {
  /** In order of display; empty where the dossier has none. */
  readonly secteurs: readonly SecteurCarte[];
}

/**
 * Is this code of département that of an overseas territory?
 * @param departement as `14`, `2A`, `974`, `975`
 */
export function isOverseas(departement: string): boolean {
  return /^9[78]/.test(departement);
}

/**
 * The communes of today in a perimeter.
 * @param perimetre resolved
 */
export function codesOf({ communes }: Perimetre): ReadonlySet<string> {
  return new Set(communes.map(({ commune }) => commune));
}
