import type { Kind } from '../model/kind.ts';
import { pointerTo } from '../schema/fields.ts';
import type { Mark, Schema } from '../schema/json-schema.ts';
import { markOf, resolved, schemas } from '../schema/schemas.ts';

/** One schema node, its `$ref` followed once and for all. */
export interface Node {
  readonly schema: Schema;
  readonly mark: Mark;
  /** What the keys of this map are, where the schema says it. */
  readonly names: Mark | undefined;
}

/** One value of a file, with the schema node that describes it. */
export interface Visit {
  readonly value: unknown;
  readonly pointer: string;
  readonly node: Node;
  /** What holds it, and under which key; undefined at the root. */
  readonly parent: unknown;
  readonly key: string | undefined;
}

/**
 * Visits every value of a file that its schema describes, parents before children, in the order of the file.
 * @param kind the file's kind; `value` what was read, whatever it is worth
 */
export function walk(kind: Kind, value: unknown, visit: (visit: Visit) => void): void {
  into({ value, pointer: '', node: nodeOf(schemas[kind]), parent: undefined, key: undefined }, visit);
}

function into(here: Visit, visit: (visit: Visit) => void): void {
  visit(here);
  const { value, pointer, node } = here;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const next = childOf(node, value, key);
    if (next) into({ value: child, pointer: pointerTo(pointer, key), node: next, parent: value, key }, visit);
  }
}

/** The node of a child of a map or list; undefined below an unknown key. */
export function childOf(node: Node, holder: unknown, key: string): Node | undefined {
  const { properties, additionalProperties, items } = node.schema;
  if (Array.isArray(holder)) return items && nodeOf(items);
  if (properties && Object.hasOwn(properties, key)) return nodeOf(properties[key] ?? {});
  return typeof additionalProperties === 'object' ? nodeOf(additionalProperties) : undefined;
}

const known = new WeakMap<Schema, Node>();

/** A schema node, ready to be walked: following a `$ref` anew for each value of each file would cost more than the checks. */
export function nodeOf(schema: Schema): Node {
  const found = known.get(schema);
  if (found) return found;
  const names = resolved(schema).propertyNames;
  const made = { schema: resolved(schema), mark: markOf(schema), names: names && markOf(names) };
  known.set(schema, made);
  return made;
}
