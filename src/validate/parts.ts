import { pointerTo } from '../schema/fields.ts';
import { childOf, type Node } from './walk.ts';

/**
 * Every part of a value at a path such as `/acteurs/*` (`*`: any entry of a map or list; '' the value itself).
 * @returns each part with its own JSON pointer, in the order of the file
 */
export function* partsAt(
  value: unknown,
  path: string,
): Generator<{ readonly value: unknown; readonly pointer: string }> {
  yield* descend(value, path === '' ? [] : path.slice(1).split('/'), '');
}

function* descend(
  value: unknown,
  path: readonly string[],
  pointer: string,
): Generator<{ value: unknown; pointer: string }> {
  const [step, ...rest] = path;
  if (step === undefined) {
    yield { value, pointer };
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (step === '*' || step === key) yield* descend(child, rest, pointerTo(pointer, key));
  }
}

/** True when nothing at or below a pointer is broken: what holds it may be, by another of its keys. */
export function isSound(pointer: string, broken: readonly string[]): boolean {
  return broken.length === 0 || !holdersOf(broken).has(pointer);
}

const holders = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Pointers at which, or below which, something is broken: worked out once, and asked for each part of a file. */
function holdersOf(broken: readonly string[]): ReadonlySet<string> {
  const known = holders.get(broken);
  if (known) return known;
  const found = new Set<string>();
  for (const place of broken) {
    for (let end = place.length; end >= 0 && !found.has(place.slice(0, end)); ) {
      found.add(place.slice(0, end));
      end = end === 0 ? -1 : place.lastIndexOf('/', end - 1);
    }
  }
  holders.set(broken, found);
  return found;
}

/**
 * A value without its broken parts, so that one wrong key silences no other finding. What cannot do without a part that
 * is broken goes with it.
 * @param broken pointers that do not match the schema
 * @returns the sound rest, or undefined when nothing can be kept
 */
export function soundRest(node: Node, value: unknown, broken: ReadonlySet<string>, pointer = ''): unknown {
  if (broken.size === 0) return value;
  if (broken.has(pointer)) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = [];
  for (const [key, child] of Object.entries(value)) {
    const next = childOf(node, value, key);
    const kept = next && soundRest(next, child, broken, pointerTo(pointer, key));
    if (kept !== undefined) entries.push([key, kept]);
  }
  if (Array.isArray(value)) return entries.map(([, child]) => child);
  // A required key may be misspelt, and so absent without being told missing.
  const rest = Object.fromEntries(entries);
  return node.schema.required?.every((key) => Object.hasOwn(rest, key)) === false ? undefined : rest;
}

/** True when something that holds what a pointer leads to is broken itself, the whole file excepted. */
export function isInBroken(pointer: string, broken: readonly string[]): boolean {
  if (broken.length === 0) return false;
  const places = placesOf(broken);
  for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    if (places.has(pointer.slice(0, end))) return true;
  }
  return false;
}

const placed = new WeakMap<readonly string[], ReadonlySet<string>>();

function placesOf(broken: readonly string[]): ReadonlySet<string> {
  const known = placed.get(broken) ?? new Set(broken);
  placed.set(broken, known);
  return known;
}
