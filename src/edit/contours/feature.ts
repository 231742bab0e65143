import { codeIn } from '../commune-code.ts';
import type { Polygon, Ring } from './ring.ts';

/** What a feature of a file of contours says, before anything is made of it. */
export interface Read {
  /** A code of commune of some year; null when no property looks like one. */
  readonly code: string | null;
  /** True when its first zero was lost. */
  readonly mended: boolean;
  readonly nom: string | null;
  /** What stands there instead of a code of commune, to be shown. */
  readonly shown: string | null;
}

/** The properties that hold the INSEE code, the surest first: IGN, INSEE, open data portals, geo.api.gouv.fr, OpenStreetMap. */
const codeKeys = [
  ...[
    'insee_com',
    'code_insee',
    'insee',
    'codgeo',
    'depcom',
    'code_commune',
    'codecommune',
    'com_code',
    'com_current_code',
  ],
  ...['dcoe_c_cod', 'ref:insee', 'code', 'insee_cad', 'com', 'id'],
];
const nameKeys = [
  'nom_com',
  'nom_commune',
  'nom',
  'libgeo',
  'nom_officiel',
  'com_name',
  'dcoe_l_lib',
  'libelle',
  'name',
];

/**
 * Reads the code and the name of a feature.
 * @param feature parsed JSON that nothing has checked
 */
export function readFeature(feature: unknown): Read {
  const properties = new Map<string, unknown>();
  for (const [key, value] of [...entriesOf(field(feature, 'properties')), ['id', field(feature, 'id')] as const]) {
    if (!properties.has(key.toLowerCase())) properties.set(key.toLowerCase(), value);
  }
  const name = nameKeys.map((key) => words(properties.get(key))).find((word) => word !== null) ?? null;
  let shown: string | null = null;
  for (const key of codeKeys) {
    const word = words(properties.get(key));
    if (word === null) continue;
    const code = codeIn(word);
    if (code !== null) return { ...code, nom: name, shown: word };
    shown ??= word;
  }
  return { code: null, mended: false, nom: name, shown };
}

/**
 * The polygons of a feature.
 * @returns null when it has no surface, or coordinates that are no pairs of numbers
 */
export function polygonsOf(feature: unknown): readonly Polygon[] | null {
  const geometry = field(feature, 'geometry');
  const type = field(geometry, 'type');
  const coordinates = field(geometry, 'coordinates');
  if (type !== 'Polygon' && type !== 'MultiPolygon') return null;
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons)) return null;
  const read = polygons.map(polygonOf);
  const found = read.filter((polygon) => polygon !== null);
  return found.length > 0 && found.length === read.length ? found : null;
}

function polygonOf(value: unknown): Polygon | null {
  if (!Array.isArray(value)) return null;
  const rings = value.map(ringOf);
  const found = rings.filter((ring) => ring !== null);
  return found.length > 0 && found.length === rings.length ? found : null;
}

function ringOf(value: unknown): Ring | null {
  if (!Array.isArray(value) || value.length < 4) return null;
  const ring: [number, number][] = [];
  for (const point of value) {
    const [x, y]: readonly unknown[] = Array.isArray(point) ? point : [];
    if (typeof x !== 'number' || typeof y !== 'number') return null;
    ring.push([x, y]);
  }
  return ring;
}

function words(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'number') return String(one);
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : null;
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
