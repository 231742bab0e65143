import type { Cog, Statut } from '../cog/cog.ts';
import { type CodeKind, checkEntry, type EntryCheck } from '../cog/entry.ts';
import type { Mark, Schema } from '../schema/json-schema.ts';
import { folded } from '../words/slug.ts';
import type { Text } from '../words/text.ts';
import type { Visit } from './walk.ts';

/** A code of the COG as it is typed in a file: of what, and what the data says of it. */
export interface TypedCode extends EntryCheck {
  readonly genre: CodeKind;
  /** True where a stakeholder's own code stands: a SIREN may then be of anything, not only of an EPCI. */
  readonly free: boolean;
  /** False for a code of today with its right name, of which no rule has anything to say. */
  readonly notable: boolean;
}

/** The values that hold a code of the COG. */
export function holdsCode({ 'x-atelier': mark }: Schema): boolean {
  return mark?.code !== undefined;
}

/** Dossiers near one another type the same codes, and five rules look at each: it is looked up once. */
const known = new WeakMap<Cog, Map<string, TypedCode>>();
let last: { readonly visit: Visit; readonly cog: Cog; readonly typed: TypedCode | null } | undefined;

/**
 * What the data says of the code at a visit.
 * @returns null where no code is typed
 */
export function typedCode(visit: Visit, cog: Cog): TypedCode | null {
  if (last?.visit === visit && last.cog === cog) return last.typed;
  const typed = lookedUp(visit, cog);
  last = { visit, cog, typed };
  return typed;
}

function lookedUp({ value, node }: Visit, cog: Cog): TypedCode | null {
  const { code } = node.mark;
  if (typeof value !== 'string' || code === undefined) return null;
  return codeOf(code, value, cog);
}

/**
 * What the data says of a code, as it is typed.
 * @param code what kind of code the place is for
 */
export function codeOf(code: NonNullable<Mark['code']>, value: string, cog: Cog): TypedCode {
  const checks = known.get(cog) ?? new Map<string, TypedCode>();
  known.set(cog, checks);
  const key = `${code} ${value}`;
  const before = checks.get(key);
  if (before !== undefined) return before;
  const free = code === 'territoire';
  const genre = free ? genreOf(value) : code;
  const check = checkEntry(cog, genre, copyOf(value));
  const notable = check.verdict !== 'juste' || !(check.commune === null || today.has(check.commune.statut));
  const typed = { ...check, genre, free, notable };
  checks.set(copyOf(key), typed);
  return typed;
}

/** A text of its own: what is cut out of a file would keep the whole file in memory. */
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** What a code of commune may be and be today's: not one that was merged, nor a part of one. */
const today: ReadonlySet<Statut> = new Set(['actuelle', 'com', 'arrondissement']);

/** True where a code is typed of which some rule may have something to say. */
export function isNotable(visit: Visit, { cog }: { readonly cog: Cog }): boolean {
  return typedCode(visit, cog)?.notable ?? false;
}

/** By its length: nine digits of a SIREN, five characters of a commune, two or three of a département. */
function genreOf(value: string): CodeKind {
  const length = value.search(/\s|$/);
  return length === 9 ? 'epci' : length === 5 ? 'commune' : 'departement';
}

/** True where the name beside a code is of something else: one of the two is wrong, and nobody knows which place is meant. */
export function isOther({ verdict, genre, nom, propositions }: TypedCode): boolean {
  if (verdict !== 'nom_different') return false;
  return genre !== 'epci' || propositions.some((one) => one.genre === genre && folded(one.nom) === folded(nom ?? ''));
}

/** How a sentence names a code of each kind. */
export const codeNames: Readonly<Record<CodeKind, Text>> = {
  commune: { fr: 'un code de commune', en: 'a commune code' },
  epci: { fr: 'le SIREN d’un EPCI', en: 'the SIREN of an EPCI' },
  departement: { fr: 'un code de département', en: 'a département code' },
  region: { fr: 'un code de région', en: 'a region code' },
};
