/** One line of a text as an author sees it: where it starts and ends, without its line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A line read as `- clé: valeur`: every part that it has, with offsets in the whole text. */
export interface Entry extends Line {
  readonly indent: number;
  /** Where its words start, after the hyphens: a key below it stands in that column. */
  readonly column: number;
  readonly dashes: boolean;
  readonly key: string | undefined;
  readonly valueStart: number;
  /** The value as typed, without trailing spaces nor a comment after a space. */
  readonly value: string;
}

const opening = /^([ \t\u00a0\u202f]*)((?:-[ \t]+)*)/;
const quotedKey = /^(?:"[^"]*"|'[^']*')(?=[ \t]*:(?:[ \t]|$))/;
/** Two spaces before `#`, or one after it: a comment. `îlot #3` is not. */
const comment = /(?:^|[ \t])#(?=[ \t]|$)|[ \t]{2}#/;

/** Lines of a text, whatever its line breaks. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const cut of text.matchAll(/\r\n|\n|\r|$/g)) {
    if (cut.index < start) continue;
    lines.push({ start, end: cut.index, text: text.slice(start, cut.index) });
    start = cut.index + cut[0].length;
  }
  return lines;
}

/** Index of the line that holds an offset. */
export function lineAt(lines: readonly Line[], offset: number): number {
  const next = lines.findIndex(({ start }) => start > offset);
  return next < 0 ? lines.length - 1 : next - 1;
}

/** Reads a line as a key and a value, a list item, or a mere text (then it has neither key nor dashes). */
export function entryOf(line: Line): Entry {
  const known = entries.get(line);
  if (known) return known;
  const entry = readEntry(line);
  entries.set(line, entry);
  return entry;
}

/** Around a fault, several traps look at the same lines, up to the top of the text. */
const entries = new WeakMap<Line, Entry>();

function readEntry(line: Line): Entry {
  const [, space = '', dashes = ''] = opening.exec(line.text) ?? [];
  const words = line.text.slice(space.length + dashes.length);
  const key = keyOf(words);
  const after = key === undefined ? words : words.slice(words.indexOf(':', key.length) + 1).trimStart();
  const value = withoutComment(after);
  const valueStart = line.start + line.text.length - after.length;
  const column = space.length + dashes.length;
  return { ...line, indent: space.length, column, dashes: dashes !== '', key, valueStart, value };
}

/** The words of a line up to what looks like a comment, without trailing spaces. */
export function withoutComment(words: string): string {
  const cut = words.search(comment);
  return (cut < 0 ? words : words.slice(0, cut)).trimEnd();
}

function keyOf(words: string): string | undefined {
  const inMarks = quotedKey.exec(words)?.[0];
  if (inMarks !== undefined) return inMarks;
  const colon = words.search(/:(?=[ \t]|$)/);
  if (colon < 1 || /^[\s#'"[\]{},&*!|>%@`-]/.test(words)) return undefined;
  const key = words.slice(0, colon).trimEnd();
  return / #/.test(key) ? undefined : key;
}

/** The nearest line at or above `index` that starts an entry, and of which the lines between may be the rest. */
export function ownerOf(
  lines: readonly Line[],
  index: number,
): { readonly entry: Entry; readonly index: number } | undefined {
  for (let at = index; at >= 0; at--) {
    const line = lines[at];
    const entry = line && entryOf(line);
    if (entry && (entry.key !== undefined || entry.dashes)) return { entry, index: at };
  }
  return undefined;
}
