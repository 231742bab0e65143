import type { TextEdit } from '../model/diagnostic.ts';
import type { Shape } from '../model/shape.ts';
import { ignoreWord } from '../words/ignore.ts';
import { escaped, quoted } from '../words/quote.ts';
import { parse } from './events.ts';
import type { Found, More, Span } from './found.ts';
import { sentences } from './sentences.ts';

/** True when only a text makes sense at a place: what YAML would read there as a list or a map was meant as words. */
export function isTextOnly(shape: Shape): boolean {
  return shape.scalar === 'text' && !shape.items && !shape.keys && !shape.others;
}

/** Puts what stands in a span between quotation marks, as it was typed; a text over several lines keeps its lines. */
export function quoteFix(text: string, [start, end]: Span): readonly TextEdit[] {
  const raw = text.slice(start, end);
  return [{ start, end, text: /[\r\n]/.test(raw) ? `"${escaped(raw, true)}"` : quoted(raw) }];
}

/**
 * Where a text was cut by its colon and read as a key: `Caen : la ville` in a list.
 * @param span the key and its value, on one line
 * @returns the colon and the whole text; undefined when the key stands between quotation marks
 */
export function cutByColon(text: string, [start, end]: Span): { readonly at: number; readonly span: Span } | undefined {
  if (/^["'?]/.test(text.slice(start, end))) return undefined;
  const colon = /:(?=[\s,[\]{}]|$)/g;
  colon.lastIndex = start;
  const at = colon.exec(text)?.index;
  return at === undefined ? undefined : { at, span: withHash(text, [start, Math.max(end, at + 1)]) };
}

/** A text with the ` #3` that follows it, which YAML takes for a comment and nobody else does. */
export function withHash(text: string, [start, end]: Span): Span {
  const words = /^ #[^\s][^\r\n]*/.exec(text.slice(end, end + 1000))?.[0] ?? '';
  return [start, end + words.trimEnd().length];
}

/**
 * The words that a ` #` takes from a free text. One space before `#` is how people write « îlot #3 »; a comment meant as
 * such is set apart by two spaces, or stands alone after a single word.
 * @param span the text before it; `gap` what may stand between them
 * @returns the place and sentence of the warning, with a fix where no space follows `#`: nobody writes a comment so
 */
export function swallowed(
  text: string,
  [start, end]: Span,
  gap = /^ (?=#)/,
): { readonly span: Span; readonly message: Found['message']; readonly more: More } | undefined {
  const line = /^[^\r\n]*/.exec(text.slice(end, end + 1000))?.[0] ?? '';
  const space = gap.exec(line)?.[0];
  if (space === undefined) return undefined;
  const words = line.slice(space.length).trimEnd();
  if (ignore.test(words)) return undefined;
  const joined = /^#\S/.test(words);
  if (!joined && !/\s\S/.test(text.slice(start, end))) return undefined;
  const at = end + space.length;
  const valueStart = gap.source.includes(':') ? at : start;
  const fix = joined ? { fix: quoteFix(text, [valueStart, at + words.length]) } : {};
  return { span: [at, at + words.length], message: sentences.dieseAvale({ mots: words }), more: fix };
}

/** A comment to the validation is meant as one. */
const ignore = new RegExp(`^#+[ \\t\\u00a0]*${ignoreWord}`);

/** The text once edits are made; they do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: words } of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + words;
    at = end;
  }
  return result + text.slice(at);
}

/** How far a text reads once a fix is made, counted in the text as it is. */
export function reach(text: string, fix: readonly TextEdit[]): number {
  const repaired = edited(text, fix);
  const parsed = parse(repaired);
  return parsed.ok ? Number.POSITIVE_INFINITY : parsed.fault.position - (repaired.length - text.length);
}

/**
 * True when a fix does what it promises: with it the text reads well at least up to the end of what it touches.
 * @param text a text with a fault
 */
export function repairs(text: string, fix: readonly TextEdit[]): boolean {
  const repaired = edited(text, fix);
  const parsed = parse(repaired);
  if (parsed.ok) return true;
  const grown = repaired.length - text.length;
  const end = Math.max(...fix.map((edit) => edit.end)) + grown;
  const nextLine = repaired.slice(end).search(/[\r\n]/);
  if (nextLine < 0 || parsed.fault.position <= end + nextLine) return false;
  // Something opened on that line is still open when the next one starts: the fix was not the right one.
  const between = repaired.slice(end + nextLine, parsed.fault.position).trim() === '';
  return !(between && /^(?:deficient|unexpected end)/.test(parsed.fault.reason));
}
