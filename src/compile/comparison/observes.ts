import { nombre } from '../../words/numbers.ts';
import type { Text } from '../../words/text.ts';
import { typographie } from '../../words/typography.ts';
import { WIDTH } from '../figures/figure.ts';
import { unknown } from '../figures/marks.ts';
import { element, lineHeight, text, widthOf, wrapped } from '../figures/svg.ts';
import type { Bande } from './feuillets.ts';
import type { CarteComparee } from './figure.ts';
import type { Site } from './sites.ts';

/** What a perimeter is seen to cross: how many, and which, where a column says so. */
export interface Observe {
  readonly colonne: 'nb_communes' | 'epci' | 'departements' | 'regions';
  readonly titre: Text;
  readonly width: number;
}

export const OBSERVES: readonly Observe[] = [
  { colonne: 'nb_communes', titre: { fr: 'Communes', en: 'Communes' }, width: 62 },
  { colonne: 'epci', titre: { fr: 'EPCI', en: 'EPCI' }, width: 100 },
  { colonne: 'departements', titre: { fr: 'Départements', en: 'Départements' }, width: 78 },
  { colonne: 'regions', titre: { fr: 'Régions', en: 'Regions' }, width: 70 },
];

/** Where the columns of what is observed begin. */
export const OBSERVED_AT = WIDTH - OBSERVES.reduce((sum, { width }) => sum + width, 0);

/** A perimeter of no commune says nothing yet. */
export function isObserved({ dossier }: Site): boolean {
  return typeof dossier.nb_communes === 'number' && dossier.nb_communes > 0;
}

/** The columns, each at its place. */
export function columns(): readonly (Observe & { readonly x: number })[] {
  return OBSERVES.map((one, at) => ({
    ...one,
    x: OBSERVED_AT + OBSERVES.slice(0, at).reduce((sum, { width }) => sum + width, 0),
  }));
}

/** The name of what a perimeter crosses. */
export type NameOf = (site: Site, colonne: Observe['colonne'], code: string) => string;

/** Names come with the resolved perimeters; without them codes are written. */
export function namesIn(carte: CarteComparee | undefined): NameOf {
  return ({ id }, colonne, code) => {
    const perimetre = colonne === 'nb_communes' ? undefined : carte?.perimetres.get(id)?.[colonne];
    return perimetre?.find((one) => one.code === code)?.nom ?? code;
  };
}

const SMALL = 9.5;

/** More dots than this are not counted by eye, more names not read in a column: the number says how many. */
const MOST = { dots: 6, names: 3 } as const;

/**
 * How much a perimeter crosses of one kind: a number, dots, and names where they are few.
 * @param where its column; `named` false where there are too many sites for names
 */
export function observedCell(
  site: Site,
  { colonne, x, width, named }: Pick<Observe, 'colonne' | 'width'> & { readonly x: number; readonly named: boolean },
  nameOf: NameOf,
): Bande {
  const cell = site.dossier[colonne] ?? null;
  const codes = Array.isArray(cell) ? cell : [];
  const count = typeof cell === 'number' ? cell : Array.isArray(cell) ? cell.length : null;
  const shown = named && codes.length <= MOST.names ? codes : [];
  const names = shown.map((code) => wrapped(typographie(nameOf(site, colonne, code), 'fr'), width, SMALL));
  const heights = names.map((lines) => lines.length * lineHeight(SMALL) + 3);
  return {
    height: 27 + heights.reduce((sum, one) => sum + one, 0),
    draw: (prefix, y) => {
      if (count === null) return unknown(prefix, { x, y: y + 8, width: Math.min(width, 40), height: 18 });
      const said = nombre(count, 'fr');
      const start = x + widthOf(said, 12, true) + 9;
      const dots = Array.from({ length: count > MOST.dots ? 0 : count }, (_, n) =>
        element('circle', { cx: start + n * 8, cy: y + 17, r: 2.7 }, { fill: 'sourd' }),
      );
      let top = y + 34;
      const written = names.map((lines, at) => {
        const one = text(x, top, lines, { size: SMALL, fill: 'sourd' });
        top += heights[at] ?? 0;
        return one;
      });
      return [text(x, y + 21, said, { size: 12, bold: true }), ...dots, ...written].join('');
    },
  };
}
