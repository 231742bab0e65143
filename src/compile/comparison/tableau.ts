import { nombre } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import type { FigureDemandee } from './figure.ts';
import { cellSaid, codeOf, codesIn, labelIn, numberOf, valuesOf, yearsSaid } from './said.ts';
import { type Site, textOf } from './sites.ts';

const TABLE = 'dossiers';

/** The columns of `dossiers` that say who a site is. */
export const COLONNES = [
  'id',
  'territoire',
  'titre',
  'regions',
  'dispositif',
  'session',
  'debut_annee',
  'fin_annee',
  'niveau',
  'nb_communes',
  'population',
  'population_annee',
  'types',
] as const;

/** Who a site is, in words; null is unknown. */
export interface Identite {
  readonly site: Site;
  readonly regions: string | null;
  readonly dispositif: string | null;
  /** The session's title; '' for an atelier that is of no session because of its dispositif. */
  readonly session: string | null;
  readonly annees: string | null;
  readonly niveau: string | null;
  readonly communes: string | null;
  readonly habitants: string | null;
  readonly population: number | null;
  /** Of the population. */
  readonly annee: number | null;
  readonly types: string | null;
}

/** Who each site is, in the order given. */
export function identitesOf(asked: FigureDemandee): readonly Identite[] {
  const { comparaison, langue } = asked;
  const region = regionsSaid(asked);
  const number = (value: number | null): string | null => (value === null ? null : nombre(value, langue));
  return comparaison.sites.map((site): Identite => {
    const { dossier } = site;
    const population = numberOf(dossier.population);
    return {
      site,
      regions: listSaid(valuesOf(dossier.regions), region, langue),
      dispositif: cellSaid(TABLE, 'dispositif', dossier.dispositif, langue),
      session: sessionSaid(asked, site),
      annees: yearsSaid(numberOf(dossier.debut_annee), numberOf(dossier.fin_annee)),
      niveau: cellSaid(TABLE, 'niveau', dossier.niveau, langue),
      communes: number(numberOf(dossier.nb_communes)),
      habitants: number(population),
      population,
      annee: population === null ? null : numberOf(dossier.population_annee),
      types: cellSaid(TABLE, 'types', dossier.types, langue),
    };
  });
}

function listSaid(codes: readonly string[] | null, said: (code: string) => string, langue: Langue): string | null {
  if (codes === null) return null;
  return codes.length === 0 ? (langue === 'fr' ? 'aucune' : 'none') : codes.map(said).join(', ');
}

/** The names of régions, from the perimeters that maps are drawn from; else their codes. */
function regionsSaid({ carte, langue }: FigureDemandee): (code: string) => string {
  const named = [...(carte?.perimetres.values() ?? [])].flatMap(({ regions }) => regions);
  const names = new Map(named.map(({ code, nom }) => [code, nom]));
  return (code) => names.get(code) ?? (langue === 'fr' ? `région ${code}` : `region ${code}`);
}

/** A session is for national ateliers: the others have none, and that is known. */
function sessionSaid({ comparaison }: FigureDemandee, { dossier }: Site): string | null {
  const session = textOf(dossier.session);
  if (session === undefined) return dossier.dispositif === 'national' ? null : '';
  return textOf(comparaison.sessions.find(({ id }) => id === session)?.session.titre) ?? session;
}

/** How many sites share each value of something, and of how many it is unknown. */
export interface Repartition {
  readonly titre: string;
  readonly valeurs: readonly { readonly libelle: string; readonly combien: number }[];
  readonly inconnus: number;
}

/** What sites share: dispositif, scale, types, régions; a site of several types counts in each. */
export function repartitions(asked: FigureDemandee, all: readonly Identite[]): readonly Repartition[] {
  const { langue } = asked;
  const fr = langue === 'fr';
  const region = regionsSaid(asked);
  const coded = (column: string): readonly string[] => codesIn(TABLE, column);
  const one = (titre: string, column: string): Repartition => {
    const cells = all.map(({ site }) => valuesOfCell(site, column));
    const found = new Set(cells.flatMap((values) => values ?? []));
    const label = (code: string): string =>
      column === 'regions' ? region(code) : labelIn(TABLE, column, code, langue);
    // Codes of régions have no order of display: theirs is that of the COG.
    const order = [...coded(column), ...[...found].sort()];
    return {
      titre,
      valeurs: [...new Set(order)]
        .filter((code) => found.has(code))
        .map((code) => ({ libelle: label(code), combien: cells.filter((values) => values?.includes(code)).length })),
      inconnus: cells.filter((values) => values === null).length,
    };
  };
  return [
    one(fr ? 'Dispositif' : 'Scheme', 'dispositif'),
    one(fr ? 'Échelle' : 'Scale', 'niveau'),
    one(fr ? 'Types de territoire' : 'Types of territory', 'types'),
    one(fr ? 'Régions' : 'Regions', 'regions'),
  ];
}

function valuesOfCell({ dossier }: Site, column: string): readonly string[] | null {
  const code = codeOf(dossier[column]);
  return code === null ? valuesOf(dossier[column]) : [code];
}
