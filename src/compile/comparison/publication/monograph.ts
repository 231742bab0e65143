import type { Dossier } from '../../../model/dossier.ts';
import type { Block, MarkdownTree } from '../../../model/markdown.ts';
import { plainText, replaceContainers } from '../../markdown/walk.ts';
import { type Composed, compose, type ReportContext } from '../../report/report.ts';
import { publicDossier } from '../public-dossier.ts';
import type { SiteLu } from './matter.ts';
import { pieceOf } from './pieces.ts';

/**
 * What a publication shows of a dossier: all of it in an internal one, in a public one what may be published.
 * @param dossier one that is compared
 */
export function dossierShown(dossier: Dossier, isPublic: boolean): Dossier {
  if (isPublic) return publicDossier(dossier);
  return { ...dossier, dossier: { ...dossier.dossier, diffusion: 'interne' } };
}

/**
 * What is kept of a dossier that was read again.
 * @param dossier as it is shown
 * @param context what its monograph is made from; null where it has none in the page
 * @param pieces the references that themes make to it
 */
export function siteLu(dossier: Dossier, context: ReportContext | null, pieces: readonly string[]): SiteLu {
  return {
    monographie: context && inPage(compose(dossier, { ...context, plan: 'fiche', prefixe: `m-${dossier.id}-` })),
    pieces: new Map(
      pieces.flatMap((reference) => {
        const found = pieceOf(dossier, reference.slice(reference.indexOf('/') + 1));
        return found === undefined ? [] : [[reference, found] as const];
      }),
    ),
  };
}

/**
 * What the two pages of a fiche set side by side stands one below the other, its map as wide as the text; its sources
 * stand in the annexes, whole and with their links.
 */
function inPage({ tree: whole, matter }: Composed): MarkdownTree {
  const tree = { ...whole, blocks: withoutSection(whole.blocks, matter.pen.mot('fiche.sources')) };
  const maps = (block: Block): Block =>
    block.type === 'figure' ? { type: 'container', name: 'cartes', args: '', children: [block] } : block;
  return replaceContainers(tree, ({ name, children }) => {
    if (name === 'identite') return [{ type: 'container', name: 'double', args: '', children }];
    if (name === 'comptes') return children;
    return name === 'duo' || name === 'pleine' ? children.map(maps) : null;
  });
}

/** Blocks without the heading of that title and what stands under it. */
function withoutSection(blocks: readonly Block[], title: string): readonly Block[] {
  let inside = false;
  return blocks.filter((block) => {
    if (block.type === 'heading') inside = plainText(block.children) === title;
    return !inside;
  });
}

/**
 * A monograph as a page of its own, beside the publication.
 * @param dossier as it is shown
 */
export function sitePage(dossier: Dossier, context: ReportContext): Composed {
  const composed = compose(dossier, { ...context, plan: 'fiche' });
  const { tree, matter } = composed;
  const back: Block = {
    type: 'paragraph',
    children: [
      {
        type: 'link',
        url: '../comparaison.html',
        children: [{ type: 'text', value: matter.pen.mot('comparaison.retour') }],
      },
    ],
  };
  return { ...composed, tree: { ...tree, blocks: [...tree.blocks, back] } };
}
