import type { Text } from '../../words/text.ts';
import type { Polygon } from './ring.ts';

/** EPSG codes of longitudes and latitudes that are WGS84 to less than a metre. */
const geographic = new Set([
  '4326',
  '4171',
  '4258',
  '4979',
  '4470',
  '4471',
  '4624',
  '4627',
  '4558',
  '4463',
  '5489',
  '4467',
]);

const named: Readonly<Record<string, Text>> = {
  '2154': { fr: 'en Lambert-93', en: 'in Lambert-93' },
  '9794': { fr: 'en Lambert-93', en: 'in Lambert-93' },
  '27572': { fr: 'en Lambert II étendu', en: 'in Lambert II étendu' },
  '3857': { fr: 'en Web Mercator', en: 'in Web Mercator' },
  '2975': { fr: 'en UTM 40 sud', en: 'in UTM 40 south' },
  '5490': { fr: 'en UTM 20 nord', en: 'in UTM 20 north' },
  '2972': { fr: 'en UTM 22 nord', en: 'in UTM 22 north' },
};
const projected: Text = { fr: 'dans une autre projection', en: 'in another projection' };

/**
 * What a `crs` member says, when it is not WGS84.
 * @param crs the member, as parsed
 * @returns the projection to name; null when it is WGS84, absent, or says nothing that is understood
 */
export function otherCrs(crs: unknown): Text | null {
  if (typeof crs !== 'object' || crs === null) return null;
  const words = JSON.stringify(crs).toUpperCase();
  if (/CRS:?84/.test(words)) return null;
  const code = /EPSG[^\d]{1,4}(?:[\d.]+:+)?(\d{4,5})/.exec(words)?.[1];
  if (code === undefined || geographic.has(code)) return null;
  return named[code] ?? { fr: `en EPSG:${code}`, en: `in EPSG:${code}` };
}

/**
 * What the coordinates of communes of France say of their projection.
 * @returns the projection to name; null when they are longitudes and latitudes
 */
export function otherProjection(polygons: readonly Polygon[]): Text | null {
  const points = polygons.flat(2);
  const box = (test: (x: number, y: number) => boolean) => points.every(([x, y]) => test(x, y));
  if (box((x, y) => Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
    // Latitudes of France where longitudes belong: 41 to 52 degrees east is the Horn of Africa and beyond.
    return box((x, y) => x > 41 && x < 52 && y > -6 && y < 10) ? swapped : null;
  }
  if (box((x, y) => x > 0 && x < 1_400_000 && y > 5_900_000 && y < 7_300_000)) return named['2154'] ?? projected;
  return projected;
}

const swapped: Text = { fr: 'en latitude puis longitude', en: 'with latitudes before longitudes' };
