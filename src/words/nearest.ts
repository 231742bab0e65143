import { folded } from './slug.ts';

/**
 * The candidate that somebody who typed `word` most likely meant.
 * @param word what was typed
 * @param candidates what could have been meant
 * @param options `max`: the most typing errors to forgive (2); short words forgive fewer, about one for three letters
 * @returns the nearest candidate, the first in code-unit order among equals; null when none is near
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  options: { readonly max?: number } = {},
): string | null {
  const typed = folded(word);
  const allowed = Math.min(options.max ?? 2, Math.ceil(typed.length / 3));
  let best: string | null = null;
  let least = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed + 2) continue;
    const errors = distance(typed, folded(candidate), least);
    if (errors < least || (errors === least && best !== null && candidate < best)) {
      best = candidate;
      least = errors;
    }
  }
  return best;
}

/**
 * How many typing errors part two words: a letter missing, added or changed, or two neighbours swapped.
 * @param a one word
 * @param b the other
 * @param limit give up beyond this many
 * @returns the number of errors, or `limit + 1` when there are more than `limit`
 */
export function distance(a: string, b: string, limit: number = Number.MAX_SAFE_INTEGER - 1): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let errors = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + changed);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) errors = Math.min(errors, at(before, column - 2) + 1);
      current.push(errors);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(at(previous, b.length), limit + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.MAX_SAFE_INTEGER;
}
