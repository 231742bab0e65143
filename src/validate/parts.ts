import { pointerTo } from '../schema/fields.ts';

/**
 * Every part of a value at a path such as `/acteurs/*` (`*`: any entry of a map or list; '' the value itself).
 * @returns each part with its own JSON pointer, in the order of the file
 */
export function* partsAt(value: unknown, path: string): Generator<{ readonly value: unknown; readonly pointer: string }> {
  yield* descend(value, path === '' ? [] : path.slice(1).split('/'), '');
}

function* descend(value: unknown, path: readonly string[], pointer: string): Generator<{ value: unknown; pointer: string }> {
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

/** True when nothing at or below a pointer is broken, nor anything that holds it is of another form. */
export function isSound(pointer: string, broken: readonly string[]): boolean {
  return !broken.some((place) => place === pointer || place.startsWith(`${pointer}/`));
}
