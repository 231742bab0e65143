import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import type { Schema } from '../../src/schema/json-schema.ts';
import { definitions, kinds, perimetreSchema, resolved, schemas } from '../../src/schema/schemas.ts';

/** Compiles every schema; all errors, own properties only, so that `constructor` is a key like another. */
function compiler(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    ownProperties: true,
    strict: true,
    allowUnionTypes: true,
    strictTuples: false,
    // One function a definition instead of a copy at each use: five times smaller, and quicker to load.
    inlineRefs: false,
    // The sentences are ours (say.ts).
    messages: false,
    code: { source: true, lines: false },
  });
  for (const schema of [...Object.values(definitions), ...kinds.map((kind) => schemas[kind]), perimetreSchema]) {
    ajv.addSchema(bare(schema));
  }
  return ajv;
}

/** A schema without its words: they weigh five times what the checks do, and no check reads them. */
function bare(node: Schema): Schema {
  const { title, description, 'x-atelier': mark, ...rest } = node;
  const each = (map: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(map).map(([key, child]) => [key, bare(child)]));
  return {
    ...rest,
    ...(rest.$defs && { $defs: each(rest.$defs) }),
    ...(rest.properties && { properties: each(rest.properties) }),
    ...(rest.items && { items: rest.uniqueItems ? typed(rest.items) : bare(rest.items) }),
    ...(rest.propertyNames && { propertyNames: bare(rest.propertyNames) }),
    ...(typeof rest.additionalProperties === 'object' && { additionalProperties: bare(rest.additionalProperties) }),
  };
}

/** With its type beside its `$ref`: ajv compares each item with each other one, unless it sees that all are texts. */
function typed(items: Schema): Schema {
  const { type } = resolved(items);
  return type === undefined ? bare(items) : { ...bare(items), type };
}

/**
 * The validators of all kinds as one standalone module, without ajv: CommonJS, which can be loaded at the moment when it is needed.
 * @returns the texts of `src/schema/validators.gen.cjs` and of its types
 */
export async function validatorsText(): Promise<{ code: string; types: string }> {
  const names = [...kinds, 'perimetre'];
  const ids = Object.fromEntries(names.map((name) => [exportName(name), `urn:atelier:${name}`]));
  const source = adding(standalone.default(compiler(), ids));
  // ajv's output calls require() for two helpers: esbuild puts them in.
  const bundled = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    minify: true,
    legalComments: 'none',
  });
  const code = `// Generated from schemas/ by \`npm run generate\`. Do not edit.\n${bundled.outputFiles[0]?.text ?? ''}`;
  const types = [
    '// Generated from schemas/ by `npm run generate`. Do not edit.',
    "import type { ErrorObject } from 'ajv';",
    'interface Validator {\n  (data: unknown): boolean;\n  errors?: readonly ErrorObject[] | null;\n}',
    `declare const validators: Readonly<Record<${names.map((name) => `'${exportName(name)}'`).join(' | ')}, Validator>>;`,
    'export = validators;',
    '',
  ].join('\n');
  return { code, types };
}

/**
 * ajv copies all errors so far for each one more: a list of 50 000 wrong items takes ten seconds. Here they are added to
 * the same list, which belongs to a call that has ended.
 */
function adding(source: string): string {
  const copied = /\bvErrors\.concat\((\w+\.errors)\)/g;
  if (!copied.test(source)) throw new Error('ajv gathers errors otherwise than it did');
  const add = 'function add(all, more) { for (const error of more) all.push(error); return all; }';
  return `${source.replace(copied, 'add(vErrors, $1)')}\n${add}\n`;
}

function exportName(name: string): string {
  return name.replace(/-/g, '_');
}
