import type { Dossier, Piece, SingleParts } from '../../model/dossier.ts';
import type { Kind } from '../../model/kind.ts';
import type { Schema } from '../../schema/json-schema.ts';
import { markOf, resolved, schemas } from '../../schema/schemas.ts';
import { type Document, documentsOfDossier, isMap } from '../dataset/documents.ts';
import { publicPart } from '../dataset/publication.ts';

/** The kinds of file that a published dossier may show, by the names they have in it. */
const SINGLE: Readonly<Partial<Record<Kind, keyof SingleParts>>> = {
  territoire: 'territoire',
  echelle: 'echelle',
  acteurs: 'acteurs',
  candidature: 'candidature',
  debats: 'debats',
  'feuille-de-route': 'feuilleDeRoute',
  enseignements: 'enseignements',
  medias: 'medias',
};

/**
 * What may be published of a dossier that may itself be published: without the séances, debates, initiatives,
 * deliverables and media that fewer people may read, and without what refers to them, so that nothing says they exist.
 * @param dossier any that `heldBack` lets through
 * @returns a dossier as if these had never been written
 */
export function publicDossier(dossier: Dossier): Dossier {
  const before = documentsOfDossier(dossier, undefined);
  const { documents: kept, leftOut } = publicPart(before);
  const { relectures: _, ...rest } = dossier;
  if (leftOut.length === 0) return rest;
  const there = new Set(kept.flatMap(declared));
  const lost = new Set(before.flatMap(declared).filter((one) => !there.has(one)));
  const clean = kept.map((one): Document => ({ ...one, value: without(one.value, schemas[one.part as Kind], lost) }));
  const at = (part: string, id: string | null = null): unknown =>
    clean.find((one) => one.part === part && one.id === id)?.value;
  // Each value was valid, and stays so: what is taken away is optional, an entry of a map, an item of a list.
  const pieces = <Data>(part: string, all: readonly Piece<Data>[]): readonly Piece<Data>[] =>
    all.flatMap((piece) => {
      const data = at(part, piece.id);
      return data === undefined ? [] : [{ ...piece, data: data as Data }];
    });
  const single = Object.entries(SINGLE).flatMap(([part, name]) => {
    const value = at(part);
    return value === undefined ? [] : [[name, value] as const];
  });
  const { holder, id, vision, diagnostic } = dossier;
  return {
    holder,
    id,
    dossier: at('dossier') as Dossier['dossier'],
    ...Object.fromEntries(single),
    ...(vision && { vision }),
    ...(diagnostic !== undefined && { diagnostic }),
    principes: pieces('principe', dossier.principes),
    initiatives: pieces('initiative', dossier.initiatives),
    seances: pieces('seance', dossier.seances),
  };
}

/** « initiative oap »: what a document declares, by the name of its file or the keys of its maps. */
function declared({ part, id, value }: Document): readonly string[] {
  const schema = schemas[part as Kind];
  return [...(id === null ? [] : [`${part} ${id}`]), ...(schema === undefined ? [] : declaredIn(value, schema))];
}

function declaredIn(value: unknown, node: Schema): readonly string[] {
  const own = markOf(node).declare;
  const here = own !== undefined && isMap(value) ? Object.keys(value).map((id) => `${own} ${id}`) : [];
  return [...here, ...inside(value, node).flatMap(([, child, schema]) => declaredIn(child, schema))];
}

/** What a map or a list holds, each with its schema; nothing of which the schema says nothing. */
function inside(value: unknown, node: Schema): readonly (readonly [string, unknown, Schema])[] {
  const { properties = {}, additionalProperties, items } = resolved(node);
  if (Array.isArray(value)) return items ? value.map((one, at) => [String(at), one, items] as const) : [];
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const schema = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    return typeof schema === 'object' ? [[key, one, schema] as const] : [];
  });
}

/** A value without references to what is lost; a list that named nothing else goes too. */
function without(value: unknown, node: Schema | undefined, lost: ReadonlySet<string>): unknown {
  if (node === undefined) return value;
  const isLost = (one: unknown, schema: Schema): boolean => {
    const { ref } = markOf(schema);
    return ref !== undefined && typeof one === 'string' && lost.has(`${ref} ${one}`);
  };
  const schemaOf = new Map(inside(value, node).map(([key, , schema]) => [key, schema]));
  const kept = (key: string, one: unknown): readonly unknown[] => {
    const schema = schemaOf.get(key);
    if (schema === undefined) return [one];
    if (isLost(one, schema)) return [];
    const clean = without(one, schema, lost);
    return Array.isArray(clean) && clean.length === 0 && Array.isArray(one) && one.length > 0 ? [] : [clean];
  };
  if (Array.isArray(value)) return value.flatMap((one, at) => kept(String(at), one));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => kept(key, one).map((now) => [key, now])));
}
