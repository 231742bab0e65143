import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame } from '../src/compile/frame.ts';
import { plainText } from '../src/compile/markdown/walk.ts';
import { LETTERS } from '../src/compile/typst/letters.ts';
import { writeTypst } from '../src/compile/typst/write.ts';
import { fontsBytes, template } from '../src/load/assets.ts';
import { UserError } from '../src/model/error.ts';
import type { Block, Inline, MarkdownTree } from '../src/model/markdown.ts';
import { bare, lettersOf, pdfOf, treeFrom, typst } from './pdf-made.ts';
import { allTags, type ReadPdf, readPdf, type Tag } from './pdf-tags.ts';
import { type RealReport, realReports } from './report/composed.ts';

const folder = mkdtempSync(join(tmpdir(), 'atelier-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Is a tool of the machine there? Tests that need it say so where it is not. */
const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
const [QPDF, PDFTOTEXT, PDFINFO] = [has('qpdf'), has('pdftotext'), has('pdfinfo')];

function kept(name: string, pdf: Uint8Array): string {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, pdf);
  return path;
}

function textIn(name: string, pdf: Uint8Array): string {
  return execFileSync('pdftotext', [kept(name, pdf), '-'], { encoding: 'utf8', maxBuffer: 1e8 });
}

function headings(tags: readonly Tag[]): readonly number[] {
  return allTags(tags).flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type.slice(1))] : []));
}

/** Each heading is one level below the one before at most, from the first. */
function skipped(levels: readonly number[]): readonly string[] {
  return levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0;
    return level > before + 1 ? [`H${before} → H${level}`] : [];
  });
}

/** What PDF/UA-1 wants of any document of ours. */
function wants({ catalog, info, metadata, tags }: ReadPdf, frame: Frame): void {
  expect(catalog.Lang).toBe(frame.langue);
  expect(catalog.MarkInfo).toMatchObject({ Marked: true });
  expect(catalog.ViewerPreferences).toMatchObject({ DisplayDocTitle: true });
  expect(info.Title).toBe(frame.title);
  expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(metadata).toContain('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"');
  expect(tags.map(({ type }) => type)).toEqual(['Document']);
  expect(headings(tags)[0]).toBe(1);
  expect(skipped(headings(tags))).toEqual([]);
  const all = allTags(tags);
  expect(all.filter(({ type, alt }) => type === 'Figure' && !alt)).toEqual([]);
  for (const list of all.filter(({ type }) => type === 'L'))
    for (const item of list.kids) expect(['LI', 'Caption', 'L']).toContain(item.type);
}

function pictureOf(png: string, alt: string): MarkdownTree {
  const picture: Inline = { type: 'image', url: `data:image/png;base64,${png}`, alt };
  return { blocks: [{ type: 'paragraph', children: [picture] }], notes: new Map() };
}

function wordsOf(tree: MarkdownTree): readonly string[] {
  // A call of a note stands between a word and its full stop.
  const inlines = (all: readonly Inline[]): string =>
    all
      .map((one) => {
        if (one.type === 'note') return ' ';
        if (one.type === 'image') return '';
        return 'children' in one ? inlines(one.children) : plainText([one]);
      })
      .join('');
  const block = (one: Block): readonly string[] => {
    switch (one.type) {
      case 'heading':
      case 'paragraph':
        return [inlines(one.children)];
      case 'quote':
      case 'container':
        return one.children.flatMap(block);
      case 'list':
        return one.items.flat().flatMap(block);
      case 'table':
        return [one.caption ?? [], ...one.head, ...one.rows.flat()].map(inlines);
      case 'figure':
        return [one.title, inlines(one.caption), ...(one.table === undefined ? [] : block(one.table))];
      case 'fence':
        return [one.value];
      case 'rule':
        return [];
    }
  };
  const all = [...tree.blocks, ...[...tree.notes.values()].flat()].flatMap(block);
  return [...new Set(all.flatMap((text) => text.split(/[\s\u00a0\u202f]+/)).filter((word) => word !== ''))];
}

/** Words that a text lacks, lines and their hyphens undone. */
function missing(words: readonly string[], text: string): readonly string[] {
  const plain = text.normalize('NFC').replace(/[\s\u00a0\u202f\u200b\u00ad]+/g, '');
  const unbroken = text
    .normalize('NFC')
    .replace(/[-‐]\s*\n\s*/g, '')
    .replace(/[\s\u00a0\u202f\u200b\u00ad]+/g, '');
  return words.filter((word) => {
    const bare = word.normalize('NFC').replace(/[\u200b\u00ad]/g, '');
    return !plain.includes(bare) && !unbroken.includes(bare) && !unbroken.includes(bare.replace(/-/g, ''));
  });
}

describe('the reports of the examples', () => {
  let reports: readonly RealReport[] = [];
  const made = new Map<string, Uint8Array>();
  beforeAll(async () => {
    reports = realReports();
    for (const { id, pictures, frame } of reports) made.set(id, await pdfOf(pictures, frame));
  });
  const each = (): readonly (readonly [RealReport, Uint8Array])[] =>
    reports.map((report) => [report, made.get(report.id) ?? new Uint8Array()]);

  it('are five', () => expect(reports.map(({ id }) => id)).toHaveLength(5));
  it('have what PDF/UA wants', () => {
    for (const [{ frame }, pdf] of each()) wants(readPdf(pdf), frame);
  });
  it('have contents, notes, links, lists, figures, tables with heads of columns and of rows', () => {
    for (const [{ id }, pdf] of each()) {
      const all = allTags(readPdf(pdf).tags);
      const types = new Set(all.map(({ type }) => type));
      for (const type of ['TOC', 'TOCI', 'Note', 'Link', 'L', 'LI', 'LBody', 'Figure', 'Table', 'TR', 'TH', 'TD', 'P'])
        expect(types, id).toContain(type);
      const scopes = new Set(all.filter(({ type }) => type === 'TH').map(({ scope }) => scope));
      expect([...scopes].sort()).toEqual(['Column', 'Row']);
      for (const table of all.filter(({ type }) => type === 'Table'))
        expect(allTags([table]).some(({ type }) => type === 'TH')).toBe(true);
    }
  });
  it.skipIf(!PDFTOTEXT)('hold every word of the text (needs pdftotext)', () => {
    for (const [{ id, pictures }, pdf] of each()) expect(missing(wordsOf(pictures), textIn(id, pdf)), id).toEqual([]);
  });
  it.skipIf(!QPDF)('are sound (needs qpdf)', () => {
    for (const [{ id }, pdf] of each()) {
      const { status, stderr } = spawnSync('qpdf', ['--check', kept(id, pdf)], { encoding: 'utf8' });
      expect([id, status, stderr]).toEqual([id, 0, '']);
    }
  });
  it.skipIf(!PDFINFO)('are tagged, on A4, for other eyes too (needs pdfinfo)', () => {
    for (const [{ id, frame }, pdf] of each()) {
      const { stdout, stderr } = spawnSync('pdfinfo', [kept(id, pdf)], { encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(stdout).toMatch(/Tagged: +yes/);
      expect(stdout).toContain('A4');
      expect(stdout).toContain(frame.title);
    }
  });
  it('are the same bytes again, in another process and another time zone', async () => {
    const [[first, pdf] = []] = each();
    if (first === undefined || pdf === undefined) throw new Error('no report');
    expect(Buffer.from(await pdfOf(first.pictures, first.frame)).equals(pdf)).toBe(true);
    const path = join(folder, 'elsewhere.pdf');
    execFileSync(process.execPath, ['--import', 'tsx', 'test/pdf-elsewhere.ts', first.id, path], {
      env: { ...process.env, TZ: 'Pacific/Noumea', LANG: 'C' },
    });
    expect(readFileSync(path).equals(pdf)).toBe(true);
  });
});

describe('any text', () => {
  const cases: Readonly<Record<string, string>> = {
    'nothing at all': '',
    'markup of Typst':
      '## #import "x": *\n\n#let x = 1; $ alpha $ #panic() <label> @ref ~ -- // rest\n\n- #{panic()}\n\n| #a | $b$ |\n|---|---|\n| @c | \\\\u{41} |\n',
    'words of 500 letters': `## T\n\n${'mot'.repeat(167)}\n\n| a | b | c | d | e |\n|-|-|-|-|-|\n| ${'long'.repeat(125)} | b | c | d | e |\n`,
    'right to left': '## Titre\n\nAvant שלום עולם après.\n',
    emoji: '## Titre 😀\n\nUn 👍🏽 et 👨‍👩‍👧, 日本.\n',
    'levels that skip': '## A\n\n##### B\n\n### C\n\n###### D\n\n# E\n\n#### F\n',
    'boxes in boxes': `## A\n\n${'> '.repeat(60)}profond\n\n${Array.from({ length: 40 }, (_, level) => `${'  '.repeat(level)}- n${level}`).join('\n')}\n`,
    'notes that call each other':
      '## A[^1]\n\nx[^1] y[^2]\n\n| a[^2] | b |\n|-|-|\n| c[^1] | d[^3] |\n\n[^1]: Un [^2].\n\n    Deux.\n\n[^2]: Deux [^1]\n\n[^3]: - a\n    - b\n',
    'links that lead nowhere': `## A\n\n[ici](#nulle-part) [là](https://example.org/${'x'.repeat(3000)})\n`,
    '1 000 rows': `## A\n\n| a | b |\n|-|-|\n${Array.from({ length: 1000 }, (_, row) => `| ligne${row} | ${row} |`).join('\n')}\n`,
  };
  for (const [name, text] of Object.entries(cases)) {
    it(`makes a sound document of ${name}`, async () => {
      const tree = treeFrom(text);
      const pdf = await pdfOf(tree);
      wants(readPdf(pdf), bare);
      if (QPDF) expect(spawnSync('qpdf', ['--check', kept('any', pdf)], { encoding: 'utf8' }).stderr).toBe('');
      if (PDFTOTEXT && !['emoji', 'right to left'].includes(name))
        expect(missing(wordsOf(tree), textIn('any', pdf))).toEqual([]);
    });
  }

  it('says what no face can show in the alternative text of a box', async () => {
    const { tags } = readPdf(await pdfOf(treeFrom('Un 👍🏽, 日本 et שלום.')));
    expect(allTags(tags).flatMap(({ alt }) => (alt === null ? [] : [alt]))).toEqual(['👍🏽', '日本', 'שלום']);
  });
  it('says that a picture has no words, where its author gave none', async () => {
    const png = readFileSync('test/fixtures/pdf/point.png').toString('base64');
    const { tags } = readPdf(await pdfOf(pictureOf(png, '')));
    expect(allTags(tags).find(({ type }) => type === 'Figure')?.alt).toBe('Image sans texte alternatif');
  });
  it('sets the words of a picture in the place of one that is cut short', async () => {
    const pdf = await pdfOf(pictureOf('iVBORw0KGgo=', 'leplan'));
    expect(allTags(readPdf(pdf).tags).some(({ type }) => type === 'Figure')).toBe(false);
    if (PDFTOTEXT) expect(textIn('cut', pdf)).toContain('leplan');
  });
  it('shows the territory on the cover, with its words', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><desc id="d">Un &amp; deux</desc><path d="M0 0h4v4z"/></svg>';
    const frame: Frame = { ...bare, cover: { svg, caption: 'Source' }, surtitle: 'Local', subtitles: ['Lieu'] };
    const { tags } = readPdf(await pdfOf(treeFrom('## A'), frame));
    expect(allTags(tags).find(({ type }) => type === 'Figure')?.alt).toBe('Un & deux');
  });
  it('opens a shorter plan without a page of cover', async () => {
    const whole = readPdf(await pdfOf(treeFrom('## A\n\nb'))).pages;
    const short = readPdf(await pdfOf(treeFrom('## A\n\nb'), { ...bare, plan: 'fiche' })).pages;
    expect([whole, short]).toEqual([3, 1]);
  });
});

it('says the file and line of a template that Typst cannot read', async () => {
  const wrong = `${template('page.typ').split('\n').slice(0, 3).join('\n')}\n#let x = 1 + "a"\n`;
  const run = await typst();
  expect(() => run(writeTypst(treeFrom('a'), bare, wrong))).toThrow('page.typ:4:10');
  const told = (text: string): unknown => {
    try {
      return run({ ...writeTypst(treeFrom('a'), bare, text), shown: 'modeles/page.typ' });
    } catch (error) {
      return error instanceof UserError ? error.text : error;
    }
  };
  expect(told('#foo(')).toEqual({
    fr: expect.stringMatching(/ modeles\/page\.typ:1:5 : une parenthèse, un crochet ou une accolade n’est pas fermée$/),
    en: expect.stringMatching(/ modeles\/page\.typ:1:5: unclosed delimiter$/),
  });
  expect(told('#let x = 1 + "a"')).toMatchObject({
    fr: expect.stringMatching(/:1:10 : Typst ne comprend pas ce qui est écrit là$/),
  });
  expect(
    Buffer.from(await pdfOf(treeFrom('a')))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

it('keeps no word of an author in the document that Typst reads as code', () => {
  const { main } = writeTypst(treeFrom('#panic("mot-à-moi")'), bare, template('page.typ'));
  expect(main).toBe(template('page.typ'));
});

it('knows the letters that its faces have', () => {
  const family = (name: string): ReadonlySet<number> => lettersOf(`node_modules/@expo-google-fonts/${name}.ttf`);
  const all = [
    family('inter/400Regular/Inter_400Regular'),
    family('source-serif-4/400Regular/SourceSerif4_400Regular'),
  ];
  const said = LETTERS.trim()
    .split(/\s+/)
    .flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map((point) => Number.parseInt(point, 16));
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
  const own = [...new Set(all.flatMap((one) => [...one]))].filter((letter) => letter < 0xe000 || letter > 0xf8ff);
  expect(said).toEqual(own.filter((letter) => letter >= 0x20).sort((a, b) => a - b));
});

it('is set with nine faces, each TrueType', () => {
  expect(fontsBytes().map((font) => [...font.subarray(0, 4)].join())).toEqual(Array(9).fill('0,1,0,0'));
});
