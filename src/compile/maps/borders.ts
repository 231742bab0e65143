import type { Commune } from '../../cog/cog.ts';
import type { Langue, Text } from '../../words/text.ts';
import { type LegendEntry, MARK } from '../figures/marks.ts';
import { type CouleurCarte, painted } from './theme.ts';
import type { Between, Vue } from './vue.ts';

type Kind = 'voisines' | 'communes' | 'epci' | 'departements' | 'regions' | 'perimetre';

interface Style {
  readonly kind: Kind;
  readonly stroke: CouleurCarte;
  readonly width: number;
  readonly dashes?: string;
  /** Null for what needs no explaining. */
  readonly words: Text | null;
}

/** From the finest to the thickest, in the order in which they are drawn. */
const STYLES: readonly Style[] = [
  { kind: 'voisines', stroke: 'filet', width: 0.5, words: null },
  { kind: 'communes', stroke: 'limite', width: 0.6, words: null },
  { kind: 'epci', stroke: 'sourd', width: 1, words: { fr: 'Limite d’EPCI', en: 'EPCI border' } },
  { kind: 'departements', stroke: 'sourd', width: 2, words: { fr: 'Limite de département', en: 'Département border' } },
  { kind: 'regions', stroke: 'encre', width: 2, dashes: '7 3', words: { fr: 'Limite de région', en: 'Region border' } },
  {
    kind: 'perimetre',
    stroke: 'encre',
    width: 2.6,
    words: { fr: 'Périmètre de l’atelier', en: 'Perimeter of the atelier' },
  },
];

/** Where a contour is missing, the line goes around the gap. */
const PARTIAL: Text = { fr: 'Périmètre, là où les contours sont connus', en: 'Perimeter, where contours are known' };

/** The borders of a view: each kind's path, '' where the view has none. */
export interface Borders {
  readonly paths: ReadonlyMap<Kind, string>;
  /** What the legend says of those that are drawn. */
  readonly entries: (langue: Langue) => LegendEntry[];
}

/**
 * The borders to draw: each line once, as the highest of what it parts.
 * @param vue communes on a drawing
 */
export function bordersOf(vue: Vue): Borders {
  const inside = new Set(vue.communes.filter((one) => one.inside).map(({ code }) => code));
  const own = (commune: Commune | null): boolean => commune !== null && inside.has(commune.code);
  const kindOf = (a: Commune, b: Commune): Kind => {
    if (a.region !== b.region) return 'regions';
    if (a.departement !== b.departement) return 'departements';
    if (a.epci !== b.epci) return 'epci';
    return own(a) && own(b) ? 'communes' : 'voisines';
  };
  const rules: readonly (readonly [Kind, Between])[] = STYLES.map(({ kind }) =>
    kind === 'perimetre'
      ? [kind, (a, b) => own(a) !== own(b)]
      : [kind, (a, b) => (b === null ? kind === 'voisines' && !own(a) : kindOf(a, b) === kind)],
  );
  const paths = new Map(rules.map(([kind, between]) => [kind, vue.border(between)]));
  const drawn = STYLES.filter(({ kind }) => paths.get(kind) !== '');
  const partial = vue.points.size + vue.missing.length > 0;
  const wordsOf = ({ kind, words }: Style): Text | null => (kind === 'perimetre' && partial ? PARTIAL : words);
  return {
    paths,
    entries: (langue) =>
      drawn.flatMap((style) => {
        const words = wordsOf(style);
        return words === null ? [] : [{ mark: sample(style), words: words[langue] }];
      }),
  };
}

function sample(style: Style): LegendEntry['mark'] {
  return (x, y) => lineOf(style, `M${x} ${y + MARK.height / 2}h${MARK.width}`);
}

/**
 * Borders as they are drawn, the thickest on top.
 * @returns SVG
 */
export function drawBorders({ paths }: Borders): string {
  return STYLES.map((style) => lineOf(style, paths.get(style.kind) ?? '')).join('');
}

function lineOf({ stroke, width, dashes }: Style, d: string): string {
  if (d === '') return '';
  const dashed = dashes === undefined ? {} : { 'stroke-dasharray': dashes };
  return painted('path', { d, 'stroke-width': width, 'stroke-linejoin': 'round', ...dashed }, { stroke });
}
