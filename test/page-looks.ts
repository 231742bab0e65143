/** What a page does wrong where it is shown: each line names a thing and the words at its place. */
export type Faults = readonly string[];

/**
 * Run in a page, at the width and zoom that it has: what runs out of the page, what is cut off, which lines of text lie
 * over each other, which boxes that scroll cannot be reached by keyboard or have no name.
 */
export const LOOK = `(() => {
  const faults = [];
  const words = (element) => (element.textContent ?? '').trim().replace(/\\s+/g, ' ').slice(0, 60);
  const name = (element) => element.tagName.toLowerCase() + (element.className && typeof element.className === 'string' ? '.' + element.className.split(' ').join('.') : '');
  const say = (what, element) => faults.push(what + ' ' + name(element) + ' « ' + words(element) + ' »');
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) faults.push('page ' + root.scrollWidth + ' > ' + innerWidth);

  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const boxOf = (element) => {
    for (let one = element.parentElement; one !== null; one = one.parentElement) if (scrolls(one)) return one;
    return null;
  };
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('svg') !== null || element.closest('.cache') !== null) continue;
    if (element.getClientRects().length === 0) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    if (scrolls(element) && element.scrollWidth > element.clientWidth + 1) {
      if (element.tabIndex < 0) say('hors clavier', element);
      if ((element.getAttribute('aria-label') ?? '') === '') say('sans nom', element);
    }
    if (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) say('coupé', element);
    if (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1) say('coupé', element);
    const { left, right } = element.getBoundingClientRect();
    if (boxOf(element) === null && (right > innerWidth + 1 || (left < -1 && !element.matches('.saut')))) say('hors page', element);
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest('svg, .cache, .saut') !== null || node.nodeValue.trim() === '') continue;
    // What has scrolled out of its box lies over nothing.
    if (parent.closest('.sommaire') !== null && getComputedStyle(parent.closest('.sommaire')).position === 'sticky') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects())
      if (right - left > 1) lines.push({ left, right, top, bottom, node, box: boxOf(parent) });
  }
  lines.sort((a, b) => a.top - b.top);
  for (let at = 0; at < lines.length; at += 1) {
    const a = lines[at];
    for (let next = at + 1; next < lines.length && lines[next].top < a.bottom; next += 1) {
      const b = lines[next];
      if (a.node === b.node || (a.box !== b.box && (a.box !== null || b.box !== null))) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - b.top;
      // Boxes of letters are higher than their lines where these are close.
      if (across > 2 && down > Math.min(a.bottom - a.top, b.bottom - b.top) / 2)
        faults.push('recouvre « ' + a.node.nodeValue.trim().slice(0, 40) + ' » / « ' + b.node.nodeValue.trim().slice(0, 40) + ' »');
    }
  }
  return [...new Set(faults)];
})()`;
