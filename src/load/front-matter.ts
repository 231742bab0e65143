import { type Found, found, type Span } from './found.ts';
import { sentences } from './sentences.ts';

/** A Markdown file in its two parts; `yamlStart` and `bodyStart` are offsets in the whole text. */
export type FrontMatter =
  | {
      readonly ok: true;
      readonly yaml: string;
      readonly yamlStart: number;
      readonly body: string;
      readonly bodyStart: number;
    }
  | { readonly ok: false; readonly finding: Found };

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
  if (!opening || !fence.test(textOf(text, opening))) return { ok: false, finding: withoutOpening(text, opening) };
  let nearest: Span | undefined;
  for (const line of lines) {
    const words = textOf(text, line);
    if (fence.test(words)) {
      const yamlStart = opening.next;
      const yaml = text.slice(yamlStart, line.start);
      return { ok: true, yaml, yamlStart, body: text.slice(line.next), bodyStart: line.next };
    }
    if (!nearest && nearlyFence.test(words)) nearest = [line.start, line.end];
  }
  return { ok: false, finding: withoutClosing([opening.start, opening.end], nearest) };
}

function withoutOpening(text: string, first: Line | undefined): Found {
  if (!first) return found('en-tete-absent', [0, 0], sentences.enTeteAbsent());
  const span: Span = [first.start, first.end];
  if (nearlyFence.test(textOf(text, first)) && hasClosing(text, first))
    return found('en-tete-absent', span, sentences.enTeteTiret(), {
      fix: [{ start: first.start, end: first.end, text: '---' }],
    });
  const late = /^\s*(?=---[ \t]*(?:\r|\n))/.exec(text.slice(first.start));
  if (late && late[0] !== '') {
    const at = first.start + late[0].length;
    return found('en-tete-absent', [at, at + 3], sentences.enTeteDecale(), {
      fix: [{ start: first.start, end: at, text: '' }],
    });
  }
  return found('en-tete-absent', span, sentences.enTeteAbsent());
}

function withoutClosing(opening: Span, nearest: Span | undefined): Found {
  if (!nearest) return found('en-tete-absent', opening, sentences.enTeteOuvert());
  const [start, end] = nearest;
  return found('en-tete-absent', nearest, sentences.enTeteTiret(), { fix: [{ start, end, text: '---' }] });
}

function hasClosing(text: string, first: Line): boolean {
  for (const line of linesFrom(text, first.next)) if (fence.test(textOf(text, line))) return true;
  return false;
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
