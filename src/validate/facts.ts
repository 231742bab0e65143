import type { Declared, Facts, Reference } from '../model/facts.ts';
import type { SourceFile } from '../model/source-file.ts';
import { pointerTo } from '../schema/fields.ts';
import type { Schema } from '../schema/json-schema.ts';
import { markOf, resolved, schemas } from '../schema/schemas.ts';

/**
 * What a file tells the others: the ids it declares and the references it makes, as the schemas mark them.
 * @param file a file as read; `broken` the pointers that do not match its schema
 */
export function factsOf(file: SourceFile, broken: readonly string[]): Facts {
  const declares: Declared[] = [];
  const refers: Reference[] = [];
  const { path, holder, kind, id, readable, value } = file;
  if (kind !== 'prose' && readable) {
    const declared = markOf(schemas[kind]).declare;
    if (declared !== undefined && id !== null) declares.push({ kind: declared, id, pointer: '' });
    walk(schemas[kind], value, '', declares, refers);
  }
  refers.push(...cited(file));
  return { path, holder, kind, id, readable, valid: readable && broken.length === 0, value, broken, declares, refers };
}

function walk(node: Schema, value: unknown, pointer: string, declares: Declared[], refers: Reference[]): void {
  const schema = resolved(node);
  const mark = markOf(node);
  if (typeof value === 'string') {
    if (mark.ref !== undefined) refers.push({ to: mark.ref, id: value, pointer, part: 'value' });
    return;
  }
  if (Array.isArray(value)) {
    if (schema.items) for (const [index, item] of value.entries()) walk(schema.items, item, pointerTo(pointer, index), declares, refers);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const nameMark = schema.propertyNames && markOf(schema.propertyNames);
  for (const [key, child] of Object.entries(value)) {
    const below = pointerTo(pointer, key);
    const property = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    const other = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    if (property === undefined && mark.declare !== undefined) declares.push({ kind: mark.declare, id: key, pointer: below });
    if (nameMark?.ref !== undefined) refers.push({ to: nameMark.ref, id: key, pointer: below, part: 'key' });
    const next = property ?? other;
    if (next) walk(next, child, below, declares, refers);
  }
}

/** Sources cited in a Markdown body, `[^s36]`, where the body itself has no such note. */
function* cited(file: SourceFile): Generator<Reference> {
  const notes = new Set([...file.body.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map(([, name]) => name));
  for (const call of file.body.matchAll(/\[\^([^\]\s]+)\](?!:)/g)) {
    const [whole, id = ''] = call;
    if (notes.has(id)) continue;
    const start = file.bodyStart + call.index;
    yield { to: 'source', id, pointer: '', part: 'value', span: [start, start + whole.length] };
  }
}
