/** Where a text of the national team stands in the publication, by the name of its file. */
export const PLACES = [
  'introduction',
  'sites',
  'themes',
  'rencontre',
  'enseignements',
  'planification',
  'monographies',
  'suites',
  'conclusion',
] as const;
export type Place = (typeof PLACES)[number];

/** Texts that are of the session's own report only: how it was called for and judged, what was already published of it. */
const ELSEWHERE = ['appel', 'jury', 'publication'];

/** A text of a session that has no place of its own, with the words of its title. */
export interface OtherText {
  readonly titre: string;
  readonly texte: string;
}

/** A session's text that stands at a place; '' where it has none. */
export function textAt(texts: Readonly<Record<string, string>>, place: Place): string {
  const name = `${place}.md`;
  return Object.hasOwn(texts, name) ? (texts[name] ?? '') : '';
}

/** The names of the texts that get a section of their own, sorted. */
export function otherNames(texts: Readonly<Record<string, string>>): readonly string[] {
  const known: readonly string[] = [...PLACES, ...ELSEWHERE];
  return Object.keys(texts)
    .map((name) => name.replace(/\.md$/, ''))
    .filter((name) => !known.includes(name))
    .sort();
}
