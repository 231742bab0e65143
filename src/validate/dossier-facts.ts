import type { Cog } from '../cog/cog.ts';
import { perimetreOf } from '../cog/perimetre.ts';
import type { Facts } from '../model/facts.ts';
import type { HolderRef, Kind } from '../model/kind.ts';
import type { DataOf, Perimetre } from '../model/types.gen.ts';
import type { Schema } from '../schema/json-schema.ts';
import { definitions, kinds, markOf, resolved, schemas } from '../schema/schemas.ts';
import type { DossierFacts } from './rule.ts';

/** The phases, in order. */
export const phases: readonly string[] = definitions.vocabulaires.$defs?.['phase']?.enum ?? [];

/**
 * One dossier as its rules see it.
 * @param files the facts of the dossier's files
 * @returns null when dossier.yaml is missing, unreadable or does not match its schema: no rule over the dossier can run
 */
export function dossierFactsOf(holder: HolderRef, files: readonly Facts[], cog: Cog): DossierFacts | null {
  const root = files.find(({ kind, valid }) => kind === 'dossier' && valid);
  if (root === undefined) return null;
  const dossier = root.value as DataOf['dossier'];
  let resolved: Perimetre | undefined;
  return {
    holder,
    dossier,
    files,
    cog,
    get: <K extends Kind>(kind: K) => {
      const facts = files.find((file) => file.kind === kind && file.valid);
      return facts && { data: facts.value as DataOf[K], path: facts.path };
    },
    all: <K extends Kind>(kind: K) =>
      files
        .filter((file) => file.kind === kind && file.valid && file.id !== null)
        .map((file) => ({ id: file.id ?? '', data: file.value as DataOf[K], path: file.path })),
    has: (kind) => files.some((file) => file.kind === kind),
    declared: (kind) => declaredIn(files, kind),
    reached: (phase) => phases.indexOf(dossier.phase) >= phases.indexOf(phase),
    get perimetre() {
      resolved ??= perimetreOf(codesOf(files), cog);
      return resolved;
    },
  };
}

/** Ids of a kind declared in some files; null when one of them that might declare some cannot be read. */
export function declaredIn(files: readonly Facts[], kind: string): ReturnType<DossierFacts['declared']> {
  const holders = holdersOf[kind];
  if (files.some((file) => !file.readable && (holders === undefined || holders.includes(file.kind)))) return null;
  return files.flatMap((file) =>
    file.declares.filter((declared) => declared.kind === kind).map((declared) => ({ ...declared, path: file.path })),
  );
}

/** Which kinds of file declare ids of a kind by what they hold; a file whose name is the id declares it even unread. */
const holdersOf: Readonly<Record<string, readonly (Kind | 'prose')[]>> = Object.fromEntries(
  [...new Set(kinds.flatMap((kind) => [...declarations(schemas[kind])]))].map((declared) => [
    declared,
    kinds.filter((kind) => markOf(schemas[kind]).declare !== declared && [...declarations(schemas[kind])].includes(declared)),
  ]),
);

/** Every kind of id that a schema declares, at any depth. */
function* declarations(node: Schema): Generator<string> {
  const schema = resolved(node);
  const { declare } = markOf(node);
  if (declare !== undefined) yield declare;
  for (const child of Object.values(schema.properties ?? {})) yield* declarations(child);
  if (schema.items) yield* declarations(schema.items);
  if (typeof schema.additionalProperties === 'object') yield* declarations(schema.additionalProperties);
}

/** The codes typed in territoire.yaml and echelle.yaml, leaving out what does not match the schema. */
function codesOf(files: readonly Facts[]): Parameters<typeof perimetreOf>[0] {
  const territoire = files.find(({ kind, valid }) => kind === 'territoire' && valid)?.value as DataOf['territoire'] | undefined;
  const echelle = files.find(({ kind, valid }) => kind === 'echelle' && valid)?.value as DataOf['echelle'] | undefined;
  const secteurs = Object.entries(echelle?.secteurs ?? {}).map(([id, secteur]) => ({ id, ...codes(secteur) }));
  return { ...codes(territoire ?? {}), secteurs };
}

function codes(holder: {
  readonly communes?: string[];
  readonly epci?: string[];
  readonly departements?: string[];
  readonly regions?: string[];
}): { communes?: readonly string[]; epci?: readonly string[]; departements?: readonly string[]; regions?: readonly string[] } {
  const { communes, epci, departements, regions } = holder;
  return { ...(communes && { communes }), ...(epci && { epci }), ...(departements && { departements }), ...(regions && { regions }) };
}
