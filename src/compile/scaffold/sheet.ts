import { wordsOf } from '../../schema/fields.ts';
import type { Schema } from '../../schema/json-schema.ts';
import { resolved } from '../../schema/schemas.ts';
import type { Langue } from '../../words/text.ts';
import { codesComment, commentLines } from './comment.ts';
import { scalar, scalarList, waiting } from './scalar.ts';

/** What is known: values by key. */
export type Value = string | number | boolean | readonly Value[] | Values;
export interface Values {
  readonly [key: string]: Value | undefined;
}

/**
 * What may be filled in: `true` for a value, the keys below for anything else, a text for a key that has its own words,
 * `{ exemple }` for a code to start from.
 */
export type Outline = true | string | Example | { readonly [key: string]: Outline };
export interface Example {
  readonly exemple: string;
}

interface Place {
  readonly node: Schema;
  readonly value: Value | undefined;
  readonly outline: Outline | undefined;
  /** Path of keys, `*` for ids and items: what a key means is said at its first place only. */
  readonly path: string;
  /** True inside what is commented out as a whole: nothing in it is commented out once more. */
  readonly waiting: boolean;
}

interface Sheet {
  readonly langue: Langue;
  readonly told: Set<string>;
}

/**
 * The keys of a file, each below what it means: those that are known with their values, the others commented out, so
 * that removing `# ` at the start of their lines is all it takes to fill them in.
 * @param root the schema of the file
 * @param values what is known
 * @param outline which of the unknown keys are offered
 * @returns YAML blocks, one a key of the file
 */
export function blocksOf(
  root: Schema,
  values: Values,
  outline: Outline,
  langue: Langue,
): readonly (readonly string[])[] {
  const sheet: Sheet = { langue, told: new Set() };
  return blocks({ node: resolved(root), value: values, outline, path: '', waiting: false }, sheet);
}

/** The same keys with every one of them waiting and none commented out: a model to copy. */
export function modelOf(root: Schema, outline: Outline, langue: Langue): readonly string[] {
  const sheet: Sheet = { langue, told: new Set() };
  return blocks({ node: resolved(root), value: undefined, outline, path: '', waiting: true }, sheet).flat();
}

function blocks(place: Place, sheet: Sheet): readonly (readonly string[])[] {
  return keysOf(place).map((key) => {
    const child = childOf(place, key);
    const block = [...told(child, place, key, sheet), ...entry(key, child, place, sheet)];
    return child.value === undefined && !place.waiting ? block.map(commentedOut) : block;
  });
}

/** What is known before what is not: in the items of a list the dash must stand before the first key that is there. */
function keysOf({ node, value, outline, path }: Place): readonly string[] {
  const known = isValues(value) ? Object.keys(value).filter((key) => value[key] !== undefined) : [];
  const offered = typeof outline === 'object' ? Object.keys(outline) : [];
  const order = Object.keys(node.properties ?? {});
  const all = [...new Set([...known, ...offered])];
  if (node.properties) all.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return path.endsWith('[]')
    ? [...all.filter((key) => known.includes(key)), ...all.filter((key) => !known.includes(key))]
    : all;
}

function childOf({ node, value, outline, path, waiting: above }: Place, key: string): Place {
  const property = node.properties?.[key];
  const schema = property ?? (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined);
  if (schema === undefined) throw new Error(`no key ${key} at ${path}`);
  const own = isValues(value) ? value[key] : undefined;
  return {
    node: resolved(schema),
    value: own,
    outline: typeof outline === 'object' && !isExample(outline) ? outline[key] : undefined,
    path: `${path}/${property ? key : '*'}`,
    waiting: above || own === undefined,
  };
}

/** What a key means, once: ids and the further items of a list bring nothing new. */
function told(child: Place, { node }: Place, key: string, { langue, told: before }: Sheet): readonly string[] {
  if (typeof child.outline === 'string') return commentLines(child.outline);
  const property = node.properties?.[key];
  if (property === undefined || before.has(child.path)) return [];
  before.add(child.path);
  const description = wordsOf(property).description[langue];
  return [...commentLines(description), ...codesComment(child.node, description, langue)];
}

function entry(key: string, child: Place, parent: Place, sheet: Sheet): readonly string[] {
  const { node, value } = child;
  if (value === undefined && isExample(child.outline)) return [`${key}: ${child.outline.exemple}`];
  if (node.items) return list(key, { ...child, node: resolved(node.items), path: `${child.path}[]` }, sheet);
  if (node.properties || typeof child.outline === 'object' || isValues(value)) {
    return [`${key}:`, ...blocks(child, sheet).flat().map(indented)];
  }
  if (value === undefined) return waiting(key, node, parent.node.required?.includes(key) ?? false);
  if (typeof value === 'string' && value.includes('\n'))
    return [`${key}: |`, ...value.trimEnd().split('\n').map(indented)];
  return Array.isArray(value) ? [] : [`${key}: ${scalar(node, value as string | number | boolean)}`];
}

function list(key: string, item: Place, sheet: Sheet): readonly string[] {
  const values: readonly (Value | undefined)[] = Array.isArray(item.value) ? item.value : [undefined];
  if (!item.node.properties) {
    if (item.value !== undefined)
      return scalarList(
        key,
        item.node,
        values.filter((value) => typeof value === 'string'),
      );
    return item.node['x-atelier']?.texte === 'ligne' ? [`${key}: ["…"]`] : [`${key}:`];
  }
  return [`${key}:`, ...values.flatMap((value) => dashed(blocks({ ...item, value }, sheet).flat()).map(indented))];
}

/** An item: comments above its dash, the rest beside it. */
function dashed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return lines.map((line, index) => (index < first ? line : index === first ? `- ${line}` : `  ${line}`));
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

/** What was a comment gets one more `#`: it is one still when the block is filled in. */
function commentedOut(line: string): string {
  return line.startsWith('#') ? `#${line}` : `# ${line}`;
}

function isExample(outline: Outline | undefined): outline is Example {
  return typeof outline === 'object' && typeof outline.exemple === 'string';
}

function isValues(value: Value | undefined): value is Values {
  return typeof value === 'object' && !Array.isArray(value);
}
