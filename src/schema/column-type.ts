import type { Text } from '../words/text.ts';
import type { FeedColumn } from './feed-columns.ts';
import type { Schema } from './json-schema.ts';
import { markOf, resolved } from './schemas.ts';

/** How cells of a column are written; a date is text (`2016`, `2016-09`), a list is text with `|` between values. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list';

/** The codes of a column: the list of schemas/vocabulaires.json that they come from, null for a list of its own. */
export interface Codes {
  readonly list: string | null;
  readonly labels: Readonly<Record<string, Text>>;
}

/** What a cell must match, beyond its type. */
export interface Limits {
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The type of the cells that a place of the schemas gives. */
export function typeOf({ node, mark, list, reading }: FeedColumn): ColumnType {
  if (reading === 'year') return 'integer';
  if (reading === 'approximate') return 'boolean';
  if (list) return 'list';
  const { type } = resolved(node);
  const { texte } = mark;
  if (texte === 'nombre') return 'number';
  if (texte === 'date') return 'date';
  for (const one of ['integer', 'number', 'boolean'] as const)
    if (type === one || (Array.isArray(type) && type.includes(one))) return one;
  return 'string';
}

/** The codes that a node allows, or null when it is free. */
export function codesOf(node: Schema): Codes | null {
  const schema = resolved(node);
  if (schema.enum === undefined) return null;
  const { libelles = {} } = markOf(node);
  return {
    list: listOf(node),
    labels: Object.fromEntries(schema.enum.map((code) => [code, libelles[code] ?? { fr: code, en: code }])),
  };
}

function listOf({ $ref }: Schema): string | null {
  return /^urn:atelier:vocabulaires#\/\$defs\/(\w+)$/.exec($ref ?? '')?.[1] ?? null;
}

/** The limits of a node that hold for its cells: not those of codes that lose their name, nor of `~60`. */
export function limitsOf({ node, mark, list, reading }: FeedColumn): Limits {
  const { pattern, minimum, maximum, enum: codes } = resolved(node);
  const { texte, code } = mark;
  if (reading !== 'value' || list || codes) return {};
  const kept = pattern !== undefined && code === undefined && (texte === 'date' || texte === 'code' || texte === 'url');
  return {
    ...(kept && { pattern }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}
