import fc from 'fast-check';
import type { Comparaison, Fiche, Site } from '../src/compile/comparison/sites.ts';
import type { NommerLieu } from '../src/compile/comparison/valeurs.ts';

/** What a made-up site is said to be; what is not said is unknown. */
export interface Said {
  readonly dossier?: Fiche;
  readonly tables?: Readonly<Record<string, readonly Fiche[]>>;
}

/** A site of a comparison, from what is said of it. */
export function siteOf(id: string, { dossier = {}, tables = {} }: Said = {}): Site {
  return { id, nom: `Pays de ${id}`, groupe: null, dossier: { id, ...dossier }, rows: (table) => tables[table] ?? [] };
}

/** Sites compared, with as many announced beside as is said. */
export function comparing(sites: readonly Site[], announced = 0): Comparaison {
  return { sites, sessions: [], total: sites.length + announced };
}

/** Places are called by their codes. */
export const byCode: NommerLieu = () => null;

/** Whatever may be said of a site, in columns of each sort: a list, a code, a number, rows of other tables. */
export const anySaid: fc.Arbitrary<Said> = fc.record({
  dossier: fc.record({
    dispositif: fc.constantFrom(null, 'national', 'local', 'flash'),
    types: maybeSome('rural', 'littoral', 'montagne', 'urbain'),
    dynamiques: maybeSome('en_tension', 'en_deprise'),
    situations: maybeSome('crise', 'blocage'),
    niveau: fc.constantFrom(null, 'site', 'communale', 'inter_epci'),
    population: fc.constantFrom(null, 0, 9_999, 10_000, 49_999, 200_000),
    nb_communes: fc.constantFrom(null, 1, 2, 10, 11, 60),
  }),
  tables: fc.record({
    enjeux: rowsOf('theme', ['habitat', 'friches', 'mobilites', null]),
    ressources: rowsOf('type', ['naturelles', 'materielles', null]),
    principes: fc.array(fc.record({ visees: maybeSome('developpement', 'transition', 'sobriete') }), { maxLength: 3 }),
  }),
});

/** A few sites of different ids. */
export const anySites: fc.Arbitrary<readonly Site[]> = fc
  .array(anySaid, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((said, at) => siteOf(`s${at}`, said)));

function maybeSome(...codes: readonly string[]): fc.Arbitrary<readonly string[] | null> {
  return fc.option(fc.subarray([...codes]), { nil: null });
}

function rowsOf(column: string, codes: readonly (string | null)[]): fc.Arbitrary<readonly Fiche[]> {
  return fc.array(
    fc.constantFrom(...codes).map((code) => ({ [column]: code })),
    { maxLength: 3 },
  );
}
