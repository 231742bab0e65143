import type { DataOf } from '../../model/types.gen.ts';
import { compte } from '../../words/numbers.ts';
import type { Langue } from '../../words/text.ts';
import { addToMap, deleteIn, setIn, type Value } from '../yaml.ts';
import type { Origin } from './write.ts';

type Media = DataOf['medias'][string];

const key = 'perimetre.geojson';

/** What the contours show: in which language, and of which communes. */
export interface Shown {
  readonly langue: Langue;
  readonly names: readonly string[];
}

/**
 * Puts the entry of the contours into the text of `medias.yaml`. An earlier entry is brought up to date; an alternative
 * text that somebody wrote, and every key that is not about the origin, stay.
 * @param media the earlier entry
 * @param licence as it was given; null: known from the source, or not known
 * @returns null when the text is written in a way that cannot be edited
 */
export function putMedia(
  text: string,
  media: Media | undefined,
  { source, annee }: Origin,
  licence: string | null,
  shown: Shown,
): string | null {
  const alt = alternative(shown);
  const sameOrigin = (media?.source ?? null) === source && (media?.annee ?? null) === annee;
  const rights = licence ?? licenceOf(source) ?? (sameOrigin ? (media?.licence ?? null) : null);
  const known = {
    ...(rights !== null && { licence: rights }),
    ...(annee !== null && { annee }),
    ...(source !== null && { source }),
  };
  if (media === undefined) return addToMap(text, [], key, { texte_alternatif: alt, ...known });
  const ours = generated.test(media.texte_alternatif);
  const wanted: Readonly<Record<string, Value>> = { texte_alternatif: ours ? alt : media.texte_alternatif, ...known };
  let made: string | null = text;
  for (const name of ['texte_alternatif', 'licence', 'annee', 'source'] as const) {
    const value = wanted[name];
    if (made === null || value === media[name]) continue;
    made = value === undefined ? deleteIn(made, [key, name]) : setIn(made, [key, name], value);
  }
  return made;
}

const mostNamed = 15;
const generated =
  /^(?:Contours? (?:de la|des [\d ]+) ?communes? du périmètre|Outlines? of the [\d, ]*communes? of the perimeter)(?: : |: |\.)/;

function alternative({ langue, names }: Shown): string {
  const communes = compte(
    names.length,
    { fr: 'commune', en: 'commune' },
    { fr: 'communes', en: 'communes' },
    langue,
  ).replace(/\s/g, ' ');
  const alone = names.length === 1;
  const what =
    langue === 'fr'
      ? `Contour${alone ? ' de la commune' : `s des ${communes}`} du périmètre`
      : `Outline${alone ? ' of the commune' : `s of the ${communes}`} of the perimeter`;
  return names.length > mostNamed ? `${what}.` : `${what}${langue === 'fr' ? ' : ' : ': '}${names.join(', ')}.`;
}

/** IGN, the open data of the State and their copies are under the Licence Ouverte. */
function licenceOf(source: string | null): Media['licence'] | null {
  return source !== null &&
    /\b(?:IGN|admin[ -]?express|geo\.api\.gouv\.fr|contours[ -]administratifs|etalab)\b/i.test(source)
    ? 'etalab-2.0'
    : null;
}
