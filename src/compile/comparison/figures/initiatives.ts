import type { Table } from '../../../model/markdown.ts';
import { compte, connus } from '../../../words/numbers.ts';
import { typographie } from '../../../words/typography.ts';
import { tableOf, WIDTH } from '../../figures/figure.ts';
import { type LegendEntry, unknown, unknownLegend } from '../../figures/marks.ts';
import { element, line, lineHeight, text, wrapped } from '../../figures/svg.ts';
import { composed, fits } from '../composed.ts';
import type { Dessiner, FigureDemandee } from '../figure.ts';
import { axesOf, dots, type Grille, grid, gridTable, type Tall } from '../grid.ts';
import { areFew, codeOf, codesIn, labelIn, rowsIn } from '../said.ts';
import { type Site, textOf } from '../sites.ts';

const TABLE = 'initiatives';

interface Placee {
  readonly site: Site;
  readonly titre: string;
  readonly horizon: string | null;
  readonly priorite: string | null;
}

/**
 * Initiatives by horizon and priority, one mark each: a small grid a site while sites are few, else one grid that counts
 * them all. What has no horizon or no priority stands in a column and a line of its own.
 */
export const initiatives: Dessiner = (asked) => {
  const { comparaison, langue } = asked;
  const all = rowsIn(comparaison, TABLE).map(
    ({ site, row }): Placee => ({
      site,
      titre: textOf(row.titre) ?? textOf(row.id) ?? '?',
      horizon: codeOf(row.horizon),
      priorite: codeOf(row.priorite),
    }),
  );
  if (all.length === 0) return null;
  const fr = langue === 'fr';
  const title = fr ? 'Les initiatives, par horizon et par priorité' : 'Initiatives, by horizon and priority';
  const grille = grilleOf(asked, all);
  const small = areFew(comparaison) ? multiples(asked, all, grille) : null;
  const drawn = small !== null && fits(small) ? small : grid(asked, grille);
  return composed(asked, {
    id: TABLE,
    title,
    description: describe(asked, all, grille),
    parts: [drawn.svg],
    bottom: drawn.bottom,
    legend: drawn === small ? legendOf(asked) : [],
    remarks: counts(asked, all),
    table: areFew(comparaison)
      ? listed(asked, all, title)
      : gridTable(asked, { ...grille, corner: fr ? 'Priorité' : 'Priority', caption: title }),
    prises: [{ table: TABLE, colonnes: ['dossier', 'id', 'titre', 'horizon', 'priorite'] }],
    known: new Set(all.map(({ site }) => site.id)),
  });
};

function grilleOf({ langue }: FigureDemandee, all: readonly Placee[]): Grille {
  const fr = langue === 'fr';
  const coded = (column: string): { key: string; label: string }[] =>
    codesIn(TABLE, column).map((key) => ({ key, label: labelIn(TABLE, column, key, langue) }));
  // Every horizon and priority stands there, whether something is in it or not: an empty place says something.
  const horizons = codesIn(TABLE, 'horizon');
  const priorites = codesIn(TABLE, 'priorite');
  const first = coded('priorite').map(({ key, label }) => ({
    key,
    label: fr ? `${label} priorité` : `${label} priority`,
  }));
  return {
    columns: axesOf(
      coded('horizon'),
      [...horizons, ...all.map(({ horizon }) => horizon)],
      fr ? 'horizon inconnu' : 'unknown horizon',
    ),
    rows: axesOf(
      first,
      [...priorites, ...all.map(({ priorite }) => priorite)],
      fr ? 'priorité inconnue' : 'unknown priority',
    ),
    items: all.map(({ site, horizon, priorite }) => ({ site, column: horizon, row: priorite })),
  };
}

const GAP = 18;
const SIDE = 22;

/** A small grid a site, all of one size, so that the eye goes from one to the other. */
function multiples(asked: FigureDemandee, all: readonly Placee[], grille: Grille): Tall {
  const sites = asked.comparaison.sites.filter((site) => all.some((one) => one.site === site));
  const across = sites.length === 4 || sites.length > 6 ? 4 : 3;
  const width = (WIDTH - (across - 1) * GAP) / across;
  const cell = (width - SIDE) / grille.columns.length;
  const heights = grille.rows.map(({ key }) => {
    const most = sites.flatMap((site) => grille.columns.map((column) => here(all, site, key, column.key).length));
    return Math.max(24, dots(Math.max(...most), { x: 0, y: 0, width: cell - 8 }).height + 10);
  });
  const parts: string[] = [];
  let top = 0;
  for (let at = 0; at < sites.length; at += across) {
    const some = sites.slice(at, at + across);
    const names = some.map(({ nom }) => wrapped(typographie(nom, asked.langue), width, 12, true));
    const under = top + Math.max(...names.map((lines) => lines.length)) * lineHeight(12) + 6;
    some.forEach((site, n) => {
      const x = n * (width + GAP);
      parts.push(text(x, top + 13, names[n] ?? [], { size: 12, bold: true }));
      parts.push(small(asked, all, { site, x, y: under, cell }, grille, heights));
    });
    top = under + 18 + heights.reduce((sum, one) => sum + one, 0) + 26;
  }
  return { svg: parts.join(''), bottom: top - 14 };
}

function here(all: readonly Placee[], site: Site, priorite: string | null, horizon: string | null): readonly Placee[] {
  return all.filter((one) => one.site === site && one.priorite === priorite && one.horizon === horizon);
}

interface Place {
  readonly site: Site;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
}

function small(
  { prefix, langue }: FigureDemandee,
  all: readonly Placee[],
  { site, x, y, cell }: Place,
  { rows, columns }: Grille,
  heights: readonly number[],
): string {
  const parts: string[] = [];
  const left = x + SIDE;
  const top = y + 18;
  const total = heights.reduce((sum, one) => sum + one, 0);
  columns.forEach(({ key }, n) => {
    const at = left + n * cell;
    // The ground of the unknown, under the dots: hatches alone would be taken for a value.
    if (key === null) parts.push(unknown(prefix, { x: at, y: top, width: cell, height: total }, ''));
    else
      parts.push(
        text(at + cell / 2, top - 5, shortHorizon(key, langue), { size: 9.5, fill: 'sourd', anchor: 'middle' }),
      );
  });
  let down = top;
  rows.forEach(({ key }, r) => {
    const height = heights[r] ?? 0;
    if (key === null) parts.push(unknown(prefix, { x: left, y: down, width: cell * columns.length, height }, ''));
    const said = key ?? '?';
    parts.push(text(x + SIDE / 2, down + height / 2 + 4, said, { size: 10.5, fill: 'sourd', anchor: 'middle' }));
    parts.push(line(left, down, left + cell * columns.length, down, 'filet'));
    columns.forEach((column, c) => {
      const found = here(all, site, key, column.key);
      const box = { x: left + c * cell + 4, y: down + 6, width: cell - 8 };
      if (found.length === 0) return;
      const drawn = dots(found.length, box);
      const known = key !== null && column.key !== null;
      parts.push(known ? drawn.svg : plain({ ...box, width: drawn.width }, drawn.height) + drawn.svg);
    });
    down += height;
  });
  parts.push(line(left, down, left + cell * columns.length, down, 'filet'));
  if (columns.some(({ key }) => key === null)) {
    const at = left + (columns.length - 1) * cell;
    parts.push(text(at + cell / 2, top - 5, '?', { size: 10.5, fill: 'sourd', anchor: 'middle' }));
  }
  return parts.join('');
}

/** A plain ground under dots that stand on hatches. */
function plain(
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  height: number,
): string {
  return element('rect', { x: x - 1.5, y: y - 1.5, width: width + 3, height: height + 1, rx: 2 }, { fill: 'fond' });
}

function shortHorizon(horizon: string, langue: FigureDemandee['langue']): string {
  return labelIn(TABLE, 'horizon', horizon, langue).split(' ')[0]?.toLowerCase() ?? horizon;
}

function legendOf({ prefix, langue }: FigureDemandee): readonly LegendEntry[] {
  const fr = langue === 'fr';
  return [
    {
      mark: (x, y) => dots(1, { x: x + 11, y: y + 4, width: 10 }).svg,
      words: fr ? 'une initiative' : 'one initiative',
    },
    {
      mark: (x, y) => text(x + 15, y + 12, '1 2 3', { size: 10.5, fill: 'sourd', anchor: 'middle' }),
      words: fr ? 'priorité, de la première à la troisième' : 'priority, from first to third',
    },
    unknownLegend(prefix, fr ? 'horizon ou priorité inconnus' : 'horizon or priority unknown'),
  ];
}

function counts({ langue }: FigureDemandee, all: readonly Placee[]): readonly string[] {
  const horizons = all.filter(({ horizon }) => horizon !== null).length;
  const priorites = all.filter(({ priorite }) => priorite !== null).length;
  return langue === 'fr'
    ? [`Horizon : ${connus(horizons, all.length, 'fr')}.`, `Priorité : ${connus(priorites, all.length, 'fr', true)}.`]
    : [`Horizon: ${connus(horizons, all.length, 'en')}.`, `Priority: ${connus(priorites, all.length, 'en')}.`];
}

function describe({ langue }: FigureDemandee, all: readonly Placee[], { rows, columns }: Grille): string {
  const fr = langue === 'fr';
  const colon = fr ? ' : ' : ': ';
  const across = columns.map(
    ({ key, label }) => `${label.toLowerCase()}${colon}${all.filter(({ horizon }) => horizon === key).length}`,
  );
  const down = rows.map(
    ({ key, label }) => `${label.toLowerCase()}${colon}${all.filter(({ priorite }) => priorite === key).length}`,
  );
  const noun = { fr: 'initiative', en: 'initiative' };
  const nouns = { fr: 'initiatives', en: 'initiatives' };
  return `${compte(all.length, noun, nouns, langue)}. ${[...across, ...down].join(fr ? ' ; ' : '; ')}.`;
}

function listed({ langue }: FigureDemandee, all: readonly Placee[], title: string): Table {
  const fr = langue === 'fr';
  const label = (column: string, code: string | null): string | null =>
    code === null ? null : labelIn(TABLE, column, code, langue);
  const rows = all.map(({ site, titre, horizon, priorite }) => [
    site.nom,
    titre,
    label('horizon', horizon),
    label('priorite', priorite),
  ]);
  return tableOf(title, ['Site', 'Initiative', 'Horizon', fr ? 'Priorité' : 'Priority'], rows, langue);
}
