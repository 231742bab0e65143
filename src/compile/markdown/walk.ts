import type { Block, Container, Heading, Inline, MarkdownTree, Table } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import { type TypographyOptions, typographie } from '../../words/typography.ts';

/** What to put in place of a block (after its own children were seen to) and of a list of inline nodes. */
export interface Change {
  readonly block?: (block: Block) => readonly Block[];
  readonly inlines?: (inlines: readonly Inline[]) => readonly Inline[];
}

/**
 * The same tree with some nodes changed, children before parents.
 * @param tree any tree
 * @param change what to put in place of a block or of a run of inline nodes; what is not given stays
 * @returns a new tree, notes changed too
 */
export function changed(tree: MarkdownTree, change: Change): MarkdownTree {
  const notes = new Map<number, readonly Block[]>();
  for (const [id, blocks] of tree.notes) notes.set(id, changedBlocks(blocks, change));
  return { blocks: changedBlocks(tree.blocks, change), notes };
}

/**
 * The same blocks with some nodes changed, children before parents.
 * @param blocks any blocks
 * @param change as for `changed`
 * @returns new blocks
 */
export function changedBlocks(blocks: readonly Block[], change: Change): readonly Block[] {
  const replace = change.block ?? ((block: Block) => [block]);
  return blocks.flatMap((block) => replace(inside(block, change)));
}

function inside(block: Block, change: Change): Block {
  const inlines = change.inlines ?? ((same: readonly Inline[]) => same);
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: inlines(block.children) };
    case 'quote':
    case 'container':
      return { ...block, children: changedBlocks(block.children, change) };
    case 'list':
      return { ...block, items: block.items.map((item) => changedBlocks(item, change)) };
    case 'table':
      return changedTable(block, inlines);
    case 'figure': {
      const table = block.table === undefined ? {} : { table: changedTable(block.table, inlines) };
      return { ...block, caption: inlines(block.caption), ...table };
    }
    case 'fence':
    case 'rule':
      return block;
  }
}

function changedTable(table: Table, inlines: (inlines: readonly Inline[]) => readonly Inline[]): Table {
  return {
    ...table,
    ...(table.caption === undefined ? {} : { caption: inlines(table.caption) }),
    head: table.head.map(inlines),
    rows: table.rows.map((row) => row.map(inlines)),
  };
}

/**
 * Containers turned into what they stand for: maps, charts, cards.
 * @param tree any tree
 * @param make the blocks for a container; null leaves it as it is
 * @returns the tree with those in place
 */
export function replaceContainers(
  tree: MarkdownTree,
  make: (container: Container) => readonly Block[] | null,
): MarkdownTree {
  return changed(tree, { block: (block) => (block.type === 'container' ? (make(block) ?? [block]) : [block]) });
}

/**
 * The spaces and apostrophes of a whole text set as its language wants them; code and addresses stay.
 * @param tree any tree
 * @param langue the language of the text
 * @param options as for `typographie`
 * @returns the tree with its texts set
 */
export function typeset(tree: MarkdownTree, langue: Langue, options: TypographyOptions = {}): MarkdownTree {
  return changed(tree, { inlines: (inlines) => typesetInlines(inlines, langue, options) });
}

/**
 * As `typeset`, for a title or a caption.
 * @param inlines any inline nodes
 * @param langue their language
 * @param options as for `typographie`
 * @returns the nodes with their texts set
 */
export function typesetInlines(
  inlines: readonly Inline[],
  langue: Langue,
  options: TypographyOptions = {},
): readonly Inline[] {
  return inlines.map((inline): Inline => {
    switch (inline.type) {
      case 'text':
        return { ...inline, value: typographie(inline.value, langue, options) };
      case 'image':
        return { ...inline, alt: typographie(inline.alt, langue, options) };
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
        return { ...inline, children: typesetInlines(inline.children, langue, options) };
      default:
        return inline;
    }
  });
}

/**
 * What inline nodes say, without marks or notes.
 * @param inlines any inline nodes
 * @returns plain text on one line
 */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return inline.value;
        case 'image':
          return inline.alt;
        case 'break':
          return ' ';
        case 'note':
          return '';
        default:
          return plainText(inline.children);
      }
    })
    .join('');
}

/**
 * The headings of a text, for a list of contents.
 * @param blocks any blocks
 * @returns the headings that are not inside a quote, a list or a container, in reading order
 */
export function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.filter((block) => block.type === 'heading');
}
