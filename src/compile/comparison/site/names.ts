import type { Perimetre } from '../../../model/types.gen.ts';
import { slug } from '../../../words/slug.ts';
import { type Comparaison, textOf } from '../sites.ts';

/** The names of what the dataset has as codes of places or as ids. */
export interface Noms {
  /** The name of a code of a column: `regions`, `departements`, `epci`, `session`; the code itself where none is known. */
  readonly of: (column: string, code: string) => string;
}

/**
 * The names that sites, sessions and perimeters give.
 * @param perimetres those of the sites, by id: places are named in them
 */
export function nomsOf({ sites, sessions }: Comparaison, perimetres: ReadonlyMap<string, Perimetre>): Noms {
  const all = [...perimetres.values()];
  const places = (of: (one: Perimetre) => readonly { readonly code: string; readonly nom: string }[]) =>
    new Map(all.flatMap((one) => of(one).map(({ code, nom }) => [code, nom] as const)));
  const known: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    regions: places(({ regions }) => regions),
    departements: places(({ departements }) => departements),
    epci: places(({ epci }) => epci),
    groupe: new Map(sites.flatMap(({ groupe }) => (groupe === null ? [] : [[slug(groupe), groupe] as const]))),
    session: new Map(sessions.map(({ id, session }) => [id, textOf(session.titre) ?? id])),
  };
  return { of: (column, code) => known[column]?.get(code) ?? code };
}
