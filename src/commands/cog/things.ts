import { type Cog, departementOf, type Epci, type ResolvedCommune, type Statut } from '../../cog/cog.ts';
import { checkEntry, type Proposition, readCode } from '../../cog/entry.ts';
import type { AncienNom } from '../../cog/past.ts';
import { type SearchHit, search } from '../../cog/search.ts';
import { communeOfSiren } from '../../cog/siren.ts';

/** A code and what it names. */
export interface Named {
  readonly code: string;
  readonly nom: string;
}
/** What a code was before, or is inside a commune. */
export interface Partie extends Named {
  readonly statut: Statut;
  readonly depuis: number | null;
}
export interface CommuneThing extends Named {
  readonly genre: 'commune';
  /** What was asked, when it is not today's commune: its code and name, what it is, since when, whether only its code changed. */
  readonly demande: (Partie & { readonly recodee: boolean }) | null;
  readonly departement: Named;
  readonly region: Named | null;
  readonly epci: Named | null;
  readonly population: number | null;
  readonly codes_postaux: readonly string[];
  /** What lies in it: déléguées, associées, arrondissements, communes that were merged into it. */
  readonly parties: readonly Partie[];
  /** Codes that it had in another département. */
  readonly anciens_codes: readonly Partie[];
  readonly anciens_noms: readonly AncienNom[];
}
export interface EpciThing extends Named {
  readonly genre: 'epci';
  readonly nature: Epci['nature'];
  readonly communes: readonly (Named & { readonly population: number | null })[];
  readonly departements: readonly (Named & { readonly communes: number })[];
  readonly population: number | null;
  readonly anciens_noms: readonly AncienNom[];
}
export interface DisparuThing extends Named {
  readonly genre: 'epci_disparu';
  readonly derniere_annee: number;
  readonly communes: readonly Named[];
  readonly successeurs: readonly (Named & { readonly communes: number })[];
}
export interface DepartementThing extends Named {
  readonly genre: 'departement';
  readonly region: Named | null;
  readonly communes: number;
  readonly epci: readonly Named[];
  readonly population: number | null;
}
export interface RegionThing extends Named {
  readonly genre: 'region';
  readonly departements: readonly Named[];
  readonly communes: number;
  readonly population: number | null;
}
export type Thing = CommuneThing | EpciThing | DisparuThing | DepartementThing | RegionThing;

/** What was found for what was typed. */
export interface Found {
  readonly things: readonly Thing[];
  /** Several bear the words, or share the postal code: the best first, ten at most. */
  readonly hits: readonly SearchHit[];
  /** More bear the words than are told. */
  readonly more: boolean;
  /** The hits are the communes of a postal code. */
  readonly postal: string | null;
  /** Nothing was found: what was probably meant. */
  readonly proposals: readonly Proposition[];
}

const shown = 10;

/**
 * What the reference data says of what was typed: codes, a code with its name, or words.
 * @param typed the arguments of the command, joined by spaces
 * @returns everything of these codes, or what bears the words, or what was probably meant
 */
export function lookUp(cog: Cog, typed: string): Found {
  const { code, nom } = readCode(typed);
  const codes = /^\w+(?:[\s,]+\w+)+$/.test(typed) && !/^\d{3} \d{3} \d{3}$/.test(typed) ? typed.split(/[\s,]+/) : [];
  if (codes.length > 1 && codes.every((one) => /^\d[\dab]\d*$/i.test(one))) {
    const all = codes.map((one) => ofCode(cog, one.toUpperCase(), null));
    return { ...nothing, things: all.flatMap((one) => one.things), proposals: all.flatMap((one) => one.proposals) };
  }
  return code === null ? ofWords(cog, typed) : ofCode(cog, code, nom);
}

const nothing: Found = { things: [], hits: [], more: false, postal: null, proposals: [] };

function ofCode(cog: Cog, code: string, nom: string | null): Found {
  const things = thingsOf(cog, code, nom);
  const communes = cog.codePostal(code);
  const hits = communes.flatMap((one) => search(cog, one, { kinds: ['commune'], limit: 1 }));
  if (hits.length > 0)
    return { ...nothing, things, hits: hits.slice(0, shown), more: hits.length > shown, postal: code };
  if (things.length > 0) return { ...nothing, things };
  const genre = code.length > 6 ? 'epci' : code.length > 3 ? 'commune' : 'departement';
  return { ...nothing, proposals: checkEntry(cog, genre, nom === null ? code : `${code} ${nom}`).propositions };
}

/** A code may be of several things: 75 is a département and a région, 49092 a commune and a déléguée of it. */
function thingsOf(cog: Cog, code: string, nom: string | null): readonly Thing[] {
  const commune = cog.resolveCommune(code, nom) ?? cog.resolveCommune(communeOfSiren(code) ?? '');
  const epci = cog.epci(code);
  return [
    ...(commune ? [communeThing(cog, commune)] : []),
    ...(epci ? [epciThing(cog, epci)] : []),
    ...disparuThings(cog, code),
    ...departementThings(cog, code),
    ...regionThings(cog, code),
  ];
}

function ofWords(cog: Cog, words: string): Found {
  const hits = search(cog, words, { limit: shown + 1 });
  const [only] = hits;
  if (only && hits.length === 1) return { ...nothing, things: thingOfHit(cog, only) };
  if (only) return { ...nothing, hits: hits.slice(0, shown), more: hits.length > shown };
  const near = (['commune', 'epci', 'departement', 'region'] as const).flatMap(
    (genre) => checkEntry(cog, genre, words).propositions,
  );
  return { ...nothing, proposals: near };
}

function thingOfHit(cog: Cog, { genre, code, nom }: SearchHit): readonly Thing[] {
  if (genre === 'departement') return departementThings(cog, code);
  if (genre === 'region') return regionThings(cog, code);
  return thingsOf(cog, code, nom);
}

function communeThing(cog: Cog, found: ResolvedCommune): CommuneThing {
  const { actuelle } = found;
  const { code, nom, region, epci, population, codes_postaux } = actuelle;
  const parts = [code, ...actuelle.anciens].flatMap((one) => cog.ancienne(one) ?? []);
  const told = parts.map((one) => ({ ...partie(one), recodee: one.recodee }));
  const asked = found.code !== code || found.statut !== (region === null ? 'com' : 'actuelle');
  return {
    ...{ genre: 'commune', code, nom },
    demande: asked ? { ...partie(found), recodee: found.recodee } : null,
    departement: named(departementOf(code), cog.departement(departementOf(code))),
    region: region === null ? null : named(region, cog.region(region)),
    epci: epci === null ? null : named(epci, cog.epci(epci)),
    ...{ population, codes_postaux },
    parties: [...told.filter((one) => !one.recodee).map(bare), ...arrondissements(cog, code)],
    anciens_codes: told.filter((one) => one.recodee).map(bare),
    anciens_noms: cog.anciensNoms(code),
  };
}

function partie({ code, nom, statut, depuis }: ResolvedCommune): Partie {
  return { code, nom: nom ?? '', statut, depuis };
}

function bare({ code, nom, statut, depuis }: Partie): Partie {
  return { code, nom, statut, depuis };
}

function arrondissements(cog: Cog, commune: string): readonly Partie[] {
  return cog.table
    .under('M')
    .filter(([, , lien]) => lien === commune)
    .map(([key = '', nom = '']) => ({ code: key.slice(1), nom, statut: 'arrondissement', depuis: null }));
}

function named(code: string, thing: { readonly nom: string } | null): Named {
  return { code, nom: thing?.nom ?? '' };
}

function epciThing(cog: Cog, { code, nom, nature, communes, population }: Epci): EpciThing {
  const counts = new Map<string, number>();
  for (const one of communes) counts.set(departementOf(one), (counts.get(departementOf(one)) ?? 0) + 1);
  return {
    ...{ genre: 'epci', code, nom, nature, population },
    communes: communes.map((one) => {
      const commune = cog.commune(one);
      return { ...named(one, commune), population: commune?.population ?? null };
    }),
    departements: [...counts].map(([one, held]) => ({ ...named(one, cog.departement(one)), communes: held })),
    anciens_noms: cog.anciensNoms(code),
  };
}

function disparuThings(cog: Cog, code: string): readonly DisparuThing[] {
  const found = cog.epciDisparu(code);
  if (found === null) return [];
  const { nom, derniere_annee, communes, successeurs } = found;
  return [
    {
      ...{ genre: 'epci_disparu', code, nom, derniere_annee },
      communes: communes.map((one) => ({ code: one, nom: cog.resolveCommune(one)?.nom ?? '' })),
      successeurs: successeurs.map(({ epci, communes: held }) => ({ ...named(epci.code, epci), communes: held })),
    },
  ];
}

function departementThings(cog: Cog, code: string): readonly DepartementThing[] {
  const found = cog.departement(code);
  if (found === null) return [];
  const { nom, region, communes, population } = found;
  const epci = new Set(communes.flatMap((one) => cog.commune(one)?.epci ?? []));
  return [
    {
      ...{ genre: 'departement', code, nom, population, communes: communes.length },
      region: region === null ? null : named(region, cog.region(region)),
      epci: [...epci].sort().map((one) => named(one, cog.epci(one))),
    },
  ];
}

function regionThings(cog: Cog, code: string): readonly RegionThing[] {
  const found = cog.region(code);
  if (found === null) return [];
  const departements = found.departements.map((one) => ({ one, thing: cog.departement(one) }));
  return [
    {
      ...{ genre: 'region', code, nom: found.nom, population: found.population },
      departements: departements.map(({ one, thing }) => named(one, thing)),
      communes: departements.reduce((sum, { thing }) => sum + (thing?.communes.length ?? 0), 0),
    },
  ];
}
