import type { Block, MarkdownTree } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import type { TypstInput } from '../engines.ts';
import type { Frame } from '../frame.ts';
import { blocksOf, short, tableOf } from './blocks.ts';
import type { TypstBlock, TypstDocument, TypstWords } from './document.ts';
import { clean, textOf } from './inline.ts';
import { isLong } from './length.ts';
import { drawingOf } from './pictures.ts';
import { DEEPEST, type Writing } from './state.ts';

/**
 * A text as what Typst makes a PDF of: the template as it is, and the text beside it, as data. No word of an author is
 * ever read as Typst.
 * @param tree the text, from headings of the second level down; its pictures inside it, as `data:` addresses
 * @param frame what stands around it
 * @param template the text of `page.typ`
 * @returns the document, its data at `/rapport.json`, its pictures
 */
export function writeTypst(tree: MarkdownTree, frame: Frame, template: string): TypstInput {
  const writing: Writing = {
    langue: frame.langue,
    noteBody: (n) => blocksOf(tree.notes.get(n) ?? [], writing, DEEPEST - 3),
    called: new Set(),
    ids: idsIn(tree.blocks),
    labelled: new Set(),
    files: new Map(),
    pictures: new Map(),
    rowHeads: [],
    level: 1,
    data: [],
    figures: 0,
  };
  const document = documentOf(tree, frame, writing);
  const files = new Map([['/rapport.json', new TextEncoder().encode(JSON.stringify(document))], ...writing.files]);
  return { main: template, files, rowHeads: writing.rowHeads };
}

function documentOf(tree: MarkdownTree, frame: Frame, writing: Writing): TypstDocument {
  const { cover } = frame;
  const blocs = inParts(blocksOf(tree.blocks, writing));
  return {
    langue: frame.langue,
    titre: clean(frame.title),
    grand_titre: textOf(frame.title),
    court: short(frame.title, 64),
    surtitre: textOf(frame.surtitle),
    sous_titres: frame.subtitles.map(textOf),
    diffusion: frame.diffusion,
    couverture: cover && {
      chemin: drawingOf('couverture', cover.svg, writing),
      alt: clean(described(cover.svg)),
      legende: cover.caption,
    },
    logo: logoOf(frame, writing),
    couleurs: frame.theme?.couleurs ?? {},
    mots: WORDS[frame.langue],
    entier: frame.plan === undefined || frame.plan === 'rapport',
    serre: frame.plan === 'fiche',
    sommaire: blocs.some(isListed),
    blocs,
    donnees: writing.data.map(({ table, id }) => tableOf(table, writing, id)),
    mentions: frame.mentions.map(textOf),
  };
}

function logoOf({ theme }: Frame, { files }: Writing): TypstDocument['logo'] {
  const logo = theme?.logo ?? null;
  if (logo === null) return null;
  const chemin = `/logo.${logo.type === 'image/png' ? 'png' : 'svg'}`;
  files.set(chemin, logo.bytes);
  return { chemin, alt: clean(logo.alt) };
}

/** Each title of a section with whether its section is long: a page can only be begun where no box is open. */
function inParts(blocks: readonly TypstBlock[]): readonly TypstBlock[] {
  const parts: TypstBlock[][] = [[]];
  for (const block of blocks) {
    const title = block.t === 'annote' ? block.bloc : block;
    if (title.t === 'titre' && title.niveau === 2) parts.push([]);
    parts.at(-1)?.push(block);
  }
  const [before = [], ...sections] = parts;
  return [
    ...before,
    ...sections.flatMap((part): TypstBlock[] => [
      { t: 'partie', longue: isLong(part), b: part.slice(0, 1) },
      ...part.slice(1),
    ]),
  ];
}

/** Headings of the first two levels under the title make the contents. */
function isListed(block: TypstBlock): boolean {
  if (block.t === 'partie') return true;
  if (block.t === 'annote') return isListed(block.bloc);
  return block.t === 'titre' && block.niveau <= 3;
}

function idsIn(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block): readonly string[] => {
      if (block.type === 'heading') return block.id === undefined ? [] : [block.id];
      if (block.type === 'container' || block.type === 'quote') return [...idsIn(block.children)];
      return block.type === 'list' ? block.items.flatMap((item) => [...idsIn(item)]) : [];
    }),
  );
}

/** What a drawing of ours says to those who do not see it. */
function described(svg: string): string {
  const [, said = ''] = /<desc\b[^>]*>([^<]*)<\/desc>/.exec(svg) ?? [];
  return said.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** As `escapeHtml` writes them. */
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

const WORDS: Readonly<Record<Langue, TypstWords>> = {
  fr: {
    sommaire: 'Sommaire',
    a_propos: 'À propos de ce document',
    donnees: 'Les données des figures',
    voir_donnees: 'Données de la figure : page ',
  },
  en: {
    sommaire: 'Contents',
    a_propos: 'About this document',
    donnees: 'The data behind the figures',
    voir_donnees: 'Data of this figure: page ',
  },
};
