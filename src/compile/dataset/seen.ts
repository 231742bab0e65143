import type { Dossier, Session } from '../../model/dossier.ts';
import type { Perimetre } from '../../model/types.gen.ts';

/**
 * What the dataset says of itself, as far as dossiers and sessions were seen: small, plain data, so that they may go by
 * one at a time, in any order, in several processes.
 */
export interface Seen {
  readonly dossiers: number;
  readonly fictifs: number;
  /** The years of the reference data of their perimeters, in order. */
  readonly cog: readonly number[];
  readonly epci: readonly number[];
  readonly population: readonly number[];
  /** Code of a région that a perimeter touches → its name. */
  readonly regions: Readonly<Record<string, string>>;
  /** The years in which a session or workshop begins or ends, in order. */
  readonly years: readonly number[];
  /** The sessions that dossiers name, and those that are there. */
  readonly named: readonly string[];
  readonly sessions: readonly string[];
}

export const nothingSeen: Seen = {
  ...{ dossiers: 0, fictifs: 0, cog: [], epci: [], population: [], regions: {} },
  ...{ years: [], named: [], sessions: [] },
};

/** What one dossier, with its perimeter, or one session adds. */
export function seenIn(holder: Dossier | Session, perimetre?: Perimetre): Seen {
  if ('session' in holder) {
    const { debut, fin } = holder.session;
    return { ...nothingSeen, years: yearsIn(debut, fin), sessions: [holder.id] };
  }
  const { fictif, calendrier, session } = holder.dossier;
  return {
    ...nothingSeen,
    dossiers: 1,
    fictifs: fictif === true ? 1 : 0,
    ...(perimetre && {
      cog: [perimetre.annees.cog],
      epci: [perimetre.annees.epci],
      population: [perimetre.annees.population],
      regions: Object.fromEntries(perimetre.regions.map(({ code, nom }) => [code, nom])),
    }),
    years: yearsIn(calendrier?.debut, calendrier?.fin),
    named: session === undefined ? [] : [session],
  };
}

/** What two parts add up to. */
export function joined(a: Seen, b: Seen): Seen {
  return {
    dossiers: a.dossiers + b.dossiers,
    fictifs: a.fictifs + b.fictifs,
    cog: union(a.cog, b.cog),
    epci: union(a.epci, b.epci),
    population: union(a.population, b.population),
    regions: { ...a.regions, ...b.regions },
    years: union(a.years, b.years),
    named: union(a.named, b.named),
    sessions: union(a.sessions, b.sessions),
  };
}

/** Both, each once, in order. What brings nothing new costs no new list: 20 000 dossiers name the same few things. */
function union<T extends string | number>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (b.every((one) => a.includes(one))) return a;
  return [...new Set([...a, ...b])].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
}

function yearsIn(...dates: readonly (string | undefined)[]): readonly number[] {
  const years = dates.flatMap((date) => /^\d{4}/.exec(date ?? '')?.[0] ?? []).map(Number);
  return union<number>([], years);
}
