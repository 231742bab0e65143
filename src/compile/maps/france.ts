import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { pointOf } from './path.ts';
import { type Box, boxOf, overlap } from './plane.ts';
import { projected } from './project.ts';

/** What is known of a département, or of a collectivité d'outre-mer, beside its shape. Its id is its INSEE code. */
export interface DepartementForme {
  readonly nom: string;
  /** Null in a collectivité d'outre-mer. */
  readonly region: string | null;
}

/** A piece of a country: the zone around a part of France that it was cut to. */
export interface PaysForme {
  readonly zone: Box;
}

/** A shape, by its arcs. */
export type Shape<P extends object> = Polygon<P> | MultiPolygon<P>;

/** A shape and where it lies, in degrees. */
interface Lying<P extends object> {
  readonly shape: Shape<P>;
  readonly box: Box;
}

/** The shapes that maps are drawn from: Natural Earth, public domain, at 1:10 000 000. */
export interface France {
  readonly topology: Topology;
  readonly departements: readonly (Lying<DepartementForme> & DepartementForme & { readonly code: string })[];
  readonly voisins: readonly Lying<PaysForme>[];
}

type Packed = Topology<{
  readonly departements: GeometryCollection<DepartementForme>;
  readonly voisins: GeometryCollection<PaysForme>;
}>;

/**
 * Reads the packed shapes that `scripts/pack-france.ts` makes.
 * @param text the file's text
 * @returns the shapes
 */
export function openFrance(text: string): France {
  // The file is ours, and a test compares it with a fresh packing.
  const packed = JSON.parse(text) as Packed;
  const topology = projected(packed, (place) => place);
  const lying = <P extends object>(shape: Shape<P>): Lying<P>[] => {
    const box = boxOfShape(topology, shape);
    return box ? [{ shape, box }] : [];
  };
  return {
    topology,
    departements: packed.objects.departements.geometries
      .filter(isShape)
      .flatMap((shape) =>
        lying(shape).map((one) => ({ ...one, code: String(shape.id), nom: '', region: null, ...shape.properties })),
      ),
    voisins: packed.objects.voisins.geometries.filter(isShape).flatMap(lying),
  };
}

function isShape<P extends object>(geometry: GeometryObject<P>): geometry is Shape<P> {
  return geometry.type === 'MultiPolygon' || geometry.type === 'Polygon';
}

function boxOfShape(topology: Topology, shape: Shape<object>): Box | null {
  const { geometry } = feature(topology, { ...shape, type: 'MultiPolygon', arcs: polygonArcs(shape) });
  return boxOf(geometry.coordinates.flat(2).map(pointOf));
}

function polygonArcs(shape: Shape<object>): MultiPolygon['arcs'] {
  return shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
}

/** Some shapes with their arcs only. */
export interface Part {
  readonly topology: Topology;
  readonly departements: readonly (MultiPolygon<DepartementForme> & { readonly code: string })[];
  readonly voisins: readonly MultiPolygon[];
}

/**
 * The shapes that a map needs, so that it lays no others.
 * @param france all shapes
 * @param near where the map looks, in degrees
 * @param wanted which départements, by code
 * @returns départements and pieces of countries in that box
 */
export function partOf(france: France, near: Box, wanted: (code: string) => boolean = () => true): Part {
  const arcs: Topology['arcs'] = [];
  const places = new Map<number, number>();
  const moved = (index: number): number => {
    const old = index < 0 ? ~index : index;
    const place = places.get(old) ?? arcs.push(france.topology.arcs[old] ?? []) - 1;
    places.set(old, place);
    return index < 0 ? ~place : place;
  };
  const taken = <P extends object>(shape: Shape<P>): MultiPolygon<P> => ({
    ...shape,
    type: 'MultiPolygon',
    arcs: polygonArcs(shape).map((polygon) => polygon.map((ring) => ring.map(moved))),
  });
  const departements = france.departements
    .filter(({ code, box }) => wanted(code) && overlap(box, near))
    .map(({ shape, code }) => ({ ...taken(shape), code }));
  const voisins = france.voisins.filter(({ box }) => overlap(box, near)).map(({ shape }) => taken(shape));
  return { departements, voisins, topology: { type: 'Topology', objects: {}, arcs } };
}
