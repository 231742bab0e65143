import type { Declared, Facts, Reference } from '../model/facts.ts';
import type { SourceFile } from '../model/source-file.ts';
import { pointerTo } from '../schema/fields.ts';
import { markOf, schemas } from '../schema/schemas.ts';
import { lostLines } from './lost.ts';
import { shownPictures } from './pictures.ts';
import type { Node, Visit } from './walk.ts';

/** Facts while a file is being looked through. */
export interface GrowingFacts extends Facts {
  readonly declares: Declared[];
  readonly refers: Reference[];
}

/**
 * What a file tells the others, as far as its name and its texts say it; `tells` adds what its values do.
 * @param file a file as read; `value` what it was meant to say; `broken` the pointers that do not match its schema even so
 */
export function factsOf(file: SourceFile, value: unknown, broken: readonly string[]): GrowingFacts {
  const { path, holder, kind, id } = file;
  const declares: Declared[] = [...declaredByName(file)];
  const readable = file.readable && !lostLines(file);
  if (kind === 'medias' && file.readable) declares.push(...described(value));
  const refers: Reference[] = [...cited(file), ...pictures(file), ...shownPictures(file)];
  return { path, holder, kind, id, readable, valid: readable && broken.length === 0, value, broken, declares, refers };
}

/** True for the schema nodes whose values declare an id or refer to one. */
export function isTelling({ mark, names }: Node): boolean {
  return mark.declare !== undefined || mark.ref !== undefined || names?.ref !== undefined || mark.texte === 'prose';
}

/** Adds what one value declares and refers to, as the schemas mark it. */
export function tells(visit: Visit, { declares, refers }: GrowingFacts): void {
  const { mark, names } = visit.node;
  if (mark.declare !== undefined) for (const one of declaredAt(visit)) declares.push(one);
  if (mark.ref !== undefined || names?.ref !== undefined) for (const one of referredAt(visit)) refers.push(one);
  if (mark.texte === 'prose') for (const one of citedAt(visit)) refers.push(one);
}

/** A file whose name is an id declares it, even unread; a dossier and a session have the name of their folder. */
function* declaredByName({ kind, id, holder }: SourceFile): Generator<Declared> {
  if (kind === 'prose') return;
  const { declare } = markOf(schemas[kind]);
  if (declare === undefined || typeof schemas[kind].additionalProperties === 'object') return;
  yield { kind: declare, id: id ?? holder.id, pointer: '' };
}

function* declaredAt({ value, pointer, node }: Visit): Generator<Declared> {
  const { declare } = node.mark;
  if (declare === undefined || typeof node.schema.additionalProperties !== 'object' || !isMap(value)) return;
  const named = node.schema.properties ?? {};
  for (const id of Object.keys(value)) {
    if (!Object.hasOwn(named, id)) yield { kind: declare, id, pointer: pointerTo(pointer, id) };
  }
}

function* referredAt({ value, pointer, node }: Visit): Generator<Reference> {
  const { mark, names } = node;
  if (typeof value === 'string' && mark.ref !== undefined) yield { to: mark.ref, id: value, pointer, part: 'value' };
  if (names?.ref === undefined || !isMap(value)) return;
  for (const id of Object.keys(value)) yield { to: names.ref, id, pointer: pointerTo(pointer, id), part: 'key' };
}

/** Sources cited in a Markdown body, `[^s36]`, where the body itself has no such note. */
function* cited({ body, bodyStart }: SourceFile): Generator<Reference> {
  if (!body.includes('[^')) return;
  for (const { id, index, whole } of calls(body)) {
    const start = bodyStart + index;
    yield { to: 'source', id, pointer: '', part: 'value', span: [start, start + whole.length] };
  }
}

/** The same in a long text of a YAML file. */
function* citedAt({ value, pointer }: Visit): Generator<Reference> {
  if (typeof value !== 'string' || !value.includes('[^')) return;
  for (const { id } of calls(value)) yield { to: 'source', id, pointer, part: 'value' };
}

/** Calls of notes in a Markdown text that has no such note itself. */
function* calls(text: string): Generator<{ readonly id: string; readonly index: number; readonly whole: string }> {
  const notes = new Set([...text.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map(([, name]) => name));
  for (const { index, 0: whole, 1: id = '' } of text.matchAll(/\[\^([^\]\s]+)\](?!:)/g)) {
    if (!notes.has(id)) yield { id, index, whole };
  }
}

/** A picture without words of its own refers to those of medias.yaml. */
export const describedPicture = 'image';

function* pictures({ body, bodyStart }: SourceFile): Generator<Reference> {
  if (!body.includes('![')) return;
  for (const { index, 0: whole, 1: path = '' } of body.matchAll(/!\[\s*\]\(\s*<?([^\s)>]+)>?[^)\n]*\)/g)) {
    const start = bodyStart + index;
    const id = path.split('/').at(-1) ?? path;
    yield { to: describedPicture, id, pointer: '', part: 'value', span: [start, start + whole.length] };
  }
}

function* described(value: unknown): Generator<Declared> {
  if (!isMap(value)) return;
  for (const id of Object.keys(value)) yield { kind: describedPicture, id, pointer: pointerTo('', id) };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
