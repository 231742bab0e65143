import type { DataOf, Perimetre } from '../model/types.gen.ts';
import type { Cog, Commune, Statut } from './cog.ts';
import { readCode } from './entry.ts';

/** The codes of a territoire or a secteur, as they are typed: bare or with their name. */
interface Listed {
  readonly communes?: readonly string[];
  readonly epci?: readonly string[];
  readonly departements?: readonly string[];
  readonly regions?: readonly string[];
}
export interface PerimetreInput extends Listed {
  readonly secteurs?: readonly (Listed & { readonly id: string })[];
}

type Row = Perimetre['communes'][number];
type Inconnu = Perimetre['inconnus'][number];
type Double = Perimetre['doubles'][number];

/** What one list of codes comes to. */
interface Resolved {
  readonly rows: readonly Row[];
  readonly inconnus: readonly Inconnu[];
}

/** Each key that holds codes, and what it is a code of. */
const keys = [
  ['communes', 'commune'],
  ['epci', 'epci'],
  ['departements', 'departement'],
  ['regions', 'region'],
] as const;

/**
 * The perimeter of a dossier: what territoire.yaml lists and the secteurs of echelle.yaml.
 * @param territoire, echelle as far as the dossier has them
 * @param cog the reference data
 */
export function perimetreOfDossier(
  territoire: DataOf['territoire'] | undefined,
  echelle: DataOf['echelle'] | undefined,
  cog: Cog,
): Perimetre {
  const secteurs = Object.entries(echelle?.secteurs ?? {}).map(([id, secteur]) => ({ id, ...listed(secteur) }));
  return perimetreOf({ ...listed(territoire ?? {}), secteurs }, cog);
}

function listed({ communes, epci, departements, regions }: Listed): Listed {
  return {
    ...(communes && { communes }),
    ...(epci && { epci }),
    ...(departements && { departements }),
    ...(regions && { regions }),
  };
}

/**
 * Resolves a perimeter, once: the union of what a territoire lists and of its secteurs, in communes of today, and what
 * follows from it.
 * @param input the codes as they are typed
 * @param cog the reference data
 * @returns the perimeter, sorted by code; codes that the data does not know are in `inconnus`, nothing is thrown
 */
export function perimetreOf(input: PerimetreInput, cog: Cog): Perimetre {
  const lists = [
    { listed: input, secteur: null },
    ...(input.secteurs ?? []).map((listed) => ({ listed, secteur: listed.id })),
  ];
  const found = lists.flatMap(({ listed, secteur }) => keys.map((key) => resolve(cog, listed, key, secteur)));
  const rows = distinctBy(
    found.flatMap((one) => one.rows),
    ({ commune, origine, secteur, code_saisi, statut }) => `${commune} ${origine} ${secteur} ${code_saisi} ${statut}`,
  ).sort(byRow);
  const communes = [...new Map(rows.map((row) => [row.commune, row])).values()];
  const codes = new Set(communes.map((row) => row.commune));
  const populations = communes.map((row) => row.population).filter((people) => people !== null);
  const epci = epciOf(
    cog,
    communes,
    codes,
    lists.flatMap(({ listed }) => listed.epci ?? []),
  );
  const departements = departementsOf(cog, communes);
  const regions = regionsOf(cog, communes);
  const annees = cog.annees;
  return {
    annees: { cog: annees.cog, epci: annees.epci, population: annees.population },
    nb_communes: communes.length,
    population: populations.length > 0 ? populations.reduce((sum, people) => sum + people, 0) : null,
    population_connue_sur: populations.length,
    communes: rows,
    epci,
    departements,
    regions,
    // An EPT lies inside the métropole: passing from one to the other crosses no border of an EPCI à fiscalité propre.
    franchit_epci: epci.filter(({ nature }) => nature !== 'EPT').length > 1,
    franchit_departement: departements.length > 1,
    franchit_region: regions.length > 1,
    sans_epci: communes.filter((row) => row.epci === null).map((row) => row.commune),
    doubles: distinct(lists.flatMap(({ listed }) => doublesOf(cog, listed))).sort(byCode),
    inconnus: distinct(found.flatMap((one) => one.inconnus)).sort((a, b) => compare(a.code_saisi, b.code_saisi)),
  };
}

function resolve(cog: Cog, listed: Listed, [key, genre]: (typeof keys)[number], secteur: string | null): Resolved {
  const rows: Row[] = [];
  const inconnus: Inconnu[] = [];
  const origine = secteur === null ? key : 'secteurs';
  for (const text of listed[key] ?? []) {
    const { code, nom } = readCode(text);
    const code_saisi = code ?? text;
    const reached = code === null ? null : reach(cog, genre, code, nom);
    if (!reached) inconnus.push({ code_saisi, genre });
    for (const { statut, commune } of reached ?? []) {
      const { nom: name, epci, departement, region, population } = commune;
      // Written out: on Node 20, objects made of spreads are slow to use.
      rows.push({
        code_saisi,
        origine,
        secteur,
        statut,
        commune: commune.code,
        nom: name,
        epci,
        departement,
        region,
        population,
      });
    }
  }
  return { rows, inconnus };
}

type Reached = readonly { readonly statut: Statut; readonly commune: Commune }[];

/** The communes of today behind one code, or null when the data does not know it. */
function reach(cog: Cog, genre: Inconnu['genre'], code: string, nom: string | null): Reached | null {
  if (genre === 'commune') {
    const resolved = cog.resolveCommune(code, nom);
    return resolved && [{ statut: resolved.statut, commune: resolved.actuelle }];
  }
  const communes = genre === 'region' ? communesOfRegion(cog, code) : communesOfGroup(cog, genre, code);
  return communes ? communes.flatMap((one) => reach(cog, 'commune', one, null) ?? []) : null;
}

/** Those of an EPCI that is no more are known too: a dossier keeps the codes of its year. */
function communesOfGroup(cog: Cog, genre: 'epci' | 'departement', code: string): readonly string[] | undefined {
  return (cog[genre](code) ?? (genre === 'epci' ? cog.epciDisparu(code) : null))?.communes;
}

function communesOfRegion(cog: Cog, code: string): readonly string[] | undefined {
  return cog.region(code)?.departements.flatMap((departement) => cog.departement(departement)?.communes ?? []);
}

/** The EPCI of the communes, and the EPT that are listed by name of their own. */
function epciOf(
  cog: Cog,
  communes: readonly Row[],
  inside: ReadonlySet<string>,
  listed: readonly string[],
): Perimetre['epci'] {
  const codes = new Set(communes.flatMap((row) => row.epci ?? []));
  for (const text of listed) codes.add(readCode(text).code ?? '');
  return [...codes]
    .flatMap((code) => cog.epci(code) ?? [])
    .map(({ code, nom, nature, communes: members }) => {
      const dedans = members.filter((member) => inside.has(member)).length;
      return {
        code,
        nom,
        nature,
        nb_communes: members.length,
        nb_communes_dedans: dedans,
        couverture: couverture(dedans, members.length),
      };
    })
    .sort(byCode);
}

function departementsOf(cog: Cog, communes: readonly Row[]): Perimetre['departements'] {
  const counts = new Map<string, number>();
  for (const { departement } of communes) counts.set(departement, (counts.get(departement) ?? 0) + 1);
  return [...counts]
    .flatMap(([code, dedans]) => {
      const departement = cog.compteDepartement(code);
      if (!departement) return [];
      const { nom, nb_communes } = departement;
      return [{ code, nom, nb_communes_dedans: dedans, couverture: couverture(dedans, nb_communes) }];
    })
    .sort(byCode);
}

function couverture(dedans: number, all: number): 'entiere' | 'partielle' {
  return dedans === all ? 'entiere' : 'partielle';
}

function regionsOf(cog: Cog, communes: readonly Row[]): Perimetre['regions'] {
  const codes = new Set(communes.flatMap((row) => row.region ?? []));
  return [...codes]
    .flatMap((code) => cog.region(code) ?? [])
    .map(({ code, nom }) => ({ code, nom }))
    .sort(byCode);
}

/** A commune and an EPCI that covers it, both in one list. A secteur inside the EPCI of the territoire is no double. */
function doublesOf(cog: Cog, listed: Listed): readonly Double[] {
  const epci = (listed.epci ?? []).flatMap((text) => cog.epci(readCode(text).code ?? '') ?? []);
  return (listed.communes ?? []).flatMap((text) => {
    const { code, nom } = readCode(text);
    const commune = code === null ? null : cog.resolveCommune(code, nom)?.actuelle;
    const covering = epci.filter((one) => commune && one.communes.includes(commune.code));
    return commune ? covering.map((one) => ({ code: commune.code, nom: commune.nom, epci: one.code })) : [];
  });
}

function distinct<T extends object>(things: readonly T[]): T[] {
  return distinctBy(things, (thing) => JSON.stringify(thing));
}

function distinctBy<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  return [...new Map(things.map((thing) => [keyOf(thing), thing])).values()];
}

const origines: readonly Row['origine'][] = ['communes', 'epci', 'departements', 'regions', 'secteurs'];

function byRow(a: Row, b: Row): number {
  return (
    compare(a.commune, b.commune) ||
    origines.indexOf(a.origine) - origines.indexOf(b.origine) ||
    compare(a.secteur ?? '', b.secteur ?? '') ||
    compare(a.code_saisi, b.code_saisi)
  );
}

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return compare(a.code, b.code);
}

/** By code unit, not locale: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
