import type { Element } from './svg-tree.ts';

/**
 * How many elements a cleaned SVG draws, each reference followed as often as it is made.
 * @returns Infinity where one draws itself
 */
export function drawnElements(root: Element): number {
  const byId = new Map<string, Element>();
  const byClass = new Map<string, string[]>();
  const collect = (element: Element): void => {
    if (element.name === 'style') for (const one of element.children) if (typeof one === 'string') ruled(one, byClass);
    const id = element.attributes.find(({ name }) => name === 'id')?.value;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const child of element.children) if (typeof child !== 'string') collect(child);
  };
  collect(root);
  const known = new Map<Element, number>();
  const count = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    // Met again before it is counted: it stands inside itself.
    known.set(element, Number.POSITIVE_INFINITY);
    let sum = 1;
    for (const child of element.children) if (typeof child !== 'string') sum += count(child);
    for (const id of referredBy(element, byClass)) {
      const target = byId.get(id);
      if (target !== undefined) sum += count(target);
    }
    known.set(element, sum);
    return sum;
  };
  return count(root);
}

/** Notes what the rules of a style, one a line, make each class refer to. */
function ruled(css: string, byClass: Map<string, string[]>): void {
  for (const rule of css.split('\n')) {
    const ids = [...idsIn(rule)];
    if (ids.length === 0) continue;
    for (const [, name = ''] of rule.slice(0, rule.indexOf('{')).matchAll(/\.([\w\p{L}-]+)/gu))
      byClass.set(name, [...(byClass.get(name) ?? []), ...ids]);
  }
}

function* referredBy({ attributes }: Element, byClass: ReadonlyMap<string, readonly string[]>): Generator<string> {
  for (const { name, value } of attributes) {
    if (name === 'href' && value.startsWith('#')) yield value.slice(1);
    if (name === 'class') for (const one of value.split(/\s+/)) yield* byClass.get(one) ?? [];
    yield* idsIn(value);
  }
}

function* idsIn(value: string): Generator<string> {
  if (!value.includes('url(')) return;
  for (const [, id = ''] of value.matchAll(/url\(#([^)]+)\)/g)) yield id;
}
