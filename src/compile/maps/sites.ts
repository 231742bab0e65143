import type { Figure } from '../../model/markdown.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import { typographie } from '../../words/typography.ts';
import { figureOf, tableOf, WIDTH } from '../figures/figure.ts';
import { picture } from '../figures/svg.ts';
import { type CarteDemandee, codesOf } from './asked.ts';
import { type Marked, placeBeside } from './beside.ts';
import { mainlandIn } from './grounds.ts';
import { drawNames } from './names.ts';
import { grown, type Point } from './plane.ts';
import { dotAt, ground, MAIN, overseas, type Territory } from './situation.ts';
import { painted } from './theme.ts';

/** One site of a session. */
export interface SiteCarte {
  readonly nom: string;
  readonly perimetre: Perimetre;
}

/** What the map of the sites is asked with. */
export interface CarteSites extends Pick<CarteDemandee, 'prefix' | 'langue' | 'france' | 'towns'> {
  readonly sites: readonly SiteCarte[];
}

const DOT = 5;

/**
 * The sites of a session in France: their départements, and a dot in the middle of the towns of each.
 * @param asked the sites, the shapes of France, the points of towns
 * @returns the map; null when the département of no site is known
 */
export function carteDesSites(asked: CarteSites): Figure | null {
  const { langue, sites } = asked;
  if (departementsOf(sites).length === 0) return null;
  const fr = langue === 'fr';
  const title = fr ? 'Les sites de la session' : 'The sites of the session';
  const description = describe(asked);
  return figureOf(asked, {
    svg: drawn(asked, title, description, true),
    title,
    description,
    caption: fr
      ? 'Un point par site, au milieu de ses communes. Les territoires d’outre-mer ne sont pas à l’échelle. Fond de carte : Natural Earth ; points : GeoNames.'
      : 'One dot a site, in the middle of its communes. Overseas territories are not to scale. Base map: Natural Earth; points: GeoNames.',
    table: tableOf(
      fr ? 'Les sites et leurs départements' : 'The sites and their départements',
      fr ? ['Site', 'Départements', 'Régions'] : ['Site', 'Départements', 'Regions'],
      sites.map(({ nom, perimetre }) => [nom, named(perimetre.departements), named(perimetre.regions)]),
      langue,
    ),
  });
}

/**
 * The same without names, for a cover.
 * @returns SVG and the line to write under it; null when the département of no site is known
 */
export function couvertureDesSites(asked: CarteSites): { readonly svg: string; readonly caption: string } | null {
  if (departementsOf(asked.sites).length === 0) return null;
  const fr = asked.langue === 'fr';
  const set = (words: string): string => typographie(words, asked.langue);
  const title = asked.sites.length === 1 ? situationTitle : sessionTitle;
  return {
    svg: drawn(asked, set(title[asked.langue]), set(describe(asked)), false),
    caption: set(fr ? 'Fond de carte : Natural Earth.' : 'Base map: Natural Earth.'),
  };
}

const sessionTitle = { fr: 'Les sites de la session', en: 'The sites of the session' };
const situationTitle = { fr: 'La situation en France', en: 'The situation in France' };

function departementsOf(sites: readonly SiteCarte[]): Perimetre['departements'] {
  return sites.flatMap(({ perimetre }) => perimetre.departements);
}

function named(places: readonly { readonly nom: string; readonly code: string }[]): string | null {
  return places.length === 0 ? null : places.map(({ nom }) => nom).join(', ');
}

function drawn(asked: CarteSites, title: string, description: string, names: boolean): string {
  const { prefix, langue, france, sites } = asked;
  const departements = departementsOf(sites);
  const places = sites.flatMap((site) => {
    const place = middleOf(asked, site);
    return place === null ? [] : [{ site, place }];
  });
  const dots: Territory = (project, frame) =>
    places
      .map(({ place }) => project(place))
      .filter(([x, y]) => x > frame.x0 && x < frame.x1 && y > frame.y0 && y < frame.y1)
      .map(dotAt);
  const seen = mainlandIn(france, MAIN);
  const own = departements.map(({ code }) => code).filter((code) => seen?.codes.has(code));
  const here = places.filter(({ site }) => site.perimetre.departements.some(({ code }) => own.includes(code)));
  const marks = seen === null ? [] : here.map(({ site, place }) => ({ nom: site.nom, at: seen.project(place) }));
  const sea = painted('rect', { width: MAIN.x1, height: MAIN.y1 }, { fill: 'mer' });
  // A cover is calm: the land alone, and overseas only where a site is.
  const insets = names || departements.some(({ code }) => /^9[78]/.test(code));
  const land = seen === null ? '' : `<g clip-path="url(#${prefix}-cadre)">${names ? sea : ''}${ground(seen, own)}</g>`;
  const clip = `<clipPath id="${prefix}-cadre"><rect width="${MAIN.x1}" height="${MAIN.y1}"/></clipPath>`;
  return picture({ prefix, title, description, width: insets ? WIDTH : MAIN.x1, height: MAIN.y1 }, clip, [
    land,
    ...(insets ? overseas({ prefix, langue, france, perimetre: { departements } }, dots) : []),
    ...(names ? [drawNames(namesOf(marks))] : []),
    ...marks.map(({ at: [cx, cy] }) =>
      painted('circle', { cx, cy, r: DOT, 'stroke-width': 1.5 }, { fill: 'encre', stroke: 'fond' }),
    ),
  ]);
}

/** In degrees: the middle of its towns; null where no town of it is known. */
function middleOf({ towns }: CarteSites, { perimetre }: SiteCarte): Point | null {
  const places = [...codesOf(perimetre)]
    .sort()
    .map((code) => towns.placeOf(code))
    .filter((place) => place !== null);
  return places.length === 0 ? null : [meanOf(places.map(([x]) => x)), meanOf(places.map(([, y]) => y))];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

function namesOf(marks: readonly { readonly nom: string; readonly at: Point }[]): ReturnType<typeof placeBeside> {
  const reach = [DOT + 3, DOT + 2] as const;
  const wanted = marks.map(
    ({ nom, at }): Marked => ({ name: typographie(nom, 'fr'), at, reach, size: 12.5, bold: true }),
  );
  const taken = marks.map(({ at: [x, y] }) => ({
    x0: x - reach[0],
    y0: y - reach[1],
    x1: x + reach[0],
    y1: y + reach[1],
  }));
  return placeBeside(wanted, grown(MAIN, -4), taken);
}

function describe({ langue, sites }: CarteSites): string {
  const each = sites.map(({ nom, perimetre }) => {
    const where = named(perimetre.departements);
    if (where !== null) return `${nom} (${where})`;
    return `${nom} (${langue === 'fr' ? 'département inconnu' : 'unknown département'})`;
  });
  if (sites.length === 1)
    return langue === 'fr' ? `Carte de France. Le site : ${each.join()}.` : `Map of France. The site: ${each.join()}.`;
  return langue === 'fr'
    ? `Carte de France où les départements des sites sont marqués. Sites : ${each.join(' ; ')}.`
    : `Map of France on which the départements of the sites are marked. Sites: ${each.join('; ')}.`;
}
