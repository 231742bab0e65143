import type { Block, MarkdownTree } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import type { TypstInput } from '../engines.ts';
import { fontsNamed } from '../fonts.ts';
import type { Frame } from '../frame.ts';
import { withLetters } from './absent.ts';
import { blocksOf, short, tableOf } from './blocks.ts';
import type { TypstBlock, TypstDocument, TypstWords } from './document.ts';
import { clean, textOf } from './inline.ts';
import { heldTogether, openingOf } from './keep.ts';
import { textLines } from './length.ts';
import { drawingOf } from './pictures.ts';
import { DEEPEST, type Writing } from './state.ts';

/** What Typst makes a PDF of, and what it is good to know of it. */
export interface Written extends TypstInput {
  /** The paths of the authors' pictures, by their addresses. */
  readonly authors: ReadonlyMap<string, string>;
  /** What no face can show, with how often it stands there. */
  readonly absent: ReadonlyMap<string, number>;
}

/**
 * A text as what Typst makes a PDF of: the template as it is, and the text beside it, as data. No word of an author is
 * ever read as Typst.
 * @param tree the text, from headings of the second level down; its pictures inside it, as `data:` addresses
 * @param frame what stands around it
 * @param template the text of `page.typ`
 * @returns the document, its data at `/rapport.json`, its pictures; and what is known of it
 */
export function writeTypst(tree: MarkdownTree, frame: Frame, template: string): Written {
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
  const own = frame.theme?.fonts?.map(({ letters }) => letters) ?? [];
  const { json, absent } = withLetters(JSON.stringify(document), own);
  const files = new Map([['/rapport.json', new TextEncoder().encode(json)], ...writing.files]);
  return { main: template, files, rowHeads: writing.rowHeads, authors: writing.pictures, absent };
}

function documentOf(tree: MarkdownTree, frame: Frame, writing: Writing): TypstDocument {
  const { cover } = frame;
  const entier = frame.plan === undefined || frame.plan === 'rapport';
  const blocs = inParts(blocksOf(tree.blocks, writing), entier);
  const listed = listedIn(blocs);
  const lines = listed.reduce((sum, one) => sum + one, 2);
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
    polices: familiesOf(frame),
    mots: WORDS[frame.langue],
    entier,
    serre: frame.plan === 'fiche',
    sommaire: listed.length > 0,
    sommaire_long: lines > CONTENTS,
    mentions_devant: entier && listed.length > 0 && lines <= CONTENTS * 1.9,
    blocs,
    donnees: writing.data.map(({ table, id }) => tableOf(table, writing, id)),
    mentions: frame.mentions.map(textOf),
  };
}

/** As Typst may call them: it reads other names of a font than people do. */
function familiesOf({ theme }: Frame): TypstDocument['polices'] {
  const { polices = {}, fonts = [] } = theme ?? {};
  const named = (family: string | undefined): readonly string[] => [
    ...new Set(fontsNamed(family, fonts).flatMap(({ families }) => families)),
  ];
  return { texte: named(polices.texte), titres: named(polices.titres) };
}

function logoOf({ theme }: Frame, { files }: Writing): TypstDocument['logo'] {
  const logo = theme?.logo ?? null;
  if (logo === null) return null;
  const chemin = `/logo.${logo.type === 'image/png' ? 'png' : 'svg'}`;
  files.set(chemin, logo.bytes);
  return { chemin, alt: clean(logo.alt) };
}

/**
 * Each title of a section with its first words, so that it never ends a page. In a short plan what is never cut stands
 * with its title, and cards open a page.
 */
function inParts(blocks: readonly TypstBlock[], entier: boolean): readonly TypstBlock[] {
  const parts: TypstBlock[][] = [[]];
  for (const block of blocks) {
    const title = block.t === 'annote' ? block.bloc : block;
    if (title.t === 'titre' && title.niveau === 2) parts.push([]);
    parts.at(-1)?.push(block);
  }
  const [before = [], ...sections] = parts;
  return [
    ...heldTogether(before),
    ...sections.flatMap((part): TypstBlock[] => {
      const { blocks: first, suivi } = !entier && isWhole(part[1]) ? { blocks: 2, suivi: false } : openingOf(part);
      const annexe = !entier && part.some((block) => block.t === 'bloc' && block.nom === 'fiche');
      const opening = { t: 'partie', suivi, annexe, b: part.slice(0, first) } as const;
      return [opening, ...heldTogether(part.map(floating).slice(first))];
    }),
  ];
}

/** A figure right under the title of a section stays there. */
function floating(block: TypstBlock, index: number): TypstBlock {
  if (block.t === 'bloc' && block.nom === 'cartes') return { ...block, b: block.b.map((one) => floating(one, index)) };
  return block.t === 'figure' && index > 1 ? { ...block, flotte: true } : block;
}

/** What page.typ never cuts. */
function isWhole(block: TypstBlock | undefined): boolean {
  switch (block?.t) {
    case 'annote':
      return isWhole(block.bloc);
    case 'tableau':
      return block.ensemble;
    case 'faits':
      return block.items.length <= 4;
    default:
      return false;
  }
}

/** What one column of the contents holds, in lines, and `mentions` below it; a section takes two. */
const CONTENTS = 52;

/** Letters in a line of the contents. */
const LISTED = 75;

/** The lines of the contents that each heading takes: the first two levels under the title stand there. */
function listedIn(blocks: readonly TypstBlock[]): readonly number[] {
  return blocks.flatMap((block) => {
    if (block.t === 'annote') return listedIn([block.bloc]);
    if (block.t === 'partie' || block.t === 'bloc') return listedIn(block.b);
    if (block.t !== 'titre' || block.niveau > 3) return [];
    return [Math.max(1, textLines(block.entier, LISTED)) + (block.niveau === 2 ? 1 : 0)];
  });
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
