import markdownIt, { type MarkdownIt } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import type { Inline, MarkdownTree } from '../../model/markdown.ts';
import { ignoreWord, isIgnoreLine } from '../../words/ignore.ts';
import { containers } from './containers.ts';
import { numbered, withIds } from './finish.ts';
import { blocksOf } from './tokens.ts';

let parser: MarkdownIt | undefined;

/** Made at the first text: most commands never read one. */
function ours(): MarkdownIt {
  if (parser !== undefined) return parser;
  const made = markdownIt({ html: false, linkify: true, typographer: false }).use(footnote).use(containers);
  // Every link becomes a token, so that an unsafe one leaves its text instead of its brackets: see safeUrl.
  made.validateLink = () => true;
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const schema of ['ftp:', 'mailto:', '//']) made.linkify.add(schema, null);
  parser = made;
  return made;
}

/**
 * A Markdown text as our tree: CommonMark, tables, strikethrough, notes and `:::` containers. Raw HTML stays text, links
 * go to http, https or `#` only, pictures have a path inside the dossier or leave their alternative text. Comments that
 * ask the validation to pass over a rule are for nobody who reads: they are left out.
 * @param text Markdown, without front matter
 * @returns the tree, headings with unique ids, notes numbered in the order in which they are called
 */
export function parseMarkdown(text: string): MarkdownTree {
  const { blocks, notes } = blocksOf(ours().parse(withoutIgnores(text), {}));
  return numbered(withIds(blocks), notes);
}

/**
 * A Markdown text without the lines that are such comments; those that a block of code shows are its author's words.
 * @param text Markdown, without front matter
 */
export function withoutIgnores(text: string): string {
  if (!text.includes(ignoreWord)) return text;
  const code = ours()
    .parse(text, {})
    .flatMap(({ type, map }) => (map && (type === 'fence' || type === 'code_block') ? [map] : []));
  const isCode = (line: number) => code.some(([start, end]) => start <= line && line < end);
  return text
    .split(/\r\n?|\n/)
    .filter((line, at) => !isIgnoreLine(line) || isCode(at))
    .join('\n');
}

/**
 * One line of Markdown, such as a title or a caption.
 * @param text one paragraph at most; of several, the first is read
 * @returns its inline nodes, without notes
 */
export function parseInline(text: string): readonly Inline[] {
  const first = parseMarkdown(text.replace(/\s+/g, ' ').trim()).blocks[0];
  if (first?.type === 'paragraph') return first.children.filter((inline) => inline.type !== 'note');
  return text === '' ? [] : [{ type: 'text', value: text }];
}
