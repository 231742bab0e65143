import type { Block, Container, Inline, MarkdownTree } from '../../model/markdown.ts';
import { ORDRE } from '../figures/marks.ts';
import { VISEES } from '../figures/theme.ts';
import { parseInline } from '../markdown/parse.ts';
import { changed } from '../markdown/walk.ts';
import { inWords } from './media.ts';
import type { Matter } from './parts.ts';

/**
 * A report's tree as any Markdown reader shows it well: no container, captions above their tables, pictures as words.
 * @param tree the report
 * @param matter for the few words that take the place of a layout
 */
export function plain(tree: MarkdownTree, matter: Matter): MarkdownTree {
  const pictures = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.map((one): Inline => {
      if (one.type === 'image') return inWords(matter, one);
      return 'children' in one ? { ...one, children: pictures(one.children) } : one;
    });
  return changed(tree, {
    inlines: pictures,
    block: (block): readonly Block[] => {
      if (block.type === 'container') return bare(block, matter);
      if (block.type !== 'table' || block.caption === undefined) return [block];
      const { caption, ...table } = block;
      return [{ type: 'paragraph', children: [{ type: 'strong', children: caption }] }, table];
    },
  });
}

function leaning(block: Block): Block {
  if (block.type !== 'paragraph') return block;
  return { type: 'paragraph', children: [{ type: 'emphasis', children: block.children }] };
}

function bare({ name, args, children }: Container, { pen }: Matter): readonly Block[] {
  if (name === 'marge') return [{ type: 'quote', children }];
  if (name === 'chapeau' || name === 'legende') return children.map(leaning);
  if (name !== 'visees') {
    const title = parseInline(args);
    return title.length === 0
      ? children
      : [{ type: 'paragraph', children: [{ type: 'strong', children: title }] }, ...children];
  }
  const named = args.split(' ');
  const said = ORDRE.filter((visee) => named.includes(visee)).map(
    (visee) => `${VISEES[visee].lettre} (${VISEES[visee].libelle[pen.langue]})`,
  );
  const value =
    pen.cle('principe/visees') +
    pen.mot('deux-points') +
    (said.length === 0 ? pen.mot('inconnu.mot') : ` ${said.join(', ')}`);
  return [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}
