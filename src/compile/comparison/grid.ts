import type { Table } from '../../model/markdown.ts';
import { nombre } from '../../words/numbers.ts';
import { typographie } from '../../words/typography.ts';
import { tableOf, WIDTH } from '../figures/figure.ts';
import { unknown } from '../figures/marks.ts';
import { element, line, lineHeight, rect, text, wrapped } from '../figures/svg.ts';
import { fits } from './composed.ts';
import type { FigureDemandee } from './figure.ts';
import { areFew, grouped } from './said.ts';
import type { Site } from './sites.ts';

/** A line or a column of a grid: its code, null for the unknown, and its name. */
export interface Axe {
  readonly key: string | null;
  readonly label: string;
}

/** One thing that is counted, and its place; null is unknown. */
export interface Compte {
  readonly row: string | null;
  readonly column: string | null;
  readonly site: Site;
}

/** What is counted, across and down. */
export interface Grille {
  readonly rows: readonly Axe[];
  readonly columns: readonly Axe[];
  readonly items: readonly Compte[];
}

const LEFT = 160;
const PAD = 10;
const DOT = 3.6;
const PITCH = 10;
const NAMES = 10;

/** The lines (or columns) that hold something, in the order given, and one for the unknown where something is unknown. */
export function axesOf(
  codes: readonly { readonly key: string; readonly label: string }[],
  found: readonly (string | null)[],
  unknownLabel: string,
): readonly Axe[] {
  const here = new Set(found);
  const named = codes.filter(({ key }) => here.has(key));
  return here.has(null) ? [...named, { key: null, label: unknownLabel }] : named;
}

/**
 * A grid of things: where sites are few, and their names find room, one dot a thing and the names of its sites; else the
 * number and a bar.
 * @returns SVG, and where it ends
 */
export function grid(asked: FigureDemandee, grille: Grille): Tall {
  const named = areFew(asked.comparaison) ? drawn(asked, grille, true) : null;
  return named !== null && fits(named) ? named : drawn(asked, grille, false);
}

function drawn(asked: FigureDemandee, grille: Grille, named: boolean): Tall {
  const { langue, prefix } = asked;
  const { rows, columns } = grille;
  const width = (WIDTH - LEFT) / Math.max(1, columns.length);
  const counts = countsOf(grille);
  const most = [...counts.values()].reduce((max, items) => Math.max(max, items.length), 1);
  const heads = columns.map(({ label }) => wrapped(typographie(label, langue), width - 2 * PAD, 11.5, true));
  const headed = Math.max(1, ...heads.map((lines) => lines.length)) * lineHeight(11.5) + 10;
  const parts = [line(0, headed, WIDTH, headed, 'encre')];
  let y = headed;
  for (const row of rows) {
    const cells = columns.map((column, n) => {
      const here = counts.get(keyOf(row.key, column.key)) ?? [];
      const box = { x: LEFT + n * width + PAD, y, width: width - 2 * PAD };
      if (named) return dotsAndNames(asked, here, box);
      return numberAndBar(asked, here.length, box, most, row.key !== null && column.key !== null);
    });
    const name = wrapped(typographie(row.label, langue), LEFT - 20, 12);
    const height = Math.max(name.length * lineHeight(12) + 16, 34, ...cells.map((cell) => cell.height));
    if (row.key === null) parts.push(unknown(prefix, { x: 0, y: y + 4, width: LEFT - 16, height: 22 }, row.label));
    else parts.push(text(0, y + 20, name, { size: 12 }));
    parts.push(...cells.map(({ svg }) => svg), line(0, y + height, WIDTH, y + height, 'filet'));
    y += height;
  }
  const across = columns.map(({ key, label }, n) => {
    const x = LEFT + n * width;
    const edge = line(x, 0, x, y, 'filet');
    if (key === null) return edge + unknown(prefix, { x: x + PAD, y: 0, width: width - 2 * PAD, height: 20 }, label);
    return edge + text(x + PAD, 14, heads[n] ?? [], { size: 11.5, bold: true });
  });
  return { svg: [...across, ...parts].join(''), bottom: y };
}

/** The same as a table: how many of each. */
export function gridTable(asked: FigureDemandee, { corner, caption, ...grille }: Grille & Corner): Table {
  const counts = countsOf(grille);
  const rows = grille.rows.map(({ key, label }) => [
    label,
    ...grille.columns.map((column) => nombre(counts.get(keyOf(key, column.key))?.length ?? 0, asked.langue)),
  ]);
  return tableOf(caption, [corner, ...grille.columns.map(({ label }) => label)], rows, asked.langue, 1);
}

interface Corner {
  readonly corner: string;
  readonly caption: string;
}

function keyOf(row: string | null, column: string | null): string {
  return JSON.stringify([row, column]);
}

function countsOf({ items }: Grille): ReadonlyMap<string, readonly Compte[]> {
  return grouped(items, ({ row, column }) => keyOf(row, column));
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** SVG, and where it ends. */
export interface Tall {
  readonly svg: string;
  readonly bottom: number;
}

interface Drawn {
  readonly svg: string;
  readonly height: number;
}

function numberAndBar(
  { prefix, langue }: FigureDemandee,
  count: number,
  { x, y, width }: Box,
  most: number,
  known: boolean,
): Drawn {
  if (count === 0) return { svg: '', height: 0 };
  const number = text(x, y + 17, nombre(count, langue), { size: 12.5, bold: true });
  const bar = { x, y: y + 22, width: Math.max(2, (count / most) * width), height: 6 };
  // What has no place among the known is no bar like the others.
  const drawn = known ? rect(bar.x, bar.y, bar.width, bar.height, { fill: 'encre' }) : unknown(prefix, bar, '');
  return { svg: number + drawn, height: 37 };
}

function dotsAndNames(asked: FigureDemandee, items: readonly Compte[], { x, y, width }: Box): Drawn {
  if (items.length === 0) return { svg: '', height: 0 };
  const drawn = dots(items.length, { x, y: y + 8, width });
  const names = wrapped(namesOf(asked, items), width, NAMES);
  const under = y + 8 + drawn.height;
  return {
    svg: drawn.svg + text(x, under + 12, names, { size: NAMES, fill: 'sourd' }),
    height: under - y + names.length * lineHeight(NAMES) + 12,
  };
}

/** « Caen (2), Nozay »: each site once, in the order of all. */
function namesOf({ langue }: FigureDemandee, items: readonly Compte[]): string {
  const named = [...grouped(items, ({ site }) => site)];
  const said = named.map(([{ nom }, own]) => (own.length === 1 ? nom : `${nom} (${nombre(own.length, langue)})`));
  return typographie(said.join(', '), langue);
}

/** As many dots, in lines from the left. */
export function dots(count: number, { x, y, width }: Box): Drawn & { readonly width: number } {
  const across = Math.max(1, Math.floor((width + PITCH - 2 * DOT) / PITCH));
  const each = Array.from({ length: count }, (_, n) =>
    element(
      'circle',
      { cx: x + DOT + (n % across) * PITCH, cy: y + DOT + Math.floor(n / across) * PITCH, r: DOT },
      { fill: 'encre' },
    ),
  );
  const height = count === 0 ? 0 : Math.ceil(count / across) * PITCH;
  return { svg: each.join(''), height, width: Math.min(count, across) * PITCH - PITCH + 2 * DOT };
}
