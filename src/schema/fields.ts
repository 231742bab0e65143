import type { Kind } from '../model/kind.ts';
import type { Text } from '../words/text.ts';
import type { Mark, Schema } from './json-schema.ts';
import { kinds, markOf, resolved, schemas } from './schemas.ts';

/** One key of the format, as the schemas describe it. */
export interface Field {
  readonly kind: Kind;
  /** Path of keys from the root; `*` stands for any id of a map, `[]` for the items of a list. */
  readonly path: readonly string[];
  readonly key: string;
  readonly title: Text;
  readonly description: Text;
  /** The node with its `$ref` followed. */
  readonly schema: Schema;
  readonly mark: Mark;
  /** The schema demands the key. */
  readonly required: boolean;
}

/**
 * Every key of one kind of file, parents before children, in the order of the schema.
 * Items of lists and entries of maps have no field of their own; their keys follow their holder's.
 */
export function fieldsOf(kind: Kind): readonly Field[] {
  const found = cache.get(kind);
  if (found) return found;
  const fields = [...walk(kind, schemas[kind], [])];
  cache.set(kind, fields);
  return fields;
}

const cache = new Map<Kind, readonly Field[]>();

/** Every key of the format. */
export function allFields(): readonly Field[] {
  return kinds.flatMap((kind) => fieldsOf(kind));
}

function* walk(kind: Kind, node: Schema, path: readonly string[]): Generator<Field> {
  const here = resolved(node);
  for (const [key, child] of Object.entries(here.properties ?? {})) {
    const schema = resolved(child);
    yield {
      kind,
      path: [...path, key],
      key,
      ...wordsOf(schema),
      schema,
      mark: markOf(child),
      required: here.required?.includes(key) ?? false,
    };
    yield* walk(kind, schema, [...path, key]);
  }
  if (typeof here.additionalProperties === 'object') yield* walk(kind, here.additionalProperties, [...path, '*']);
  if (here.items) yield* walk(kind, here.items, [...path, '[]']);
}

/** Title and description of a schema node, in both languages. */
export function wordsOf(node: Schema): { readonly title: Text; readonly description: Text } {
  const mark = markOf(node);
  const { title = '', description = '' } = resolved(node);
  return {
    title: { fr: title, en: mark.en?.title ?? title },
    description: { fr: description, en: mark.en?.description ?? description },
  };
}

/**
 * The schema node that describes the value at a JSON pointer of a file.
 * @returns the node with its `$ref` followed, or undefined below an unknown key
 */
export function nodeAt(kind: Kind, pointer: string): Schema | undefined {
  let node: Schema | undefined = resolved(schemas[kind]);
  for (const key of keysOf(pointer)) {
    if (node === undefined) return undefined;
    const next: Schema | boolean | undefined =
      own(node.properties, key) ?? node.items ?? (node.additionalProperties || undefined);
    node = typeof next === 'object' ? resolved(next) : undefined;
  }
  return node;
}

function own(map: Readonly<Record<string, Schema>> | undefined, key: string): Schema | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The keys of a JSON pointer, unescaped. */
export function keysOf(pointer: string): readonly string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** A JSON pointer one key deeper. */
export function pointerTo(pointer: string, key: string | number): string {
  const step = String(key);
  // Nearly every key is a plain word, and this runs for each value of each file.
  if (!step.includes('~') && !step.includes('/')) return `${pointer}/${step}`;
  return `${pointer}/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}
