import type { Kind } from '../model/kind.ts';
import { personalSpans } from '../words/escape.ts';
import { nearest } from '../words/nearest.ts';
import { slug } from '../words/slug.ts';
import { keysOf, nodeAt, pointerTo } from './fields.ts';
import type { Schema } from './json-schema.ts';
import { codeMistake } from './say-code.ts';
import { markOf, resolved, resolveRef } from './schemas.ts';

/**
 * The key that was meant by one that may not stand there: a near one of the format that is not there already, a code where
 * the keys are codes, the letters of an id where they are ids.
 * @param node the schema of the map; `holder` the map that has the key
 * @returns null where nothing is near, or where the key names something that is declared elsewhere
 */
export function meantKey(key: string, node: Schema | undefined, holder: unknown): string | null {
  const { properties = {}, propertyNames } = node ?? {};
  if (propertyNames === undefined)
    return nearest(
      key,
      Object.keys(properties).filter((one) => !has(holder, one)),
    );
  // Nothing is made of a personal datum.
  if (personalSpans(key).length > 0) return null;
  const names = resolved(propertyNames);
  const right = names.enum ? codeMistake(names, key).suggestion : names.title === idTitle ? slug(key) : '';
  const taken = right === undefined || right === '' || has(holder, right);
  return taken || markOf(propertyNames).ref !== undefined ? null : right;
}

/** What the schema of ids is called. */
export const idTitle = resolveRef('urn:atelier:communs#/$defs/id').title;

/**
 * Where what a pointer leads to stands in a file as it was typed: the pointer names keys as they were meant, and some of
 * them may be misspelt there.
 * @param value what was read
 */
export function typedPointer(kind: Kind, value: unknown, pointer: string): string {
  let here = value;
  let [meant, typed] = ['', ''];
  for (const step of keysOf(pointer)) {
    const key = has(here, step) ? step : (misspeltAs(step, nodeAt(kind, meant), here) ?? step);
    meant = pointerTo(meant, step);
    typed = pointerTo(typed, key);
    here = has(here, key) ? (here as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return typed;
}

/** The same the other way round: a pointer into a file as it was typed, with its misspelt keys as they were meant. */
export function meantPointer(kind: Kind, value: unknown, pointer: string): string {
  let here = value;
  let meant = '';
  for (const step of keysOf(pointer)) {
    const node = nodeAt(kind, meant);
    const known = Array.isArray(here) || Object.hasOwn(node?.properties ?? {}, step);
    const key = known ? step : (meantKey(step, node, here) ?? step);
    meant = pointerTo(meant, key);
    here = has(here, step) ? (here as Readonly<Record<string, unknown>>)[step] : undefined;
  }
  return meant;
}

function misspeltAs(right: string, node: Schema | undefined, holder: unknown): string | undefined {
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return undefined;
  const known = node?.properties ?? {};
  return Object.keys(holder).find((key) => !Object.hasOwn(known, key) && meantKey(key, node, holder) === right);
}

function has(holder: unknown, key: string): boolean {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key);
}
