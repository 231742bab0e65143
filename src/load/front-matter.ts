import { type Found, found } from './found.ts';
import { sentences } from './sentences.ts';

/** The two parts of a Markdown file; `yamlStart` and `bodyStart` are offsets in the whole text. */
export interface Parts {
  readonly yaml: string;
  readonly yamlStart: number;
  readonly body: string;
  readonly bodyStart: number;
}

/** A Markdown file in its two parts; or what is wrong, and its parts all the same where they are certain. */
export type FrontMatter =
  | (Parts & { readonly ok: true })
  | { readonly ok: false; readonly finding: Found; readonly parts?: Parts };

const fence = /^---[ \t]*$/;
/** What three hyphens become by an editor's zeal or a slip: em and en dashes, two or four hyphens, a space before. */
const nearlyFence = /^[ \t\u00a0]*(?:[-\u2010-\u2015]{1,5}|\+{3}|={3})[ \t\u00a0]*$/;

/**
 * Splits a Markdown file into its front matter and its body: `---` alone on the first line, keys, `---` alone again.
 * @param text the whole file; a byte order mark before the first `---` is passed over
 * @returns the parts with their offsets, or one finding `en-tete-absent`: nothing there, not at the start, or never closed
 */
export function splitFrontMatter(text: string): FrontMatter {
  const lines = linesFrom(text, text.startsWith('\ufeff') ? 1 : 0);
  const opening = lines.next().value;
  if (!opening || !fence.test(textOf(text, opening))) return withoutOpening(text, opening);
  let nearest: Line | undefined;
  for (const line of lines) {
    const words = textOf(text, line);
    if (fence.test(words)) {
      return { ok: true, ...between(text, opening, line) };
    }
    if (!nearest && nearlyFence.test(words)) nearest = line;
  }
  return withoutClosing(text, opening, nearest);
}

function between(text: string, opening: Line, closing: Line): Parts {
  const yamlStart = opening.next;
  const bodyStart = closing.next;
  return { yaml: text.slice(yamlStart, closing.start), yamlStart, body: text.slice(bodyStart), bodyStart };
}

function withoutOpening(text: string, first: Line | undefined): FrontMatter {
  const absent = found('en-tete-absent', first ? [first.start, first.end] : [0, 0], sentences.enTeteAbsent());
  if (!first) return { ok: false, finding: absent };
  const closing = nearlyFence.test(textOf(text, first)) ? closingAfter(text, first) : undefined;
  if (closing) return { ok: false, finding: nearly(first), parts: between(text, first, closing) };
  const late = /^\s*(?=---[ \t]*(?:\r|\n))/.exec(text.slice(first.start))?.[0] ?? '';
  if (late === '') return { ok: false, finding: absent };
  const at = first.start + late.length;
  const finding = found('en-tete-absent', [at, at + 3], sentences.enTeteDecale(), {
    fix: [{ start: first.start, end: at, text: '' }],
  });
  const opening = linesFrom(text, at).next().value;
  const end = opening && closingAfter(text, opening);
  return { ok: false, finding, ...(opening && end && { parts: between(text, opening, end) }) };
}

function withoutClosing(text: string, opening: Line, nearest: Line | undefined): FrontMatter {
  if (nearest) return { ok: false, finding: nearly(nearest), parts: between(text, opening, nearest) };
  return { ok: false, finding: found('en-tete-absent', [opening.start, opening.end], sentences.enTeteOuvert()) };
}

/** A line that was meant as three hyphens. */
function nearly({ start, end }: Line): Found {
  return found('en-tete-absent', [start, end], sentences.enTeteTiret(), { fix: [{ start, end, text: '---' }] });
}

function closingAfter(text: string, first: Line): Line | undefined {
  for (const line of linesFrom(text, first.next)) if (fence.test(textOf(text, line))) return line;
  return undefined;
}

interface Line {
  readonly start: number;
  /** Where the line's text ends, and where the next line starts: between them CRLF, LF, CR or nothing. */
  readonly end: number;
  readonly next: number;
}

function* linesFrom(text: string, from: number): Generator<Line, undefined> {
  const breaks = /\r\n|\n|\r/g;
  let start = from;
  while (start < text.length) {
    breaks.lastIndex = start;
    const cut = breaks.exec(text);
    const end = cut ? cut.index : text.length;
    const next = cut ? breaks.lastIndex : text.length;
    yield { start, end, next };
    start = next;
  }
  return undefined;
}

function textOf(text: string, line: Line): string {
  return text.slice(line.start, line.end);
}
