import type { Column, Table } from '../../schema/columns.ts';
import type { Langue, Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import type { About } from './about.ts';
import { none } from './csv.ts';
import { packageWords } from './words.ts';

/** A value of JSON. */
type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/**
 * The descriptor of the dataset: Data Package v2, with the keys that v1 tools look for.
 * @param tables the tables, each in `<name>.csv`
 * @returns the text of `datapackage.json`
 */
export function datapackage(tables: readonly Table[], about: About): string {
  const { langue, date, title, producteur, references } = about;
  const descriptor: Json = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: 'atelier-des-territoires',
    title,
    description: said(packageWords.description, langue),
    ...(date !== null && { created: `${date}T00:00:00Z` }),
    licenses: [licence],
    ...(producteur && { contributors: [publisher(producteur)] }),
    ...(references.length > 0 && { sources: references.map((source) => ({ title: source })) }),
    keywords: packageWords.keywords[langue],
    resources: tables.map((table) => resource(table, tables, about)),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

export const licence = {
  name: 'etalab-2.0',
  title: 'Licence Ouverte / Open Licence 2.0',
  path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

function said(text: Text, langue: Langue): string {
  return typographie(text[langue], langue);
}

function publisher({ nom, siret }: NonNullable<About['producteur']>): Json {
  return { title: nom, role: 'publisher', roles: ['publisher'], ...(siret !== undefined && { siret }) };
}

function resource(table: Table, tables: readonly Table[], about: About): Json {
  return {
    name: table.name,
    type: 'table',
    profile: 'tabular-data-resource',
    path: `${table.name}.csv`,
    title: said(table.title, about.langue),
    description: said(table.description, about.langue),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      delimiter: ',',
      lineTerminator: '\n',
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
      header: true,
    },
    schema: schemaOf(table, tables, about),
  };
}

function schemaOf(table: Table, tables: readonly Table[], about: About): Json {
  const named = (name: string): Column | undefined => table.columns.find((column) => column.name === name);
  const alwaysThere = (names: readonly string[]): boolean => names.every((name) => named(name)?.required);
  const foreign = table.columns.flatMap(({ type, refersTo }) => {
    if (refersTo === null || type === 'list' || !isKeyOf(refersTo, tables)) return [];
    if (refersTo.kind === 'session' && !about.sessionsKnown) return [];
    // Readers hold a key of two columns broken when one is empty: such references are `refersTo` of the field.
    if (refersTo.columns.length > 1 && !alwaysThere(refersTo.columns)) return [];
    return [{ fields: refersTo.columns, reference: { resource: refersTo.table, fields: refersTo.fields } }];
  });
  return {
    fields: table.columns.map((column) => field(column, about.langue)),
    ...(alwaysThere(table.key) ? { primaryKey: table.key } : { uniqueKeys: [table.key] }),
    ...(foreign.length > 0 && { foreignKeys: foreign }),
    missingValues: [''],
  };
}

function isKeyOf({ table, fields }: NonNullable<Column['refersTo']>, tables: readonly Table[]): boolean {
  return tables.find(({ name }) => name === table)?.key.join() === fields.join();
}

function field(column: Column, langue: Langue): Json {
  const { name, title, description, type, codes, unit, refersTo } = column;
  const labels = Object.entries(codes?.labels ?? {}).map(([value, label]) => ({ value, label: said(label, langue) }));
  const constraints = constraintsOf(column);
  return {
    name,
    title: said(title, langue),
    description: said(description, langue),
    type: type === 'list' || type === 'date' ? 'string' : type,
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(codes && (type === 'list' ? { itemCategories: labels } : { categories: labels })),
    ...(type === 'list' && { separator: '|' }),
    ...(unit !== null && { unit }),
    ...(refersTo && {
      refersTo: { fields: refersTo.columns, resource: refersTo.table, referenceFields: refersTo.fields },
    }),
  };
}

function constraintsOf({ type, required, codes, limits }: Column): { readonly [key: string]: Json } {
  const known = Object.keys(codes?.labels ?? {});
  const one = `(?:${known.map((code) => code.replace(/[.\\]/g, '\\$&')).join('|')})`;
  return {
    ...(required && { required }),
    ...(codes && (type === 'list' ? { pattern: `^(?:${none}|${one}(?:\\|${one})*)$` } : { enum: known })),
    ...limits,
  };
}
