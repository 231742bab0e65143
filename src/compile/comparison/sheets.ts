import type { Figure, Table } from '../../model/markdown.ts';
import { nombre } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { type Asked, figureOf, WIDTH } from '../figures/figure.ts';
import { type LegendEntry, legend, patterns } from '../figures/marks.ts';
import { element, line, lineHeight, picture, rect, text, widthOf, wrapped } from '../figures/svg.ts';

/** As high as a sheet may be, so that at the full width of a page it still stands on one. */
const SHEET = 860;
/** However high heads and legend are, some lines stand on each sheet. */
const LEAST = 160;

/** What is drawn at a height that is known only once the sheets are made up. */
export interface Band {
  readonly height: number;
  /** @param prefix of the sheet that it stands on, for its patterns */
  readonly draw: (y: number, prefix: string) => string;
}

/** One line of a matrix. */
export interface Line extends Band {
  /** Of a heading: what is said again at the top of a sheet that begins below it. A heading never stands last on a sheet. */
  readonly again?: Band;
  /** The site that it is about. */
  readonly nom?: string;
}

/** A matrix before it is drawn. */
export interface Matrix {
  readonly title: string;
  readonly description: string;
  readonly caption: string;
  /** The whole of it, whatever the number of sheets. */
  readonly table: Table;
  /** Stands again over each sheet. */
  readonly head: Band;
  readonly lines: readonly Line[];
  /** Under the last line. */
  readonly foot: Band;
  readonly key: (prefix: string) => readonly LegendEntry[];
}

/**
 * A matrix as one picture, or as several where one page would not hold it: heads stand again over each, and each says
 * which it is of how many.
 * @returns the first picture, with the caption and the table of all; then the others
 */
export function sheetsOf(asked: Asked, matrix: Matrix): readonly [Figure, ...(readonly Figure[])] {
  const key = legend(matrix.key(asked.prefix), 0, 0, WIDTH).height + 18;
  const room = Math.max(LEAST, SHEET - matrix.head.height - key);
  const [first = [], ...others] = paged(withFoot(matrix), room);
  const total = others.length + 1;
  return [
    sheet(asked, matrix, { lines: first, rank: 1, total }),
    ...others.map((lines, at) => sheet(asked, matrix, { lines, rank: at + 2, total })),
  ];
}

/** Totals never stand alone on a sheet. */
function withFoot({ lines, foot }: Matrix): readonly Line[] {
  const last = lines.at(-1);
  if (last === undefined) return [foot];
  const draw = (y: number, prefix: string): string => last.draw(y, prefix) + foot.draw(y + last.height, prefix);
  return [...lines.slice(0, -1), { ...last, height: last.height + foot.height, draw }];
}

function paged(lines: readonly Line[], room: number): readonly (readonly Line[])[] {
  const pages: Line[][] = [[]];
  let used = 0;
  let heading: Line | undefined;
  lines.forEach((one, at) => {
    const needed = one.height + (one.again === undefined ? 0 : (lines[at + 1]?.height ?? 0));
    if (used + needed > room && used > 0) {
      const again = one.again === undefined ? heading?.again : undefined;
      pages.push(again === undefined ? [] : [again]);
      used = again?.height ?? 0;
    }
    pages.at(-1)?.push(one);
    used += one.height;
    if (one.again !== undefined) heading = one;
  });
  return pages;
}

interface Sheet {
  readonly lines: readonly Line[];
  readonly rank: number;
  readonly total: number;
}

function sheet(asked: Asked, matrix: Matrix, { lines, rank, total }: Sheet): Figure {
  const { langue } = asked;
  const prefix = rank === 1 ? asked.prefix : `${asked.prefix}-f${rank}`;
  const which =
    langue === 'fr'
      ? `feuille ${nombre(rank, langue)} sur ${nombre(total, langue)}`
      : `sheet ${nombre(rank, langue)} of ${nombre(total, langue)}`;
  const title = total === 1 ? matrix.title : `${matrix.title} (${which})`;
  const description = [...(rank === 1 ? [matrix.description] : []), ...(total === 1 ? [] : [span(lines, langue)])];
  const parts = [matrix.head.draw(0, prefix)];
  let y = matrix.head.height;
  for (const one of lines) {
    parts.push(one.draw(y, prefix));
    y += one.height;
  }
  const key = legend(matrix.key(prefix), 0, y + 16, WIDTH);
  const frame = { prefix, title, description: description.join(' '), width: WIDTH, height: y + 16 + key.height + 2 };
  const caption = langue === 'fr' ? `Suite : ${which}.` : `Continued: ${which}.`;
  const figure = figureOf(asked, {
    svg: picture(frame, patterns(prefix), [...parts, key.svg]),
    title,
    description: frame.description,
    caption: rank === 1 ? matrix.caption + (total === 1 ? '' : splitWords(total, langue)) : caption,
    table: matrix.table,
  });
  if (rank === 1) return figure;
  const { table: _, ...alone } = figure;
  return alone;
}

function splitWords(total: number, langue: Langue): string {
  const count = nombre(total, langue);
  return langue === 'fr'
    ? ` La figure tient en ${count} feuilles ; les totaux sont sous la dernière.`
    : ` The figure takes ${count} sheets; totals are under the last.`;
}

/** From which site to which. */
function span(lines: readonly Line[], langue: Langue): string {
  const names = lines.flatMap(({ nom }) => nom ?? []);
  const [from = '', to = ''] = [names[0], names.at(-1)];
  if (from === to) return from === '' ? '' : `${from}.`;
  return langue === 'fr' ? `De ${from} à ${to}.` : `From ${from} to ${to}.`;
}

/**
 * A heading over the sites of one group, said again on each sheet that it goes on over.
 * @param more what stands on the right of it
 * @param ground for a group of sites: a tint behind
 */
export function heading(
  words: string,
  langue: Langue,
  { size = 12.5, more = '', nom = words, ground = false } = {},
): Line {
  const aside = widthOf(more, 11);
  const band = (said: string): Line => {
    const lines = wrapped(typographie(said, langue), WIDTH - 12 - (aside === 0 ? 0 : aside + 20), size, true);
    const height = lines.length * lineHeight(size) + 14;
    const draw = (y: number): string =>
      [
        ground ? rect(0, y, WIDTH, height, { fill: 'teinte' }) : '',
        text(ground ? 6 : 0, y + lineHeight(size) + 3, lines, { size, bold: true }),
        text(WIDTH, y + lineHeight(size) + 3, more, { size: 11, fill: 'sourd', anchor: 'end' }),
        line(0, y + height, WIDTH, y + height, 'filet'),
      ].join('');
    return { height, draw, nom };
  };
  return { ...band(words), again: band(langue === 'fr' ? `${words} (suite)` : `${words} (continued)`) };
}

/** A head of a column that is written slantwise: its words, and where it stands in units from the left of the columns. */
export interface SlantedHead {
  readonly words: string;
  readonly at: number;
}

export interface SlantedHeads {
  readonly height: number;
  /** How many units of the figure one unit of a column is. */
  readonly unit: number;
  /** From units of columns to the figure's. */
  readonly x: (at: number) => number;
  /** Written so that each begins above its column. */
  readonly draw: (bottom: number) => string;
}

const SLANT = 60;
const SLANTED = 10.5;

/**
 * Heads of many narrow columns, written slantwise in one line each; columns are as wide as the last of them leave room.
 * @param span how many units all columns take
 * @param left where columns begin
 */
export function slanted(heads: readonly SlantedHead[], span: number, left: number): SlantedHeads {
  const angle = (SLANT * Math.PI) / 180;
  const widths = heads.map(({ words }) => widthOf(words, SLANTED));
  const fits = heads.map(({ at }, n) => (WIDTH - left - (widths[n] ?? 0) * Math.cos(angle) - 6) / at);
  const unit = Math.min((WIDTH - left) / span, 40, ...fits);
  const x = (at: number): number => left + at * unit;
  return {
    height: Math.max(0, ...widths) * Math.sin(angle) + 16,
    unit,
    x,
    draw: (bottom) =>
      heads
        .map(({ words, at }) => {
          const place = `translate(${(x(at) + 3).toFixed(2)} ${(bottom - 6).toFixed(2)}) rotate(-${SLANT})`;
          return element('g', { transform: place }, {}, text(0, 0, words, { size: SLANTED, fill: 'sourd' }));
        })
        .join(''),
  };
}

/** Nothing at a crossing, so that the eye keeps to its line and column. */
export function empty(x: number, y: number): string {
  return element('circle', { cx: x, cy: y, r: 1.3 }, { fill: 'sourd' });
}
