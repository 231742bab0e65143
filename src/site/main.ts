import type { DonneesSite } from '../model/site-data.ts';
import { openComparison } from './compare.ts';
import { openFilters } from './filters.ts';
import { type Index, indexOf, matching } from './find.ts';
import { openList } from './list.ts';
import { openMap } from './map.ts';
import { type Page, pageOf, tell } from './page.ts';
import { sift } from './sift.ts';
import { hashOf, PAGE, START, type State, stateOf, withCode, withCompared } from './state.ts';

declare global {
  interface Window {
    /** Set by `donnees.js`. */
    readonly atelierSite?: DonneesSite;
  }
}

/** The state, and the ways to change it. */
interface Hold {
  readonly state: () => State;
  /** A step of its own, which « back » takes away. */
  readonly step: (next: State) => void;
  /** One letter more or less: a word is one step. */
  readonly typed: (next: State) => void;
}

/** Ties the page to its address: what people do changes the state, the state is in the address, the page shows it. */
function start(page: Page, donnees: DonneesSite): void {
  const show = openPage(page, donnees);
  const hold = openHistory(page, donnees, show);
  openSifting(page, hold);
  openChoosing(page, donnees, hold);
  openComparing(page, hold);
  show(hold.state());
  if (hold.state().open) page.comparisonTitle.focus();
}

function openHistory(page: Page, donnees: DonneesSite, show: (state: State) => void): Hold {
  const known = {
    facets: new Map(donnees.facettes.map(({ id, valeurs }) => [id, new Set(valeurs.map(({ code }) => code))])),
    dossiers: new Set(donnees.dossiers.map(({ id }) => id)),
  };
  let state = stateOf(location.hash, known) ?? START;
  let typing = false;
  const change = (next: State, how: 'pushState' | 'replaceState'): void => {
    const hash = hashOf(next);
    state = next;
    if (hash !== (location.hash || '#')) history[how](null, '', hash);
    show(state);
  };
  window.addEventListener('popstate', () => {
    const next = stateOf(location.hash, known);
    if (next === null) return;
    const opened = next.open !== state.open;
    state = next;
    typing = false;
    show(state);
    if (opened) (state.open ? page.comparisonTitle : page.heading).focus();
  });
  return {
    state: () => state,
    step: (next) => {
      typing = false;
      change(next, 'pushState');
    },
    typed: (next) => {
      change(next, typing ? 'replaceState' : 'pushState');
      typing = true;
    },
  };
}

function openSifting(page: Page, { state, step, typed }: Hold): void {
  page.form.addEventListener('submit', (event) => event.preventDefault());
  page.query.addEventListener('input', () => typed({ ...state(), q: page.query.value, shown: PAGE }));
  page.filters.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) step(withCode(state(), target.name, target.value, target.checked));
  });
  page.clear.addEventListener('click', () => {
    step({ ...state(), q: '', chosen: new Map(), shown: PAGE });
    // The button goes with what it cleared.
    page.query.focus();
  });
  page.more.addEventListener('click', () => {
    const listed = () => page.list.querySelectorAll<HTMLElement>('.fiche-site:not([hidden])');
    const next = listed().length;
    step({ ...state(), shown: state().shown + PAGE });
    listed()[next]?.querySelector('a')?.focus();
  });
}

function openChoosing(page: Page, { mots }: DonneesSite, { state, step }: Hold): void {
  page.list.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const next = withCompared(state(), target.value, target.checked);
    if (next === state()) {
      target.checked = false;
      tell(page.said, mots.trop);
      return;
    }
    step(next);
    tell(page.said, page.chosen.hidden ? '' : (page.chosenCount.textContent ?? ''));
  });
}

/** The buttons of the comparison; the focus goes where the eye goes. */
function openComparing(page: Page, { state, step }: Hold): void {
  const back = (next: State): void => {
    step(next);
    page.heading.focus();
  };
  page.compare.addEventListener('click', () => {
    step({ ...state(), open: true });
    page.comparisonTitle.focus();
  });
  page.back.addEventListener('click', () => back({ ...state(), open: false }));
  page.empty.addEventListener('click', () => back({ ...state(), compared: [], open: false }));
  page.differing.addEventListener('change', () => step({ ...state(), differing: page.differing.checked }));
  page.side.addEventListener('click', ({ target }) => {
    const id = target instanceof HTMLElement ? target.dataset.retirer : undefined;
    if (id === undefined) return;
    const next = withCompared(state(), id, false);
    if (!next.open) back(next);
    else {
      step(next);
      page.comparisonTitle.focus();
    }
  });
}

function openPage(page: Page, donnees: DonneesSite): (state: State) => void {
  const list = openList(page, donnees);
  const filters = openFilters(page, donnees);
  const map = openMap(donnees);
  const comparison = openComparison(page, donnees);
  const everything = donnees.dossiers.map(() => true);
  let index: Index | undefined;
  // Made while nobody waits for it, so that the first letter is as quick as the next.
  setTimeout(() => {
    index ??= indexOf(donnees);
  }, 200);
  return (state) => {
    if (page.query.value.trim() !== state.q.trim()) page.query.value = state.q;
    if (state.q.trim() !== '') index ??= indexOf(donnees);
    const sifted = sift(donnees, state, index === undefined ? everything : matching(index, state.q));
    list(state, sifted);
    filters(state, sifted);
    map(sifted);
    comparison(state);
  };
}

/** In-page links move the focus and leave the address to the state. */
function keepAddress(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const place = link === null ? null : document.getElementById((link.getAttribute('href') ?? '').slice(1));
    if (place === null) return;
    event.preventDefault();
    place.focus();
    place.scrollIntoView();
  });
}

const donnees = window.atelierSite;
if (donnees !== undefined) {
  const page = pageOf(document);
  // On a narrow screen the list comes first.
  if (matchMedia('(max-width: 56em)').matches) page.filters.open = false;
  keepAddress();
  start(page, donnees);
}
