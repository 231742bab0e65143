import { element } from '../figures/svg.ts';
import { COULEURS } from '../figures/theme.ts';

/**
 * The colours of maps beside those of figures, in light and in dark: land pale, sea paler, neighbours paler still, and
 * six tints for secteurs with the darker line of their pattern. The style sheet of pages says them again.
 */
export const COULEURS_CARTE = {
  mer: { clair: '#eef3f4', sombre: '#10171b' },
  terre: { clair: '#ebe7db', sombre: '#2b322d' },
  voisin: { clair: '#f6f3ec', sombre: '#1e2421' },
  territoire: { clair: '#e3d9b8', sombre: '#57512f' },
  limite: { clair: '#a7a99c', sombre: '#78827b' },
  s1: { clair: '#ecdcb9', sombre: '#4d4528' },
  's1-trait': { clair: '#b08d3f', sombre: '#a08a4a' },
  s2: { clair: '#cfe0e4', sombre: '#27424b' },
  's2-trait': { clair: '#6d98a4', sombre: '#5f8a97' },
  s3: { clair: '#ecd4cb', sombre: '#523832' },
  's3-trait': { clair: '#bb8474', sombre: '#a8766a' },
  s4: { clair: '#d6e2c8', sombre: '#37482b' },
  's4-trait': { clair: '#86a065', sombre: '#7a955c' },
  s5: { clair: '#dfd8e8', sombre: '#413a50' },
  's5-trait': { clair: '#9787ae', sombre: '#8b7ca2' },
  s6: { clair: '#dddcd6', sombre: '#414643' },
  's6-trait': { clair: '#8f918a', sombre: '#868e89' },
} as const;

const ALL = { ...COULEURS, ...COULEURS_CARTE };

/** A colour of figures or of maps, by name. */
export type CouleurCarte = keyof typeof ALL;

interface Paint {
  /** A colour, or the address of a pattern of the figure: `#id`. */
  readonly fill?: CouleurCarte | `#${string}`;
  readonly stroke?: CouleurCarte;
}

/**
 * One SVG element in the colours of maps: as attributes for a map alone, as classes for a page's theme.
 * @param name its tag
 * @param attributes its other attributes
 * @param paint its colours; none is no paint
 * @param inside SVG inside it
 * @returns SVG
 */
export function painted(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  { fill, stroke }: Paint,
  inside = '',
): string {
  const classes = [isColour(fill) ? `f-${fill}` : '', stroke === undefined ? '' : `t-${stroke}`].filter(Boolean);
  const all = {
    ...(classes.length === 0 ? {} : { class: classes.join(' ') }),
    ...attributes,
    fill: fill === undefined ? 'none' : isColour(fill) ? ALL[fill].clair : `url(${fill})`,
    ...(stroke === undefined ? {} : { stroke: ALL[stroke].clair }),
  };
  return element(name, all, {}, inside);
}

function isColour(name: string | undefined): name is CouleurCarte {
  return name !== undefined && Object.hasOwn(ALL, name);
}
