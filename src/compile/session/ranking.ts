import type { DataOf } from '../../model/types.gen.ts';
import { folded } from '../../words/slug.ts';
import { compared, divided, type Fraction, fractionOf, sumOf, times, written } from './exact.ts';

/** What the marks of a jury come to. Nothing here decides: the jury does. */
export interface Ranking {
  /** Applications with a mark for every criterion, the best first. */
  readonly classees: readonly Classee[];
  /** Those of which a mark is missing: ranked nowhere, for a missing mark is not a zero. */
  readonly incompletes: readonly Incomplete[];
  /** Selected applications that others come before. */
  readonly depassees: readonly Depassee[];
}

/** An application whose marks are all known. */
export interface Classee {
  readonly id: string;
  /** From 1; equal results have the same rank, and the next ranks are skipped. */
  readonly rang: number;
  readonly exAequo: boolean;
  /** The weighted mean of its marks, with as many decimals as tell different results apart. */
  readonly resultat: string;
}

/** An application of which marks are missing. */
export interface Incomplete {
  readonly id: string;
  readonly connues: number;
  /** Ids of the criteria without a mark, by code unit. */
  readonly manquent: readonly string[];
  /** Its result with the lowest mark, and with the highest, wherever one is missing. */
  readonly bas: string;
  readonly haut: string;
}

/** A selected application, and those with a better result that are not marked as selected. */
export interface Depassee {
  readonly id: string;
  readonly devant: readonly string[];
}

type Criteres = NonNullable<DataOf['session']['criteres']>;

/**
 * Ranks the applications of a session by the weighted mean of their marks, exactly: a tie is a tie.
 * @param jury the scale and the marks; a mark of no criterion of the session counts for nothing
 * @param criteres the session's own criteria; a weight that is not given is 1
 * @returns null where the session has no criteria: there is nothing to rank by
 */
export function rankingOf(jury: DataOf['jury'], criteres: Criteres = {}): Ranking | null {
  const weights = Object.entries(criteres).map(([id, { poids = 1 }]) => ({ id, poids: fractionOf(poids) }));
  if (weights.length === 0) return null;
  const whole = sumOf(weights.map(({ poids }) => poids));
  const meanOf = (notes: Notes, missing: number): Fraction =>
    divided(sumOf(weights.map(({ id, poids }) => times(poids, fractionOf(noteOf(notes, id) ?? missing)))), whole);
  const { min, max } = jury.bareme;
  const each = Object.entries(jury.candidatures)
    .map(([id, { titre, laureat, notes = {} }]) => {
      const manquent = weights.map((one) => one.id).filter((critere) => noteOf(notes, critere) === undefined);
      return { id, titre, laureat, manquent: manquent.sort(), bas: meanOf(notes, min), haut: meanOf(notes, max) };
    })
    .sort((a, b) => compared(b.bas, a.bas) || byTitle(a, b));
  const complete = each.filter(({ manquent }) => manquent.length === 0);
  const partial = each.filter(({ manquent }) => manquent.length > 0).sort(byTitle);
  const places = placesFor(complete.map(({ bas }) => bas));
  return {
    classees: complete.map(({ id, bas }) => ({
      id,
      rang: 1 + complete.filter((other) => compared(other.bas, bas) > 0).length,
      exAequo: complete.filter((other) => compared(other.bas, bas) === 0).length > 1,
      resultat: written(bas, places),
    })),
    incompletes: partial.map(({ id, manquent, bas, haut }) => ({
      id,
      connues: weights.length - manquent.length,
      manquent,
      bas: written(bas, places),
      haut: written(haut, places),
    })),
    depassees: complete
      .filter(({ laureat }) => laureat === true)
      .map(({ id, bas }) => ({
        id,
        devant: complete.filter((one) => one.laureat !== true && compared(one.bas, bas) > 0).map((one) => one.id),
      }))
      .filter(({ devant }) => devant.length > 0),
  };
}

type Notes = Readonly<Record<string, number>>;

function noteOf(notes: Notes, critere: string): number | undefined {
  return Object.hasOwn(notes, critere) ? notes[critere] : undefined;
}

interface Titled {
  readonly id: string;
  readonly titre: string;
}

/** By title, then by id: the order of the file tells nothing. */
function byTitle(a: Titled, b: Titled): number {
  const [one, other] = [`${folded(a.titre)}\0${a.id}`, `${folded(b.titre)}\0${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

const FEWEST = 2;
const MOST = 9;

/** So many decimals that results which differ are written differently: a reader must see why one comes first. */
function placesFor(results: readonly Fraction[]): number {
  const distinct = results.filter((one, index) => results.findIndex((other) => compared(one, other) === 0) === index);
  for (let places = FEWEST; places < MOST; places++)
    if (new Set(distinct.map((one) => written(one, places))).size === distinct.length) return places;
  return MOST;
}
