import type { Cog } from '../cog/cog.ts';
import { perimetreOfDossier } from '../cog/perimetre.ts';
import type { Facts } from '../model/facts.ts';
import type { HolderRef, Kind } from '../model/kind.ts';
import type { DataOf, Perimetre } from '../model/types.gen.ts';
import { definitions, schemas } from '../schema/schemas.ts';
import { nearest } from '../words/nearest.ts';
import { isInBroken, isSound, soundRest } from './parts.ts';
import { nodeOf } from './walk.ts';

/** One file of a dossier as the rules see it: what matches its schema, without the rest. */
export interface Sound<Data> {
  readonly id: string;
  readonly data: Data;
  readonly path: string;
  /** True when what stands at a pointer is all that was meant: if it is absent, it is really absent. */
  readonly sure: (pointer: string) => boolean;
}

/** dossier.yaml with what it must have for the rules to run; the rest may be missing or was wrong. */
export type DossierSheet = Readonly<Partial<DataOf['dossier']> & Pick<DataOf['dossier'], 'phase' | 'dispositif'>>;

/** One dossier as the rules see it. */
export interface DossierFacts {
  readonly holder: HolderRef;
  readonly dossier: DossierSheet;
  readonly sheet: Sound<DossierSheet>;
  readonly files: readonly Facts[];
  /** Paths of its other files, below it: pictures, plans, contours; null where they were not listed. */
  readonly others: ReadonlySet<string> | null;
  readonly cog: Cog;
  /** What follows from the codes typed in territoire.yaml and echelle.yaml, as far as these match their schemas. */
  readonly perimetre: () => Perimetre;
  /** The one file of a kind, when something sound is left of it. */
  get<K extends Kind>(kind: K): Sound<DataOf[K]> | undefined;
  /** The files of a kind, by id. */
  all<K extends Kind>(kind: K): readonly Sound<DataOf[K]>[];
  /** True when a file of that kind exists, readable or not. */
  has(kind: Kind): boolean;
  /** True when every file of a kind says all that was meant at a pointer: what is not there is really absent. */
  sure(kind: Kind, pointer: string): boolean;
  /** The dossier has reached that phase, counted from `candidature`. */
  reached(phase: DataOf['dossier']['phase']): boolean;
  /** The dossier says that this was sought and not found. */
  unknown(code: string): boolean;
}

/** The phases, in order. */
export const phases: readonly string[] = definitions.vocabulaires.$defs?.phase?.enum ?? [];

/**
 * One dossier as its rules see it.
 * @param files the facts of the dossier's files
 * @returns null when dossier.yaml is missing, or does not say its phase and dispositif: no rule over the dossier can run
 */
export function dossierFactsOf(
  holder: HolderRef,
  files: readonly Facts[],
  cog: Cog,
  others: ReadonlySet<string> | null = null,
): DossierFacts | null {
  const facts = files.find(({ kind }) => kind === 'dossier');
  const dossier = facts && sheetOf(facts);
  if (!facts || !dossier) return null;
  const sheet = { id: holder.id, data: dossier, path: facts.path, sure: sureOf(facts) };
  const sound = new Map<Kind, readonly Sound<unknown>[]>();
  const all = <K extends Kind>(kind: K) => {
    const known = sound.get(kind) ?? files.filter((file) => file.kind === kind).flatMap(soundOf);
    sound.set(kind, known);
    return known as readonly Sound<DataOf[K]>[];
  };
  let perimetre: Perimetre | undefined;
  return {
    holder,
    dossier,
    sheet,
    files,
    others,
    cog,
    get: (kind) => all(kind)[0],
    all,
    has: (kind) => files.some((file) => file.kind === kind),
    sure: (kind, pointer) => files.every((file) => file.kind !== kind || sureOf(file)(pointer)),
    reached: (phase) => phases.indexOf(dossier.phase) >= phases.indexOf(phase),
    unknown: unknownIn(facts, sheet.sure),
    // No getter: each would give its object a class of its own, which V8 keeps in the heap's old part with all it holds.
    perimetre: () => {
      perimetre ??= perimetreOfDossier(all('territoire')[0]?.data, all('echelle')[0]?.data, cog);
      return perimetre;
    },
  };
}

/** What is said to be unknown, a misspelt word counted as the one that was meant; all may be where one cannot be read. */
function unknownIn({ value }: Facts, sure: (pointer: string) => boolean): (code: string) => boolean {
  const said: unknown = (Object(value) as Readonly<Record<string, unknown>>).inconnus;
  const words = [said].flat().flatMap((word) => (typeof word === 'string' ? word.split(/[\s,;]+/) : []));
  const codes = definitions.vocabulaires.$defs?.inconnus?.enum ?? [];
  const meant = new Set(words.map((word) => (codes.includes(word) ? word : nearest(word, codes))));
  return (code) => meant.has(code) || meant.has(null) || (said === undefined && !sure('/inconnus'));
}

const anySheet = nodeOf({ ...schemas.dossier, required: [] });

/** Every key of dossier.yaml that is sound, whatever the others are. */
function sheetOf({ value, broken }: Facts): DossierSheet | null {
  const below = new Set(broken.filter((pointer) => pointer !== ''));
  const sheet = soundRest(anySheet, value, below) as Partial<DataOf['dossier']> | undefined;
  return isSheet(sheet) ? sheet : null;
}

function isSheet(sheet: Partial<DataOf['dossier']> | undefined): sheet is DossierSheet {
  return sheet?.phase !== undefined && sheet.dispositif !== undefined;
}

function soundOf(facts: Facts): readonly Sound<unknown>[] {
  if (facts.kind === 'prose' || facts.value === undefined) return [];
  const data = soundRest(nodeOf(schemas[facts.kind]), facts.value, new Set(facts.broken));
  return data === undefined ? [] : [{ id: facts.id ?? '', data, path: facts.path, sure: sureOf(facts) }];
}

/** Nothing is broken at or below the pointer, nor anything that holds it, and no line was lost in the reading. */
function sureOf({ readable, broken }: Facts): (pointer: string) => boolean {
  return (pointer) => readable && isSound(pointer, broken) && !isInBroken(pointer, broken);
}
