import { expect } from 'vitest';
import { widthOf } from '../src/compile/figures/svg.ts';
import { type Box, overlap } from '../src/compile/maps/plane.ts';
import type { Figure } from '../src/model/markdown.ts';

/** A map that is there. */
export const must = (figure: Figure | null): Figure => {
  if (figure === null) throw new Error('pas de carte');
  return figure;
};
/** The communes that a map draws. */
export const codesIn = (svg: string): string[] =>
  [...svg.matchAll(/data-code="([^"]+)"/g)].map((one) => one[1] ?? '').sort();

/** The boxes of all texts of a picture, as wide as they are said to be. */
export function boxesIn(svg: string): Box[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', words = '']) => {
    const of = (name: string): string => new RegExp(` ${name}="([^"]+)"`).exec(attributes)?.[1] ?? '';
    const [x, y, size] = [Number(of('x')), Number(of('y')), Number(of('font-size'))];
    const wide = widthOf(words.replaceAll('&amp;', '&'), size, of('font-weight') === '600');
    const anchor = of('text-anchor');
    const x0 = anchor === 'middle' ? x - wide / 2 : anchor === 'end' ? x - wide : x;
    return { x0, x1: x0 + wide, y0: y - size * 0.75, y1: y + size * 0.2 };
  });
}

/** A map that stands alone: its ids its own, its numbers numbers, no text over another or outside. */
export function expectSound(figure: Figure, prefix: string): void {
  const { svg } = figure;
  expect(svg).toMatch(new RegExp(`^<svg [^>]*role="img" aria-labelledby="${prefix}-titre ${prefix}-desc"`));
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  for (const [, id] of svg.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(new RegExp(`^${prefix}-`));
  for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`id="${id}"`);
  for (const [, d] of svg.matchAll(/ d="([^"]*)"/g)) expect(d).toMatch(/^(?:[MlhHVLz]|-?[\d.]+| )*$/);
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const boxes = boxesIn(svg);
  for (const box of boxes) {
    expect(box.x0).toBeGreaterThanOrEqual(-0.5);
    expect(box.x1).toBeLessThanOrEqual(Number(width) + 0.5);
    expect(box.y1).toBeLessThanOrEqual(Number(height));
  }
  const clashes = boxes.flatMap((a, n) => boxes.slice(n + 1).filter((b) => overlap(a, b)));
  expect(clashes).toEqual([]);
}
