import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { strFromU8, unzipSync } from 'fflate';
import { VISEES, type Visee } from '../src/compile/figures/theme.ts';
import type { Frame } from '../src/compile/frame.ts';
import { withIds } from '../src/compile/markdown/finish.ts';
import { parseMarkdown } from '../src/compile/markdown/parse.ts';
import { headingsOf, plainText } from '../src/compile/markdown/walk.ts';
import { openResvg } from '../src/engines/resvg.ts';
import { fontsBytes } from '../src/load/assets.ts';
import type { Block, Figure, Inline, MarkdownTree } from '../src/model/markdown.ts';

/** The rasteriser that the program uses. */
export const raster = await openResvg({
  wasm: readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  fonts: fontsBytes(),
});

/** A drawing as figures draw: a name on a halo. */
export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 360" width="720" height="360" role="img">' +
  '<title>Un plan</title><desc>Deux bourgs &amp; une rivière.</desc><rect width="720" height="360" fill="#a3471f"/>' +
  '<text x="9" y="40" fill="#1c2321" stroke="#fdfcf9" paint-order="stroke" stroke-width="4">Nozay</text></svg>';

export const frame: Frame = {
  langue: 'fr',
  title: 'Habiter la campagne sans la consommer',
  description: 'Rapport : habiter la campagne',
  surtitle: 'Atelier national',
  subtitles: ['CC de Nozay', 'De 2017 à 2018'],
  cover: { svg: SVG, caption: 'Contours : source publique' },
  mentions: ['Composé par machine.', 'Sources publiques.'],
  diffusion: 'Diffusion : publique',
  indexed: true,
};

const figure: Figure = {
  type: 'figure',
  svg: SVG,
  title: 'Le plan',
  description: 'Deux bourgs « et » une rivière.',
  caption: [{ type: 'text', value: 'Légende du plan.' }],
  table: {
    type: 'table',
    caption: [{ type: 'text', value: 'Les bourgs' }],
    align: [null, 'right'],
    head: [[{ type: 'text', value: 'Bourg' }], [{ type: 'text', value: 'Habitants' }]],
    rows: [[[{ type: 'text', value: 'Nozay' }], [{ type: 'text', value: '4 292' }]]],
  },
};

const parsed = parseMarkdown(`## Le bourg

Un **mot** et *un autre*, [un lien](https://exemple.fr/a?b=1&c=2), [là-bas](#la-riviere), [nulle part](#rien).[^a]

::: faits
- **Niveau :** un EPCI
:::

::: visees developpement sobriete
:::

::: fiche
#### La halle

Encore la même source.[^a]
:::

### La rivière

3. trois
4. quatre

   suite du quatre
   - dedans

::: tableau Les communes
| Commune | Code |
|---|--:|
| Nozay | 44113 |
| Vay | 44214 |
:::

::: tableau Carte
| | |
|---|---|
| Phase | Suites |
:::

[^a]: Une note, [sa page](https://exemple.fr/note).
`);
/** A text that holds one of each thing. */
export const tree: MarkdownTree = { ...parsed, blocks: [...withIds(parsed.blocks), figure] };

/** The texts of the XML files of a package, by path. */
export function textsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xml|rels)$/.test(path));
  return new Map(files.map(([path, content]) => [path, strFromU8(content)]));
}

/** Text without its marks, character references read back. */
export function unmarked(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&amp;/g, '&');
}

/** Words, whatever spaces stand between them. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** All that a report says, in reading order: cover, contents, text, colophon; notes are apart. */
export function wordsOf(tree: MarkdownTree, around: Frame): readonly string[] {
  const fr = around.langue === 'fr';
  const cover = [around.surtitle, around.title, ...around.subtitles, around.diffusion, around.cover?.caption ?? ''];
  const contents = headingsOf(tree.blocks)
    .filter(({ id, depth }) => id !== undefined && depth <= 3)
    .map(({ children }) => plainText(children));
  const data = dataOf(tree.blocks).flatMap(({ table, title }) => {
    if (table === undefined) return [];
    return [table.caption === undefined ? title : '', ...said(table, fr)];
  });
  const end = [fr ? 'À propos de ce document' : 'About this document', ...around.mentions];
  const all = [
    ...cover,
    fr ? 'Sommaire' : 'Contents',
    ...contents,
    data.length === 0 ? '' : words(fr).allData,
    ...tree.blocks.flatMap((one) => said(one, fr)),
    ...(data.length === 0 ? [] : [words(fr).allData]),
    ...data,
    ...end,
  ];
  return wordsIn(all.join('\n'));
}

function words(fr: boolean): { data: string; allData: string } {
  return fr
    ? { data: 'Les données de la figure', allData: 'Les données des figures' }
    : { data: 'The data behind this figure', allData: 'The data behind the figures' };
}

/** The figures of a text, in reading order. */
function dataOf(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block): readonly Figure[] => {
    if (block.type === 'figure') return [block];
    if (block.type === 'list') return block.items.flatMap(dataOf);
    return block.type === 'quote' || block.type === 'container' ? dataOf(block.children) : [];
  });
}

function said(block: Block, fr: boolean): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [shown(block.children)];
    case 'quote':
      return block.children.flatMap((one) => said(one, fr));
    case 'list':
      return block.items.flat().flatMap((one) => said(one, fr));
    case 'fence':
      return [block.value];
    case 'rule':
      return [];
    case 'table':
      return [shown(block.caption ?? []), ...[block.head, ...block.rows].flat().map(shown)];
    case 'figure':
      return [block.title, shown(block.caption), ...(block.table === undefined ? [] : [words(fr).data])];
    case 'container': {
      if (block.name !== 'visees') return [block.args, ...block.children.flatMap((one) => said(one, fr))];
      const named = (Object.keys(VISEES) as Visee[]).filter((visee) => block.args.includes(visee));
      if (named.length === 0) return [fr ? 'Visées inconnues' : 'Aims unknown'];
      return named.map((visee) => `${VISEES[visee].lettre} ${VISEES[visee].libelle[fr ? 'fr' : 'en']}`);
    }
  }
}

/** Pictures are seen, not read. */
function shown(inlines: readonly Inline[]): string {
  return plainText(inlines.filter(({ type }) => type !== 'image'));
}

/** The paragraphs of a part: name of the style, and text. */
export function docxParagraphs(xml: string): readonly (readonly [string, string])[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => [
    /<w:pStyle w:val="([^"]*)"/.exec(one)?.[1] ?? '',
    docxWords(one),
  ]);
}

/** What a paragraph says without the numbers of its notes and what fields ask for. */
function docxWords(xml: string): string {
  const read = xml
    .replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '')
    .replace(/<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr>.*?<\/w:r>/gs, '')
    .replace(/<w:(?:tab|br)\/>/g, ' ');
  return unmarked(read);
}

/** The paragraphs and headings of a text without its notes: tag, name of the style, and text. */
export function odtParagraphs(xml: string): readonly (readonly [string, string, string])[] {
  const text = xml
    .replace(/<text:note .*?<\/text:note>/gs, '')
    .replace(/<svg:(?:title|desc)>.*?<\/svg:(?:title|desc)>/gs, '');
  return [...text.matchAll(/<text:([ph])\b([^>]*?)(?:\/>|>(.*?)<\/text:\1>)/gs)].map(
    ([, tag = '', attributes = '', inside = '']) => [
      tag,
      ownStyle(xml, /text:style-name="([^"]*)"/.exec(attributes)?.[1] ?? ''),
      odtWords(inside),
    ],
  );
}

/** An automatic style says which one it stands for. */
function ownStyle(xml: string, name: string): string {
  return new RegExp(`style:name="${name}" [^>]*style:parent-style-name="([^"]*)"`).exec(xml)?.[1] ?? name;
}

/** What a paragraph says without the numbers of its notes and of pages. */
export function odtWords(inside: string): string {
  const read = inside
    .replace(/<text:(?:note-ref|bookmark-ref)\b.*?<\/text:(?:note-ref|bookmark-ref)>/gs, '')
    .replace(/<text:span text:style-name="Footnote_20_anchor">.*?<\/text:span>/gs, '')
    .replace(/<text:(?:tab|line-break|s)\b[^>]*\/>/g, ' ');
  return unmarked(read);
}
