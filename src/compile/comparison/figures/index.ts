import type { Dessiner } from '../figure.ts';

/** Every figure of a comparison, in reading order, by the name of its files; listed by hand. */
export const figuresComparees: Readonly<Record<string, Dessiner>> = {};
