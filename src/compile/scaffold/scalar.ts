import type { Schema } from '../../schema/json-schema.ts';
import { quoted } from '../../words/quote.ts';

/** Letters, digits and the marks that mean nothing to YAML, even between brackets. */
const plain = /^[\p{L}\p{N}](?:[\p{L}\p{N}_ .’'()/+-]*[\p{L}\p{N}.)’'])?$/u;

/**
 * A value as it stands after its key: free text always between quotation marks, codes, dates and numbers bare.
 * @param node the schema of the place, its `$ref` followed
 * @returns YAML that also holds between the brackets of a list
 */
export function scalar(node: Schema, value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const text = node['x-atelier']?.texte;
  return text === 'ligne' || text === 'prose' || !plain.test(value) ? quoted(value) : value;
}

const widest = 100;

/** A list of values: between brackets where it fits on a line, else one a line. */
export function scalarList(
  key: string,
  node: Schema,
  values: readonly (string | number | boolean)[],
): readonly string[] {
  const items = values.map((value) => scalar(node, value));
  const flow = `${key}: [${items.join(', ')}]`;
  return flow.length <= widest ? [flow] : [`${key}:`, ...items.map((item) => `  - ${item}`)];
}

/**
 * A key that waits for its value. Free text shows where to write, between its quotation marks or below a bar, so that
 * nothing typed there is ever read as YAML; anything else is left empty, which means unknown.
 */
export function waiting(key: string, node: Schema, required: boolean): readonly string[] {
  const text = node['x-atelier']?.texte;
  if (text === 'prose') return [`${key}: |`, '  …'];
  if (text === 'ligne') return [`${key}: "…"`];
  if (node.type === 'boolean') return [`${key}: true`];
  const [first] = node.enum ?? [];
  return [required && first !== undefined ? `${key}: ${first}` : `${key}:`];
}
