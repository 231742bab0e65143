import type { Block, Inline, List, MarkdownTree } from '../../model/markdown.ts';
import type { Source } from '../../model/types.gen.ts';
import { typographie } from '../../words/typography.ts';
import { changedBlocks } from '../markdown/walk.ts';
import { sourceOf } from './bodies.ts';
import type { Matter } from './parts.ts';
import type { Pen } from './pen.ts';

/**
 * The notes of a report written out, and its list of sources: the numbers of both are the same. Authors' own notes have
 * their place in the list; sources that nothing calls come last.
 * @param tree the report, its notes numbered
 * @returns the report with a reference in each note, and the list in place of `::: sources`
 */
export function withSources(tree: MarkdownTree, matter: Matter): MarkdownTree {
  const all = matter.dossier.dossier.sources ?? {};
  const called = [...tree.notes.values()].map(sourceOf);
  const notes = new Map<number, readonly Block[]>();
  for (const [id, body] of tree.notes) {
    const source = all[sourceOf(body) ?? ''];
    notes.set(id, source === undefined ? body : [paragraph(reference(source, matter))]);
  }
  const items = [
    ...[...tree.notes.values()].map((body): readonly Block[] => {
      const source = all[sourceOf(body) ?? ''];
      return source === undefined ? withoutCalls(body) : [entry(source, matter)];
    }),
    ...Object.entries(all)
      .filter(([key]) => !called.includes(key))
      .map(([, source]) => [entry(source, matter)]),
  ];
  const list: List = { type: 'list', ordered: true, start: 1, tight: true, items };
  const blocks = changedBlocks(tree.blocks, {
    block: (block) =>
      block.type === 'container' && block.name === 'sources' ? (items.length === 0 ? [] : [list]) : [block],
  });
  return { blocks, notes };
}

function paragraph(children: readonly Inline[]): Block {
  return { type: 'paragraph', children };
}

/** In the list the address stands in full, for paper; the title need not lead there too. */
function entry(source: Source, matter: Matter): Block {
  const { url, ...bare } = source;
  return paragraph([...reference(bare, matter), ...details(source, matter)]);
}

/** « Titre », éditeur, date: the title leads to the page. */
function reference({ titre, editeur, date, url }: Source, { pen }: Matter): readonly Inline[] {
  const title = ofAuthor(typographie(titre, pen.auteur, { milliers: true }), pen);
  const by: readonly Inline[] =
    editeur === undefined ? [] : [ours(', '), ofAuthor(typographie(editeur, pen.auteur), pen)];
  return [
    url === undefined ? title : { type: 'link', url, children: [title] },
    ...by,
    ours(date === undefined ? '.' : `, ${pen.date(date)}.`),
  ];
}

function ours(value: string): Inline {
  return { type: 'text', value };
}

function ofAuthor(value: string, { auteur, langue }: Pen): Inline {
  return { type: 'text', value, ...(auteur !== langue && { lang: auteur }) };
}

/** What the list alone tells: the address in full for paper, when it was read, the author's remark. */
function details({ url, consulte_le: read, note }: Source, { pen }: Matter): readonly Inline[] {
  const seen = read === undefined ? '' : ` ${pen.mot('sources.consulte', { date: pen.date(read) })}.`;
  return [
    ...(url === undefined
      ? []
      : ([
          { type: 'text', value: ' ' },
          { type: 'link', url, children: [{ type: 'text', value: url }] },
        ] as const)),
    ...(seen === '' ? [] : [ours(seen)]),
    ...(note === undefined ? [] : [ours(' '), ofAuthor(typographie(note, pen.auteur, { milliers: true }), pen)]),
  ];
}

/** An author's note said again in the list calls nothing: it would be numbered twice. */
function withoutCalls(blocks: readonly Block[]): readonly Block[] {
  const bare = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((one): readonly Inline[] => {
      if (one.type === 'note') return [];
      return 'children' in one ? [{ ...one, children: bare(one.children) }] : [one];
    });
  return changedBlocks(blocks, { inlines: bare });
}
