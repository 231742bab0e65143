import type { Block, Inline, MarkdownTree } from '../../model/markdown.ts';
import { slug } from '../../words/slug.ts';
import { changedBlocks, plainText } from './walk.ts';

/**
 * Headings with ids that are unique in the text: `titre`, `titre-2`…
 * @param blocks blocks whose headings may have no id
 * @returns the same blocks, each heading with its id
 */
export function withIds(blocks: readonly Block[]): readonly Block[] {
  const taken = new Set<string>();
  return changedBlocks(blocks, {
    block: (block) => {
      if (block.type !== 'heading') return [block];
      const wanted = block.id ?? (slug(plainText(block.children)) || 'section');
      let id = wanted;
      for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
      taken.add(id);
      return [{ ...block, id }];
    },
  });
}

/**
 * Notes numbered from 1 in the order in which a reader meets their calls; those that nothing calls are left out.
 * @param blocks blocks whose notes have any numbers
 * @param notes the bodies by those numbers; a call without body disappears
 * @returns the tree
 */
export function numbered(blocks: readonly Block[], notes: ReadonlyMap<number, readonly Block[]>): MarkdownTree {
  const numbers = new Map<number, number>();
  const called: number[] = [];
  const renumber = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((inline): readonly Inline[] => {
      if (inline.type === 'note') {
        if (!notes.has(inline.id)) return [];
        if (!numbers.has(inline.id)) {
          numbers.set(inline.id, numbers.size + 1);
          called.push(inline.id);
        }
        return [{ type: 'note', id: numbers.get(inline.id) ?? 0 }];
      }
      return 'children' in inline ? [{ ...inline, children: renumber(inline.children) }] : [inline];
    });
  const body = changedBlocks(blocks, { inlines: renumber });
  const bodies = new Map<number, readonly Block[]>();
  // A note may call another: the list grows while it is walked.
  for (let n = 0; n < called.length; n++) {
    bodies.set(n + 1, changedBlocks(notes.get(called[n] ?? -1) ?? [], { inlines: renumber }));
  }
  return { blocks: body, notes: bodies };
}

/**
 * Several texts as one, such as a report with the bodies of its files.
 * @param trees texts in reading order
 * @returns one text: ids made unique again, notes numbered through
 */
export function joined(trees: readonly MarkdownTree[]): MarkdownTree {
  const blocks: Block[] = [];
  const notes = new Map<number, readonly Block[]>();
  for (const tree of trees) {
    const before = notes.size;
    const move = (inlines: readonly Inline[]): readonly Inline[] =>
      inlines.map((inline): Inline => {
        if (inline.type === 'note') return { type: 'note', id: inline.id + before };
        return 'children' in inline ? { ...inline, children: move(inline.children) } : inline;
      });
    blocks.push(...changedBlocks(tree.blocks, { inlines: move }));
    for (const [id, body] of tree.notes) notes.set(id + before, changedBlocks(body, { inlines: move }));
  }
  return numbered(withIds(blocks), notes);
}
