import type { Block, Depth, Heading, Inline, MarkdownTree } from '../../../model/markdown.ts';
import { changedBlocks } from '../../markdown/walk.ts';

/**
 * Texts with notes of their own, to be set into the page: those of a session, the monograph of a site. In the page's
 * Markdown a `::: inclus N` holds the place of each.
 */
export interface Inclusions {
  /** @returns Markdown for a place where a block may stand; '' for a text without a block */
  readonly place: (tree: MarkdownTree) => string;
  /** The page with the texts in their places, headings below the one that they stand under. */
  readonly fill: (tree: MarkdownTree) => MarkdownTree;
}

/** The page's own notes have no such numbers; all are numbered anew at the end. */
const OWN = 1_000_000;

export function inclusions(): Inclusions {
  const trees: (readonly Block[])[] = [];
  const notes = new Map<number, readonly Block[]>();
  return {
    place: (tree) => {
      if (tree.blocks.length === 0) return '';
      const numbers = new Map([...tree.notes.keys()].map((id, at) => [id, OWN + notes.size + at]));
      const moved = (blocks: readonly Block[]): readonly Block[] =>
        changedBlocks(blocks, { inlines: (all) => renumbered(all, numbers) });
      const bodies = [...tree.notes].map(([id, body]) => [numbers.get(id) ?? 0, moved(body)] as const);
      for (const [id, body] of bodies) notes.set(id, body);
      trees.push(moved(tree.blocks));
      return `::: inclus ${trees.length - 1}\n:::`;
    },
    fill: (tree) => ({ blocks: filled(tree.blocks, trees, 1), notes: new Map([...tree.notes, ...notes]) }),
  };
}

function renumbered(inlines: readonly Inline[], numbers: ReadonlyMap<number, number>): readonly Inline[] {
  return inlines.map((one): Inline => {
    if (one.type === 'note') return { type: 'note', id: numbers.get(one.id) ?? 0 };
    return 'children' in one ? { ...one, children: renumbered(one.children, numbers) } : one;
  });
}

function filled(blocks: readonly Block[], trees: readonly (readonly Block[])[], under: Depth): readonly Block[] {
  let depth = under;
  return blocks.flatMap((block): readonly Block[] => {
    if (block.type === 'heading') depth = block.depth;
    if (block.type !== 'container') return [block];
    if (block.name === 'inclus') return lowered(trees[Number(block.args)] ?? [], depth - 1);
    if (block.name !== 'ancre') return [{ ...block, children: filled(block.children, trees, depth) }];
    const heading = anchored(block.args, block.children);
    depth = heading.depth;
    return [heading];
  });
}

/** `::: ancre 3 site-nozay`: a heading of that level and id, whatever its words. */
function anchored(args: string, children: readonly Block[]): Heading {
  const [level = '3', id = ''] = args.split(' ');
  const [first] = children;
  const words = first !== undefined && 'children' in first && first.type === 'paragraph' ? first.children : [];
  return { type: 'heading', depth: depthOf(Number(level)), id, children: words };
}

function lowered(blocks: readonly Block[], by: number): readonly Block[] {
  return changedBlocks(blocks, {
    block: (block) => (block.type === 'heading' ? [{ ...block, depth: depthOf(block.depth + by) }] : [block]),
  });
}

function depthOf(level: number): Depth {
  return DEPTHS[Math.min(6, Math.max(1, level)) - 1] ?? 6;
}

const DEPTHS: readonly Depth[] = [1, 2, 3, 4, 5, 6];
