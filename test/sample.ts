import type { Field } from '../src/schema/fields.ts';
import type { Schema } from '../src/schema/json-schema.ts';
import { resolved, schemas } from '../src/schema/schemas.ts';

/** The smallest file of a kind in which a field stands, valid but for what a test then spoils. */
export function fileWith({ kind, path }: Field): unknown {
  return holding(schemas[kind], path);
}

function holding(node: Schema, path: readonly string[]): unknown {
  const schema = resolved(node);
  const [key, ...rest] = path;
  if (key === undefined) return smallest(schema);
  if (key === '[]') return [holding(schema.items ?? {}, rest)];
  if (key === '*') {
    const entry = holding(typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}, rest);
    return { [nameOf(schema)]: entry };
  }
  return { ...required(schema), [key]: holding(schema.properties?.[key] ?? {}, rest) };
}

/** The smallest value that a schema node allows. */
function smallest(node: Schema): unknown {
  const schema = resolved(node);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const types = [schema.type ?? []].flat();
  if (types.includes('array')) return [smallest(schema.items ?? {})];
  if (types.includes('object')) {
    const { additionalProperties: others, properties = {}, minProperties = 0 } = schema;
    if (typeof others === 'object') return { [nameOf(schema)]: smallest(others) };
    const [first] = Object.entries(properties);
    const needed = required(schema);
    if (first === undefined || Object.keys(needed).length >= minProperties) return needed;
    return { ...needed, [first[0]]: smallest(first[1]) };
  }
  if (types.includes('boolean')) return true;
  if (types.includes('number') || types.includes('integer')) return Math.max(schema.minimum ?? 1, 1);
  return texts.find((text) => schema.pattern === undefined || new RegExp(schema.pattern).test(text));
}

const texts = [
  'un',
  '2026-01-30',
  'https://exemple.fr',
  'medias/plan.png',
  '14119 Cagny',
  '14 Calvados',
  '244400537 CC de Nozay',
  'un/principe/deux',
  '12345678901234',
  '#1d5a8a',
  '2-01',
  '14',
];

function required(schema: Schema): Readonly<Record<string, unknown>> {
  return Object.fromEntries((schema.required ?? []).map((key) => [key, smallest(schema.properties?.[key] ?? {})]));
}

function nameOf(schema: Schema): string {
  const names = schema.propertyNames && resolved(schema.propertyNames);
  return names?.enum?.[0] ?? 'un';
}

/** The pointer of a field in the file that `fileWith` makes. */
export function pointerIn(field: Field): string {
  let node = resolved(schemas[field.kind]);
  const steps = field.path.map((key) => {
    const step = key === '*' ? nameOf(node) : key === '[]' ? '0' : key;
    const others = typeof node.additionalProperties === 'object' ? node.additionalProperties : {};
    node = resolved((key === '[]' ? node.items : key === '*' ? others : node.properties?.[key]) ?? {});
    return `/${step}`;
  });
  return steps.join('');
}

/** The same file with what stands at a pointer changed: renamed, replaced, or taken out. */
export function changed(value: unknown, pointer: string, change: (key: string, value: unknown) => object): unknown {
  const [, step = '', ...rest] = pointer.split('/');
  const below = rest.length > 0 ? `/${rest.join('/')}` : '';
  if (Array.isArray(value)) return value.map((item) => changed(item, below, change));
  const map = value as Readonly<Record<string, unknown>>;
  const entries = Object.entries(map).map(([key, child]) => {
    if (key !== step) return { [key]: child };
    return below === '' ? change(key, child) : { [key]: changed(child, below, change) };
  });
  return Object.assign({}, ...entries);
}
