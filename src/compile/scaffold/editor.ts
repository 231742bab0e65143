import type { Holder, Kind } from '../../model/kind.ts';
import type { OutputFile } from '../../model/output.ts';
import { wordsOf } from '../../schema/fields.ts';
import { filePatterns } from '../../schema/files.ts';
import type { Schema } from '../../schema/json-schema.ts';
import { resolved, schemas } from '../../schema/schemas.ts';
import type { Langue } from '../../words/text.ts';

/**
 * Settings for Visual Studio Code: while one types in a YAML file of the format, its keys and codes are proposed and
 * explained. Each schema is one file without references, so that it works without a network.
 * @param holder what the settings are for: a dossier alone, or a whole workspace
 */
export function editorFiles(holder: Extract<Holder, 'dossier' | 'espace'>, langue: Langue): readonly OutputFile[] {
  const mapped = filePatterns.filter(
    (pattern) => !pattern.frontMatter && (holder === 'espace' || pattern.holder === 'dossier'),
  );
  const places = mapped.map(({ kind, holder: own, path }) => [`./${schemaPath(kind)}`, placeOf(own, path, holder)]);
  const settings = {
    'yaml.schemas': Object.fromEntries(places),
    'yaml.format.enable': false,
    'yaml.schemaStore.enable': false,
    'files.encoding': 'utf8',
    'files.eol': '\n',
    '[yaml]': {
      'editor.insertSpaces': true,
      'editor.tabSize': 2,
      'editor.autoIndent': 'keep',
      'editor.wordWrap': 'on',
    },
    '[markdown]': { 'editor.wordWrap': 'on' },
  };
  return [
    json('.vscode/settings.json', settings),
    json('.vscode/extensions.json', { recommendations: ['redhat.vscode-yaml'] }),
    ...mapped.map(({ kind }) => json(schemaPath(kind), editorSchema(kind, langue))),
  ];
}

function schemaPath(kind: Kind): string {
  return `.vscode/atelier/${kind}.json`;
}

function placeOf(own: Holder, path: string, holder: Holder): string {
  if (own === 'espace' || holder === 'dossier') return path;
  return own === 'dossier' ? `dossiers/*/${path}` : `sessions/*/${path}`;
}

function json(path: string, data: unknown): OutputFile {
  return { path, bytes: `${JSON.stringify(data, null, 1)}\n` };
}

/** A schema as editors read it: looser than ours, for they take `2022` for a number and an empty key for nothing. */
export function editorSchema(kind: Kind, langue: Langue): unknown {
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...loosened(schemas[kind], langue) };
}

type Loose = Readonly<Record<string, unknown>>;

function loosened(node: Schema, langue: Langue): Loose {
  const schema = resolved(node);
  const { title, description } = wordsOf(schema);
  const { properties, items, additionalProperties, propertyNames } = schema;
  return {
    ...(title[langue] !== '' && { title: title[langue] }),
    ...(description[langue] !== '' && { description: description[langue] }),
    ...typesOf(schema),
    ...codesOf(schema, langue),
    ...limitsOf(schema),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, child]) => [key, loosened(child, langue)])),
    }),
    ...(schema.required && { required: schema.required }),
    ...(items && { items: loosened(items, langue) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object' ? loosened(additionalProperties, langue) : additionalProperties,
    }),
    ...(propertyNames && { propertyNames: namesOf(propertyNames) }),
  };
}

function typesOf({ type, enum: codes }: Schema): Loose {
  if (codes || type === undefined) return {};
  const types = [type].flat();
  return { type: [...new Set([...types, ...(types.includes('string') ? ['number'] : []), 'null'])] };
}

/** Codes with what they mean; `1` is typed as a number, and a key may be left empty. */
function codesOf({ enum: codes, 'x-atelier': mark }: Schema, langue: Langue): Loose {
  if (!codes) return {};
  const numbers = codes.filter((code) => /^\d+$/.test(code)).map(Number);
  const labels = codes.map((code) => mark?.libelles?.[code]?.[langue] ?? '');
  return {
    enum: [...codes, ...numbers, null],
    ...(labels.some((label) => label !== '') && { enumDescriptions: labels }),
  };
}

function limitsOf({ const: only, pattern, minimum, maximum, exclusiveMinimum, minItems, uniqueItems }: Schema): Loose {
  const limits = { const: only, pattern, minimum, maximum, exclusiveMinimum, minItems, uniqueItems };
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined));
}

function namesOf(node: Schema): Loose {
  const { enum: codes, pattern, maxLength } = resolved(node);
  return Object.fromEntries(
    Object.entries({ enum: codes, pattern, maxLength }).filter(([, limit]) => limit !== undefined),
  );
}
