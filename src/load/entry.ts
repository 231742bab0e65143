/** One line of a text as an author sees it: where it starts and ends, without its line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A line read as `- clé: valeur`: every part that it has, with offsets in the whole text. */
export interface Entry extends Line {
  readonly indent: number;
  readonly dashes: boolean;
  readonly key: string | undefined;
  readonly valueStart: number;
  /** The value as typed, without trailing spaces nor a comment after a space. */
  readonly value: string;
}

const pattern =
  /^([ \t\u00a0\u202f]*)((?:-[ \t]+)*)(?:("[^"]*"|'[^']*'|[^\s#'"[\]{},&*!|>%@`-](?:[^:]|:(?=\S))*?)[ \t]*:(?:[ \t]+|$))?(.*)$/;

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
  const [, space = '', dashes = '', key, rest = ''] = pattern.exec(line.text) ?? [];
  const value = rest.replace(/(?:^|[ \t]+)#.*$/, '').trimEnd();
  const valueStart = line.start + line.text.length - rest.length;
  return { ...line, indent: space.length, dashes: dashes !== '', key, valueStart, value };
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
