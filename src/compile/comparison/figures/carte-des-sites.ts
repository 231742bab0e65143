import { connus, nombre } from '../../../words/numbers.ts';
import type { Langue } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import { tableOf, WIDTH } from '../../figures/figure.ts';
import { type LegendEntry, legend, MARK } from '../../figures/marks.ts';
import { type Marked, placeBeside } from '../../maps/beside.ts';
import { mainlandIn } from '../../maps/grounds.ts';
import { drawNames, type Placed } from '../../maps/names.ts';
import { type Box, grown, type Point } from '../../maps/plane.ts';
import { ground, MAIN, overseas, type Territory } from '../../maps/situation.ts';
import { painted } from '../../maps/theme.ts';
import { annoncesOf, listesDesAnnonces } from '../annonces.ts';
import { type Bande, bandeDeListes, feuillets, type Liste } from '../feuillets.ts';
import type { CarteComparee, Dessiner, FigureDemandee } from '../figure.ts';
import { HEXAGONE, type Lieu, lieuxOf, nomDuDepartement } from '../lieux.ts';
import type { Comparaison, Site } from '../sites.ts';

/** A site in one territory, and its dot. */
interface Place {
  readonly site: Site;
  readonly lieu: Lieu;
}

interface Dot extends Place {
  readonly at: Point;
  /** Where its name may stand. */
  readonly frame: Box;
}

/**
 * All sites on France, overseas in insets: a dot each, its name beside it, else a number that is explained under the map.
 * @returns null without what maps are drawn from, or where no place is known
 */
export const carteDesSites: Dessiner = (asked) => {
  const { carte, langue, prefix, comparaison } = asked;
  if (carte === undefined) return null;
  const places = comparaison.sites.flatMap((site) =>
    lieuxOf(site, carte.towns, carte.france).map((lieu): Place => ({ site, lieu })),
  );
  if (!places.some(({ lieu }) => lieu.milieu !== null)) return null;
  const fr = langue === 'fr';
  const located = new Set(places.map(({ site }) => site));
  const unknown = comparaison.sites.filter((site) => !located.has(site));
  const title = fr ? 'Les sites' : 'The sites';
  const { map, numbered, unnamed } = mapOf(asked, carte, places);
  const listes: readonly Liste[] = [
    ...(numbered.length === 0
      ? []
      : [{ titre: fr ? 'Sur la carte, par leur numéro :' : 'On the map, by their number:', noms: numbered }]),
    ...unknownSites(unknown, langue),
    ...listesDesAnnonces(comparaison, langue),
  ];
  const said = [
    `${fr ? 'Lieu : ' : 'Place: '}${connus(located.size, comparaison.total, langue)}.`,
    fr
      ? 'Un point par site, au milieu de ses communes ; l’outre-mer n’est pas à l’échelle.'
      : 'One dot a site, in the middle of its communes; overseas territories are not to scale.',
    ...(unnamed === 0 ? [] : [unnamedSaid(unnamed, langue)]),
    `${creditOf(comparaison, langue)}.`,
  ];
  return {
    id: 'carte-des-sites',
    ...feuillets({
      ...{ prefix, langue, title },
      description: describe(places, carte, langue),
      caption: said.join(' '),
      table: tableOfSites(asked, carte, places, unknown, title),
      defs: (own) => `<clipPath id="${own}-cadre"><rect width="${MAIN.x1}" height="${MAIN.y1}"/></clipPath>`,
      tete: map,
      bandes: [],
      pied: key(places, langue),
      notes: bandeDeListes(listes, langue),
    }),
    donnees: donneesOf(comparaison, places, unknown),
    connus: located.size,
    sur: comparaison.total,
    credit: creditOf(comparaison, langue),
  };
};

/** Names as large as they may be without hiding each other. */
function sizeFor(count: number): number {
  return count <= 20 ? 12.5 : count <= 60 ? 11 : 9.5;
}

function radiusFor(count: number): number {
  return count <= 20 ? 5 : count <= 100 ? 4 : 2.6;
}

/** More numbers than this are no help: those names stand in the table. */
const NUMBERS = 150;

interface Map {
  readonly map: Bande;
  /** « 3 Nozay »: names without room beside their dot. */
  readonly numbered: readonly string[];
  /** How many have neither name nor number on the map. */
  readonly unnamed: number;
}

function mapOf(asked: FigureDemandee, { france }: CarteComparee, places: readonly Place[]): Map {
  const { langue, prefix } = asked;
  const seen = mainlandIn(france, MAIN);
  const dots: Dot[] = [];
  const put = (own: Place, at: Point, frame: Box): void => {
    if (at[0] > frame.x0 && at[0] < frame.x1 && at[1] > frame.y0 && at[1] < frame.y1) dots.push({ ...own, at, frame });
  };
  for (const own of places) {
    const { territoire, milieu } = own.lieu;
    if (seen && territoire === HEXAGONE && milieu) put(own, seen.project(milieu), MAIN);
  }
  const departements = [...new Set(places.flatMap(({ lieu }) => lieu.departements))].sort().map((code) => ({ code }));
  const inset: Territory = (project, frame) => {
    for (const own of places) {
      const { territoire, milieu } = own.lieu;
      if (territoire !== HEXAGONE && milieu) put(own, project(milieu), frame);
    }
    return [];
  };
  const insets = overseas({ prefix, langue, france, perimetre: { departements } }, inset).join('');
  const own = departements.map(({ code }) => code).filter((code) => seen?.codes.has(code));
  const sea = painted('rect', { width: MAIN.x1, height: MAIN.y1 }, { fill: 'mer' });
  const land = seen === null ? '' : `<g clip-path="url(#${prefix}-cadre)">${sea}${ground(seen, own)}</g>`;
  const { names, numbered, unnamed } = named(dots);
  const r = radiusFor(places.length);
  const drawn = land + insets + drawNames(names) + dots.map((dot) => drawDot(dot, r)).join('');
  return { map: { height: MAIN.y1, draw: () => drawn }, numbered, unnamed };
}

function named(dots: readonly Dot[]): { readonly names: readonly Placed[] } & Omit<Map, 'map'> {
  const [size, r] = [sizeFor(dots.length), radiusFor(dots.length)];
  const reach = [r + 3, r + 2] as const;
  const taken = dots.map(({ at: [x, y] }) => ({
    x0: x - reach[0],
    y0: y - reach[1],
    x1: x + reach[0],
    y1: y + reach[1],
  }));
  const names: Placed[] = [];
  const place = (dot: Dot, name: string, more: Partial<Marked>): boolean => {
    const marked: Marked = { name, at: dot.at, reach, size, ...more };
    const [found] = placeBeside([marked], grown(dot.frame, -3), [...taken, ...names.map(({ box }) => box)]);
    if (found) names.push(found);
    return found !== undefined;
  };
  const left = dots.filter((dot) => !place(dot, typographie(dot.site.nom, 'fr'), { bold: dots.length <= 20 }));
  const listed = left.length > NUMBERS ? [] : left;
  let n = 0;
  const numbered = listed.flatMap((dot) => {
    if (!place(dot, String(n + 1), { size: Math.min(size, 10.5), bold: true })) return [];
    n += 1;
    return [`${n}\u00a0${dot.site.nom}`];
  });
  return { names, numbered, unnamed: left.length - numbered.length };
}

/** Full where a town of the site is known, hollow where only its département is. */
function drawDot({ at: [cx, cy], lieu }: Pick<Dot, 'at' | 'lieu'>, r: number): string {
  if (lieu.placees > 0) return painted('circle', { cx, cy, r, 'stroke-width': 1.5 }, { fill: 'encre', stroke: 'fond' });
  return painted('circle', { cx, cy, r, 'stroke-width': 1.6 }, { fill: 'fond', stroke: 'encre' });
}

function key(places: readonly Place[], langue: Langue): Bande {
  const fr = langue === 'fr';
  const entry = (placees: number, words: string): LegendEntry => ({
    words,
    mark: (x, y) =>
      drawDot({ at: [x + MARK.width / 2, y + MARK.height / 2], lieu: { placees } as Lieu }, radiusFor(places.length)),
  });
  const tinted = (x: number, y: number): string =>
    painted('rect', { x, y, width: MARK.width, height: MARK.height }, { fill: 'territoire' });
  const hollow = places.some(({ lieu }) => lieu.placees === 0 && lieu.milieu !== null);
  const entries = [
    entry(1, fr ? 'Un site, au milieu de ses communes' : 'A site, in the middle of its communes'),
    ...(hollow
      ? [
          entry(
            0,
            fr
              ? 'Point de ses communes inconnu : milieu du département'
              : 'No point known of its communes: middle of the département',
          ),
        ]
      : []),
  ];
  entries.push({ mark: tinted, words: fr ? 'Département d’un site' : 'Département of a site' });
  return {
    height: 14 + legend(entries, 0, 0, WIDTH).height,
    draw: (_, y) => legend(entries, 0, y + 14, WIDTH).svg,
  };
}

function unknownSites(unknown: readonly Site[], langue: Langue): readonly Liste[] {
  if (unknown.length === 0) return [];
  const titre =
    langue === 'fr' ? 'Dossiers dont le périmètre est inconnu :' : 'Dossiers of which the perimeter is unknown:';
  return [{ titre, noms: unknown.map(({ nom }) => nom) }];
}

function unnamedSaid(count: number, langue: Langue): string {
  const n = nombre(count, langue);
  if (langue === 'en') return `${n} ${count === 1 ? 'name found' : 'names found'} no room on the map: see the table.`;
  return `${n} ${count < 2 ? 'nom n’a pas trouvé' : 'noms n’ont pas trouvé'} place sur la carte : voir le tableau.`;
}

function creditOf({ sites }: Comparaison, langue: Langue): string {
  const years = sites.flatMap(({ dossier }) => (typeof dossier.cog_annee === 'number' ? [dossier.cog_annee] : []));
  const year = years.length === 0 ? '' : ` ${Math.max(...years)}`;
  return langue === 'fr'
    ? `Communes : Code officiel géographique${year}, Insee ; points : GeoNames, CC BY 4.0 ; fond de carte : Natural Earth`
    : `Communes: Code officiel géographique${year}, Insee; points: GeoNames, CC BY 4.0; base map: Natural Earth`;
}

/** More names than this are read in the table. */
const SAID = 40;

function describe(places: readonly Place[], { france }: CarteComparee, langue: Langue): string {
  const fr = langue === 'fr';
  const start = fr ? 'Carte de France, un point par site.' : 'Map of France, one dot a site.';
  if (places.length > SAID) return `${start} ${fr ? 'Les sites sont dans le tableau.' : 'The sites are in the table.'}`;
  const each = places.map(({ site, lieu }) => {
    return `${site.nom} (${lieu.departements.map((code) => nomDuDepartement(france, code)).join(', ')})`;
  });
  return `${start} Sites${fr ? ' : ' : ': '}${each.join(fr ? ' ; ' : '; ')}.`;
}

function tableOfSites(
  { langue, comparaison }: FigureDemandee,
  { france, perimetres }: CarteComparee,
  places: readonly Place[],
  unknown: readonly Site[],
  title: string,
): ReturnType<typeof tableOf> {
  const fr = langue === 'fr';
  const titles = new Map(comparaison.sessions.map(({ id, session }) => [id, String(session.titre ?? id)]));
  const sessionOf = (id: unknown): string | null => (typeof id === 'string' ? (titles.get(id) ?? id) : null);
  const regionsOf = ({ id, dossier }: Site): string | null => {
    if (!Array.isArray(dossier.regions)) return null;
    const names = new Map(perimetres.get(id)?.regions.map(({ code, nom }) => [code, nom]));
    return dossier.regions.map((code) => names.get(code) ?? code).join(', ');
  };
  const rows = comparaison.sites.map((site) => {
    const own = places.filter((place) => place.site === site).flatMap(({ lieu }) => lieu.departements);
    const departements = unknown.includes(site) ? null : own.map((code) => nomDuDepartement(france, code)).join(', ');
    return [site.nom, sessionOf(site.dossier.session) ?? '', departements, regionsOf(site)];
  });
  const announced = annoncesOf(comparaison).flatMap(({ titre, noms }) => noms.map((nom) => [nom, titre, null, null]));
  const head = fr ? ['Site', 'Session', 'Départements', 'Régions'] : ['Site', 'Session', 'Départements', 'Regions'];
  return tableOf(title, head, [...rows, ...announced], langue);
}

function donneesOf(comparaison: Comparaison, places: readonly Place[], unknown: readonly Site[]) {
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  const placed = places.map(({ site, lieu }) => [
    ...[site.id, site.nom, site.dossier.session ?? null, lieu.territoire, lieu.departements],
    ...[lieu.communes.length, lieu.placees],
    ...(lieu.milieu === null ? [null, null] : lieu.milieu.map(round)),
  ]);
  const none = [null, null, null, null, null, null];
  return {
    colonnes: 'dossier nom session territoire departements communes communes_placees longitude latitude'.split(' '),
    lignes: [
      ...placed,
      ...unknown.map(({ id, nom, dossier }) => [id, nom, dossier.session ?? null, ...none]),
      ...annoncesOf(comparaison).flatMap(({ session, noms }) => noms.map((nom) => [null, nom, session, ...none])),
    ],
    origines: [
      { table: 'dossiers', colonnes: ['id', 'titre', 'territoire', 'session', 'departements', 'cog_annee'] },
      { table: 'perimetres', colonnes: ['dossier', 'commune', 'departement'] },
      { table: 'sessions', colonnes: ['id', 'titre', 'sites', 'sites_annonces'] },
    ],
  };
}
