/**
 * What runs in a page of the preview, and in no compiled report. It follows the stream beside the page; at each change it
 * fetches the page anew and puts its parts in the place of the old ones. The paragraph that was first in the window stays
 * where it was, whatever came or went above it. A page that nobody sees lets go of its stream: browsers allow six to a host.
 */
export const pageScript = `(() => {
'use strict';
const panel = document.querySelector('atelier-apercu');
const inside = panel.shadowRoot;
const status = inside.querySelector('[role=status]');
let stream = null;
let turn = Promise.resolve();

const tell = (text) => { if (status.textContent !== text) status.textContent = text; };

const follow = () => {
  stream?.close();
  stream = null;
  if (document.hidden) return;
  stream = new EventSource('suivi');
  stream.onmessage = ({ data }) => { turn = turn.then(() => renew(data)); };
  stream.onerror = () => tell(stream.readyState === EventSource.CLOSED ? panel.dataset.gone : panel.dataset.lost);
};

const renew = async (version) => {
  if (version === panel.dataset.version) return tell(panel.dataset.state);
  const reply = await fetch(location.pathname).catch(() => null);
  if (reply === null) return tell(panel.dataset.lost);
  if (!reply.ok) return tell(panel.dataset.gone);
  const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
  const given = next.querySelector('atelier-apercu');
  given.remove();
  for (const script of next.querySelectorAll('script')) script.remove();
  await swapReport(next);
  swapPanel(given);
};

const swapReport = async (next) => {
  const [back, focused] = [marked(next), focusKey()];
  document.documentElement.lang = next.documentElement.lang;
  if (document.head.innerHTML !== next.head.innerHTML) document.head.replaceChildren(...next.head.childNodes);
  for (const child of [...document.body.childNodes]) if (child !== panel) child.remove();
  panel.before(...next.body.childNodes);
  if (focused !== null) document.querySelector(focused)?.focus({ preventScroll: true });
  back();
  const place = scrollY;
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  if (scrollY === place) back();
};

/** Not those of the contents, which stay in the window beside the text. */
const blocks = ':is(p, li, h1, h2, h3, h4, h5, h6, tr, figcaption, dt, dd, blockquote, pre):not(nav *)';
const textOf = (element) => element.textContent.trim();

/** The first paragraph in the window that the next page has too, and how to bring it back to its place. */
const marked = (next) => {
  const from = scrollY;
  const asItWas = () => scrollTo({ top: from, behavior: 'instant' });
  if (from === 0) return asItWas;
  const there = new Map();
  for (const element of next.querySelectorAll(blocks)) there.set(textOf(element), there.has(textOf(element)) ? null : element);
  for (const element of document.querySelectorAll(blocks)) {
    const { top, height } = element.getBoundingClientRect();
    const same = there.get(textOf(element));
    if (top >= 0 && top < innerHeight && height > 0 && same && textOf(element) !== '')
      return () => scrollBy({ top: same.getBoundingClientRect().top - top, behavior: 'instant' });
  }
  return asItWas;
};

const focusKey = () => {
  const { activeElement: one } = document;
  if (one === null || one === panel || one === document.body) return null;
  if (one.id !== '') return '#' + CSS.escape(one.id);
  const address = one.getAttribute('href');
  return address === null ? null : '[href="' + CSS.escape(address) + '"]';
};

const swapPanel = (given) => {
  const old = inside.querySelector('.problemes');
  const fresh = given.querySelector('template').content.querySelector('.problemes');
  const [was, is] = [old.querySelector('details'), fresh.querySelector('details')];
  const newlyWrong = old.querySelector('.error') === null && fresh.querySelector('.error') !== null;
  if (was !== null && is !== null && !newlyWrong) is.open = was.open;
  const held = inside.activeElement?.matches('.liste, summary') ? inside.activeElement.className : null;
  if (old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes);
  if (held !== null) inside.querySelector(held === '' ? 'summary' : '.liste')?.focus({ preventScroll: true });
  Object.assign(panel.dataset, given.dataset);
  tell(panel.dataset.state);
};

document.addEventListener('visibilitychange', follow);
follow();
})();`;
