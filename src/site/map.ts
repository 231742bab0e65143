import type { DonneesSite } from '../model/site-data.ts';
import type { Sifted } from './sift.ts';

/**
 * The map follows the list: what is sifted out stays as a pale dot. It is one stop of the tab key; arrows go from dot to
 * dot, in the order of the list.
 */
export function openMap({ dossiers }: DonneesSite): (sifted: Sifted) => void {
  const map = document.querySelector('.carte-sites svg');
  const reading = document.getElementById('carte-lecture');
  if (map === null || reading === null) return () => undefined;
  const all = new Map([...map.querySelectorAll<SVGAElement>('a.site')].map((dot) => [dot.dataset.id ?? '', dot]));
  const names = new Map([...map.querySelectorAll<SVGElement>('[data-nom]')].map((name) => [name.dataset.nom, name]));
  let there: readonly SVGAElement[] = dossiers.flatMap(({ id }) => all.get(id) ?? []);
  let stop: SVGAElement | undefined;
  for (const dot of there) dot.setAttribute('tabindex', '-1');
  const stopAt = (dot: SVGAElement | undefined): void => {
    stop?.setAttribute('tabindex', '-1');
    dot?.setAttribute('tabindex', '0');
    stop = dot;
  };
  const named = ({ target, type }: Event): void => {
    const dot = target instanceof Element ? target.closest<SVGAElement>('a.site:not(.hors)') : null;
    reading.textContent = (dot !== null && !type.endsWith('out') && dot.getAttribute('aria-label')) || '';
    if (dot !== null && type === 'focusin') stopAt(dot);
  };
  for (const type of ['focusin', 'focusout', 'pointerover', 'pointerout']) map.addEventListener(type, named);
  map.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const { activeElement: here } = document;
    const at = here instanceof SVGAElement ? there.indexOf(here) : -1;
    const to = nextOf(event.key, at, there.length);
    if (at < 0 || to === null) return;
    event.preventDefault();
    there[to]?.focus();
  });
  const shown = new Map([...all.keys()].map((id) => [id, true]));
  return ({ kept }) => {
    there = dossiers.flatMap(({ id }, at) => {
      const dot = all.get(id);
      if (dot === undefined) return [];
      const shows = kept[at] === true;
      // Of thousands, only those that change are touched.
      if (shown.get(id) !== shows) show(dot, names.get(id), shows);
      shown.set(id, shows);
      return shows ? [dot] : [];
    });
    if (stop === undefined || !there.includes(stop)) stopAt(there[0]);
  };
}

/** A dot that is sifted out is drawn still, but neither met nor told. */
function show(dot: SVGAElement, name: SVGElement | undefined, shows: boolean): void {
  dot.classList.toggle('hors', !shows);
  name?.classList.toggle('hors', !shows);
  if (shows) dot.removeAttribute('aria-hidden');
  else dot.setAttribute('aria-hidden', 'true');
}

function nextOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
