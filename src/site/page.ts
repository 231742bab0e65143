import type { DonneesSite } from '../model/site-data.ts';

/** The parts of the index that the script fills; the page has them all. */
export interface Page {
  readonly explorer: HTMLElement;
  readonly form: HTMLFormElement;
  readonly query: HTMLInputElement;
  readonly filters: HTMLDetailsElement;
  readonly clear: HTMLButtonElement;
  readonly count: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly heading: HTMLElement;
  readonly lists: HTMLElement | null;
  readonly chosen: HTMLElement;
  readonly chosenCount: HTMLElement;
  readonly compare: HTMLButtonElement;
  readonly empty: HTMLButtonElement;
  readonly comparison: HTMLElement;
  readonly comparisonTitle: HTMLElement;
  readonly back: HTMLButtonElement;
  readonly differing: HTMLInputElement;
  readonly side: HTMLElement;
  readonly said: HTMLElement;
}

/** @throws Error where the page is not the one that this script was made with */
export function pageOf(document: Document): Page {
  const part = <T extends HTMLElement>(id: string): T => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`no #${id}`);
    return found as T;
  };
  return {
    explorer: part('explorateur'),
    form: part('recherche'),
    query: part('q'),
    filters: part('filtres'),
    clear: part('effacer'),
    count: part('compte'),
    list: part('liste'),
    more: part('plus'),
    heading: part('dossiers'),
    lists: document.getElementById('listes'),
    chosen: part('choisis'),
    chosenCount: part('choisis-compte'),
    compare: part('comparer'),
    empty: part('vider'),
    comparison: part('comparaison'),
    comparisonTitle: part('comparaison-titre'),
    back: part('retour'),
    differing: part('differentes'),
    side: part('cote-a-cote'),
    said: part('annonce'),
  };
}

/** A sentence with its blanks filled. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = values[name] ?? blank;
    return typeof value === 'number' ? numbered(value) : value;
  });
}

/** The language of an author's words, as an attribute, where it is not the page's. */
export function langOf({ auteur }: DonneesSite, own: boolean): Readonly<Record<string, string>> {
  return own && auteur !== null ? { lang: auteur } : {};
}

/** A number as the language of the page writes it, whatever that of the reader's machine. */
export function numbered(value: number): string {
  return value.toLocaleString(document.documentElement.lang);
}

/** An element with what it holds. */
export function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

/** Text is written where it changes only: a reader of screens is told of nothing else. */
export function tell(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
