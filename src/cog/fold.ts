import { folded } from '../words/slug.ts';

/**
 * A name as it is compared: no accents, capitals, hyphens or apostrophes; `St` and `Ste` are saint, `s/` is sur.
 * @param name any text
 * @returns words of a–z and 0–9 between single spaces
 */
export function fold(name: string): string {
  return folded(name)
    .replace(/\bs\/ */g, 'sur ')
    .replace(/&/g, ' et ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?)(?=s?\b)/g, 'saint$1')
    .trim();
}

const article = /^(?:(?:l|le|la|les) )+/;

/**
 * Drops the articles that a folded name opens with: `l abergement clemenciat` is looked for as `abergement clemenciat`.
 * @param folded a folded name
 * @returns the name without them
 */
export function withoutArticle(folded: string): string {
  return folded.replace(article, '');
}

const nature =
  /^(?:cc|ca|cu|communaute (?:de communes|d agglomeration|d agglo|urbaine)|communaute|com ?com|agglo(?:meration)?|(?:euro)?metropole|ept|etablissement public territorial)\b ?/;
const link = /^(?:de la|de l|de|du|des|d|la|le|les|l)\b ?/;

/**
 * What tells one EPCI from the others: `cc de nozay` and `communaute de communes de nozay` are both `nozay`.
 * @param folded a folded name of EPCI
 * @returns the name without its nature and the link after it; whole when nothing would be left
 */
export function coreOfEpci(folded: string): string {
  return folded.replace(nature, '').replace(link, '').trim() || folded;
}

const small = new Set(['l', 'le', 'la', 'les', 'arrondissement']);
const smallOfEpci = new Set([
  ...small,
  ...['cc', 'ca', 'cu', 'ept', 'com', 'communaute', 'communes', 'agglomeration', 'agglo', 'urbaine', 'metropole'],
  ...['de', 'du', 'des', 'd', 'et', 'en', 'intercommunalite', 'intercommunale'],
]);

/**
 * Whether two names of commune, département or région say the same: articles, hyphens and what stands between
 * parentheses do not count.
 * @param written a name as somebody wrote it
 * @param official a name of the data
 * @returns true when they do
 */
export function sameName(written: string, official: string): boolean {
  if (written === official) return true;
  return joined(written) === joined(official);
}

/** A name without spaces: `Ile de Sein` is `Île-de-Sein`. */
function joined(name: string): string {
  const outside = fold(name.replace(/\([^)]*\)/g, ' ')) || fold(name);
  const words = outside.split(' ');
  return words.filter((word) => !small.has(word)).join('') || words.join('');
}

/**
 * Whether two names may be of one EPCI: names change with mergers, so it is enough that the words that tell one from
 * another are all in the other name (`Nozay`, `CC de la Région de Nozay` and `CC de Nozay`).
 * @param written a name as somebody wrote it
 * @param official a name of the data
 * @returns true when they may
 */
export function sameEpci(written: string, official: string): boolean {
  const [a, b] = [wordsOfEpci(written), wordsOfEpci(official)];
  const inside = (some: ReadonlySet<string>, all: ReadonlySet<string>) =>
    some.size > 0 && [...some].every((word) => all.has(word));
  return inside(a, b) || inside(b, a);
}

function wordsOfEpci(name: string): ReadonlySet<string> {
  return new Set(
    fold(name)
      .split(' ')
      .filter((word) => !smallOfEpci.has(word)),
  );
}
