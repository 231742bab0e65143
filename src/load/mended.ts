import type { Mend, TextEdit } from '../model/diagnostic.ts';
import type { Found, Span } from './found.ts';

/**
 * Edits that were all worked out in one text, as mends: one, unless some of them overlap.
 * @param edits in any order; of two at one place, the later stands first
 */
export function mendsOf(edits: readonly TextEdit[]): readonly Mend[] {
  const mends: TextEdit[][] = [];
  const sorted = edits.toSorted((a, b) => b.start - a.start);
  for (const [index, edit] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined || edit.end > before.start) mends.push([edit]);
    else mends.at(-1)?.push(edit);
  }
  return mends.map((mend) => mend.reverse());
}

/**
 * A text with mends made one after the other, each in the text that those before it left.
 * @param text as typed
 */
export function mended(text: string, mends: readonly Mend[]): string {
  return mends.reduce((rest, mend) => {
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text: words } of mend) {
      pieces.push(rest.slice(at, start), words);
      at = end;
    }
    return pieces.join('') + rest.slice(at);
  }, text);
}

/** Where characters of a mended text stand in the text as it was typed. */
export function typedSpan([start, end]: Span, mends: readonly Mend[]): Span {
  return [typedOffset(start, mends), typedOffset(end, mends)];
}

/** The same of one offset; within what was written anew, as far into what stood there. */
export function typedOffset(offset: number, mends: readonly Mend[]): number {
  return mends.reduceRight((at, mend) => {
    const shifts = shiftsOf(mend);
    const last = lastBefore(mend, at, (edit, index) => edit.start + (shifts[index] ?? 0));
    const edit = mend[last];
    if (edit === undefined) return at;
    const own = at - (shifts[last] ?? 0);
    const written = edit.start + edit.text.length;
    return own >= written ? own - written + edit.end : Math.min(own, edit.end);
  }, offset);
}

/** Where an offset is once further mends are made. */
export function mendedOffset(offset: number, mends: readonly Mend[]): number {
  return mends.reduce((at, mend) => {
    const last = lastBefore(mend, at, ({ start }) => start);
    const edit = mend[last];
    if (edit === undefined) return at;
    const { start, end, text } = edit;
    const shift = shiftsOf(mend)[last] ?? 0;
    return shift + (at >= end ? at + text.length - (end - start) : Math.min(at, start + text.length));
  }, offset);
}

/** How far the edits before each one of a mend push what follows them. A mend may hold an edit a line. */
function shiftsOf(mend: Mend): readonly number[] {
  const before = known.get(mend);
  if (before) return before;
  let shift = 0;
  const shifts = mend.map(({ start, end, text }) => {
    const own = shift;
    shift += text.length - (end - start);
    return own;
  });
  known.set(mend, shifts);
  return shifts;
}

const known = new WeakMap<Mend, readonly number[]>();

/** The index of the last edit that starts before an offset, by halves; -1 where none does. */
function lastBefore(mend: Mend, offset: number, startOf: (edit: TextEdit, index: number) => number): number {
  let [low, high] = [0, mend.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const edit = mend[middle];
    if (edit !== undefined && startOf(edit, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * A finding made in a mended text, where it stands in the text as it was typed.
 * @param text as typed; `seen` the mended text; `mends` what was mended
 * @returns the same without its fix where the author's text is not what the fix was worked out in
 */
export function typedFinding(text: string, seen: string, finding: Found, mends: readonly Mend[]): Found {
  const { fix, related, ...rest } = finding;
  const placed = {
    ...{ ...rest, span: typedSpan(finding.span, mends) },
    ...(related && { related: related.map((one) => ({ ...one, span: typedSpan(one.span, mends) })) }),
  };
  if (!fix) return placed;
  const moved = fix.map((edit) => {
    const [start, end] = typedSpan([edit.start, edit.end], mends);
    return { ...edit, start, end };
  });
  const same = fix.every((edit, index) => {
    const { start = 0, end = 0 } = moved[index] ?? {};
    return text.slice(start, end) === seen.slice(edit.start, edit.end);
  });
  return same ? { ...placed, fix: moved } : placed;
}
