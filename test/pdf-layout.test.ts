import { beforeAll, describe, expect, it } from 'vitest';
import { bodiesFor } from '../src/compile/report/bodies.ts';
import type { TypstBlock, TypstDocument } from '../src/compile/typst/document.ts';
import { writeTypst } from '../src/compile/typst/write.ts';
import type { Block, MarkdownTree } from '../src/model/markdown.ts';
import { bare, pdfOf, treeFrom } from './pdf-made.ts';
import { allTags, readPdf, type Tag } from './pdf-tags.ts';
import { type RealReport, realReports } from './report/composed.ts';

/** What page.typ reads of a text. */
function documentOf(tree: MarkdownTree): TypstDocument {
  return JSON.parse(new TextDecoder().decode(writeTypst(tree, bare, '').files.get('/rapport.json'))) as TypstDocument;
}

/** `partie(titre p)`, `tenu(titre chapeau) liste`: the blocks, and those inside their boxes. */
function shape(blocks: readonly TypstBlock[]): string {
  return blocks
    .map((block) => {
      if (block.t === 'annote') return shape([block.bloc]);
      if (block.t === 'partie') return `partie(${shape(block.b)})`;
      if (block.t !== 'bloc') return block.t;
      return block.nom.startsWith('tenu') ? `${block.nom}(${shape(block.b)})` : block.nom;
    })
    .join(' ');
}
const shaped = (text: string): string => shape(documentOf(treeFrom(text)).blocs);

const long = 'Un mot après l’autre. '.repeat(20);
const list = '- a\n- b\n';

describe('titles and what belongs under them', () => {
  it.each([
    ['a section with its first words', `## A\n\nb\n\n${list}`, 'partie(titre p) liste'],
    ['a title with its short paragraph', `## A\n\n${list}\n### B\n\nc\n\nd`, 'partie(titre) liste tenu(titre p) p'],
    [
      'a title whose text is long with its facts only',
      `## A\n\n${list}\n### B\n\n::: chapeau\nc\n:::\n\n${long}`,
      'partie(titre) liste tenu-suivi(titre chapeau) p',
    ],
    [
      'nothing after a title with no text',
      `## A\n\n${list}\n### B\n\n::: chapeau\nc\n:::\n\n### D\n\n${list}`,
      'partie(titre) liste tenu(titre chapeau) titre liste',
    ],
    [
      'the name of a list with its list',
      `## A\n\n${list}\n**Objectifs :**\n\n${list}`,
      'partie(titre) liste tenu-suivi(p) liste',
    ],
    [
      'the end of a page outside its boxes',
      '## A\n\nb\n\n::: page\n:::\n\n## C\n\nd',
      'partie(titre p) page partie(titre p)',
    ],
    [
      'no box that calls a note with what follows',
      `## A\n\n${list}\n### B[^1]\n\n::: chapeau\nc\n:::\n\n${list}\n[^1]: n`,
      'partie(titre) liste tenu(titre chapeau) liste',
    ],
  ])('keep %s', (_, text, expected) => expect(shaped(text)).toBe(expected));

  it('let a figure go to the foot of a page where text stands before it', () => {
    const figure: Block = {
      type: 'figure',
      svg: '<svg viewBox="0 0 2 1"/>',
      title: 'f',
      description: 'f',
      caption: [],
    };
    const [title, text] = treeFrom('## A\n\nb').blocks;
    if (title === undefined || text === undefined) throw new Error('no blocks');
    const moves = (blocks: readonly Block[]): readonly boolean[] =>
      documentOf({ blocks, notes: new Map() }).blocs.flatMap((block) => (block.t === 'figure' ? [block.flotte] : []));
    expect(moves([title, figure, text, figure])).toEqual([false, true]);
    const map: Block = { type: 'container', name: 'cartes', args: '', children: [figure] };
    const [inside] = documentOf({ blocks: [title, text, map], notes: new Map() }).blocs.slice(-1);
    expect(inside?.t === 'bloc' && inside.b.map((block) => block.t === 'figure' && block.flotte)).toEqual([true]);
  });
});

describe('the contents', () => {
  const listed = (title: string): readonly boolean[] => {
    const { sommaire_long: long, mentions_devant: room } = documentOf(treeFrom(`## ${title}\n\na\n\n`.repeat(22)));
    return [long, room];
  };

  it('stand in one column where their titles are short', () => expect(listed('Un titre')).toEqual([false, true]));
  it('take two where long ones fill more lines, and leave no room where there are too many', () => {
    expect(listed('Un titre long '.repeat(10))).toEqual([true, true]);
    expect(listed('Un titre long '.repeat(25))).toEqual([true, false]);
  });
});

describe('the words of a table', () => {
  const cut = (word: string): readonly unknown[] =>
    documentOf(treeFrom(`| a | b |\n|---|---|\n| ${word} | ${long} |`)).blocs.flatMap((block) =>
      block.t === 'tableau' ? [block.cesure] : [],
    );
  it('are whole where their column holds them', () => expect(cut('intercommunalité')).toEqual([false]));
  it('leave a span of years its room, in one line', () => {
    const [table] = documentOf(treeFrom(`| a | b |\n|---|---|\n| 2017-2018 | ${long} |`)).blocs;
    const [years = 0] = table?.t === 'tableau' ? table.largeurs : [];
    expect(years).toBeGreaterThan(9 + 3.5);
  });
  it('are cut where it does not', () => expect(cut('x'.repeat(60))).toEqual([true]));
});

describe('the contents', () => {
  const listed = (count: number): readonly boolean[] => {
    const { sommaire_long, mentions_devant } = documentOf(treeFrom('## A\n\nb\n\n'.repeat(count)));
    return [sommaire_long, mentions_devant];
  };
  it('stand in two columns where one is too short, with what is said of the document while there is room', () =>
    expect([5, 40, 90].map(listed)).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]));
});

it('calls the sources of a text in its last words, be they of a list or of a quotation', () => {
  const ended = (text: string): string => {
    const bodies = bodiesFor(new Set(['s1']), 'fr', 'fr');
    return JSON.stringify(bodies.fill(bodies.parse(bodies.place(text, ['s1']))).blocks);
  };
  const call = /\{"type":"note","id":1\}/;
  for (const text of ['un', '- un\n- deux', '> un', '- un\n\n  1. deux'])
    expect(ended(text).split(call), text).toHaveLength(2);
  expect(JSON.parse(ended('- un\n- deux.'))).toMatchObject([
    {
      type: 'list',
      items: [[{ children: [{ value: 'un' }] }], [{ children: [{ value: 'deux' }, { type: 'note' }, { value: '.' }] }]],
    },
  ]);
  expect(JSON.parse(ended('| a |\n|---|\n| b |'))).toMatchObject([
    { type: 'table' },
    { type: 'paragraph', children: [{ type: 'note' }] },
  ]);
});

describe('the reports of the examples', () => {
  let reports: readonly RealReport[] = [];
  beforeAll(() => {
    reports = realReports();
  });
  it('are read in the order of their text, wherever their figures stand', async () => {
    for (const { id, pictures, frame } of reports) {
      const told = figuresOf(inOrder(pictures.blocks));
      const read = figuresOf(allTags(readPdf(await pdfOf(pictures, frame)).tags).map(spoken));
      // What stands before the text has headings of its own.
      const shift = (read.find(([alt]) => alt === told[0]?.[0])?.[1] ?? 0) - (told[0]?.[1] ?? 0);
      expect(told.length, id).toBeGreaterThan(1);
      for (const [alt, headings] of told) expect(read, id).toContainEqual([alt, headings + shift]);
    }
  });
});

/** Each figure with how many headings stand before it. */
function figuresOf(
  all: readonly ('heading' | { readonly alt: string } | null)[],
): readonly (readonly [string, number])[] {
  return all.flatMap((one, index) =>
    one === null || one === 'heading'
      ? []
      : [[one.alt, all.slice(0, index).filter((before) => before === 'heading').length] as const],
  );
}

function spoken({ type, alt }: Tag): 'heading' | { readonly alt: string } | null {
  if (/^H\d$/.test(type)) return 'heading';
  return type === 'Figure' && alt !== null ? { alt } : null;
}

function inOrder(blocks: readonly Block[]): readonly ('heading' | { readonly alt: string } | null)[] {
  return blocks.flatMap((block): readonly ('heading' | { readonly alt: string } | null)[] => {
    if (block.type === 'heading') return ['heading'];
    if (block.type === 'figure') return [{ alt: block.description }];
    return block.type === 'container' || block.type === 'quote' ? inOrder(block.children) : [];
  });
}
