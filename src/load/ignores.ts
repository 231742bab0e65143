import { EVENT_ID, SCALAR_STYLE } from 'js-yaml';
import type { Ignore } from '../model/ignore.ts';
import type { SourceFile } from '../model/source-file.ts';
import { isIgnoreLine } from '../words/ignore.ts';
import { type Line, linesOf } from './entry.ts';
import { parse } from './events.ts';
import { type Comment, ignoreOf, type Place, word } from './ignore-comment.ts';

type Commented = Pick<SourceFile, 'text' | 'yaml' | 'yamlStart' | 'body' | 'bodyStart'>;

/**
 * The comments of a file that ask to pass over a rule: `# atelier-ignore rule: why` in YAML, alone on its line or at the
 * end of one; `<!-- atelier-ignore rule: why -->` alone on its line in Markdown. Only real comments count: not what a
 * text between quotation marks, a block text or a block of code shows.
 * @param file a file as read; its text need not parse
 * @returns in the order of the file; nothing is known yet of what they are worth
 */
export function ignoresIn(file: Commented): readonly Ignore[] {
  if (!file.text.includes(word)) return none;
  const lines = linesOf(file.text);
  return [...inYaml(file, lines), ...inMarkdown(file, lines)];
}

const none: readonly Ignore[] = [];

/** A stretch of lines [from, to) in which comments are written in one way. */
interface Region {
  readonly lines: readonly Line[];
  readonly from: number;
  readonly to: number;
  /** True for what a comment above passes by: blank lines, comments. */
  readonly isAside: (words: string) => boolean;
  /** The comment of a line that is ours; asked line by line, downwards. */
  readonly commentOf: (line: Line) => Comment | undefined;
  /** The last line of a text of several lines, by the index of the line where it starts. */
  readonly lastOf: ReadonlyMap<number, number>;
}

function* inRegion(region: Region): Generator<Ignore> {
  const { lines, from, to, isAside, commentOf, lastOf } = region;
  const below = new Map<number, number>();
  let next: number | undefined;
  for (let index = to - 1; index >= from; index--) {
    if (next !== undefined) below.set(index, next);
    if (!isAside(lines[index]?.text.trim() ?? '')) next = index;
  }
  const top = next ?? to;
  for (let index = from; index < to; index++) {
    const line = lines[index];
    const comment = line && commentOf(line);
    if (!line || !comment) continue;
    const alone = line.text.slice(0, comment.start - line.start).trim() === '';
    const first = alone ? below.get(index) : index;
    const covered = first === undefined ? undefined : ([first + 1, (lastOf.get(first) ?? first) + 1] as const);
    const place: Place = { line, number: index + 1, nextStart: lines[index + 1]?.start ?? line.end, alone, covered };
    yield ignoreOf(comment, place, index < top);
  }
}

function* inYaml({ text, yaml, yamlStart }: Commented, lines: readonly Line[]): Generator<Ignore> {
  if (!yaml.includes(word)) return;
  const scalars = scalarsOf(yaml, yamlStart);
  const signOf = scalars ? outside(scalars) : outsideQuotes;
  yield* inRegion({
    lines,
    from: indexAt(lines, yamlStart),
    to: indexAt(lines, yamlStart + yaml.length - 1) + 1,
    isAside: (words) => words === '' || words === '---' || words.startsWith('#'),
    commentOf: (line) => {
      const at = line.text.includes(word) ? signOf(line) : undefined;
      const sign = at === undefined ? undefined : /^#+[ \t\u00a0]*(?=atelier-ignore)/.exec(line.text.slice(at))?.[0];
      if (at === undefined || sign === undefined) return undefined;
      const start = line.start + at;
      return { text, start, end: endOf(line), words: start + sign.length };
    },
    lastOf: scalars ? longTexts(lines, scalars) : new Map(),
  });
}

/** The characters of a text that YAML holds; of a block text, `head` is in the line of its `|`. */
interface Scalar {
  readonly head: number;
  readonly start: number;
  readonly end: number;
}

function scalarsOf(yaml: string, offset: number): readonly Scalar[] | undefined {
  const parsed = parse(yaml);
  if (!parsed.ok) return undefined;
  return parsed.events.flatMap((event) => {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) return [];
    const [start, end] = [event.valueStart + offset, event.valueEnd + offset];
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    return [{ head: block ? start - 1 : start, start, end }];
  });
}

/** Where the comment of a line starts, counted from the line; asked downwards. */
type SignOf = (line: Line) => number | undefined;

/** js-yaml tells no comments: outside its texts, the first `#` at the start or after a space opens one. */
function outside(scalars: readonly Scalar[]): SignOf {
  let next = 0;
  return (line) => {
    for (let at = line.text.indexOf('#'); at >= 0; at = line.text.indexOf('#', at)) {
      while ((scalars[next]?.start ?? Number.POSITIVE_INFINITY) <= line.start + at) next++;
      const end = (scalars[next - 1]?.end ?? 0) - line.start;
      if (end <= at && (at === 0 || ' \t'.includes(line.text[at - 1] ?? ''))) return at;
      at = Math.max(end, at + 1);
    }
    return undefined;
  };
}

/** In a text that does not parse, as far as one line tells: the first such `#` that no quotation mark holds. */
function outsideQuotes({ text }: Line): number | undefined {
  for (const { index, 0: found } of text.matchAll(quotedOrSign)) if (found === '#') return index;
  return undefined;
}

const quotedOrSign = /(?:^|[:\-,[{])[ \t]*(?:"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^']|'')*(?:'|$))|(?<=^|[ \t])#/g;

/** No comment can stand inside a text of several lines: the one above it covers all of it. */
function longTexts(lines: readonly Line[], scalars: readonly Scalar[]): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  let index = 0;
  for (const { head, end } of scalars) {
    while ((lines[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= head) index++;
    const first = index;
    while ((lines[index + 1]?.start ?? Number.POSITIVE_INFINITY) < end) index++;
    if (index > first) last.set(first, index);
  }
  return last;
}

function* inMarkdown({ text, body, bodyStart }: Commented, lines: readonly Line[]): Generator<Ignore> {
  if (!body.includes(word)) return;
  let fence = '';
  yield* inRegion({
    lines,
    from: indexAt(lines, bodyStart),
    to: lines.length,
    isAside: (words) => words === '' || (words.startsWith('<!--') && words.endsWith('-->')),
    commentOf: (line) => {
      // Inside a list a fence is set back; one is closed by as many of its own marks, or more.
      const mark = /^\s*(`{3,}|~{3,})/.exec(line.text)?.[1] ?? '';
      if (fence === '') fence = mark;
      else if (mark.startsWith(fence)) fence = '';
      if (fence !== '' || !isIgnoreLine(line.text)) return undefined;
      const sign = /^<!--[ \t]*/.exec(line.text.trim())?.[0] ?? '';
      const start = line.start + line.text.indexOf('<!--');
      return { text, start, end: endOf(line), words: start + sign.length, wordsEnd: endOf(line) - 3 };
    },
    lastOf: new Map(),
  });
}

function endOf(line: Line): number {
  return line.start + line.text.trimEnd().length;
}

/** Index of the line that holds an offset; lines are many and this is asked a few times. */
function indexAt(lines: readonly Line[], offset: number): number {
  return Math.max(
    lines.findLastIndex(({ start }) => start <= offset),
    0,
  );
}
