import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines } from '../src/commands/engines.ts';
import { checkPaths, usable } from '../src/commands/prepare.ts';
import { reportContext } from '../src/commands/report-context.ts';
import { parseMarkdown } from '../src/compile/markdown/parse.ts';
import { writeMarkdown } from '../src/compile/md/write.ts';
import { plain } from '../src/compile/report/plain.ts';
import { type Plan, plans } from '../src/compile/report/plan.ts';
import { type Format, reportIn } from '../src/compile/report/report.ts';
import type { Langue } from '../src/words/text.ts';
import { type Piece, type Said, saidInDocx, saidInHtml, saidInOdt } from './five-formats.ts';
import { saidInMarkdown } from './five-formats-md.ts';
import { type SaidInPdf, saidInPdf, wordsOf } from './five-formats-pdf.ts';
import { realReports } from './report/composed.ts';

const FORMATS: readonly Format[] = ['html', 'pdf', 'docx', 'odt', 'md'];
const starting = engines();

/** The model, in both languages, and a real atelier. */
const cases: readonly (readonly [id: string, langue: Langue])[] = [
  ['modele', 'fr'],
  ['modele', 'en'],
  ['nozay', 'fr'],
];

async function filesOf(id: string, langue: Langue, plan: Plan): Promise<ReadonlyMap<Format, Uint8Array>> {
  const [checked] = checkPaths(
    [id === 'modele' ? 'examples/modele' : 'examples/national'],
    resolve(import.meta.dirname, '..'),
  );
  if (checked === undefined) throw new Error('no example');
  const one = usable(checked);
  const dossier = one.workspace.dossiers.find((each) => each.id === id);
  if (dossier === undefined) throw new Error(`no ${id}`);
  const { files } = await reportIn(dossier, reportContext(one, dossier, langue, { plan }), FORMATS, starting);
  return new Map(
    files.map(({ path, bytes }) => [
      FORMATS.find((format) => path.endsWith(format)) ?? 'md',
      typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    ]),
  );
}

const headings = ({ pieces }: Said): readonly string[] =>
  pieces.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []));
const texts = ({ pieces }: Said): readonly string[] => pieces.map(({ text }) => text);
const numbers = (all: readonly string[]): readonly string[] => all.join(' ').match(/\d+/g) ?? [];

/**
 * A page as Markdown has it: the table of a figure, at the same place, does not say again the figure's title; a picture
 * of the author is its words, and no one is to credit.
 */
function inMarkdown(page: Said): Said {
  const title = (at: number): boolean => page.pieces[at]?.kind === 'data' && page.pieces[at - 1]?.kind !== 'data';
  return { ...page, pieces: page.pieces.filter(({ kind }, at) => kind !== 'credit' && !title(at)) };
}

const DATA: Readonly<Record<Langue, string>> = {
  fr: 'Les données des figures',
  en: 'The data behind the figures',
};

/** A page as it is on paper: the tables of the figures in a section of their own, before the colophon. */
function onPaper(page: Said, langue: Langue): Said {
  const data = page.pieces.filter(({ kind }) => kind === 'data');
  const rest = page.pieces.filter(({ kind }) => kind !== 'data');
  const end = rest.findLastIndex(({ kind }) => kind === 'heading');
  const section: Piece[] = data.length === 0 ? [] : [{ kind: 'heading', text: DATA[langue] }, ...data];
  return { ...page, pieces: [...rest.slice(0, end), ...section, ...rest.slice(end)] };
}

describe.each(cases)('the five formats of %s (%s)', (id, langue) => {
  it.each(plans)('say the same of %s, in the same order, with the same numbers', async (plan) => {
    const files = await filesOf(id, langue, plan);
    const bytes = (format: Format): Uint8Array => files.get(format) ?? new Uint8Array();
    const page = saidInHtml(Buffer.from(bytes('html')).toString());
    const [paper, text] = [onPaper(page, langue), inMarkdown(page)];
    expect([headings(page).length > 1, page.pieces.length > 5]).toEqual([true, true]);
    const docx = saidInDocx(bytes('docx'));
    const odt = saidInOdt(bytes('odt'));
    const md = saidInMarkdown(Buffer.from(bytes('md')).toString(), page);
    same('md', md, text);
    same('docx', docx, paper);
    same('odt', odt, paper);
    // Markdown begins with its title, and has no picture on a first page.
    const caption = plan === 'rapport' && page.cover.length > md.cover.length ? page.cover.slice(-1) : [];
    expect([...md.cover, ...caption].sort()).toEqual([...page.cover].sort());
    for (const said of [docx, odt]) expect(said.cover).toEqual(page.cover);
    // The picture of a cover comes first; that of the page stands outside its text.
    for (const said of [docx, odt]) expect(said.alts.slice(caption.length)).toEqual(page.alts);
    expect(md.alts).toEqual(page.alts);
    // Shorter documents have their contents on screen only.
    const contents = plan === 'rapport' ? contentsOf(page, paper, langue) : [];
    for (const said of [docx, odt]) expect(said.contents).toEqual(contents);
    sameInPdf(saidInPdf(bytes('pdf')), paper, contents);
  });
});

function same(format: Format, said: Said, page: Said): void {
  expect({ format, headings: headings(said) }).toEqual({ format, headings: headings(page) });
  expect({ format, texts: texts(said) }).toEqual({ format, texts: texts(page) });
  expect({ format, numbers: numbers(texts(said)) }).toEqual({ format, numbers: numbers(texts(page)) });
  expect({ format, notes: said.notes }).toEqual({ format, notes: page.notes });
}

/** On paper, the section of the figures' tables is in the contents too. */
function contentsOf(page: Said, paper: Said, langue: Langue): readonly string[] {
  return headings(paper).includes(DATA[langue]) ? [...page.contents, DATA[langue]] : page.contents;
}

/**
 * A PDF by its headings, and by all its words in the order of its tags. Its contents have a heading of their own, and the
 * colophon stands under them where there is room.
 */
function sameInPdf(said: SaidInPdf, paper: Said, contents: readonly string[]): void {
  const [title, ...titles] = said.headings;
  const own = contents.length > 0 ? titles.slice(0, 1) : [];
  expect(paper.cover).toContain(title);
  const colophon = headings(paper).at(-1);
  const page = titles[own.length] === colophon ? colophonFirst(paper) : paper;
  expect(titles.slice(own.length)).toEqual(headings(page));
  const words = wordsOf([...page.cover, ...own, ...texts(page)].join(' '));
  expect(numbers(said.words)).toEqual(numbers(words));
  expect(said.words.join('\n')).toBe(words.join('\n'));
  expect(said.notes).toEqual(page.notes);
  expect(said.contents).toEqual(contents);
}

function colophonFirst(paper: Said): Said {
  const start = paper.pieces.findLastIndex(({ kind }) => kind === 'heading');
  return { ...paper, pieces: [...paper.pieces.slice(start), ...paper.pieces.slice(0, start)] };
}

it('keeps the title that an author gives a block, in Markdown too', () => {
  const [report] = realReports();
  if (report === undefined) throw new Error('no example');
  const tree = parseMarkdown('::: encadre À *retenir*\n\nTrois choses.\n\n:::\n');
  expect(writeMarkdown(plain(tree, report.matter))).toBe('**À _retenir_**\n\nTrois choses.\n');
});
