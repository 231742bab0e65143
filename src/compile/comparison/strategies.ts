import { ORDRE } from '../figures/marks.ts';
import type { Visee } from '../figures/theme.ts';
import { codeOf, valuesOf } from './said.ts';
import { type Fiche, type Site, textOf } from './sites.ts';

/** A principle of a site, with what the initiatives that name it rest on. */
export interface PrincipeDuSite {
  readonly id: string;
  readonly titre: string;
  /** Null where they are not known. */
  readonly visees: readonly Visee[] | null;
  /** Ids of the initiatives that name it. */
  readonly initiatives: readonly string[];
  /** Ids of those that rest on each foundation, by its code: only foundations that one rests on. */
  readonly fondements: ReadonlyMap<string, readonly string[]>;
  /** Ids of those that do not say what they rest on. */
  readonly sansFondement: readonly string[];
}

/** The strategy of a site. */
export interface StrategieDuSite {
  readonly site: Site;
  readonly principes: readonly PrincipeDuSite[];
  /** How many of its initiatives name no principle. */
  readonly sansPrincipe: number;
  /** Principles were sought and not found. */
  readonly sought: boolean;
}

/** What the dataset says of the strategy of a site. */
export function strategieOf(site: Site): StrategieDuSite {
  const initiatives = site.rows('initiatives');
  return {
    site,
    principes: site.rows('principes').map((row) => principeOf(row, initiatives)),
    sansPrincipe: initiatives.filter(({ principes }) => (valuesOf(principes) ?? []).length === 0).length,
    sought: valuesOf(site.dossier.inconnus)?.includes('principes') ?? false,
  };
}

function principeOf(row: Fiche, all: readonly Fiche[]): PrincipeDuSite {
  const id = codeOf(row.id) ?? '';
  const naming = all.filter(({ principes }) => valuesOf(principes)?.includes(id));
  const fondements = new Map<string, string[]>();
  for (const { id: initiative, fondements: codes } of naming) {
    for (const code of valuesOf(codes) ?? []) {
      fondements.set(code, [...(fondements.get(code) ?? []), codeOf(initiative) ?? '']);
    }
  }
  const visees = valuesOf(row.visees);
  return {
    id,
    titre: textOf(row.titre) ?? id,
    visees: visees === null ? null : ORDRE.filter((visee) => visees.includes(visee)),
    initiatives: idsOf(naming),
    fondements,
    sansFondement: idsOf(naming.filter(({ fondements: codes }) => (valuesOf(codes) ?? []).length === 0)),
  };
}

function idsOf(rows: readonly Fiche[]): readonly string[] {
  return rows.map(({ id }) => codeOf(id) ?? '');
}

/** Does one initiative at least that names it say what it rests on? */
export function isFounded({ initiatives, sansFondement }: PrincipeDuSite): boolean {
  return initiatives.length > sansFondement.length;
}

/** Those whose visées are known, and those whose foundations are. */
export function knownOf(all: readonly PrincipeDuSite[]): Record<'said' | 'founded', readonly PrincipeDuSite[]> {
  return { said: all.filter(({ visees }) => visees !== null), founded: all.filter(isFounded) };
}
