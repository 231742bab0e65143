import type { Block, Container, Figure, Heading, Inline, List, Table } from '../../model/markdown.ts';
import { isRightToLeft } from '../../words/direction.ts';
import { VISEES, type Visee } from '../figures/theme.ts';
import { parseInline } from '../markdown/parse.ts';
import { plainText } from '../markdown/walk.ts';
import { columnsOf, cutsWords, isAmple, namesRows, staysTogether } from './columns.ts';
import type { TypstBlock, TypstTable } from './document.ts';
import { altOf, clean, inlinesOf, textOf } from './inline.ts';
import { heldTogether } from './keep.ts';
import { isShort } from './length.ts';
import { drawingOf, pathOf } from './pictures.ts';
import { DEEPEST, type Writing } from './state.ts';

/**
 * Blocks as `page.typ` reads them, in reading order.
 * @param blocks any blocks
 * @param writing what is known; notes, pictures and tables are kept there
 * @param depth how deep they lie in each other
 */
export function blocksOf(blocks: readonly Block[], writing: Writing, depth = 0): readonly TypstBlock[] {
  return withRemarks(blocks).flatMap(([block, ...remarks]) => {
    const made = blockOf(block, writing, depth + 1);
    const marge = remarks.flatMap((remark) => blockOf(remark, writing, depth + 1));
    const [bloc, ...more] = made;
    if (bloc === undefined || marge.length === 0) return [...made, ...marge];
    return more.length === 0 && depth === 0 && isNarrow(block) ? [{ t: 'annote', bloc, marge }] : [...made, ...marge];
  });
}

/** Each block with the remarks for the margin that follow it. */
function withRemarks(blocks: readonly Block[]): readonly (readonly [Block, ...Block[]])[] {
  const groups: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last !== undefined && block.type === 'container' && block.name === 'marge') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Tables and pictures may need the margin themselves. */
function isNarrow(block: Block): boolean {
  if (block.type === 'container') return block.name === 'faits';
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote';
}

function blockOf(block: Block, writing: Writing, depth: number): readonly TypstBlock[] {
  switch (block.type) {
    case 'heading':
      return [headingOf(block, writing)];
    case 'paragraph':
      return paragraphOf(block.children, writing);
    case 'quote':
      return nested(blocksOf(block.children, writing, depth), depth, (b) => ({ t: 'citation', b }));
    case 'list':
      return listOf(block, writing, depth);
    case 'fence':
      return [{ t: 'brut', v: block.value.replace(/\p{Cs}/gu, '\ufffd') }];
    case 'rule':
      return [{ t: 'filet' }];
    case 'table':
      return [tableOf(block, writing)];
    case 'container':
      return containerOf(block, writing, depth);
    case 'figure':
      return [figureOf(block, writing)];
  }
}

/** What lies too deep stands without its box. */
function nested(
  inside: readonly TypstBlock[],
  depth: number,
  box: (inside: readonly TypstBlock[]) => TypstBlock,
): readonly TypstBlock[] {
  return depth > DEEPEST ? inside : [box(inside)];
}

/** One level below the heading before at most: a skipped one loses whoever reads by ear. The first is the cover's. */
function headingOf(heading: Heading, writing: Writing): TypstBlock {
  const niveau = Math.max(2, Math.min(heading.depth, writing.level + 1));
  writing.level = niveau;
  const id = heading.id === undefined || writing.labelled.has(heading.id) ? null : heading.id;
  if (id !== null) writing.labelled.add(id);
  return {
    t: 'titre',
    niveau,
    id,
    court: short(plainText(heading.children), 60),
    entier: textOf(plainText(heading.children)),
    c: inlinesOf(heading.children, writing),
  };
}

/**
 * A text that fits a line of the running head: whole words, an ellipsis where some are left out.
 * @param text any text
 * @param letters how many fit
 */
export function short(text: string, letters: number): string {
  const line = clean(text)
    .replace(/\s+/g, (space) => (space.includes(' ') ? ' ' : space))
    .trim();
  if (line.length <= letters) return line;
  const cut = line.slice(0, letters).replace(/\s+\S*$/, '');
  return `${cut.slice(0, letters - 1).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Three lines of text. */
const BRIEF = 210;

/** Pictures that stand alone are set as pictures, not as letters of a line. */
function paragraphOf(children: readonly Inline[], writing: Writing): readonly TypstBlock[] {
  const said = children.filter((one) => one.type !== 'break' && !(one.type === 'text' && one.value.trim() === ''));
  const alone = said.flatMap((one): TypstBlock[] => {
    const chemin = one.type === 'image' ? pathOf(one.url, writing) : null;
    return one.type === 'image' && chemin !== null ? [{ t: 'photo', chemin, alt: altOf(one.alt, writing) }] : [];
  });
  if (alone.length > 0 && alone.length === said.length) return alone;
  const bref = plainText(children).length < BRIEF;
  const rtl = isRightToLeft(plainText(children));
  return [{ t: 'p', bref, ...(rtl && { rtl }), c: inlinesOf(children, writing) }];
}

function listOf(list: List, writing: Writing, depth: number): readonly TypstBlock[] {
  const items = list.items.map((item) => blocksOf(item, writing, depth));
  if (depth > DEEPEST) return items.flat();
  return [{ t: 'liste', ordre: list.ordered, debut: list.start, serree: list.tight, items }];
}

/**
 * A table; whether its rows are named is kept, for the tags.
 * @param table any table
 * @param id its label, where something points at it
 */
export function tableOf(table: Table, writing: Writing, id: string | null = null): TypstTable {
  writing.rowHeads.push(namesRows(table));
  const ample = isAmple(table);
  const largeurs = columnsOf(table, ample);
  return {
    t: 'tableau',
    id,
    legende: inlinesOf(table.caption ?? [], writing),
    sens: table.align.map((side) => side ?? 'left'),
    largeurs,
    ample,
    ensemble: staysTogether(table, ample, largeurs),
    cesure: cutsWords(table, ample, largeurs),
    tetes: table.head.every((cell) => cell.length === 0) ? null : table.head.map((cell) => inlinesOf(cell, writing)),
    lignes: table.rows.map((row) => row.map((cell) => inlinesOf(cell, writing))),
  };
}

function containerOf(container: Container, writing: Writing, depth: number): readonly TypstBlock[] {
  if (container.name === 'visees') return [badgesOf(container.args, writing)];
  const titre = inlinesOf(parseInline(container.args), writing);
  const pairs = pairsOf(container);
  if (titre.length === 0 && pairs !== null && container.name === 'faits') {
    const items = pairs.map(([name, said, more]) => ({
      nom: inlinesOf(name, writing),
      b: [...paragraphOf(said, writing), ...blocksOf(more, writing, depth)],
    }));
    return [{ t: 'faits', items }];
  }
  if (titre.length === 0 && pairs?.every(([, , more]) => more.length === 0) && container.name === 'chiffres') {
    const items = pairs.map(([name, said]) => ({ valeur: inlinesOf(name, writing), nom: inlinesOf(said, writing) }));
    return [{ t: 'chiffres', items }];
  }
  return nested(blocksOf(container.children, writing, depth), depth, (b) => ({
    t: 'bloc',
    nom: container.name,
    titre,
    ...(container.name === 'fiche' && { court: isShort(b) }),
    b: heldTogether(b),
  }));
}

type Pair = readonly [name: readonly Inline[], said: readonly Inline[], more: readonly Block[]];

/** The items of a container's only list: the words in bold at the start of each, and what follows; null where one has none. */
function pairsOf({ children }: Container): readonly Pair[] | null {
  const [list] = children;
  if (children.length !== 1 || list?.type !== 'list') return null;
  const pairs = list.items.flatMap(([first, ...more]): Pair[] => {
    const [name, ...said] = first?.type === 'paragraph' ? first.children : [];
    return name?.type === 'strong' ? [[name.children, trimmed(said), more]] : [];
  });
  return pairs.length === list.items.length ? pairs : null;
}

function trimmed([first, ...rest]: readonly Inline[]): readonly Inline[] {
  if (first?.type !== 'text') return first === undefined ? [] : [first, ...rest];
  return [{ type: 'text', value: first.value.trimStart() }, ...rest];
}

/** The visées named in a container's arguments, in the order of the programme. */
function badgesOf(args: string, { langue }: Writing): TypstBlock {
  const named = args.split(/[\s,|]+/);
  const visees = (Object.keys(VISEES) as Visee[])
    .filter((visee) => named.includes(visee))
    .map((visee) => ({ lettre: VISEES[visee].lettre, nom: VISEES[visee].libelle[langue] }));
  return { t: 'visees', visees, inconnu: langue === 'fr' ? 'Visées inconnues' : 'Aims unknown' };
}

/** A picture of ours; the table that says the same goes to the end of the report. */
function figureOf(figure: Figure, writing: Writing): TypstBlock {
  writing.figures += 1;
  const name = `figure-${writing.figures}`;
  const donnees = figure.table === undefined ? null : `donnees-${writing.figures}`;
  if (figure.table !== undefined && donnees !== null) {
    const caption = figure.table.caption ?? [{ type: 'text', value: figure.title } as const];
    writing.data.push({ table: { ...figure.table, caption }, id: donnees });
  }
  return {
    t: 'figure',
    chemin: drawingOf(name, figure.svg, writing),
    alt: clean(figure.description || figure.title),
    titre: figure.title,
    legende: inlinesOf(figure.caption, writing),
    allure: proportion(figure.svg),
    flotte: false,
    donnees,
  };
}

/** Width for one unit of height, as our own figures say it. */
function proportion(svg: string): number {
  const [, width = '1', height = '1'] = /<svg\b[^>]*\bviewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg) ?? [];
  const ratio = Number(width) / Number(height);
  return Number.isFinite(ratio) && ratio > 0 ? Math.round(ratio * 10_000) / 10_000 : 1;
}
