import type { Block, Container, Depth, Figure, Inline, List, MarkdownTree, Table } from '../../model/markdown.ts';
import type { Langue } from '../../words/text.ts';
import type { Frame } from '../frame.ts';
import { words } from '../html/words.ts';
import { parseInline } from '../markdown/parse.ts';
import { headingsOf, plainText } from '../markdown/walk.ts';
import { cardRuns, viseeRuns } from './cards.ts';
import { coverOf } from './cover.ts';
import { type DataBook, dataBook, dataEntry, dataPieces } from './data.ts';
import type { Dress } from './dress.ts';
import { gridOf } from './grid.ts';
import { type NoteBook, noteBook, STAR } from './notes.ts';
import { drawing, type Raster } from './pictures.ts';
import type { ContentsEntry, Flow, Paragraph, Piece } from './pieces.ts';
import { type Run, type RunContext, runsOf, text } from './runs.ts';
import { LIST_STEP, type Paragraphs } from './styles.ts';
import { xmlText } from './text.ts';

/** What is known while a text becomes a flow. */
interface Making extends RunContext {
  readonly langue: Langue;
  readonly dress: Dress;
  readonly data: DataBook;
  /** A number for each list. */
  readonly nextList: () => number;
}

/** Where a block stands: what a bare paragraph looks like there, and how deep in lists. */
interface Place {
  readonly style: Paragraphs;
  readonly level: number;
}

/** Blocks that give their paragraphs a look of their own. */
const LOOKS: Readonly<Record<string, Paragraphs>> = {
  question: 'question',
  idee: 'idee',
  chapeau: 'chapeau',
  legende: 'legende',
  marge: 'marge',
  encadre: 'encadre',
};

const HEADINGS: Readonly<Record<Depth, Paragraphs>> = {
  1: 'titre1',
  2: 'titre1',
  3: 'titre2',
  4: 'titre3',
  5: 'titre4',
  6: 'titre5',
};

/**
 * A report as paragraphs of named styles and tables, which both office formats write.
 * @param tree the text, from headings of the second level down, its pictures inside it
 * @param frame what stands around it
 * @param raster draws figures
 * @param dress the styles, which say how much room there is
 * @returns the flow; throws where a figure cannot be drawn
 */
export function flowOf(tree: MarkdownTree, frame: Frame, raster: Raster, dress: Dress): Flow {
  const book = noteBook(tree.notes);
  let lists = 0;
  const making: Making = {
    raster,
    dress,
    data: dataBook(frame.langue),
    column: dress.column,
    langue: frame.langue,
    call: book.call,
    ids: new Set(idsIn(tree.blocks)),
    nextList: () => {
      lists += 1;
      return lists;
    },
  };
  const told = piecesOf(tree.blocks, { style: 'texte', level: 0 }, making);
  const data = dataPieces(making.data, frame, (table, title) => dataTable(table, title, making));
  const body = [
    ...told,
    ...data,
    paragraph('titreMentions', [text(words(frame.langue).about)]),
    ...frame.mentions.map((mention, at) => ({
      ...paragraph('mentions', [text(mention)]),
      stays: at < frame.mentions.length - 1,
    })),
  ];
  const notes = book.called().map((blocks) => noteOf(blocks, book, { ...making, call: book.callInside }));
  return {
    cover: coverOf(frame, raster, dress.coloured),
    contents: frame.plan === undefined ? [...contentsOf(tree), ...dataEntry(making.data, frame.langue)] : [],
    body,
    notes,
    recalled: book.recalled,
  };
}

function paragraph(style: Paragraphs, runs: readonly Run[]): Paragraph {
  return { kind: 'paragraph', style, runs };
}

function idsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.type === 'heading') return block.id === undefined ? [] : [block.id];
    if (block.type === 'list') return block.items.flatMap(idsIn);
    return block.type === 'quote' || block.type === 'container' ? idsIn(block.children) : [];
  });
}

function contentsOf(tree: MarkdownTree): readonly ContentsEntry[] {
  return headingsOf(tree.blocks).flatMap(({ id, depth, children }): readonly ContentsEntry[] =>
    id === undefined || depth > 3 ? [] : [{ id, level: depth <= 2 ? 1 : 2, title: xmlText(plainText(children)) }],
  );
}

function piecesOf(blocks: readonly Block[], place: Place, making: Making): readonly Piece[] {
  return blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    const opens = before?.type === 'container' && before.name === 'page';
    return opens ? opening(pieceOf(block, place, making)) : pieceOf(block, place, making);
  });
}

/** What follows `::: page` begins one. */
function opening([first, ...rest]: readonly Piece[]): readonly Piece[] {
  if (first === undefined) return [];
  return first.kind === 'paragraph' ? [{ ...first, opens: true }, ...rest] : [first, ...rest];
}

function pieceOf(block: Block, place: Place, making: Making): readonly Piece[] {
  const room = { width: making.column - LIST_STEP * place.level, height: 200 };
  switch (block.type) {
    case 'heading': {
      const runs = runsOf(block.children, making, room);
      return [{ ...paragraph(HEADINGS[block.depth], runs), ...(block.id !== undefined && { id: block.id }) }];
    }
    case 'paragraph':
      return [paragraph(place.style, runsOf(block.children, making, room))];
    case 'quote':
      return piecesOf(block.children, { ...place, style: 'citation' }, making);
    case 'list':
      return listPieces(block, place, making);
    case 'fence':
      return [paragraph('code', codeRuns(block.value))];
    case 'rule':
      return [paragraph('filet', [])];
    case 'table':
      return tablePieces(block, block.caption ?? [], making);
    case 'container':
      return containerPieces(block, place, making);
    case 'figure':
      return figurePieces(block, making);
  }
}

function codeRuns(value: string): readonly Run[] {
  return value
    .replace(/\n$/, '')
    .split(/\r\n|[\r\n]/)
    .flatMap((line, at): readonly Run[] => [...(at === 0 ? [] : [{ kind: 'break' } as const]), text(line)]);
}

/** The first paragraph of an item bears its mark; what follows stands below it, as far in. */
function listPieces(list: List, place: Place, making: Making): readonly Piece[] {
  const { ordered, start } = list;
  const { level } = place;
  const mark = { ordered, level: Math.min(level, 8), start, list: making.nextList() };
  const inside: Place = { style: CONTINUED[level] ?? 'suite3', level: level + 1 };
  return list.items.flatMap((item, rank) => {
    const first = item[0];
    const own = first?.type === 'paragraph' ? first.children : [];
    const runs = runsOf(own, making, { width: making.column - LIST_STEP * inside.level, height: 200 });
    const rest = first?.type === 'paragraph' ? item.slice(1) : item;
    return [
      { ...paragraph(ordered ? 'numero' : 'puce', runs), list: { ...mark, item: rank } },
      ...piecesOf(rest, inside, making),
    ];
  });
}

const CONTINUED: readonly Paragraphs[] = ['suite1', 'suite2', 'suite3'];

function tablePieces(table: Table, caption: readonly Inline[], making: Making): readonly Piece[] {
  const above = caption.length === 0 ? [] : [paragraph('titreFigure', runsOf(caption, making, NO_ROOM))];
  return [...above, gridOf(table, plainText(caption), making), paragraph('apresTableau', [])];
}

const NO_ROOM = { width: 60, height: 40 };

/** As pages do: names that are known have a form, any other is its title and its text. */
function containerPieces(container: Container, place: Place, making: Making): readonly Piece[] {
  const { name, args, children } = container;
  if (name === 'visees') return [paragraph('visees', viseeRuns(args, making.langue))];
  const title = parseInline(args);
  const head = title.length === 0 ? [] : [paragraph('titreBloc', runsOf(title, making, NO_ROOM))];
  const style = Object.hasOwn(LOOKS, name) ? LOOKS[name] : undefined;
  const inside = style === undefined ? place : { ...place, style };
  if (name === 'faits' || name === 'chiffres') return [...head, ...cardPieces(name, children, inside, making)];
  const pieces = piecesOf(children, inside, name === 'cartes' ? withLowFigures(making) : making);
  return [...head, ...(name === 'fiche' ? underRule(pieces) : pieces)];
}

function cardPieces(
  name: 'faits' | 'chiffres',
  children: readonly Block[],
  place: Place,
  making: Making,
): readonly Piece[] {
  return children.flatMap((block) => {
    if (block.type !== 'list') return pieceOf(block, place, making);
    return block.items.flatMap((item) => {
      const [first, ...rest] = item;
      if (first?.type !== 'paragraph') return piecesOf(item, { ...place, style: 'faitsSuite' }, making);
      const runs = cardRuns(first.children, name === 'faits' ? 'fait' : 'chiffre', making);
      return [paragraph(name, runs), ...piecesOf(rest, { ...place, style: 'faitsSuite' }, making)];
    });
  });
}

/** Maps among others: low enough for a site to stand on two pages. */
function withLowFigures(making: Making): Making {
  const { dress } = making;
  return { ...making, dress: { ...dress, figure: { ...dress.figure, height: Math.min(80, dress.figure.height) } } };
}

/** A card begins with a rule, above its heading. */
function underRule(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (first?.kind !== 'paragraph' || first.style !== 'titre3') return pieces;
  return [{ ...first, style: 'fiche' }, ...rest];
}

/** The title above; below, what is to be known for reading it, and where the table is that says the same. */
function figurePieces(figure: Figure, making: Making): readonly Piece[] {
  const said = { title: figure.title, alt: figure.description };
  const picture = drawing(making.dress.coloured(figure.svg), said, making.dress.figure, making.raster);
  const caption = runsOf(figure.caption, making, NO_ROOM);
  const link = making.data.keep(figure);
  const between = caption.length > 0 && link.length > 0 ? [text(' ')] : [];
  const below = [...caption, ...between, ...link];
  return [
    paragraph('titreFigure', [text(figure.title)]),
    paragraph('figure', [{ kind: 'picture', picture }]),
    ...(below.length === 0 ? [] : [paragraph('legende', below)]),
  ];
}

/** Of a figure: a table that says no more takes its figure's title. */
function dataTable(table: Table, title: string, making: Making): readonly Piece[] {
  const caption = table.caption ?? [];
  return tablePieces(table, caption.length === 0 ? [{ type: 'text', value: title }] : caption, making);
}

/** Between a note's number and its text. */
const AFTER_NUMBER = text('\u2002');

/** A note holds paragraphs only: a table is its rows. */
function noteOf(blocks: readonly Block[], book: NoteBook, making: Making): readonly Paragraph[] {
  const own = notePieces(blocks, making);
  const more: Paragraph[] = [];
  for (let asked = book.starred(); asked.length > 0; asked = book.starred()) {
    for (const other of asked) {
      const [first, ...rest] = notePieces(other, making);
      if (first !== undefined) more.push({ ...first, runs: [text(`${STAR} `), ...first.runs] }, ...rest);
    }
  }
  const [first, ...rest] = [...own, ...more];
  return [paragraph('note', [AFTER_NUMBER, ...(first?.runs ?? [])]), ...rest];
}

function notePieces(blocks: readonly Block[], making: Making): readonly Paragraph[] {
  return piecesOf(blocks, { style: 'note', level: 0 }, making).flatMap((piece): readonly Paragraph[] => {
    if (piece.kind === 'paragraph') return [paragraph('note', piece.runs)];
    const rows = piece.head === null ? piece.rows : [piece.head, ...piece.rows];
    return rows.map((row) =>
      paragraph(
        'note',
        row.flatMap(({ runs }, column) => (column === 0 ? runs : [{ kind: 'tab' } as const, ...runs])),
      ),
    );
  });
}
