import { typographie } from '../../words/typography.ts';
import { picture } from '../figures/svg.ts';
import type { CarteDemandee } from './asked.ts';
import { describe, NOT_DRAWN, saidOf, sourceLine, titleOf } from './said.ts';
import { painted } from './theme.ts';
import { vueOf } from './vue.ts';

const SIZE = { width: 560, least: 240, most: 680 } as const;

/**
 * The outline of the territory, large and calm, for a cover: no name, the communes in thin lines.
 * @param asked the perimeter and its contours
 * @returns SVG and the line to write under it; null where no contour is known
 */
export function contourCouverture(asked: CarteDemandee): { readonly svg: string; readonly caption: string } | null {
  const vue = vueOf(asked, SIZE, 0.01);
  if (!vue) return null;
  const { langue, prefix } = asked;
  const inside = new Set(vue.communes.filter((one) => one.inside).map(({ code }) => code));
  const own = (code: string | undefined): boolean => code !== undefined && inside.has(code);
  const inner = vue.border((a, b) => b !== null && own(a.code) && own(b.code));
  const outline = vue.border((a, b) => own(a.code) !== own(b?.code));
  const join = { 'stroke-linejoin': 'round' } as const;
  const parts = [
    painted('path', { d: vue.together(own) }, { fill: 'territoire' }),
    inner === '' ? '' : painted('path', { d: inner, 'stroke-width': 0.6, ...join }, { stroke: 'sourd' }),
    painted('path', { d: outline, 'stroke-width': 2.2, ...join }, { stroke: 'encre' }),
  ];
  const set = (words: string): string => typographie(words, langue);
  const frame = {
    prefix,
    title: set(titleOf(langue)),
    description: set(describe(asked, [], [saidOf(asked, NOT_DRAWN, vue.missing)])),
    width: vue.frame.x1,
    height: vue.frame.y1,
  };
  return { svg: picture(frame, '', parts), caption: set(sourceLine(asked)) };
}
