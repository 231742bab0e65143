import { AU_PLUS } from '../model/site-data.ts';

/** All that a page shows, and that its address says. */
export interface State {
  readonly q: string;
  /** Facet → codes chosen in it. */
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  /** Dossiers set aside to be compared, in the order in which they were. */
  readonly compared: readonly string[];
  /** Whether they stand side by side now. */
  readonly open: boolean;
  /** Only rows in which they differ. */
  readonly differing: boolean;
  /** How many dossiers are listed. */
  readonly shown: number;
}

/** How many dossiers are listed at a time. */
export const PAGE = 50;

export const START: State = {
  q: '',
  chosen: new Map(),
  compared: [],
  open: false,
  differing: false,
  shown: PAGE,
};

/** What may stand in an address. */
export interface Known {
  readonly facets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly dossiers: ReadonlySet<string>;
}

/**
 * The state that an address says; what it says of unknown things is passed over.
 * @param hash the part after `#`, with or without it
 * @returns null where it is no state of ours: a place of the page
 */
export function stateOf(hash: string, known: Known): State | null {
  const text = hash.replace(/^#/, '');
  if (text === '') return START;
  if (!text.includes('=')) return null;
  const said = new URLSearchParams(text);
  const listed = (name: string): readonly string[] => [...new Set((said.get(name) ?? '').split(','))];
  const chosen = [...known.facets].flatMap(([facet, codes]) => {
    const kept = listed(facet).filter((code) => codes.has(code));
    return kept.length === 0 ? [] : [[facet, kept] as const];
  });
  const compared = listed('comparer')
    .filter((id) => known.dossiers.has(id))
    .slice(0, AU_PLUS);
  const shown = Number(said.get('n'));
  return {
    q: said.get('q') ?? '',
    chosen: new Map(chosen),
    compared,
    open: said.get('vue') === 'comparaison' && compared.length > 1,
    differing: said.get('lignes') === 'differentes',
    shown: Number.isInteger(shown) && shown > PAGE ? Math.min(shown, 100_000) : PAGE,
  };
}

/** An address that says a state: `#q=eau&region=44,52`, the same for the same state; `#` for the first one. */
export function hashOf({ q, chosen, compared, open, differing, shown }: State): string {
  const all: readonly (readonly [string, string])[] = [
    ['q', q.trim()],
    ...[...chosen].map(([facet, codes]) => [facet, [...codes].sort().join(',')] as const),
    ['comparer', compared.join(',')],
    ['vue', open ? 'comparaison' : ''],
    ['lignes', open && differing ? 'differentes' : ''],
    ['n', shown > PAGE ? String(shown) : ''],
  ];
  const written = all.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${encoded(value)}`);
  return `#${written.join('&')}`;
}

/** Commas are read as they are. */
function encoded(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%20', '+');
}

/** A state with a code of a facet chosen, or no longer. The list starts at its beginning again. */
export function withCode(state: State, facet: string, code: string, on: boolean): State {
  const others = (state.chosen.get(facet) ?? []).filter((one) => one !== code);
  const codes = on ? [...others, code] : others;
  const chosen = new Map(state.chosen);
  if (codes.length === 0) chosen.delete(facet);
  else chosen.set(facet, codes);
  return { ...state, chosen, shown: PAGE };
}

/** A state with a dossier set aside, or no longer; the same where there are too many. */
export function withCompared(state: State, id: string, on: boolean): State {
  const others = state.compared.filter((one) => one !== id);
  if (on && others.length >= AU_PLUS) return state;
  const compared = on ? [...others, id] : others;
  return { ...state, compared, open: state.open && compared.length > 1 };
}
