import type { DonneesSite } from '../model/site-data.ts';
import { snippetsOf, spansOf } from './find.ts';
import { filled, langOf, made, type Page, tell } from './page.ts';
import type { Sifted } from './sift.ts';
import { PAGE, type State } from './state.ts';

/** Shows what is left of the list, a page at a time, and where the search was found. */
export function openList(page: Page, donnees: DonneesSite): (state: State, sifted: Sifted) => void {
  const cards = donnees.dossiers.map(({ id }) => cardOf(page, id));
  page.list.classList.add('feuilletee');
  return (state, { kept, count }) => {
    let room = state.shown;
    const inSight: Range[] = [];
    cards.forEach((card, at) => {
      const shows = kept[at] === true && room > 0;
      if (shows) room -= 1;
      if (card.item.hidden === shows) card.item.hidden = !shows;
      if (shows) mark(card, donnees, at, state.q, inSight);
      const compared = state.compared.includes(card.id);
      if (card.box.checked !== compared) card.box.checked = compared;
    });
    highlight(inSight);
    const { mots, dossiers } = donnees;
    const words = count === 0 ? mots.compte.zero : count === 1 ? mots.compte.un : mots.compte.plusieurs;
    tell(page.count, filled(words, { n: count, total: dossiers.length }));
    const rest = Math.max(0, count - state.shown);
    page.more.hidden = rest === 0;
    tell(page.more, filled(mots.plus, { n: Math.min(PAGE, rest) }));
  };
}

interface Card {
  readonly id: string;
  readonly item: HTMLElement;
  readonly box: HTMLInputElement;
  readonly found: HTMLElement;
}

function cardOf({ list }: Page, id: string): Card {
  const item = list.querySelector<HTMLElement>(`[data-id="${id}"]`);
  const box = item?.querySelector<HTMLInputElement>('input[name=comparer]');
  const found = item?.querySelector<HTMLElement>('.trouve');
  if (!item || !box || !found) throw new Error(`no card of ${id}`);
  return { id, item, box, found };
}

/** The words of the search in what is in sight, and a line for those that are not. */
function mark({ item, found }: Card, donnees: DonneesSite, at: number, query: string, ranges: Range[]): void {
  const dossier = donnees.dossiers[at];
  if (query.trim() === '' || dossier === undefined) {
    found.hidden = true;
    return;
  }
  const parts = [...item.querySelectorAll('h3 a, .lieu, .themes')];
  for (const part of parts) rangesIn(part, query, ranges);
  const inSight = parts.map(({ textContent }) => textContent).join(' ');
  const snippets = snippetsOf(dossier, donnees, query, inSight);
  found.hidden = snippets.length === 0;
  found.replaceChildren(
    ...snippets.flatMap(({ titre, texte, auteur }, rank) => [
      rank === 0 ? `${donnees.mots.trouve} ` : ' · ',
      `${titre.charAt(0).toLowerCase()}${titre.slice(1)}${donnees.mots.deuxPoints}`,
      made('span', langOf(donnees, auteur), ...marked(texte, query)),
    ]),
  );
}

/** A text with the words of the search marked in it. */
function marked(text: string, query: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let done = 0;
  for (const [start, end] of spansOf(text, query)) {
    parts.push(text.slice(done, start), made('mark', {}, text.slice(start, end)));
    done = end;
  }
  return [...parts, text.slice(done)];
}

function rangesIn(part: Element, query: string, ranges: Range[]): void {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const [start, end] of spansOf(node.nodeValue ?? '', query)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
}

/** Where the browser can colour words without touching the page; elsewhere the lines under the cards say it. */
function highlight(ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete('trouve');
  else CSS.highlights.set('trouve', new Highlight(...ranges));
}
