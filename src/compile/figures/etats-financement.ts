import type { Langue, Text } from '../../words/text.ts';
import { type LegendEntry, MARK } from './marks.ts';
import { element, type Fill, line, rect } from './svg.ts';

export type EtatFinancement = 'acquis' | 'demande' | 'espere' | 'inconnu';

/** From the surest to what nobody said. */
export const ETATS: readonly EtatFinancement[] = ['acquis', 'demande', 'espere', 'inconnu'];

/** How each state is called. */
export const ETATS_DITS: Readonly<Record<EtatFinancement, Text>> = {
  acquis: { fr: 'acquis', en: 'granted' },
  demande: { fr: 'demandé', en: 'applied for' },
  espere: { fr: 'espéré', en: 'hoped for' },
  inconnu: { fr: 'état inconnu', en: 'state unknown' },
};

/**
 * A part of a bar. The surer, the darker: full, striped, empty, dotted edge.
 * @param prefix the figure's own, whose `defs` hold `etatPattern`
 * @returns SVG
 */
export function etatPart(
  prefix: string,
  etat: EtatFinancement,
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string {
  const fills: Readonly<Record<EtatFinancement, Fill>> = {
    acquis: 'encre',
    demande: `#${prefix}-demande`,
    espere: 'teinte',
    inconnu: 'fond',
  };
  const dashes = etat === 'inconnu' ? { 'stroke-dasharray': '3 2.5' } : {};
  return rect(x, y, width, height, { fill: fills[etat], stroke: 'encre' }, dashes);
}

/**
 * The stripes of what is applied for.
 * @param prefix the figure's own
 * @returns SVG for its `defs`
 */
export function etatPattern(prefix: string): string {
  const attributes = { id: `${prefix}-demande`, patternUnits: 'userSpaceOnUse', width: 4, height: 4 } as const;
  return element('pattern', attributes, {}, line(0, 2, 4, 2, 'encre', { 'stroke-width': 1.8 }));
}

/**
 * The legend's entries for the states that a figure shows.
 * @param shown whether a state is in the figure
 * @param bar how high its bars are: marks are these, made as high as the others
 * @returns one entry a state
 */
export function etatsLegend(
  prefix: string,
  langue: Langue,
  shown: (etat: EtatFinancement) => boolean,
  bar: number,
): LegendEntry[] {
  return ETATS.filter(shown).map((etat) => ({
    mark: (x, y) =>
      element(
        'g',
        { transform: `translate(0 ${y - (y * MARK.height) / bar}) scale(1 ${MARK.height / bar})` },
        {},
        etatPart(prefix, etat, { x, y, width: MARK.width, height: bar }),
      ),
    words: ETATS_DITS[etat][langue],
  }));
}
