import type { OutputFile } from '../../model/output.ts';
import type { Column, Table } from '../../schema/columns.ts';
import type { Langue, Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import type { About } from './about.ts';
import { none } from './csv.ts';
import { fingerprint } from './fingerprint.ts';

/** A value of JSON. */
export type Json = string | number | boolean | readonly Json[] | JsonMap;
export interface JsonMap {
  readonly [key: string]: Json;
}

export const licence = {
  name: 'etalab-2.0',
  title: 'Licence Ouverte / Open Licence 2.0',
  path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

/** A sentence in the reader's language, as it is printed. */
export function said(text: Text, langue: Langue): string {
  return typographie(text[langue], langue);
}

/** Where the schema of a table lies. */
export function schemaPath(name: string): string {
  return `schemas/${name}.json`;
}

/**
 * The Table Schema of each table as a file of its own, for validators of one table: the same schema that the
 * descriptor holds, with what says where it comes from.
 */
export function schemaFiles(tables: readonly Table[], about: About): readonly OutputFile[] {
  return tables.map((table) => {
    const { name, title, description } = table;
    const schema = {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      name,
      title: said(title, about.langue),
      description: said(description, about.langue),
      version: schemaVersion(table),
      countryCode: 'FR',
      ...(about.date !== null && { lastModified: about.date }),
      licenses: [licence],
      ...(about.producteur && { contributors: [publisher(about.producteur)] }),
      ...tableSchema(table, tables, about),
    };
    return { path: schemaPath(name), bytes: `${JSON.stringify(schema, null, 2)}\n` };
  });
}

export function publisher({ nom, siret }: NonNullable<About['producteur']>): JsonMap {
  return { title: nom, role: 'publisher', roles: ['publisher'], ...(siret !== undefined && { siret }) };
}

/**
 * Another version for other columns, types, codes or keys, and the same for the same, with nobody to count it up: the
 * version of the format of dossiers, then a fingerprint of what a reader of the table depends on.
 */
function schemaVersion({ columns, key }: Table): string {
  const shape = columns.map(({ name, type, required, codes, refersTo }) => [
    name,
    type,
    required,
    Object.keys(codes?.labels ?? {}),
    refersTo?.table ?? null,
  ]);
  return `1.0.0+${fingerprint(JSON.stringify([key, shape]))}`;
}

/**
 * What the cells of a table are: fields, keys, what is empty.
 * @param tables those that references may lead to
 */
export function tableSchema(table: Table, tables: readonly Table[], about: About): JsonMap {
  const foreign = foreignKeys(table, tables, about);
  return {
    fields: table.columns.map((column) => field(column, about.langue)),
    ...(alwaysThere(table, table.key) ? { primaryKey: table.key } : { uniqueKeys: [table.key] }),
    ...(foreign.length > 0 && { foreignKeys: foreign }),
    missingValues: [''],
  };
}

function alwaysThere({ columns }: Table, names: readonly string[]): boolean {
  return names.every((name) => columns.find((column) => column.name === name)?.required);
}

function foreignKeys(table: Table, tables: readonly Table[], about: About): readonly Json[] {
  return table.columns.flatMap(({ type, refersTo }) => {
    if (refersTo === null || type === 'list' || !isKeyOf(refersTo, tables)) return [];
    if (refersTo.kind === 'session' && !about.sessionsKnown) return [];
    // Readers hold a key of two columns broken when one is empty: such references are `refersTo` of the field.
    if (refersTo.columns.length > 1 && !alwaysThere(table, refersTo.columns)) return [];
    return [{ fields: refersTo.columns, reference: { resource: refersTo.table, fields: refersTo.fields } }];
  });
}

function isKeyOf({ table, fields }: NonNullable<Column['refersTo']>, tables: readonly Table[]): boolean {
  return tables.find(({ name }) => name === table)?.key.join() === fields.join();
}

function field(column: Column, langue: Langue): Json {
  const { name, title, description, type, codes, unit, refersTo } = column;
  const labels = Object.entries(codes?.labels ?? {}).map(([value, label]) => ({ value, label: said(label, langue) }));
  const constraints = constraintsOf(column);
  const example = exampleOf(column);
  return {
    name,
    title: said(title, langue),
    description: said(description, langue),
    type: type === 'list' || type === 'date' ? 'string' : type,
    ...(example !== null && { example }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(codes && (type === 'list' ? { itemCategories: labels } : { categories: labels })),
    ...(type === 'list' && { separator: '|' }),
    ...(unit !== null && { unit }),
    ...(refersTo && {
      refersTo: { fields: refersTo.columns, resource: refersTo.table, referenceFields: refersTo.fields },
    }),
  };
}

/** A cell that the schemas allow: where there are codes, or yes and no. Other examples would be made up. */
function exampleOf({ type, codes }: Column): string | null {
  const known = Object.keys(codes?.labels ?? {});
  if (type === 'boolean') return 'true';
  if (known.length === 0) return null;
  return type === 'list' ? known.slice(0, 2).join('|') : (known[0] ?? null);
}

function constraintsOf({ type, required, codes, limits }: Column): JsonMap {
  const known = Object.keys(codes?.labels ?? {});
  const one = `(?:${known.map((code) => code.replace(/[.\\]/g, '\\$&')).join('|')})`;
  return {
    ...(required && { required }),
    ...(codes && (type === 'list' ? { pattern: `^(?:${none}|${one}(?:\\|${one})*)$` } : { enum: known })),
    ...limits,
  };
}
