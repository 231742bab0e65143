import { escapeHtml } from '../../words/escape.ts';
import { type Refused, refused } from './header.ts';
import { isSuspect, safeDeclarations, safeStyle, safeValue } from './svg-css.ts';
import { ATTRIBUTES, ELEMENTS, MUTE_ELEMENTS, PROPERTIES, REFERRING } from './svg-names.ts';
import { type Attribute, type Element, svgTree, TOO_MUCH } from './svg-tree.ts';
import { drawnElements } from './svg-weight.ts';

/** A user's SVG that is only a drawing. */
export interface SafeSvg {
  readonly ok: true;
  readonly svg: string;
  /** What was left out because it may run, load or move, in the order of its characters: `<script>`, `onclick`. */
  readonly dropped: readonly string[];
}

/** How a picture inside the SVG is made ready: its bytes → a `data:` address; null where it cannot be shown. */
export type Embed = (bytes: Uint8Array) => string | null;

/**
 * A user's SVG written anew with what the lists of `svg-names.ts` allow and nothing else. It runs nothing and loads
 * nothing, wherever it stands.
 * @param prefix what each id begins with: two SVGs of one page do not meet
 */
export function safeSvg(bytes: Uint8Array, prefix: string, embed: Embed): SafeSvg | Refused {
  const tree = svgTree(bytes);
  if (!tree.ok) return tree;
  const cleaning: Cleaning = {
    dropped: new Set(tree.dropped),
    embed,
    rename: (id) => `${prefix}-${id}`,
  };
  const root = cleaned(tree.root, cleaning);
  if (root === null || drawnElements(root) > MOST_DRAWN) return TOO_MUCH;
  if (hasNoSize(root)) return NO_SIZE;
  const svg = written(sized(root));
  return { ok: true, svg, dropped: [...cleaning.dropped].sort() };
}

/** `use` draws an element again: ten that each hold ten make millions. */
const MOST_DRAWN = 500_000;

const NO_SIZE = refused(
  'ce SVG dit une largeur ou une hauteur nulle : donnez-lui ses dimensions, ou enregistrez-le en PNG',
  'this SVG says that its width or its height is zero: give it its size, or save it as PNG',
);

/** A side of zero or less: some programs draw nothing, others refuse the whole document. */
function hasNoSize({ attributes }: Element): boolean {
  return attributes.some(({ name, value }) => {
    const sides =
      name === 'viewBox'
        ? value
            .trim()
            .split(/[\s,]+/)
            .slice(2)
        : [value];
    return ['width', 'height', 'viewBox'].includes(name) && sides.some((side) => Number.parseFloat(side) <= 0);
  });
}

interface Cleaning {
  readonly dropped: Set<string>;
  readonly embed: Embed;
  readonly rename: (id: string) => string;
}

/** The same element with what is allowed; null where it is not allowed itself. */
function cleaned(element: Element, cleaning: Cleaning): Element | null {
  const { name, svg } = element;
  if (!svg || MUTE_ELEMENTS.has(name)) return null;
  // Nobody can follow a link of a picture: what it holds is drawn all the same.
  const drawn = name === 'a' ? 'g' : name;
  if (!ELEMENTS.has(drawn)) {
    cleaning.dropped.add(`<${name}>`);
    return null;
  }
  if (name === 'style') return styleOf(element, cleaning);
  const attributes = element.attributes.flatMap((one) => attribute(name, one, cleaning));
  // A picture that was left out would leave an empty frame.
  if (name === 'image' && !attributes.some((one) => one.name === 'href')) return null;
  const children = element.children.flatMap((child): readonly (Element | string)[] => {
    if (typeof child === 'string') return [child];
    const kept = cleaned(child, cleaning);
    return kept === null ? [] : [kept];
  });
  return { name: drawn, svg, attributes, children };
}

function styleOf(element: Element, { dropped, rename }: Cleaning): Element | null {
  const { text, dropped: unsafe } = safeStyle(
    element.children.filter((one) => typeof one === 'string').join(''),
    rename,
  );
  for (const one of unsafe) dropped.add(one);
  return text === '' ? null : { name: 'style', svg: true, attributes: [], children: [text] };
}

function attribute(element: string, { name, prefix, value }: Attribute, cleaning: Cleaning): readonly Attribute[] {
  const { dropped, rename } = cleaning;
  const kept = (safe: string): readonly Attribute[] => [{ name, prefix: '', value: safe }];
  const left = (what: string): readonly Attribute[] => {
    dropped.add(what);
    return [];
  };
  if (name === 'href' && (prefix === '' || prefix === 'xlink')) return href(element, value, cleaning);
  if (prefix === 'xml' && name === 'space') return [{ name, prefix, value: value === 'preserve' ? value : 'default' }];
  if (prefix !== '') return [];
  if (name === 'id') return /^[^\s"'()<>#\\]+$/.test(value) ? kept(rename(value)) : [];
  if (name === 'style') {
    const css = safeDeclarations(value, rename);
    for (const one of css.dropped) dropped.add(one);
    return css.text === '' ? [] : kept(css.text);
  }
  if (PROPERTIES.has(name) || ATTRIBUTES.has(name)) {
    const safe = safeValue(value, rename);
    return safe === null ? left(name) : kept(safe);
  }
  // An attribute that draws nothing (`version`, `data-…`, an editor's own) goes without a word, unless it would act.
  return /^on/i.test(name) || isSuspect(value) ? left(name) : [];
}

/** Elsewhere in the same picture, or a picture held inside; nothing remote, no file, no script. */
function href(element: string, value: string, { dropped, embed, rename }: Cleaning): readonly Attribute[] {
  const url = value.trim();
  const inside = REFERRING.has(element) ? /^#([^\s"'()<>#\\]+)$/.exec(url)?.[1] : undefined;
  if (inside !== undefined) return [{ name: 'href', prefix: 'xlink', value: `#${rename(inside)}` }];
  const held = element === 'image' ? embedded(url, embed) : null;
  if (held !== null) return [{ name: 'href', prefix: 'xlink', value: held }];
  // A link of a picture goes without a word, unless it is more than an address.
  if (element !== 'a' || !/^(?:https?:|#)/i.test(url)) dropped.add(`<${element} href>`);
  return [];
}

function embedded(url: string, embed: Embed): string | null {
  const coded = /^data:image\/(?:png|jpe?g);base64,([a-z\d+/=\s]+)$/i.exec(url)?.[1];
  if (coded === undefined) return null;
  const plain = coded.replace(/\s+/g, '');
  if (plain.length % 4 !== 0 || !/^[a-z\d+/]+={0,2}$/i.test(plain)) return null;
  return embed(Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0)));
}

/** Without a viewBox, a picture is cut rather than made smaller; without units to measure in, its width says nothing. */
function sized(root: Element): Element {
  const value = (name: string): string | undefined => root.attributes.find((one) => one.name === name)?.value;
  const pixels = (name: string): number => Number(/^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(value(name) ?? '')?.[1] ?? 0);
  const attributes = root.attributes.filter(
    ({ name, value: said }) => !((name === 'width' || name === 'height') && said.trim().endsWith('%')),
  );
  const [width, height] = [pixels('width'), pixels('height')];
  if (value('viewBox') !== undefined || width === 0 || height === 0) return { ...root, attributes };
  return { ...root, attributes: [...attributes, { name: 'viewBox', prefix: '', value: `0 0 ${width} ${height}` }] };
}

/** Links are written `xlink:href`: Word and older readers know no other. */
function written(root: Element): string {
  const spaces = ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  return `${writtenElement(root, spaces)}\n`;
}

function writtenElement({ name, attributes, children }: Element, spaces = ''): string {
  const said = attributes.map(
    (one) => ` ${one.prefix === '' ? '' : `${one.prefix}:`}${one.name}="${escapeHtml(one.value)}"`,
  );
  const inside = children.map((one) => (typeof one === 'string' ? escapeHtml(one) : writtenElement(one))).join('');
  return `<${name}${spaces}${said.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
}
