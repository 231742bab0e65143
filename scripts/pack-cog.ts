/**
 * Packs the Code officiel géographique into one text table, sorted by bytes, that src/cog/ searches without parsing.
 * Run: `tsx scripts/pack-cog.ts`. Same package, same bytes: a test compares the committed file with a fresh packing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nameLines } from './cog/names.ts';
import { type Changes, epciPastRows, nameRows, readChanges } from './cog/past.ts';

/** What the package's files hold, as far as it is read here. */
interface SourceCommune {
  readonly code: string;
  readonly nom: string;
  readonly zone: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly departement: string;
  readonly region: string;
  readonly population?: number;
  readonly codesPostaux?: readonly string[];
  readonly anciensCodes?: readonly string[];
  readonly chefLieu?: string;
  readonly commune?: string;
}
interface SourceGroup {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly membres: readonly { readonly code: string }[];
}
interface SourceArea {
  readonly code: string;
  readonly nom: string;
  readonly zone: string;
  readonly region?: string;
}
export interface CogSource {
  readonly communes: readonly SourceCommune[];
  readonly epci: readonly SourceGroup[];
  readonly ept: readonly SourceGroup[];
  readonly departements: readonly SourceArea[];
  readonly regions: readonly SourceArea[];
  readonly changes: Changes;
}

/** What each kind of row holds; the first letter of a key is its kind, since a code alone is not a key. */
const header = [
  '# Code officiel géographique (INSEE), composition des EPCI (DGCL), codes postaux (La Poste), Licence Ouverte 2.0.',
  '# Fait par scripts/pack-cog.ts depuis @etalab/decoupage-administratif 6.0.0 : ne pas modifier à la main.',
  '# A  année : nom, valeur',
  '# C  commune actuelle : nom, EPCI, population, codes postaux, codes des communes réunies en elle',
  '# D  département ou collectivité : nom, région (vide outre-mer sans région), population',
  '# E  EPCI à fiscalité propre : nom, nature, population, communes',
  '# F  code d’une ancienne commune : nom, commune actuelle, depuis, « code » si elle a seulement changé de code',
  '# G  EPCI disparu : nom, nature, dernière année, communes de cette année-là',
  '# L  commune déléguée : nom, commune actuelle, depuis',
  '# M  arrondissement municipal : nom, commune actuelle, population, codes postaux',
  '# N  ancien nom, par code et dernière année : nom, commune actuelle ou EPCI',
  '# P  code postal : communes actuelles',
  '# R  région : nom, départements, population',
  '# S  commune associée : nom, commune actuelle, depuis',
  '# T  établissement public territorial : nom, nature, population, communes',
  '# La population d’un ensemble est la somme des communes connues ; celle du fichier des EPCI est d’une autre année.',
];

/** The package says 2026 of all its files, but its EPCI are those of 2025; Mayotte's last known population is of 2017. */
const annees = { cog: 2026, epci: 2025, epci_depuis: 2019, population: 2023, population_mayotte: 2017 };

type Cells = readonly (string | number | readonly string[] | undefined)[];

/**
 * Packs the package's tables into lines `K<code>⇥cell⇥cell…`, sorted by bytes, after a header of `#` lines; then the
 * names, folded for the search. The first line says how many bytes the sorted lines take.
 * @param source the package's JSON files, parsed, and what changed over the years
 * @returns the text; throws when the source contradicts itself (a successor or a member that does not exist)
 */
export function packCog(source: CogSource): string {
  const sum = summer(source.communes);
  const rows = [
    ...Object.entries(annees).map(([name, year]) => row('A', name, [year])),
    ...communeRows(source),
    ...nameRows(source.changes, successors(source.communes)),
    ...epciPastRows(source.changes),
    ...postalRows(source.communes),
    ...source.epci.map((epci) => groupRow('E', epci, sum)),
    ...source.ept.map((ept) => groupRow('T', ept, sum)),
    ...areaRows(source, sum),
  ];
  const sorted = rows.sort(byCodeUnit);
  const table = `${[...header, ...sorted].join('\n')}\n`;
  const first = (size: number) => `# ${String(size).padStart(8, '0')} octets de lignes triées, puis les noms repliés\n`;
  const size = Buffer.byteLength(first(0)) + Buffer.byteLength(table);
  return `${first(size)}${table}${nameLines(sorted)}`;
}

function communeRows(source: CogSource): string[] {
  const current = new Set(source.communes.filter((c) => c.type === 'commune-actuelle').map((c) => c.code));
  const epci = new Map(source.epci.flatMap((e) => e.membres.map((m) => [m.code, e.code] as const)));
  for (const member of epci.keys()) mustExist(current, member);
  const merged = successors(source.communes);
  const mergedInto = new Map<string, string[]>();
  for (const [code, into] of merged) mergedInto.set(into, [...(mergedInto.get(into) ?? []), code]);
  for (const successor of merged.values()) mustExist(current, successor);
  const names = new Map(source.communes.flatMap((c) => (current.has(c.code) && !c.chefLieu ? [[c.code, c.nom]] : [])));
  const named = new Set<string>();
  const { fin, lien } = source.changes;
  const rows: string[] = [];
  for (const c of source.communes) {
    if (c.type !== 'commune-actuelle') named.add(c.code);
    const postal = [...(c.codesPostaux ?? [])].sort(byCodeUnit);
    if (c.type === 'commune-actuelle') {
      const anciens = (mergedInto.get(c.code) ?? []).sort(byCodeUnit);
      rows.push(row('C', c.code, [c.nom, epci.get(c.code), c.population, postal, anciens]));
    } else if (c.type === 'arrondissement-municipal') {
      rows.push(row('M', c.code, [c.nom, c.commune, c.population, postal]));
    } else if (c.code !== c.chefLieu || c.nom !== names.get(c.code)) {
      // A déléguée with the code and the name of its commune adds nothing to it.
      rows.push(row(c.type === 'commune-deleguee' ? 'L' : 'S', c.code, [c.nom, c.chefLieu, lien.get(c.code)]));
    }
  }
  for (const [code, successor] of merged) {
    const { nom, depuis, motif } = fin.get(code) ?? {};
    if (!named.has(code)) rows.push(row('F', code, [nom, successor, depuis, motif]));
  }
  return rows;
}

/** Former code → today's commune. What a déléguée or associée says of itself is of today, and wins over the history. */
function successors(communes: readonly SourceCommune[]): Map<string, string> {
  const found = new Map(communes.flatMap((c) => (c.anciensCodes ?? []).map((code) => [code, c.code] as const)));
  for (const c of communes) if (c.chefLieu && c.chefLieu !== c.code) found.set(c.code, c.chefLieu);
  return found;
}

function postalRows(communes: readonly SourceCommune[]): string[] {
  const found = new Map<string, Set<string>>();
  for (const c of communes) {
    for (const postal of c.codesPostaux ?? []) {
      found.set(postal, (found.get(postal) ?? new Set()).add(c.commune ?? c.code));
    }
  }
  return [...found].map(([postal, codes]) => row('P', postal, [[...codes].sort(byCodeUnit)]));
}

type Sum = (codes: readonly string[]) => number | undefined;

/** Adds up the people of communes; those whose population is unknown count for nothing, and nothing known is no sum. */
function summer(communes: readonly SourceCommune[]): Sum {
  const people = new Map(communes.filter((c) => c.type === 'commune-actuelle').map((c) => [c.code, c.population]));
  return (codes) => codes.reduce((total, code) => total + (people.get(code) ?? 0), 0) || undefined;
}

function groupRow(kind: 'E' | 'T', group: SourceGroup, sum: Sum): string {
  const codes = group.membres.map((member) => member.code).sort(byCodeUnit);
  return row(kind, group.code, [group.nom, group.type, sum(codes), codes]);
}

/** Départements and régions. The package invents a région for each collectivité d'outre-mer: there is none. */
function areaRows({ communes, departements, regions }: CogSource, sum: Sum): string[] {
  const current = communes.filter((c) => c.type === 'commune-actuelle');
  return [
    ...departements.map((d) => {
      const codes = current.filter((c) => c.departement === d.code).map((c) => c.code);
      return row('D', d.code, [d.nom, d.zone === 'com' ? '' : d.region, sum(codes)]);
    }),
    ...regions
      .filter((region) => region.zone !== 'com')
      .map((r) => {
        const codes = current.filter((c) => c.region === r.code).map((c) => c.code);
        const inside = departements.filter((d) => d.region === r.code).map((d) => d.code);
        return row('R', r.code, [r.nom, inside.sort(byCodeUnit), sum(codes)]);
      }),
  ];
}

function row(kind: string, code: string, cells: Cells): string {
  const written = cells.map((cell) => (Array.isArray(cell) ? cell.join('|') : String(cell ?? '')));
  return [kind + code, ...written].join('\t').trimEnd();
}

function mustExist(current: ReadonlySet<string>, code: string): void {
  if (!current.has(code)) throw new Error(`${code} is not a current commune: the package contradicts itself`);
}

/** By code unit, not locale: the same on every machine. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Reads the package's JSON files from node_modules, and the changes beside the packed file. */
export function readSource(): CogSource {
  const read = (name: string): unknown =>
    JSON.parse(
      readFileSync(
        new URL(`../node_modules/@etalab/decoupage-administratif/data/${name}.json`, import.meta.url),
        'utf8',
      ),
    );
  return {
    communes: read('communes') as SourceCommune[],
    epci: read('epci') as SourceGroup[],
    ept: read('ept') as SourceGroup[],
    departements: read('departements') as SourceArea[],
    regions: read('regions') as SourceArea[],
    changes: readChanges(readFileSync(new URL('../src/cog/changes.gen.tsv', import.meta.url), 'utf8')),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = packCog(readSource());
  writeFileSync(new URL('../src/cog/cog.gen.tsv', import.meta.url), text);
  console.log(`src/cog/cog.gen.tsv: ${text.split('\n').length - 1} lines, ${Buffer.byteLength(text)} bytes`);
}
