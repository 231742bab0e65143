import type { Block, Container, Depth, Inline, MarkdownTree } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import { parseMarkdown, withoutIgnores } from '../markdown/parse.ts';
import { changed, changedBlocks, replaceContainers, typeset } from '../markdown/walk.ts';
import { allSpoken, spoken } from './spoken.ts';

/**
 * The authors' Markdown texts. Each is parsed by itself, so that nothing in one (an open fence, a note of the same name)
 * can reach what follows; in the report's Markdown a `::: texte N` holds its place.
 */
export interface Bodies {
  /**
   * @param text an author's Markdown
   * @param sources keys of sources to be called at its end, unless it calls them itself
   * @returns Markdown for a place where a block may stand; '' for an empty text
   */
  readonly place: (text: string, sources?: readonly string[]) => string;
  /** The report's own Markdown as a tree; its calls of sources and those of the bodies have the same numbers. */
  readonly parse: (text: string) => MarkdownTree;
  /** A tree with the bodies in their places, headings below the one that they stand under. */
  readonly fill: (tree: MarkdownTree) => MarkdownTree;
}

/** A picture's path as an editor follows it, from the folder of the text: `../medias/plan.png`. */
const FROM_THE_FILE = /(!\[[^\]\n]*\]\(<?)(?:\.{1,2}\/)+medias\//g;

/** Containers that mean something to the report itself: an author's text may not speak for it. */
const RESERVED = ['texte', 'source', 'sources'];

/**
 * The bodies of one report.
 * @param known keys of the dossier's sources
 * @param langue the language of the texts
 * @param report the language of the report
 */
export function bodiesFor(known: ReadonlySet<string>, langue: Langue, report: Langue): Bodies {
  const keys = [...known];
  const trees: MarkdownTree[] = [];
  let notes = keys.length;
  const read = (text: string): MarkdownTree => {
    const called = keys.filter((key) => text.includes(`[^${key}]`));
    const definitions = called.map((key) => `[^${key}]: ::: source ${key}\n    :::\n\n`).join('');
    const { blocks, notes: found } = parseMarkdown(`${definitions}***\n\n${text}`);
    const numbers = new Map<number, number>();
    for (const [id, body] of found) {
      const key = sourceOf(body);
      numbers.set(id, key === null ? ++notes : keys.indexOf(key) + 1);
    }
    // The rule keeps an indented first line from being read as the last definition's.
    return renumbered({ blocks: blocks.slice(1), notes: found }, numbers);
  };
  const place: Bodies['place'] = (text, sources = []) => {
    if (withoutIgnores(text).trim() === '') return '';
    const tree = typeset(unspoken(read(text.replace(FROM_THE_FILE, '$1medias/'))), langue, { milliers: true });
    const missing = sources.filter((key) => known.has(key) && !tree.notes.has(keys.indexOf(key) + 1));
    const calling = withCalls(
      tree,
      missing.map((key) => [keys.indexOf(key) + 1, key] as const),
    );
    trees.push(langue === report ? calling : saidIn(calling, langue));
    return `::: texte ${trees.length - 1}\n:::`;
  };
  const fill: Bodies['fill'] = ({ blocks, notes: own }) => ({
    blocks: placed(langue === report ? blocks : spoken(blocks, langue), trees, 1),
    notes: new Map([...own, ...trees.flatMap((tree) => [...tree.notes])]),
  });
  return { place, parse: read, fill };
}

function saidIn({ blocks, notes }: MarkdownTree, langue: Langue): MarkdownTree {
  return {
    blocks: allSpoken(blocks, langue),
    notes: new Map([...notes].map(([id, body]) => [id, allSpoken(body, langue)])),
  };
}

/** The source that a note stands for, or null for an author's own note. */
export function sourceOf(body: readonly Block[]): string | null {
  const only = body.length === 1 ? body[0] : undefined;
  return only?.type === 'container' && only.name === 'source' ? only.args : null;
}

function renumbered({ blocks, notes }: MarkdownTree, numbers: ReadonlyMap<number, number>): MarkdownTree {
  const move = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.map((inline): Inline => {
      if (inline.type === 'note') return { type: 'note', id: numbers.get(inline.id) ?? 0 };
      return 'children' in inline ? { ...inline, children: move(inline.children) } : inline;
    });
  const bodies = [...notes].map(
    ([id, body]) => [numbers.get(id) ?? 0, changedBlocks(body, { inlines: move })] as const,
  );
  return { blocks: changedBlocks(blocks, { inlines: move }), notes: new Map(bodies) };
}

function unspoken({ blocks, notes }: MarkdownTree): MarkdownTree {
  const bare = (container: Container): readonly Block[] | null =>
    RESERVED.includes(container.name) ? container.children : null;
  const text = replaceContainers({ blocks, notes: new Map() }, bare);
  const bodies = [...notes].map(([id, body]) => {
    const own = sourceOf(body) === null ? replaceContainers({ blocks: body, notes: new Map() }, bare).blocks : body;
    return [id, own] as const;
  });
  return { blocks: text.blocks, notes: new Map(bodies) };
}

/** Calls at the end of the last paragraph; in one of their own where the text ends with a table, or a picture. */
function withCalls({ blocks, notes }: MarkdownTree, calls: readonly (readonly [number, string])[]): MarkdownTree {
  if (calls.length === 0) return { blocks, notes };
  const marks = calls.flatMap(([id], index): Inline[] => [
    ...(index === 0 ? [] : [{ type: 'text', value: '\u202f' } as const]),
    { type: 'note', id },
  ]);
  const bodies = calls.map(([id, key]): [number, readonly Block[]] => [
    id,
    [{ type: 'container', name: 'source', args: key, children: [] }],
  ]);
  const called = callingLast(blocks, marks) ?? [...blocks, { type: 'paragraph', children: marks }];
  return { blocks: called, notes: new Map([...notes, ...bodies]) };
}

/** The calls in the last paragraph, be it the last of a list or of a quotation; null where the text ends otherwise. */
function callingLast(blocks: readonly Block[], marks: readonly Inline[]): readonly Block[] | null {
  const last = blocks.at(-1);
  const calling = last === undefined ? null : calls(last, marks);
  return calling && [...blocks.slice(0, -1), calling];
}

function calls(block: Block, marks: readonly Inline[]): Block | null {
  if (block.type === 'paragraph') return { ...block, children: beforePoint(block.children, marks) };
  if (block.type === 'quote') {
    const children = callingLast(block.children, marks);
    return children && { ...block, children };
  }
  if (block.type !== 'list') return null;
  const item = callingLast(block.items.at(-1) ?? [], marks);
  return item && { ...block, items: [...block.items.slice(0, -1), item] };
}

/** French and English both set the call before the point that ends a sentence, as authors do. */
function beforePoint(children: readonly Inline[], marks: readonly Inline[]): readonly Inline[] {
  const last = children.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith('.') || last.value.endsWith('..')) return [...children, ...marks];
  const joint: readonly Inline[] =
    last.value === '.' ? [{ type: 'text', value: '\u202f' }] : [{ type: 'text', value: last.value.slice(0, -1) }];
  return [...children.slice(0, -1), ...joint, ...marks, { type: 'text', value: '.' }];
}

function placed(blocks: readonly Block[], trees: readonly MarkdownTree[], under: Depth): readonly Block[] {
  let depth = under;
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.type) {
      case 'heading':
        depth = block.depth;
        return [block];
      case 'list':
        return [{ ...block, items: block.items.map((item) => placed(item, trees, depth)) }];
      case 'container':
        if (block.name === 'texte') return nested(trees[Number(block.args)]?.blocks ?? [], depth);
        return [{ ...block, children: placed(block.children, trees, depth) }];
      default:
        return [block];
    }
  });
}

/** Headings below `under`, in the author's own order of levels, none skipped: readers by ear count on it. */
function nested(blocks: readonly Block[], under: Depth): readonly Block[] {
  const open: Depth[] = [];
  return changed(
    { blocks, notes: new Map() },
    {
      block: (block) => {
        if (block.type !== 'heading') return [block];
        while ((open.at(-1) ?? 0) >= block.depth) open.pop();
        open.push(block.depth);
        return [{ ...block, depth: DEPTHS[Math.min(5, under + open.length - 1)] ?? 6 }];
      },
    },
  ).blocks;
}

const DEPTHS: readonly Depth[] = [1, 2, 3, 4, 5, 6];
