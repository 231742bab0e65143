import { readFileSync } from 'node:fs';
import type { TypstInput } from '../src/compile/engines.ts';
import type { Frame } from '../src/compile/frame.ts';
import { parseMarkdown } from '../src/compile/markdown/parse.ts';
import { writeTypst } from '../src/compile/typst/write.ts';
import { openTypst } from '../src/engines/typst.ts';
import { fontsBytes, template, typstBytes } from '../src/load/assets.ts';
import type { MarkdownTree } from '../src/model/markdown.ts';

let started: Promise<(input: TypstInput) => Uint8Array> | undefined;

/** Typst, started once a file of tests. */
export function typst(): Promise<(input: TypstInput) => Uint8Array> {
  started ??= openTypst({ wasm: typstBytes(), fonts: fontsBytes() });
  return started;
}

/** A PDF as users get it. */
export async function pdfOf(tree: MarkdownTree, frame: Frame = bare): Promise<Uint8Array> {
  return (await typst())(writeTypst(tree, frame, template('page.typ')));
}

/** A text of Markdown as a tree. */
export function treeFrom(text: string): MarkdownTree {
  return parseMarkdown(text);
}

/** What stands around nothing. */
export const bare: Frame = {
  langue: 'fr',
  title: 'Essai',
  description: 'Essai',
  surtitle: '',
  subtitles: [],
  cover: null,
  mentions: [],
  diffusion: '',
  indexed: false,
};

/** The fonts' own words on which letters they have: tables of `cmap` in formats 4 and 12 (OpenType 1.9). */
export function lettersOf(path: string): ReadonlySet<number> {
  const bytes = readFileSync(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const at = tables.find((place) => bytes.toString('latin1', place, place + 4) === 'cmap');
  if (at === undefined) throw new Error(`${path}: no cmap`);
  const cmap = view.getUint32(at + 8);
  const letters = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const place = cmap + view.getUint32(cmap + 8 + index * 8);
    if (view.getUint16(place) === 12) ofGroups(view, place, letters);
    if (view.getUint16(place) === 4) ofSegments(view, place, letters);
  }
  return letters;
}

function ofGroups(view: DataView, place: number, letters: Set<number>): void {
  for (let group = 0; group < view.getUint32(place + 12); group += 1) {
    const from = view.getUint32(place + 16 + group * 12);
    for (let letter = from; letter <= view.getUint32(place + 20 + group * 12); letter += 1) letters.add(letter);
  }
}

function ofSegments(view: DataView, place: number, letters: Set<number>): void {
  const count = view.getUint16(place + 6) / 2;
  for (let segment = 0; segment < count; segment += 1) {
    const end = view.getUint16(place + 14 + segment * 2);
    const start = view.getUint16(place + 16 + (count + segment) * 2);
    const delta = view.getUint16(place + 16 + (2 * count + segment) * 2);
    const rangeAt = place + 16 + (3 * count + segment) * 2;
    const range = view.getUint16(rangeAt);
    for (let letter = start; letter <= end && letter < 0xffff; letter += 1) {
      const glyph = range === 0 ? letter + delta : view.getUint16(rangeAt + range + (letter - start) * 2);
      if ((range === 0 ? glyph & 0xffff : glyph) !== 0) letters.add(letter);
    }
  }
}
