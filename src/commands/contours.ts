import type { SourceContours } from '../compile/maps/asked.ts';
import type { Contours } from '../compile/maps/contours.ts';
import type { Dossier } from '../model/dossier.ts';
import { UserError } from '../model/error.ts';
import { fillIn } from '../words/text.ts';

/** Where a dossier keeps the contours that `atelier import contours` made. */
export const contoursPath = 'medias/perimetre.geojson';

/** Their entry of medias.yaml. */
export const contoursName = 'perimetre.geojson';

/**
 * The contours that a dossier keeps, with who made them and of which year they are.
 * @param readMedia a file of the dossier; null when it is not there
 * @throws UserError when the file is not GeoJSON: it was not made by `atelier import contours`
 */
export function contoursOf(
  dossier: Dossier,
  readMedia: (path: string) => Uint8Array | null,
): { readonly contours: Contours | null; readonly source: SourceContours | null } {
  const bytes = readMedia(contoursPath);
  if (bytes === null) return { contours: null, source: null };
  const { source, annee } = dossier.medias?.[contoursName] ?? {};
  return {
    contours: parsed(Buffer.from(bytes).toString('utf8'), dossier.id),
    source: source === undefined ? null : { nom: source, annee: annee ?? null },
  };
}

function parsed(text: string, dossier: string): Contours {
  try {
    const data: unknown = JSON.parse(text);
    if (isCollection(data)) return data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UserError(
    fillIn(
      { fr: '{dossier} : {fichier} n’est pas du GeoJSON', en: '{dossier}: {fichier} is not GeoJSON' },
      { dossier, fichier: contoursPath },
    ),
    {
      fr: 'pour le refaire : atelier import contours <fichier>',
      en: 'to make it again: atelier import contours <file>',
    },
  );
}

function isCollection(data: unknown): data is Contours {
  return typeof data === 'object' && data !== null && 'features' in data && Array.isArray(data.features);
}
