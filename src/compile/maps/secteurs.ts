import type { LegendEntry } from '../figures/marks.ts';
import { MARK } from '../figures/marks.ts';
import { type CouleurCarte, painted } from './theme.ts';

/** A secteur as a map shows it. */
export interface SecteurCarte {
  /** As the perimeter names it. */
  readonly id: string;
  readonly titre: string;
}

const TINTS = ['s1', 's2', 's3', 's4', 's5', 's6'] as const;

/** What each pattern draws on its tile, whose side is 7: lines and dots that a photocopy keeps apart. */
const TILES = [
  'M0 3.5H7',
  'M3.5 0V7',
  'M-1 1L1-1M0 7L7 0M6 8L8 6',
  'M-1 6L1 8M0 0L7 7M6-1L8 1',
  'M3.5 2.6V4.4M2.6 3.5H4.4',
  'M0 3.5H7M3.5 0V7',
] as const;

/**
 * The tint of a secteur: six, then again with other patterns.
 * @param index its place in the list
 */
export function tintOf(index: number): CouleurCarte {
  return TINTS[index % TINTS.length] ?? 's1';
}

/**
 * The id of a secteur's pattern.
 * @param prefix the figure's own
 * @param index its place in the list
 */
export function patternId(prefix: string, index: number): string {
  return `${prefix}-secteur-${index + 1}`;
}

/**
 * The patterns of all secteurs.
 * @param prefix the figure's own
 * @param count how many secteurs there are
 * @returns SVG for the figure's `defs`
 */
export function secteurPatterns(prefix: string, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    // Another round of the six tints takes its patterns from one place further on, so that no two secteurs look alike.
    const tile = TILES[(index + Math.floor(index / TINTS.length)) % TILES.length] ?? TILES[0];
    const line = painted('path', { d: tile, 'stroke-width': 0.7 }, { stroke: traitOf(index) });
    return painted(
      'pattern',
      { id: patternId(prefix, index), patternUnits: 'userSpaceOnUse', width: 7, height: 7 },
      {},
      line,
    );
  }).join('');
}

function traitOf(index: number): CouleurCarte {
  const traits = ['s1-trait', 's2-trait', 's3-trait', 's4-trait', 's5-trait', 's6-trait'] as const;
  return traits[index % traits.length] ?? 's1-trait';
}

/**
 * What the legend says of the secteurs.
 * @param prefix the figure's own
 * @param secteurs in order
 */
export function secteurLegend(prefix: string, secteurs: readonly SecteurCarte[]): LegendEntry[] {
  return secteurs.map(({ titre }, index) => ({
    mark: (x, y) =>
      swatch(x, y, tintOf(index)) +
      painted(
        'rect',
        { x, y, ...MARK, 'stroke-width': 0.7 },
        { fill: `#${patternId(prefix, index)}`, stroke: 'sourd' },
      ),
    words: titre,
  }));
}

/**
 * A plain square of the legend.
 * @returns SVG, 30 by 16 units
 */
export function swatch(x: number, y: number, fill: CouleurCarte): string {
  return painted('rect', { x, y, ...MARK, 'stroke-width': 0.7 }, { fill, stroke: 'limite' });
}
