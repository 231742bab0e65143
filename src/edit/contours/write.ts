import type { Contour } from './simplify.ts';

/** What is known of where contours come from; null is unknown. */
export interface Origin {
  readonly source: string | null;
  readonly annee: number | null;
}

/**
 * The text of `medias/perimetre.geojson`: one feature a line, so that a revision shows which commune changed.
 * @param names the name of each commune of today, by code
 */
export function geojsonText(
  contours: readonly Contour[],
  names: ReadonlyMap<string, string>,
  { source, annee }: Origin,
): string {
  const head = JSON.stringify({ type: 'FeatureCollection', source, annee, features: [] }).slice(0, -2);
  const lines = contours.map((contour) => JSON.stringify(featureOf(contour, names)));
  return `${head}\n${lines.join(',\n')}\n]}\n`;
}

function featureOf({ code, origines, polygons, contexte }: Contour, names: ReadonlyMap<string, string>): object {
  const [first, ...others] = polygons;
  const alone = first !== undefined && others.length === 0;
  return {
    type: 'Feature',
    properties: {
      code,
      nom: names.get(code) ?? code,
      ...(origines.length > 0 && { code_origine: origines.join('|') }),
      ...(contexte && { contexte }),
    },
    geometry: alone ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: polygons },
  };
}

/**
 * What an earlier `perimetre.geojson` says of itself.
 * @param text the file's text
 * @returns null when this program did not write it; else its features as text, to be compared, and their origin
 */
export function readOwn(text: string): (Origin & { readonly features: string }) | null {
  const read =
    /^\{"type":"FeatureCollection","source":(null|"(?:[^"\\]|\\.)*"),"annee":(null|\d{4}),"features":\[\n/.exec(text);
  if (read === null) return null;
  const source: unknown = JSON.parse(read[1] ?? 'null');
  return {
    source: typeof source === 'string' ? source : null,
    annee: read[2] === 'null' ? null : Number(read[2]),
    features: text.slice(read[0].length),
  };
}
