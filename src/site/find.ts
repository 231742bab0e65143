import type { DonneesSite, DossierSite } from '../model/site-data.ts';
import { folded } from '../words/slug.ts';

/** Dossiers as they are searched. */
export interface Index {
  /** Of each, all its words, folded, each after a space. */
  readonly texts: readonly string[];
}

/** Where a word of the search was found in a dossier. */
export interface Snippet {
  readonly titre: string;
  readonly texte: string;
  /** In the words of the author. */
  readonly auteur: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text, as they are searched: without accents or capitals. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(WORD) ?? [];
}

/** Made once a page, when somebody first searches. */
export function indexOf({ dossiers, facettes }: DonneesSite): Index {
  return { texts: dossiers.map((dossier) => ` ${wordsOf(saidBy(dossier, facettes)).join(' ')}`) };
}

function saidBy(dossier: DossierSite, facettes: DonneesSite['facettes']): string {
  const labels = dossier.f.flatMap((ranks, at) => ranks.map((rank) => facettes[at]?.valeurs[rank]?.libelle ?? ''));
  return [dossier.nom, dossier.titre, ...dossier.r.flatMap((texts) => texts ?? []), ...labels].join('\n');
}

/**
 * Which dossiers have all the words of a search, each at the beginning of one of theirs.
 * @returns the same for all where nothing is searched
 */
export function matching({ texts }: Index, query: string): readonly boolean[] {
  const words = wordsOf(query).map((word) => ` ${word}`);
  return texts.map((text) => words.every((word) => text.includes(word)));
}

/** Where the words of a text begin and end that begin with a word of a search. */
export function spansOf(text: string, query: string): readonly (readonly [start: number, end: number])[] {
  const words = wordsOf(query);
  return [...text.matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const own = folded(found);
    return words.some((word) => own.startsWith(word)) ? [[index, index + found.length] as const] : [];
  });
}

/**
 * What in a dossier answers a search beyond what is in sight of it: one text for each word that is not found there.
 * @returns at most three
 */
export function snippetsOf(
  dossier: DossierSite,
  { rubriques, facettes }: DonneesSite,
  query: string,
  inSight: string,
): readonly Snippet[] {
  const has = (text: string, word: string): boolean => wordsOf(text).some((one) => one.startsWith(word));
  const places: Snippet[] = [
    ...dossier.r.flatMap((texts, at) => {
      const { titre, auteur } = rubriques[at] ?? { titre: '', auteur: false };
      return (texts ?? []).map((texte) => ({ titre, texte, auteur }));
    }),
    ...dossier.f.flatMap((ranks, at) =>
      ranks.map((rank) => ({
        titre: facettes[at]?.titre ?? '',
        texte: facettes[at]?.valeurs[rank]?.libelle ?? '',
        auteur: false,
      })),
    ),
  ];
  const found = wordsOf(query)
    .filter((word) => !has(inSight, word))
    .flatMap((word) => places.find(({ texte }) => has(texte, word)) ?? []);
  return [...new Set(found)].slice(0, 3);
}
