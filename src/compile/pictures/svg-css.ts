import { PROPERTIES } from './svg-names.ts';

/** A text of CSS that is safe, and what was left out of it because it is not, as a reader would name it. */
export interface Css {
  /** In a `style` element, one rule a line. */
  readonly text: string;
  readonly dropped: readonly string[];
}

/** Functions that only compute; `url()` is judged by where it leads. */
const FUNCTIONS = new Set(
  (
    'url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp matrix translate translatex ' +
    'translatey scale scalex scaley rotate skewx skewy local polygon inset circle ellipse path blur drop-shadow'
  ).split(' '),
);

/** True for a value that would load or run something, were it not left out. */
export function isSuspect(value: string): boolean {
  return /url\s*\(|expression\s*\(|script:|\\/i.test(value);
}

/**
 * A value of a property or an attribute in which every id is renamed.
 * @returns null when it may load something, run, or hide what it says behind escapes
 */
export function safeValue(value: string, rename: (id: string) => string): string | null {
  if (/[\\@<{};]|\/\*/.test(value)) return null;
  for (let open = value.indexOf('('); open !== -1; open = value.indexOf('(', open + 1)) {
    const name = /[\w-]*$/.exec(value.slice(Math.max(0, open - 40), open))?.[0] ?? '';
    if (name !== '' && !FUNCTIONS.has(name.toLowerCase())) return null;
  }
  const inside = /url\(\s*(["']?)#([^\s"'()#]+)\1\s*\)/gi;
  if (/url\(/i.test(value.replace(inside, ''))) return null;
  return value.replace(inside, (_, __, id: string) => `url(#${rename(id)})`);
}

/**
 * The content of a `style` attribute.
 * @param rename gives the new name of an id
 */
export function safeDeclarations(style: string, rename: (id: string) => string): Css {
  const dropped: string[] = [];
  const kept: string[] = [];
  for (const one of withoutComments(style).split(';')) {
    const colon = one.indexOf(':');
    const name = one.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = PROPERTIES.has(name) ? safeValue(one.slice(colon + 1).trim(), rename) : null;
    if (value !== null) kept.push(`${name}:${value}`);
    // What draws nothing here (an editor's `-inkscape-…`, `line-height`) goes without a word.
    else if (PROPERTIES.has(name) || isSuspect(one)) dropped.push(name === '' ? one.trim().slice(0, 30) : name);
  }
  return { text: kept.join(';'), dropped };
}

/**
 * The content of a `style` element: plain rules stay, each `@` rule goes (`@import` and `@font-face` load files).
 * @param rename gives the new name of an id
 */
export function safeStyle(css: string, rename: (id: string) => string): Css {
  const dropped: string[] = [];
  const kept: string[] = [];
  const text = withoutComments(css).replace(/<!--|-->/g, ' ');
  for (let at = 0; at < text.length; ) {
    const { prelude, body, end } = ruleAt(text, at);
    at = end;
    if (prelude.startsWith('@')) dropped.push(/^@[\w-]*/.exec(prelude)?.[0] ?? '@');
    else if (body !== null && prelude !== '') {
      const declarations = safeDeclarations(body, rename);
      // A reference made by anything but a class is one that nobody can count (svg-weight.ts).
      const told =
        /^[\w\p{L}\s.,#>*+~:()[\]="'-]+$/u.test(prelude) && (isClasses(prelude) || !/url\(/i.test(declarations.text));
      dropped.push(...declarations.dropped, ...(told ? [] : [prelude.slice(0, 30)]));
      if (!told || declarations.text === '') continue;
      const selector = prelude.replace(/\s+/g, ' ').replace(/#([\w\p{L}-]+)/gu, (_, id: string) => `#${rename(id)}`);
      kept.push(`${selector}{${declarations.text}}`);
    }
  }
  return { text: kept.join('\n'), dropped };
}

/** `.fond, .trait` */
function isClasses(selector: string): boolean {
  return selector.split(',').every((one) => /^\.[\w\p{L}-]+$/u.test(one.trim()));
}

/** One rule from an offset: up to its closing brace, or to a semicolon that comes before any. */
function ruleAt(text: string, start: number): { prelude: string; body: string | null; end: number } {
  const stop = /[{;]/g;
  stop.lastIndex = start;
  const open = stop.exec(text)?.index ?? text.length;
  const prelude = text.slice(start, open).trim();
  if (text[open] !== '{') return { prelude, body: null, end: open + 1 };
  let depth = 1;
  let end = open + 1;
  for (; end < text.length && depth > 0; end += 1) {
    if (text[end] === '{') depth += 1;
    if (text[end] === '}') depth -= 1;
  }
  return { prelude, body: text.slice(open + 1, depth === 0 ? end - 1 : end), end };
}

function withoutComments(css: string): string {
  let kept = '';
  let at = 0;
  for (let open = css.indexOf('/*'); open !== -1; open = css.indexOf('/*', at)) {
    kept += `${css.slice(at, open)} `;
    const close = css.indexOf('*/', open + 2);
    at = close === -1 ? css.length : close + 2;
    if (close === -1) break;
  }
  return kept + css.slice(at);
}
