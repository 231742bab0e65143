import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../src/compile/docx/write.ts';
import { parseMarkdown } from '../src/compile/markdown/parse.ts';
import { writeOdt } from '../src/compile/odt/write.ts';
import type { Block, Inline, MarkdownTree } from '../src/model/markdown.ts';
import { xmlFaults } from './formats-readers.ts';
import { frame, raster, textsOf, unmarked } from './office-sample.ts';

const bare = { ...frame, cover: null };
const words = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...children: readonly Inline[]): Block => ({ type: 'paragraph', children });
const treeOf = (blocks: readonly Block[], notes: MarkdownTree['notes'] = new Map()): MarkdownTree => ({
  blocks,
  notes,
});

/** The texts of both formats: the document's own, and all XML for the parser. */
async function both(tree: MarkdownTree, around = bare): Promise<{ texts: readonly string[]; all: readonly string[] }> {
  const docx = textsOf(await writeDocx(tree, around, raster));
  const odt = textsOf(writeOdt(tree, around, raster));
  return {
    texts: [docx.get('word/document.xml') ?? '', odt.get('content.xml') ?? ''],
    all: [...docx.values(), ...odt.values()],
  };
}

/** XML 1.0 has no way to write it. */
function isForbidden(sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  return (
    (point < 32 && !'\t\n\r'.includes(sign)) ||
    point === 0xfffe ||
    point === 0xffff ||
    (point >= 0xd800 && point <= 0xdfff)
  );
}

const HOSTILE: Readonly<Record<string, string>> = {
  'des signes de commande': 'a\u0000b\u0007c\u001bd\u000be\uffff',
  'une fin de CDATA': 'a ]]> b <![CDATA[ c',
  'des balises': '</w:t></w:r><w:evil/> </text:p><!-- & &amp; &#0; -->',
  'une moitié de signe': 'a\ud800b\udc00c',
  'un mot de 500 lettres': 'a'.repeat(500),
  'de l’arabe et de l’hébreu': 'قرية שלום \u202eabc\u202c',
  'des émoticônes': '👩‍👩‍👧‍👦 🏞️ 🇫🇷',
  'des espaces': '  deux   trois\u00a0\u202f\u2003 ',
  'des tabulations et des fins de ligne': 'a\tb\r\nc\nd\u2028e',
};

describe('une entrée hostile', () => {
  it.each(Object.entries(HOSTILE))('%s : partout où un texte entre', async (_, text) => {
    const inline: readonly Inline[] = [
      words(text),
      { type: 'code', value: text },
      { type: 'link', url: 'https://exemple.fr/', title: text, children: [words(text)] },
      { type: 'image', url: 'medias/absente.png', alt: text },
      { type: 'note', id: 1 },
    ];
    const blocks: readonly Block[] = [
      { type: 'heading', depth: 2, id: text, children: inline },
      paragraph(...inline),
      { type: 'fence', lang: text, value: text },
      {
        type: 'container',
        name: 'faits',
        args: '',
        children: [
          {
            type: 'list',
            ordered: false,
            start: 1,
            tight: true,
            items: [[paragraph({ type: 'strong', children: [words(text)] }, words(text))]],
          },
        ],
      },
      { type: 'container', name: 'autre', args: text, children: [paragraph(...inline)] },
      { type: 'container', name: 'visees', args: text, children: [] },
      {
        type: 'table',
        caption: inline,
        align: [null, 'center'],
        head: [inline, []],
        rows: [[inline], [inline, inline]],
      },
    ];
    const around = {
      ...bare,
      title: text,
      surtitle: text,
      subtitles: [text],
      description: text,
      mentions: [text],
      diffusion: text,
    };
    const { all, texts } = await both(treeOf(blocks, new Map([[1, [paragraph(words(text))]]])), around);
    expect(await xmlFaults(all)).toEqual([]);
    for (const xml of texts) expect([...xml].filter(isForbidden)).toEqual([]);
  });

  it('n’importe quel texte se relit, en DOCX et en ODT', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const { texts } = await both(treeOf([paragraph(words(text))]));
        const faults = await xmlFaults(texts);
        const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
        return (
          faults.length === 0 &&
          texts.every((xml) =>
            unmarked(xml)
              .replace(/[^\p{L}\p{N}]/gu, '')
              .includes(letters),
          )
        );
      }),
      { numRuns: 12 },
    );
  });

  it('une note dans une note, et deux notes qui s’appellent, sont dites une fois', async () => {
    const note = (...children: readonly Inline[]): readonly Block[] => [paragraph(...children)];
    const notes = new Map([
      [1, note(words('première'), { type: 'note', id: 2 })],
      [2, note(words('seconde'), { type: 'note', id: 3 })],
      [3, note(words('troisième'), { type: 'note', id: 2 }, { type: 'note', id: 9 })],
    ]);
    const called = treeOf([paragraph(words('un'), { type: 'note', id: 1 })], notes);
    const docx = textsOf(await writeDocx(called, bare, raster));
    const odt = textsOf(writeOdt(called, bare, raster));
    expect(await xmlFaults([...docx.values(), ...odt.values()])).toEqual([]);
    for (const said of [docx.get('word/footnotes.xml') ?? '', odt.get('content.xml') ?? '']) {
      for (const word of ['première', 'seconde', 'troisième'])
        expect([word, said.split(word).length]).toEqual([word, 2]);
    }
    expect(odt.get('content.xml')?.match(/<text:note /g)?.length).toBe(1);
  });

  it('un tableau dans une liste, une citation, une note ; des listes trop profondes', async () => {
    const deep = Array.from({ length: 14 }, (_, level) => `${'  '.repeat(level)}- niveau ${level}`).join('\n');
    const tree = parseMarkdown(
      `${deep}\n\n1. un\n\n   | a | b |\n   |---|---|\n   | c | d |\n2. deux\n\n> - cité\n>\n> # titre[^1]\n\n[^1]: | x | y |\n    |---|---|\n    | z | t |\n`,
    );
    const { all, texts } = await both(tree);
    expect(await xmlFaults(all)).toEqual([]);
    expect(texts[1]?.match(/<text:list /g)?.length).toBe(texts[1]?.match(/<\/text:list>/g)?.length);
    expect(texts[1]?.includes('text:start-value="2"')).toBe(true);
  });

  it('une image qui n’en est pas une laisse ses mots', async () => {
    const urls = [
      'data:image/png;base64,AAAA',
      'data:image/jpeg;base64,/9j/',
      `data:image/svg+xml;base64,${btoa('<svg width="9" height="9"><')}`,
      'https://exemple.fr/a.png',
    ];
    const tree = treeOf(urls.map((url, rank) => paragraph({ type: 'image', url, alt: `image ${rank} décrite` })));
    const { all, texts } = await both(tree);
    expect(await xmlFaults(all)).toEqual([]);
    for (const xml of texts)
      for (const [rank] of urls.entries()) expect(unmarked(xml)).toContain(`image ${rank} décrite`);
  });

  it('un tableau de 10 000 lignes s’écrit en quelques secondes', async () => {
    const row = (rank: number): readonly (readonly Inline[])[] => [
      [words(`Commune ${rank}`)],
      [words('44113')],
      [words('4 292')],
    ];
    const rows = Array.from({ length: 10_000 }, (_, rank) => row(rank));
    const tree = treeOf([{ type: 'table', align: [null, null, 'right'], head: row(-1), rows }]);
    const start = performance.now();
    const { texts } = await both(tree);
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(texts[0]?.match(/<w:tr>/g)?.length).toBe(10_001);
    expect(texts[1]?.match(/<table:table-row /g)?.length).toBe(10_001);
  });
});
