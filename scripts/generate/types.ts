import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { Schema } from '../../src/schema/json-schema.ts';
import { definitions, kinds, perimetreSchema, schemas } from '../../src/schema/schemas.ts';

/**
 * TypeScript types of every kind of file and of the perimeter.
 * @returns the text of `src/model/types.gen.ts`
 */
export async function typesText(): Promise<string> {
  const all: Record<string, unknown> = {};
  for (const [holder, schema] of Object.entries(definitions)) {
    for (const [name, node] of Object.entries(schema.$defs ?? {})) all[`${holder}_${name}`] = typed(node, pascal(name));
  }
  for (const kind of kinds) all[kind] = typed(schemas[kind], `${pascal(kind)}Data`);
  all.perimetre = typed(perimetreSchema, 'Perimetre');
  const root = { title: 'Tout', type: 'object', additionalProperties: false, properties: refs(all), $defs: all };
  const text = await compile(root as JSONSchema, 'Tout', {
    bannerComment: '// Generated from schemas/ by `npm run generate`. Do not edit.',
    additionalProperties: false,
    format: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  const byKind = kinds.map((kind) => `  readonly '${kind}': ${pascal(kind)}Data;`).join('\n');
  return `${text.replace(/export interface Tout \{[^}]*\}\n/, '')}\n/** The data of each kind of file. */\nexport interface DataOf {\n${byKind}\n}\n`;
}

function refs(all: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(all).map((key) => [key, { $ref: `#/$defs/${key}` }]));
}

/** What json-schema-to-typescript needs of a node: names only where we want a type, no lengths (they become tuples). */
function typed(node: Schema, title?: string): Record<string, unknown> {
  if (node.$ref !== undefined) {
    const [, holder, name] = /^urn:atelier:(\w+)#\/\$defs\/(\w+)$/.exec(node.$ref) ?? [];
    return { $ref: `#/$defs/${holder}_${name}` };
  }
  const out: Record<string, unknown> = {};
  if (title !== undefined) out.title = title;
  if (node.description !== undefined) out.description = node.description;
  for (const key of ['type', 'enum', 'const', 'required'] as const) if (node[key] !== undefined) out[key] = node[key];
  if (node.items) out.items = typed(node.items);
  if (node.properties) {
    out.properties = Object.fromEntries(Object.entries(node.properties).map(([k, v]) => [k, typed(v)]));
    out.additionalProperties = false;
  }
  if (typeof node.additionalProperties === 'object') out.additionalProperties = typed(node.additionalProperties);
  return out;
}

function pascal(name: string): string {
  return name.replace(/(?:^|[-_])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
