import type { Shape } from '../model/shape.ts';

/** A JSON Schema, or a part of one: only the words that say how values nest are read here. */
export type SchemaNode = Readonly<Record<string, unknown>>;

/** Schemas by `$id`, for a `$ref` that leaves its file: `urn:atelier:communs`. */
export type Resolve = (id: string) => SchemaNode | undefined;

/** A node with the file it stands in, since `#/…` is read from there. */
interface Placed {
  readonly node: SchemaNode;
  readonly root: SchemaNode;
}

/** What several nodes together say of one place in a document. */
interface Gathered {
  readonly scalars: Set<string>;
  readonly items: Placed[];
  readonly keys: Map<string, Placed[]>;
  readonly others: Placed[];
  readonly required: Set<string>;
  readonly names: Set<string>;
  prose: boolean;
}

const combiners = ['allOf', 'anyOf', 'oneOf'] as const;
const branches = ['if', 'then', 'else'] as const;

/**
 * The shape that a schema gives to the documents it describes.
 * @param schema the schema of a whole file
 * @param resolve finds another schema by its `$id`, without fragment
 * @returns the shape; where alternatives meet (`anyOf`, `oneOf`, `if`…) it holds what any of them allows, and where a
 * schema contains itself so does the shape. Throws when a `$ref` leads nowhere, which is a mistake of ours.
 */
export function shapeOf(schema: SchemaNode, resolve: Resolve): Shape {
  const known = new Map<string, Shape>();
  const numbers = new Map<SchemaNode, number>();
  const numberOf = (node: SchemaNode): number => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  };

  function build(placed: readonly Placed[]): Shape {
    const name = [...new Set(placed.map(({ node }) => numberOf(node)))].sort((a, b) => a - b).join();
    const before = known.get(name);
    if (before) return before;
    const shape: Mutable = {};
    known.set(name, shape);
    const gathered: Gathered = {
      scalars: new Set(),
      items: [],
      keys: new Map(),
      others: [],
      required: new Set(),
      names: new Set(),
      prose: false,
    };
    const seen = new Set<SchemaNode>();
    for (const one of placed) gather(one, gathered, seen, resolve);
    const scalar = scalarOf(gathered.scalars);
    if (scalar) shape.scalar = scalar;
    if (gathered.prose) shape.prose = true;
    if (gathered.items.length > 0) shape.items = build(gathered.items);
    if (gathered.keys.size > 0)
      shape.keys = Object.fromEntries([...gathered.keys].map(([key, nodes]) => [key, build(nodes)]));
    if (gathered.others.length > 0) shape.others = build(gathered.others);
    if (gathered.required.size > 0) shape.required = [...gathered.required];
    if (gathered.names.size > 0) shape.names = [...gathered.names];
    return shape;
  }

  return build([{ node: schema, root: schema }]);
}

type Mutable = { -readonly [Key in keyof Shape]: Shape[Key] };

/** Adds what one node says, and what the nodes that it refers to or combines say, to what is known of a place. */
function gather(placed: Placed, into: Gathered, seen: Set<SchemaNode>, resolve: Resolve): void {
  const { node, root } = placed;
  if (seen.has(node)) return;
  seen.add(node);
  if (typeof node.$ref === 'string') gather(follow(node.$ref, root, resolve), into, seen, resolve);
  for (const word of combiners)
    for (const part of listOf(node[word])) gather({ node: part, root }, into, seen, resolve);
  for (const word of branches) if (isNode(node[word])) gather({ node: node[word], root }, into, seen, resolve);
  gatherScalars(node, into);
  gatherNames(placed, into, resolve);
  if (isNode(node.items)) into.items.push({ node: node.items, root });
  for (const [key, child] of entriesOf(node.properties))
    into.keys.set(key, [...(into.keys.get(key) ?? []), { node: child, root }]);
  for (const [, child] of entriesOf(node.patternProperties)) into.others.push({ node: child, root });
  for (const word of ['additionalProperties', 'unevaluatedProperties'])
    if (isNode(node[word])) into.others.push({ node: node[word], root });
}

function gatherScalars(node: SchemaNode, into: Gathered): void {
  for (const type of Array.isArray(node.type) ? node.type : [node.type])
    if (typeof type === 'string') into.scalars.add(type);
  if (node.type === undefined) {
    if (Array.isArray(node.enum)) for (const value of node.enum) into.scalars.add(typeof value);
    if ('const' in node) into.scalars.add(typeof node.const);
  }
  const ours = node['x-atelier'];
  if (isNode(ours) && (ours.texte === 'ligne' || ours.texte === 'prose')) into.prose = true;
}

/** What a map must hold, unless only one of several alternatives says so, and the names that its keys may have. */
function gatherNames({ node, root }: Placed, into: Gathered, resolve: Resolve): void {
  if (Array.isArray(node.required))
    for (const key of node.required) if (typeof key === 'string') into.required.add(key);
  const { propertyNames: names } = node;
  if (!isNode(names)) return;
  const target = typeof names.$ref === 'string' ? follow(names.$ref, root, resolve).node : names;
  if (Array.isArray(target.enum)) for (const name of target.enum) into.names.add(String(name));
}

/** Number before boolean before text: the most particular reading is tried first, and a text that fails it stays text. */
function scalarOf(types: ReadonlySet<string>): Shape['scalar'] {
  if (types.has('integer') || types.has('number')) return 'number';
  if (types.has('boolean')) return 'boolean';
  return types.has('string') ? 'text' : undefined;
}

function follow(ref: string, root: SchemaNode, resolve: Resolve): Placed {
  const [id = '', pointer = ''] = ref.split('#');
  const file = id === '' ? root : resolve(id);
  let node: unknown = file;
  for (const step of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    node = isNode(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  }
  if (!file || !isNode(node)) throw new Error(`$ref without target: ${ref}`);
  return { node, root: file };
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly SchemaNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function entriesOf(value: unknown): readonly (readonly [string, SchemaNode])[] {
  return isNode(value)
    ? Object.entries(value).flatMap(([key, child]) => (isNode(child) ? [[key, child] as const] : []))
    : [];
}
