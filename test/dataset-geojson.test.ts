import { describe, expect, it } from 'vitest';
import { geojsonBetween, geojsonFoot, geojsonHead, perimetreFeature } from '../src/compile/dataset/geojson.ts';
import type { CartePerimetre } from '../src/compile/maps/asked.ts';
import type { Contours } from '../src/compile/maps/contours.ts';
import { tableOf } from '../src/schema/columns.ts';
import { carres, cas, cog, hasContours, NOZAY, vrais } from './maps-sample.ts';

type Ring = readonly (readonly [number, number])[];
interface Feature {
  readonly type: string;
  readonly id: string;
  readonly bbox: readonly number[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: readonly (readonly Ring[])[] };
}

const dossiers = tableOf('dossiers');
if (dossiers === undefined) throw new Error('no table');
const table = dossiers;

function lineOf(
  { perimetre, contours, source }: CartePerimetre,
  cells: Readonly<Record<string, string | number | boolean>> = {},
) {
  const row = table.columns.map(({ name }) => cells[name] ?? null);
  return perimetreFeature(table, { row, perimetre, contours, source }, cog);
}

function featureOf(carte: CartePerimetre, cells: Readonly<Record<string, string | number | boolean>> = {}): Feature {
  const line = lineOf(carte, cells);
  if (line === null) throw new Error('no feature');
  expect(line).not.toContain('\n');
  return JSON.parse(line);
}

function areaOf(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x, y], at) => {
    const [ax, ay] = ring[at] ?? [x, y];
    return sum + (ax * y - x * ay) / 2;
  }, 0);
}

/** What RFC 7946 asks, and what does not hold. */
function faults({ type, bbox, geometry }: Feature): readonly string[] {
  const points = geometry.coordinates.flat(2);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const rings = geometry.coordinates.flatMap((polygon) => polygon.map((ring, at) => ({ ring, outline: at === 0 })));
  return [
    ...(type === 'Feature' && geometry.type === 'MultiPolygon' ? [] : ['type']),
    ...(JSON.stringify(bbox) === JSON.stringify(box) ? [] : ['bbox']),
    ...rings.flatMap(({ ring, outline }) => [
      ...(ring.length >= 4 && String(ring[0]) === String(ring.at(-1)) ? [] : ['not closed']),
      ...(ring.some((point, at) => at > 0 && String(point) === String(ring[at - 1])) ? ['repeated'] : []),
      ...(areaOf(ring) > 0 === outline ? [] : ['turns the wrong way']),
    ]),
    ...(points.every((point) => point.length === 2 && point.every((at) => Number(at.toFixed(6)) === at))
      ? []
      : ['decimals']),
  ];
}

const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const shapes = (
  ...all: readonly (readonly [code: string, rings: readonly (readonly number[])[][], more?: object])[]
): Contours => ({
  type: 'FeatureCollection',
  features: all.map(([code, coordinates, more]) => ({
    type: 'Feature',
    properties: { code, ...more },
    geometry: { type: 'Polygon', coordinates: coordinates.map((ring) => ring.map((point) => [...point])) },
  })),
});
const [one = '', two = '', three = ''] = NOZAY;

describe('perimetres.geojson', () => {
  it('fait une surface des communes, sans les limites entre elles', () => {
    const { geometry, bbox } = featureOf(cas('x', { communes: [one, two] }, carres([one, two])));
    expect(bbox).toEqual([-1.7, 47.5, -1.5, 47.57]);
    expect(geometry.coordinates).toHaveLength(1);
    expect(geometry.coordinates[0]).toHaveLength(1);
    expect(areaOf(geometry.coordinates[0]?.[0] ?? [])).toBeCloseTo(0.2 * 0.07, 9);
  });

  it('tourne contours et trous comme la RFC le demande, garde une enclave vide, ôte l’altitude', () => {
    const hole = square(-1.66, 47.54, 0.01);
    const high = square(-1.7, 47.5, 0.1).map(([x, y]) => [x, y, 12]);
    const feature = featureOf(cas('x', { communes: [one] }, shapes([one, [high, hole]])));
    expect(faults(feature)).toEqual([]);
    expect(feature.geometry.coordinates[0]?.map((ring) => ring.length)).toEqual([5, 5]);
  });

  it('dit ce que dit la table des dossiers, et d’où viennent les contours', () => {
    const cells = { id: 'val', titre: 'Le « val »', session: 's-2026', nb_communes: 3, population: 0, fictif: false };
    const { id, properties } = featureOf(cas('x', { communes: [one, two, three] }, carres([one, two])), cells);
    expect(id).toBe('val');
    expect(properties).toEqual({
      ...cells,
      dispositif: null,
      phase: null,
      territoire: null,
      communes_dessinees: 2,
      contours_source: 'IGN Admin Express',
      contours_annee: 2018,
    });
  });

  it('n’invente rien : ni contours, ni voisines, ni origine', () => {
    expect(lineOf(cas('x', { communes: [one] }, null))).toBeNull();
    expect(lineOf(cas('x', { communes: [one] }, carres([two])))).toBeNull();
    expect(lineOf(cas('x', { communes: [one] }, shapes([one, [square(-1.7, 47.5, 1e-7)]])))).toBeNull();
    const alone = { ...cas('x', { communes: [one] }, carres([one, two])), source: null };
    const { properties, bbox } = featureOf(alone);
    expect([properties.communes_dessinees, properties.contours_source, properties.contours_annee]).toEqual([
      1,
      null,
      null,
    ]);
    expect(properties.nb_communes).toBeNull();
    expect(bbox).toEqual([-1.7, 47.5, -1.6, 47.57]);
  });

  it('redonne la même ligne, quel que soit l’ordre des contours et le point où ils commencent', () => {
    const made = carres(NOZAY);
    const other: Contours = {
      ...made,
      features: made.features.toReversed().map((feature) => {
        if (feature.geometry?.type !== 'Polygon') return feature;
        const [ring = []] = feature.geometry.coordinates;
        const turned = [...ring.slice(2, -1), ...ring.slice(0, 3)];
        return { ...feature, geometry: { type: 'Polygon', coordinates: [turned] } };
      }),
    };
    const asked = { communes: [...NOZAY] };
    expect(lineOf(cas('x', asked, other))).toBe(lineOf(cas('x', asked, made)));
  });

  it('est du JSON, avec zéro, un ou deux périmètres', () => {
    for (const codes of [[], [one], [one, two]]) {
      const lines = codes.map((code) => lineOf(cas('x', { communes: [code] }, carres([code])), { id: code }));
      const { type, features } = JSON.parse(geojsonHead + lines.join(geojsonBetween) + geojsonFoot);
      expect([type, features.map(({ id }: Feature) => id)]).toEqual(['FeatureCollection', codes]);
    }
  });

  it.skipIf(!hasContours)('dessine juste les vrais territoires', () => {
    const made = Object.values(vrais()).map((carte) => featureOf(carte));
    expect(made.map(faults)).toEqual([[], [], [], []]);
    expect(made.map(({ properties }) => properties.communes_dessinees)).toEqual([13, 47, 1, 7]);
  });
});
