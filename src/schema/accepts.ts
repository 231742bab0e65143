import type { Kind } from '../model/kind.ts';
import type { Schema } from './json-schema.ts';
import { resolveRef, schemas } from './schemas.ts';

/**
 * What a value must be, from one schema node, ready to be asked many times. Every node has the same fields, so that the
 * few lines that read them are compiled once and run fast from the first hundred files on: the validators of ajv, one
 * function a definition, take thousands.
 */
interface Wanted {
  readonly types: number;
  readonly codes: ReadonlySet<unknown> | null;
  readonly pattern: RegExp | null;
  readonly shortest: number;
  readonly longest: number;
  readonly least: number;
  readonly most: number;
  readonly above: number;
  /** Fewest items of a list, or keys of a map. */
  readonly fewest: number;
  readonly distinct: boolean;
  items: Wanted | null;
  readonly required: readonly string[];
  readonly keys: Map<string, Wanted> | null;
  /** What any other key holds: false where there may be none, null where it may be anything. */
  others: Wanted | false | null;
  names: Wanted | null;
  /** What the node refers to, where it asks for something more itself. */
  target: Wanted | null;
}

/**
 * Whether a value surely matches the schema of its kind: a quick yes. A no is only a doubt, for ajv to tell.
 * @param value what load read
 */
export function accepts(kind: Kind, value: unknown): boolean {
  return isAccepted(wantedOf(schemas[kind]), value);
}

const string = 1;
const number = 2;
const integer = 4;
const boolean = 8;
const list = 16;
const map = 32;
const none = 64;
const any = string | number | boolean | list | map | none;

const typeNumbers: Readonly<Record<string, number>> = {
  string,
  number,
  integer,
  boolean,
  array: list,
  object: map,
  null: none,
};

function isAccepted(wanted: Wanted, value: unknown): boolean {
  if (wanted.target !== null && !isAccepted(wanted.target, value)) return false;
  if (wanted.codes !== null && !wanted.codes.has(value)) return false;
  if (typeof value === 'string') {
    return (
      (wanted.types & string) !== 0 &&
      value.length <= wanted.longest &&
      (wanted.shortest === 0 || isLongEnough(value, wanted.shortest)) &&
      (wanted.pattern === null || wanted.pattern.test(value))
    );
  }
  if (typeof value === 'number') {
    return (
      ((wanted.types & number) !== 0 || ((wanted.types & integer) !== 0 && Number.isInteger(value))) &&
      value >= wanted.least &&
      value <= wanted.most &&
      value > wanted.above
    );
  }
  if (typeof value === 'boolean') return (wanted.types & boolean) !== 0;
  if (value === null) return (wanted.types & none) !== 0;
  if (Array.isArray(value)) return (wanted.types & list) !== 0 && isListAccepted(wanted, value);
  return typeof value === 'object' && (wanted.types & map) !== 0 && isMapAccepted(wanted, value);
}

/** Characters are counted, not code units. */
function isLongEnough(value: string, shortest: number): boolean {
  return value.length >= shortest && (value.length >= 2 * shortest || [...value].length >= shortest);
}

function isListAccepted({ items, fewest, distinct }: Wanted, value: readonly unknown[]): boolean {
  if (value.length < fewest || (distinct && value.length > 1 && !areDistinct(value))) return false;
  if (items === null) return true;
  for (let at = 0; at < value.length; at++) if (!isAccepted(items, value[at])) return false;
  return true;
}

/** Of maps and lists this cannot be said quickly. */
function areDistinct(value: readonly unknown[]): boolean {
  return value.every((item) => typeof item !== 'object') && new Set(value).size === value.length;
}

function isMapAccepted({ required, keys, others, names, fewest }: Wanted, value: object): boolean {
  for (const key of required) if (!Object.hasOwn(value, key)) return false;
  const present = Object.keys(value);
  if (present.length < fewest) return false;
  for (const key of present) {
    if (names !== null && !isAccepted(names, key)) return false;
    const wanted = keys?.get(key) ?? others;
    if (wanted === false) return false;
    if (wanted !== null && !isAccepted(wanted, (value as Readonly<Record<string, unknown>>)[key])) return false;
  }
  return true;
}

const known = new WeakMap<Schema, Wanted>();

/** Words that ask for nothing. */
const silent: ReadonlySet<string> = new Set(['$schema', '$id', '$defs', 'title', 'description', 'x-atelier', '$ref']);

const asking: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'minItems',
  'minProperties',
  'uniqueItems',
  'items',
  'required',
  'properties',
  'additionalProperties',
  'propertyNames',
]);

/** @throws Error for a word of JSON Schema that is not read here: our schemas have grown one, and a yes would be a guess */
function wantedOf(schema: Schema): Wanted {
  const before = known.get(schema);
  if (before) return before;
  const words = Object.keys(schema).filter((word) => !silent.has(word));
  const strange = words.find((word) => !asking.has(word));
  if (strange !== undefined) throw new Error(`the schemas use “${strange}”, which accepts.ts does not read`);
  const target = schema.$ref === undefined ? null : wantedOf(resolveRef(schema.$ref));
  if (target !== null && words.length === 0) return target;
  return made(schema, target);
}

function made(schema: Schema, target: Wanted | null): Wanted {
  const { type, pattern, properties, additionalProperties, propertyNames, items } = schema;
  const types = type === undefined ? any : [type].flat().reduce((all, one) => all | (typeNumbers[one] ?? 0), 0);
  const codes = schema.enum ?? (schema.const === undefined ? null : [schema.const]);
  const keys = properties === undefined ? null : new Map<string, Wanted>();
  const wanted: Wanted = {
    types,
    codes: codes === null ? null : new Set<unknown>(codes),
    pattern: pattern === undefined ? null : new RegExp(pattern, 'u'),
    shortest: schema.minLength ?? 0,
    longest: schema.maxLength ?? Number.POSITIVE_INFINITY,
    least: schema.minimum ?? Number.NEGATIVE_INFINITY,
    most: schema.maximum ?? Number.POSITIVE_INFINITY,
    above: schema.exclusiveMinimum ?? Number.NEGATIVE_INFINITY,
    fewest: Math.max(schema.minItems ?? 0, schema.minProperties ?? 0),
    distinct: schema.uniqueItems === true,
    items: null,
    required: schema.required ?? [],
    keys,
    others: additionalProperties === false ? false : null,
    names: null,
    target,
  };
  // Known before what it holds is looked at: a schema may contain itself.
  known.set(schema, wanted);
  for (const [key, child] of Object.entries(properties ?? {})) keys?.set(key, wantedOf(child));
  if (typeof additionalProperties === 'object') wanted.others = wantedOf(additionalProperties);
  if (propertyNames) wanted.names = wantedOf(propertyNames);
  if (items) wanted.items = wantedOf(items);
  return wanted;
}
