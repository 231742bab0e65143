import type { TextEdit } from '../model/diagnostic.ts';
import type { Found, Span } from './found.ts';

/**
 * A text with edits made one after the other, each in the text that those before it left.
 * @param text as typed
 */
export function mended(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce((rest, { start, end, text: words }) => rest.slice(0, start) + words + rest.slice(end), text);
}

/** Where characters of a mended text stand in the text as it was typed. */
export function typedSpan([start, end]: Span, edits: readonly TextEdit[]): Span {
  return [typedOffset(start, edits), typedOffset(end, edits)];
}

/** The same of one offset; within what was written anew, as far into what stood there. */
export function typedOffset(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduceRight((at, { start, end, text }) => {
    if (at <= start) return at;
    const written = start + text.length;
    return at >= written ? at - written + end : Math.min(at, end);
  }, offset);
}

/** Where an offset is once further edits are made. */
export function mendedOffset(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce((at, { start, end, text }) => {
    if (at <= start) return at;
    return at >= end ? at + text.length - (end - start) : Math.min(at, start + text.length);
  }, offset);
}

/** Edits that were all worked out in one text, in an order in which each can be made in what the others left. */
export function inTurn(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => b.start - a.start);
}

/**
 * A finding made in a mended text, where it stands in the text as it was typed.
 * @param text as typed; `seen` the mended text; `edits` what was mended
 * @returns the same without its fix where the author's text is not what the fix was worked out in
 */
export function typedFinding(text: string, seen: string, finding: Found, edits: readonly TextEdit[]): Found {
  const { fix, related, ...rest } = finding;
  const placed = {
    ...{ ...rest, span: typedSpan(finding.span, edits) },
    ...(related && { related: related.map((one) => ({ ...one, span: typedSpan(one.span, edits) })) }),
  };
  if (!fix) return placed;
  const moved = fix.map((edit) => {
    const [start, end] = typedSpan([edit.start, edit.end], edits);
    return { ...edit, start, end };
  });
  const same = fix.every((edit, index) => {
    const { start = 0, end = 0 } = moved[index] ?? {};
    return text.slice(start, end) === seen.slice(edit.start, edit.end);
  });
  return same ? { ...placed, fix: moved } : placed;
}
