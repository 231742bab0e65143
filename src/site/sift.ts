import type { DonneesSite } from '../model/site-data.ts';
import type { State } from './state.ts';

/** What is left of the dossiers, and what each value of each facet would leave. */
export interface Sifted {
  readonly kept: readonly boolean[];
  readonly count: number;
  /** Of each facet, of each of its values: how many dossiers there are of it among what all else keeps. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Sifts dossiers: of the values of one facet any will do, of the facets all must.
 * @param found which of them answer the search
 */
export function sift({ facettes, dossiers }: DonneesSite, { chosen }: State, found: readonly boolean[]): Sifted {
  const wanted = facettes.map(({ id, valeurs }) => {
    const codes = chosen.get(id) ?? [];
    return new Set(valeurs.flatMap(({ code }, rank) => (codes.includes(code) ? [rank] : [])));
  });
  const counts = facettes.map(({ valeurs }) => valeurs.map(() => 0));
  let count = 0;
  const kept = dossiers.map(({ f }, at) => {
    if (found[at] !== true) return false;
    const misses = f.flatMap((ranks, facet) => {
      const some = wanted[facet];
      return some === undefined || some.size === 0 || ranks.some((rank) => some.has(rank)) ? [] : [facet];
    });
    // What one facet alone keeps out counts in that facet: there it is one choice away.
    if (misses.length > 1) return false;
    f.forEach((ranks, facet) => {
      const own = counts[facet];
      if (own === undefined || (misses.length === 1 && misses[0] !== facet)) return;
      for (const rank of ranks) own[rank] = (own[rank] ?? 0) + 1;
    });
    if (misses.length > 0) return false;
    count += 1;
    return true;
  });
  return { kept, count, counts };
}
