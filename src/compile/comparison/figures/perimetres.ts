import { compte, connus } from '../../../words/numbers.ts';
import type { Langue } from '../../../words/text.ts';
import { tableOf, WIDTH } from '../../figures/figure.ts';
import { type LegendEntry, legend, MARK, patterns, unknown, unknownLegend } from '../../figures/marks.ts';
import { lineHeight, text, wrapped } from '../../figures/svg.ts';
import { scaleBar, scaleFor } from '../../maps/scale.ts';
import { painted } from '../../maps/theme.ts';
import { annoncesEnLegende } from '../annonces.ts';
import { type Bande, bandeDeListes, feuillets, lignesDuNom, parGroupe } from '../feuillets.ts';
import type { CarteComparee, Dessiner, FigureDemandee } from '../figure.ts';
import { nomDuDepartement } from '../lieux.ts';
import { dessinDit, dessineDe } from '../silhouette-words.ts';
import { type Dessin, type Silhouette, silhouetteOf } from '../silhouettes.ts';

/**
 * Every perimeter at one scale, with one scale bar: its true contours, else what is honestly known of where it lies.
 * @returns null without what maps are drawn from, or where no perimeter is known
 */
export const perimetres: Dessiner = (asked) => {
  const { carte, langue, prefix, comparaison } = asked;
  if (carte === undefined) return null;
  const each = comparaison.sites.map((site) => ({ site, silhouette: silhouetteOf(site, carte) }));
  const all = each.flatMap(({ silhouette }) => silhouette ?? []);
  if (all.length === 0) return null;
  const fr = langue === 'fr';
  const without = each.filter(({ silhouette }) => silhouette === null).map(({ site }) => site.nom);
  const title = fr ? 'Les périmètres, à la même échelle' : 'The perimeters, at one scale';
  const withContours = all.filter(({ dessin }) => dessin === 'contours').length;
  const credit = creditOf(all, langue);
  const perKm = scaleOf(all);
  const lists =
    without.length === 0 ? [] : [{ titre: fr ? 'Périmètre inconnu :' : 'Unknown perimeter:', noms: without }];
  return {
    id: 'perimetres',
    ...feuillets({
      ...{ prefix, langue, title },
      description: describe(all, carte, langue),
      caption: [
        `${fr ? 'Périmètre : ' : 'Perimeter: '}${connus(all.length, comparaison.total, langue)}.`,
        `${fr ? 'Contours : ' : 'Contours: '}${connus(withContours, comparaison.total, langue)}.`,
        ...(credit === '' ? [] : [`${credit}.`]),
      ].join(' '),
      table: tableOfPerimetres(asked, carte, each, title),
      defs: patterns,
      tete: { height: 0, draw: () => '' },
      bandes: parGroupe(shelves(all, carte, perKm, langue)),
      pied: foot(all, perKm, asked),
      notes: bandeDeListes(lists, langue),
    }),
    donnees: {
      colonnes:
        'dossier nom dessin communes communes_contours communes_points departements contours_source contours_annee'.split(
          ' ',
        ),
      lignes: each.map(({ site: { id, nom }, silhouette: one }) =>
        one === null
          ? [id, nom, null, null, null, null, null, null, null]
          : [
              ...[id, nom, one.dessin, one.communes, one.contournees, one.placees],
              ...[[...one.departements, ...one.ailleurs], one.source?.nom ?? null, one.source?.annee ?? null],
            ],
      ),
      origines: [
        { table: 'dossiers', colonnes: ['id', 'titre', 'territoire', 'departements'] },
        { table: 'perimetres', colonnes: ['dossier', 'commune', 'departement'] },
      ],
    },
    connus: all.length,
    sur: comparaison.total,
    credit,
  };
};

/** How large the largest may be, by how many there are. */
const LARGEST: readonly (readonly [number, number])[] = [
  [1, 440],
  [6, 250],
  [12, 210],
  [40, 150],
  [150, 96],
];

/** One commune alone is not blown up beyond this. */
const CLOSEST = 24;

/** Units of the figure for a kilometre, the same for all. */
function scaleOf(all: readonly Silhouette[]): number {
  const most = LARGEST.find(([count]) => all.length <= count)?.[1] ?? 64;
  const drawn = all.filter(({ dessin }) => dessin !== null);
  const widest = Math.max(1, ...drawn.map(({ width, height }) => Math.max(width, height)));
  return Math.min(CLOSEST, most / widest);
}

const CELL = { least: 108, gap: 14, name: 11, note: 9.5, blank: 40, edge: 10 } as const;

interface Cell {
  readonly one: Silhouette;
  readonly width: number;
  readonly shape: { readonly width: number; readonly height: number };
  readonly name: readonly string[];
  readonly note: readonly string[];
}

/** Cells side by side as long as there is room, each group from a line of its own. */
function shelves(all: readonly Silhouette[], carte: CarteComparee, perKm: number, langue: Langue) {
  const rows: Cell[][] = [];
  let used = 0;
  for (const one of all) {
    const cell = cellOf(one, carte, perKm, langue);
    const last = rows.at(-1);
    if (last !== undefined && last[0]?.one.site.groupe === one.site.groupe && used + cell.width <= WIDTH) {
      last.push(cell);
      used += CELL.gap + cell.width;
    } else {
      rows.push([cell]);
      used = CELL.gap + cell.width;
    }
  }
  return rows.map((cells) => ({ ...shelf(cells, perKm), groupe: cells[0]?.one.site.groupe ?? null }));
}

function cellOf(one: Silhouette, { france }: CarteComparee, perKm: number, langue: Langue): Cell {
  const shape =
    one.dessin === null
      ? { width: CELL.blank, height: CELL.blank }
      : { width: one.width * perKm, height: one.height * perKm };
  const width = Math.max(CELL.least, shape.width + 2 * CELL.edge);
  const said = dessinDit(one, (code) => nomDuDepartement(france, code), langue);
  return {
    one,
    width,
    shape,
    name: lignesDuNom(one.site.nom, width, CELL.name, true),
    note: wrapped(said, width, CELL.note),
  };
}

function shelf(cells: readonly Cell[], perKm: number): Bande {
  const words = ({ name, note }: Cell): number =>
    name.length * lineHeight(CELL.name) + note.length * lineHeight(CELL.note);
  const head = Math.max(...cells.map(words)) + 8;
  const room = Math.max(...cells.map(({ shape }) => shape.height));
  return {
    height: head + room + 2 * CELL.edge + 16,
    draw: (prefix, y) => {
      let x = 0;
      return cells
        .map(({ one, width, shape, name, note }) => {
          const [left, top] = [x + (width - shape.width) / 2, y + head + CELL.edge + (room - shape.height) / 2];
          const frame = { x0: left, y0: top, x1: left + shape.width, y1: top + shape.height };
          const under = y + 12 + name.length * lineHeight(CELL.name);
          const parts = [
            text(x, y + 12, name, { size: CELL.name, bold: true }),
            text(x, under - 1, note, { size: CELL.note, fill: 'sourd' }),
            one.dessin === null
              ? unknown(prefix, { x: left, y: top, width: CELL.blank, height: CELL.blank })
              : one.draw(frame, perKm),
          ];
          x += width + CELL.gap;
          return parts.join('');
        })
        .join('');
    },
  };
}

function foot(all: readonly Silhouette[], perKm: number, { comparaison, langue }: FigureDemandee): Bande {
  const scale = scaleFor(perKm, 160);
  const entries = (prefix: string): readonly LegendEntry[] => [
    ...entriesOf(all, langue, prefix),
    ...annoncesEnLegende(comparaison, langue, prefix),
  ];
  const high = 40 + legend(entries(''), 0, 0, WIDTH).height;
  return {
    height: high,
    draw: (prefix, y) => scaleBar(scale, 0.6, y + 14, langue) + legend(entries(prefix), 0, y + 34, WIDTH).svg,
  };
}

function entriesOf(all: readonly Silhouette[], langue: Langue, prefix: string): readonly LegendEntry[] {
  const kinds = kindsOf(all);
  const box = (x: number, y: number) => ({ x: x + 0.5, y: y + 0.5, width: MARK.width - 1, height: MARK.height - 1 });
  const marks: Readonly<Record<Dessin, LegendEntry['mark']>> = {
    contours: (x, y) => painted('rect', { ...box(x, y), 'stroke-width': 1.3 }, { fill: 'territoire', stroke: 'encre' }),
    departements_entiers: (x, y) =>
      painted('rect', { ...box(x, y), 'stroke-width': 1.3 }, { fill: 'territoire', stroke: 'encre' }),
    points: (x, y) =>
      painted('rect', box(x, y), { fill: 'voisin' }) +
      painted('circle', { cx: x + MARK.width / 2, cy: y + 8, r: 2.6 }, { fill: 'encre' }),
    departements: (x, y) =>
      painted('rect', { ...box(x, y), 'stroke-dasharray': '3 3' }, { fill: 'voisin', stroke: 'sourd' }),
  };
  const drawn = (Object.keys(marks) as Dessin[]).filter((kind) => kinds.has(kind));
  const entries = drawn.map((kind): LegendEntry => ({ mark: marks[kind], words: dessineDe(kind, langue) }));
  return kinds.has(null) ? [...entries, unknownLegend(prefix, dessineDe(null, langue))] : entries;
}

/** Points stand beside contours too, where some are missing. */
function kindsOf(all: readonly Silhouette[]): ReadonlySet<Dessin | null> {
  return new Set(all.flatMap(({ dessin, placees }) => (placees > 0 ? [dessin, 'points' as const] : [dessin])));
}

function creditOf(all: readonly Silhouette[], langue: Langue): string {
  const fr = langue === 'fr';
  const kinds = kindsOf(all);
  const made = all.flatMap(({ dessin, source }) => {
    if (dessin !== 'contours') return [];
    if (source === null) return [fr ? 'source non indiquée' : 'source not stated'];
    return [source.annee === null ? source.nom : `${source.nom} ${source.annee}`];
  });
  const contours = [...new Set(made)].sort().join(', ');
  const colon = fr ? ' : ' : ': ';
  const said = [
    ...(contours === '' ? [] : [`${fr ? 'contours des communes' : 'contours of communes'}${colon}${contours}`]),
    ...(kinds.has('points') ? [`points${colon}GeoNames, CC BY 4.0`] : []),
    ...(kinds.has('departements') || kinds.has('departements_entiers') ? [`départements${colon}Natural Earth`] : []),
  ].join(fr ? ' ; ' : '; ');
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

/** More names than this are read in the table. */
const SAID = 40;

function describe(all: readonly Silhouette[], { france }: CarteComparee, langue: Langue): string {
  const fr = langue === 'fr';
  const start = fr ? 'Les périmètres, tous à la même échelle.' : 'The perimeters, all at one scale.';
  if (all.length > SAID) return `${start} ${fr ? 'Ils sont dans le tableau.' : 'They are in the table.'}`;
  const each = all.map(
    (one) => `${one.site.nom} (${dessinDit(one, (code) => nomDuDepartement(france, code), langue)})`,
  );
  return `${start} ${each.join(fr ? ' ; ' : '; ')}.`;
}

function tableOfPerimetres(
  { langue }: FigureDemandee,
  { france }: CarteComparee,
  each: readonly { readonly site: Silhouette['site']; readonly silhouette: Silhouette | null }[],
  title: string,
): ReturnType<typeof tableOf> {
  const fr = langue === 'fr';
  const commune = { fr: 'commune', en: 'commune' };
  const communes = { fr: 'communes', en: 'communes' };
  const rows = each.map(({ site, silhouette: one }) => {
    if (one === null) return [site.nom, null, null, ''];
    const { source } = one;
    const made = source === null ? '' : source.annee === null ? source.nom : `${source.nom} ${source.annee}`;
    const said = dessinDit(one, (code) => nomDuDepartement(france, code), langue);
    return [site.nom, one.communes === 0 ? null : compte(one.communes, commune, communes, langue), said, made];
  });
  const head = fr
    ? ['Site', 'Périmètre', 'Ce qui est dessiné', 'Contours']
    : ['Site', 'Perimeter', 'What is drawn', 'Contours'];
  return tableOf(title, head, rows, langue);
}
