import type { DonneesSite } from '../model/site-data.ts';
import { filled, numbered, type Page, tell } from './page.ts';
import type { Sifted } from './sift.ts';
import type { State } from './state.ts';

interface Value {
  readonly facet: string;
  readonly code: string;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
  readonly row: HTMLElement;
}

/** Shows what is chosen in each facet, and how many dossiers each value would leave. */
export function openFilters(page: Page, { mots, facettes }: DonneesSite): (state: State, sifted: Sifted) => void {
  const facets = facettes.map(({ id, titre, valeurs }) => {
    const whole = page.filters.querySelector(`[data-facette="${id}"]`);
    const boxes = [...(whole?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const chosen = whole?.querySelector<HTMLElement>('.choisis');
    if (!whole || !chosen || boxes.length !== valeurs.length) throw new Error(`no facet ${id}`);
    const values = boxes.map((box): Value => {
      const row = box.closest<HTMLElement>('label');
      const count = row?.querySelector<HTMLElement>('.nombre');
      if (!row || !count) throw new Error(`no count of ${id}`);
      return { facet: id, code: box.value, box, count, row };
    });
    return { id, titre, chosen, values, whole: whole as HTMLDetailsElement };
  });
  return (state, { counts }) => {
    facets.forEach(({ id, titre, chosen, values, whole }, at) => {
      const codes = state.chosen.get(id) ?? [];
      tell(chosen, codes.length === 0 ? '' : `(${codes.length})`);
      if (codes.length === 0) chosen.removeAttribute('aria-label');
      else chosen.setAttribute('title', filled(mots.facette, { titre, n: codes.length }));
      // What is chosen is in sight.
      if (codes.length > 0 && !whole.open) whole.open = true;
      values.forEach(({ code, box, count, row }, rank) => {
        const left = counts[at]?.[rank] ?? 0;
        const on = codes.includes(code);
        if (box.checked !== on) box.checked = on;
        tell(count, numbered(left));
        row.classList.toggle('vide', left === 0 && !on);
      });
    });
    const none = state.chosen.size === 0 && state.q.trim() === '';
    page.clear.hidden = none;
  };
}
