const URL = /https?:\/\/[^\s<>]+[^\s<>.,;:!?)\]»’']/gi;

/**
 * A text as Markdown that shows exactly that text, for a template's typed view.
 * Addresses become links; line breaks become spaces.
 * @param text any text that is not Markdown: a title, a name, a unit
 * @returns Markdown for one line, also safe inside a table cell
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  let result = '';
  let end = 0;
  for (const found of line.matchAll(URL)) {
    result += `${escapeInline(line.slice(end, found.index))}<${found[0].replaceAll('|', '%7C')}>`;
    end = found.index + found[0].length;
  }
  return escapeStart((result + escapeInline(line.slice(end))).replaceAll('|', '\\|'));
}

/**
 * The characters of a text that Markdown would take for marks, escaped wherever they stand in a line.
 * @param text one run of plain text
 * @returns Markdown source, `|` left to whoever writes a table
 */
export function escapeInline(text: string): string {
  return (
    text
      .replace(/[\\`*[\]<~]/g, '\\$&')
      // Inside a word an underscore marks nothing: `seance_type` stays readable.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\^(?=\\\[)/g, '\\^')
  );
}

/**
 * The first characters of a line that Markdown would take for a heading, a list, a quote, a rule or a container, escaped.
 * @param line one line of Markdown, inline marks already written
 * @returns the line, safe at the start of a paragraph
 */
export function escapeStart(line: string): string {
  const start = /^(?:#{1,6}(?=[ \t]|$)|[+-](?=[ \t]|$)|>|={1,}[ \t]*$|-{2,}[ \t]*$|(?:-[ \t]*){3,}$|:{3,}|\|)/;
  if (start.test(line)) return `\\${line}`;
  // A row of dashes and colons under a line of text would make it a table.
  if (/^:?-+:?[ \t]*$/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2');
}
