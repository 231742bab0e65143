import type { Critere } from './criteres.ts';
import type { Site } from './sites.ts';
import type { Valeur } from './valeurs.ts';

/** What two sites have in one criterion. */
export type Rapproche = { readonly critere: Critere } & (
  | {
      readonly connu: true;
      readonly communs: readonly Valeur[];
      /** Values of the first only, and of the second only. */
      readonly ici: readonly Valeur[];
      readonly la: readonly Valeur[];
      /** The criterion's weight times the shared part of all that both have. */
      readonly points: number;
    }
  /** Of whom nothing is known: the first, the second, both. It counts neither as equal nor as different. */
  | { readonly connu: false; readonly de: 'ici' | 'la' | 'deux' }
);

/** A likeness: no order of merit, and none of distance in miles. */
export interface Proche {
  readonly site: Site;
  /** In the order of the criteria. */
  readonly rapproches: readonly Rapproche[];
  /** Out of `sur`: the weights of the criteria that are known of both. */
  readonly points: number;
  readonly sur: number;
  /** How many criteria are known of both. */
  readonly connus: number;
}

/** The sites that are nearest to one. */
export interface Proches {
  /** The nearest first; as near, in the order of their names and ids. */
  readonly proches: readonly Proche[];
  /** Too little is known of both to tell: in the order of their names and ids. */
  readonly peuConnus: readonly Proche[];
  /** From how many criteria known of both on a likeness is told. */
  readonly minimum: number;
}

/** Two or three facts that happen to be the same make no likeness; with fewer criteria asked for, all must be known. */
const ENOUGH = 3;

/**
 * The sites nearest to one, by the criteria given.
 * @param site it is never near to itself
 * @param sites in any order: the answer is the same
 */
export function prochesDe(site: Site, sites: readonly Site[], criteres: readonly Critere[]): Proches {
  const minimum = Math.min(ENOUGH, criteres.length);
  const each = sites.filter(({ id }) => id !== site.id).map((other) => rapprocher(site, other, criteres));
  const [told, untold] = [
    each.filter(({ connus }) => connus >= minimum),
    each.filter(({ connus }) => connus < minimum),
  ];
  return {
    proches: told.sort((a, b) => partOf(b) - partOf(a) || b.connus - a.connus || byName(a, b)),
    peuConnus: untold.sort(byName),
    minimum,
  };
}

/** What two sites share and do not, criterion by criterion. */
export function rapprocher(site: Site, other: Site, criteres: readonly Critere[]): Proche {
  const rapproches = criteres.map((critere) => inOne(critere, critere.valeurs(site), critere.valeurs(other)));
  const known = rapproches.flatMap((one) => (one.connu ? [one] : []));
  return {
    site: other,
    rapproches,
    points: known.reduce((sum, { points }) => sum + points, 0),
    sur: known.reduce((sum, { critere }) => sum + critere.poids, 0),
    connus: known.length,
  };
}

function inOne(critere: Critere, here: readonly Valeur[] | null, there: readonly Valeur[] | null): Rapproche {
  if (here === null || there === null) {
    return { critere, connu: false, de: here !== null ? 'la' : there !== null ? 'ici' : 'deux' };
  }
  const [hereCodes, thereCodes] = [new Set(here.map(({ code }) => code)), new Set(there.map(({ code }) => code))];
  const communs = here.filter(({ code }) => thereCodes.has(code));
  const ici = here.filter(({ code }) => !thereCodes.has(code));
  const la = there.filter(({ code }) => !hereCodes.has(code));
  const all = communs.length + ici.length + la.length;
  return { critere, connu: true, communs, ici, la, points: all === 0 ? 0 : (critere.poids * communs.length) / all };
}

/** To nine places: what is as near by the count is as near here, whatever the last bit of a sum. */
function partOf({ points, sur }: Proche): number {
  return sur === 0 ? 0 : Math.round((points / sur) * 1e9);
}

function byName(a: Proche, b: Proche): number {
  return a.site.nom === b.site.nom ? (a.site.id < b.site.id ? -1 : 1) : a.site.nom < b.site.nom ? -1 : 1;
}
