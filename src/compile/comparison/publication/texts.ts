import { type OwnText, otherTexts } from '../../session/texts.ts';

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

type Texts = Readonly<Record<string, string>>;

/** A session's text that stands at a place; '' where it has none. */
export function textAt(texts: Texts, place: Place): string {
  const name = `${place}.md`;
  return Object.hasOwn(texts, name) ? (texts[name] ?? '') : '';
}

/**
 * A session's texts that get a section of their own. How it was called for and judged, and what was published of it
 * before, is of its own report only.
 */
export function ownTexts(texts: Texts): readonly OwnText[] {
  const without = Object.entries(texts).filter(([name]) => !PLACES.some((place) => name === `${place}.md`));
  return otherTexts(Object.fromEntries(without));
}
