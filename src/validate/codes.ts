import type { Cog } from '../cog/cog.ts';
import { type CodeKind, checkEntry, type EntryCheck } from '../cog/entry.ts';
import type { Schema } from '../schema/json-schema.ts';
import type { Text } from '../words/text.ts';
import type { Visit } from './walk.ts';

/** A code of the COG as it is typed in a file: of what, and what the data says of it. */
export interface TypedCode extends EntryCheck {
  readonly genre: CodeKind;
  /** True where a stakeholder's own code stands: a SIREN may then be of anything, not only of an EPCI. */
  readonly free: boolean;
}

/** The values that hold a code of the COG. */
export function holdsCode({ 'x-atelier': mark }: Schema): boolean {
  return mark?.code !== undefined;
}

/** Five rules look at each code: it is looked up once. */
const known = new WeakMap<Cog, Map<string, EntryCheck>>();

/**
 * What the data says of the code at a visit.
 * @returns null where no code is typed
 */
export function typedCode({ value, node }: Visit, cog: Cog): TypedCode | null {
  const { code } = node.mark;
  if (typeof value !== 'string' || code === undefined) return null;
  const free = code === 'territoire';
  const genre = free ? genreOf(value) : code;
  const checks = known.get(cog) ?? new Map<string, EntryCheck>();
  known.set(cog, checks);
  const key = `${genre} ${value}`;
  const check = checks.get(key) ?? checkEntry(cog, genre, value);
  checks.set(key, check);
  return { ...check, genre, free };
}

/** By its length: nine digits of a SIREN, five characters of a commune, two or three of a département. */
function genreOf(value: string): CodeKind {
  const length = value.search(/\s|$/);
  return length === 9 ? 'epci' : length === 5 ? 'commune' : 'departement';
}

/** How a sentence names a code of each kind. */
export const codeNames: Readonly<Record<CodeKind, Text>> = {
  commune: { fr: 'un code de commune', en: 'a commune code' },
  epci: { fr: 'le SIREN d’un EPCI', en: 'the SIREN of an EPCI' },
  departement: { fr: 'un code de département', en: 'a département code' },
  region: { fr: 'un code de région', en: 'a region code' },
};
