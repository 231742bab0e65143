/** Where a text of the national team stands in the report of its session, by the name of its file. */
export const PLACES = ['introduction', 'appel', 'jury', 'sites', 'rencontre', 'publication', 'conclusion'] as const;
export type Place = (typeof PLACES)[number];

/** A text with a section of its own. */
export interface OwnText {
  readonly titre: string;
  readonly texte: string;
}

/** A session's text that stands at a place; '' where the session has none. */
export function textAt(texts: Readonly<Record<string, string>>, place: Place): string {
  const name = `${place}.md`;
  return Object.hasOwn(texts, name) ? (texts[name] ?? '') : '';
}

/** The other texts, by the names of their files: under their own first heading, else under their file's name. */
export function otherTexts(texts: Readonly<Record<string, string>>): readonly OwnText[] {
  return Object.keys(texts)
    .filter((name) => !PLACES.some((place) => name === `${place}.md`))
    .sort()
    .map((name) => titled(name.replace(/\.md$/, ''), texts[name] ?? ''))
    .filter(({ texte }) => texte.trim() !== '');
}

function titled(name: string, text: string): OwnText {
  const heading = /^\s*# +([^\n]+?)(?: +#+)?[ \t]*(?:\n|$)/.exec(text);
  if (heading !== null) return { titre: bare(heading[1] ?? ''), texte: text.slice(heading[0].length) };
  const words = name.replace(/[-_]+/g, ' ').trim();
  return { titre: words.charAt(0).toUpperCase() + words.slice(1), texte: text };
}

/** A heading without its marks: it is set as a title already. */
function bare(heading: string): string {
  return heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
}
