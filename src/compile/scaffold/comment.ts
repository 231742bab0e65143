import type { Schema } from '../../schema/json-schema.ts';
import { resolved } from '../../schema/schemas.ts';
import type { Langue } from '../../words/text.ts';

const widest = 98;

/** A sentence as comment lines of YAML, none longer than a line of a file. */
export function commentLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < widest - 1) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `# ${line}`);
}

/** The codes that a key takes, where its description does not already name them. */
export function codesComment(node: Schema, description: string, langue: Langue): readonly string[] {
  const codes = codesOf(node).filter((code) => code !== '');
  if (codes.length === 0 || codes.every((code) => words(description).includes(code))) return [];
  const last = codes.at(-1) ?? '';
  const or = langue === 'fr' ? 'ou' : 'or';
  return commentLines(codes.length === 1 ? last : `${codes.slice(0, -1).join(', ')} ${or} ${last}`);
}

function codesOf(node: Schema): readonly string[] {
  const items = node.items && resolved(node.items);
  return node.enum ?? items?.enum ?? (node.propertyNames && resolved(node.propertyNames).enum) ?? [];
}

function words(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}_-]+/u);
}
