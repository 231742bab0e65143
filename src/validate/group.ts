import type { Declared, Facts } from '../model/facts.ts';
import type { HolderRef, Kind } from '../model/kind.ts';
import { nodeAt } from '../schema/fields.ts';
import type { Schema } from '../schema/json-schema.ts';
import { kinds, schemas } from '../schema/schemas.ts';
import { nodeOf } from './walk.ts';

/** An id with the file that declares it. */
export interface DeclaredIn extends Declared {
  readonly path: string;
}

/** The files that one dossier or session holds, as the rules over them see them. */
export interface Group {
  readonly holder: HolderRef;
  readonly files: readonly Facts[];
  /** Paths of its other files, below it: pictures, plans, contours; null where they were not listed. */
  readonly others: ReadonlySet<string> | null;
  /** Ids of a kind, or null when a file that might declare some could not be read, or is empty and told to be. */
  readonly declared: (kind: string) => readonly DeclaredIn[] | null;
  /** True when a file declares that id, whatever is unknown of the others. */
  readonly has: (kind: string, id: string) => boolean;
  /** Every id, by kind, whether or not all of them are known. */
  readonly ids: ReadonlyMap<string, readonly DeclaredIn[]>;
}

/**
 * Puts together what the files of one dossier or session say.
 * @param files their facts, in the order of their paths
 * @param others paths of its other files
 */
export function groupOf(holder: HolderRef, files: readonly Facts[], others: ReadonlySet<string> | null = null): Group {
  const ids = new Map<string, DeclaredIn[]>();
  const all = new Set<string>();
  for (const { path, declares } of files) {
    for (const { kind, id, pointer } of declares) {
      all.add(`${kind} ${id}`);
      const known = ids.get(kind);
      if (known) known.push({ kind, id, pointer, path });
      else ids.set(kind, [{ kind, id, pointer, path }]);
    }
  }
  const unread = new Set(files.flatMap((file) => (isSilent(file) ? [file.kind] : [])));
  const unsure = new Set(files.flatMap(mightDeclare));
  const declared = (kind: string) =>
    unsure.has(kind) || (unread.size > 0 && declaringKinds(kind).some((one) => unread.has(one)))
      ? null
      : (ids.get(kind) ?? []);
  return { holder, files, others, declared, has: (kind, id) => all.has(`${kind} ${id}`), ids };
}

/** Nothing can be concluded from what such a file does not declare. */
function isSilent({ kind, readable, valid, value }: Facts): boolean {
  return kind !== 'prose' && (!readable || (!valid && isEmpty(value)));
}

/** Kinds of ids that would stand at, or below, a place that is broken: whether one exists is unknown. */
function mightDeclare({ kind, broken }: Facts): readonly string[] {
  if (kind === 'prose' || broken.length === 0) return [];
  return broken.flatMap((pointer) => {
    const node = pointer === '' ? undefined : nodeAt(kind, pointer);
    return node === undefined ? [] : [...declarations(node)];
  });
}

/** True for a file without any key. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** Which kinds of file declare ids of a kind by what they hold; a file whose name is the id declares it even unread. */
export function declaringKinds(kind: string): readonly Kind[] {
  return holdersOf[kind] ?? [];
}

/** Every kind of id that some file declares by what it holds. */
export function declaredKinds(): readonly string[] {
  return Object.keys(holdersOf);
}

const holdersOf: Readonly<Record<string, readonly Kind[]>> = holdersOfIds();

function holdersOfIds(): Readonly<Record<string, readonly Kind[]>> {
  const found: Record<string, Kind[]> = {};
  for (const kind of kinds)
    for (const id of new Set(declarations(schemas[kind]))) found[id] = [...(found[id] ?? []), kind];
  return found;
}

/** Every kind of id that a schema declares by the keys of its maps, at any depth. */
function* declarations(schema: Schema): Generator<string> {
  const node = nodeOf(schema);
  const { properties, items, additionalProperties } = node.schema;
  const map = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  if (node.mark.declare !== undefined && map) yield node.mark.declare;
  for (const child of Object.values(properties ?? {})) yield* declarations(child);
  if (items) yield* declarations(items);
  if (map) yield* declarations(map);
}
