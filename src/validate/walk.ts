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
 * Visits the values of a file that its schema describes, parents before children, in the order of the file.
 * @param kind the file's kind; `value` what was read, whatever it is worth
 * @param wanted which schema nodes are of interest; absent: all. What holds none of them is not even looked into. Called
 * once a node: always give the same function.
 */
export function walk(
  kind: Kind,
  value: unknown,
  visit: (visit: Visit) => void,
  wanted: (node: Node) => boolean = everything,
): void {
  into(value, '', planOf(nodeOf(schemas[kind]), wanted), undefined, undefined, visit);
}

function everything(): boolean {
  return true;
}

/** What is wanted of a schema node and below it. */
interface Plan {
  readonly node: Node;
  readonly here: boolean;
  /** False where nothing below is wanted; found out on the first visit, since a schema may contain itself. */
  readonly below: boolean;
  readonly keys: Map<string, Plan | null>;
  readonly others: Plan | null;
  readonly items: Plan | null;
}

const plans = new WeakMap<(node: Node) => boolean, WeakMap<Node, Plan>>();

function planOf(node: Node, wanted: (node: Node) => boolean): Plan {
  const known = plans.get(wanted) ?? new WeakMap<Node, Plan>();
  plans.set(wanted, known);
  const found = known.get(node);
  if (found) return found;
  const { properties = {}, additionalProperties, items } = node.schema;
  const keys = new Map<string, Plan | null>();
  const made = { node, here: wanted(node), below: true, keys, others: null as Plan | null, items: null as Plan | null };
  known.set(node, made);
  const child = (schema: Schema): Plan | null => {
    const plan = planOf(nodeOf(schema), wanted);
    return plan.here || plan.below ? plan : null;
  };
  if (typeof additionalProperties === 'object') made.others = child(additionalProperties);
  if (items) made.items = child(items);
  for (const key of Object.keys(properties)) keys.set(key, child(properties[key] ?? {}));
  made.below = made.others !== null || made.items !== null || [...keys.values()].some((plan) => plan !== null);
  return made;
}

function into(
  value: unknown,
  pointer: string,
  plan: Plan,
  parent: unknown,
  key: string | undefined,
  visit: (visit: Visit) => void,
): void {
  if (plan.here) visit({ value, pointer, node: plan.node, parent, key });
  if (typeof value !== 'object' || value === null || !plan.below) return;
  if (Array.isArray(value)) {
    const { items } = plan;
    for (let at = 0; items !== null && at < value.length; at++) {
      into(value[at], `${pointer}/${at}`, items, value, String(at), visit);
    }
    return;
  }
  for (const name of Object.keys(value)) {
    const known = plan.keys.get(name);
    const next = known === undefined ? plan.others : known;
    if (next !== null)
      into((value as Readonly<Record<string, unknown>>)[name], pointerTo(pointer, name), next, value, name, visit);
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
