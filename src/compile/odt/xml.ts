import { escapeHtml } from '../../words/escape.ts';

/** The names that files of OpenDocument use. */
const NAMES: Readonly<Record<string, string>> = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
  xlink: 'http://www.w3.org/1999/xlink',
};

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * One element.
 * @param name its tag, with its prefix
 * @param attributes its attributes; those that are undefined are left out
 * @param inside XML inside it
 * @returns XML, attributes escaped
 */
export function element(name: string, attributes: Attributes, inside = ''): string {
  let tag = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) tag += ` ${key}="${escapeHtml(String(value))}"`;
  }
  return inside === '' ? `${tag}/>` : `${tag}>${inside}</${name}>`;
}

/**
 * A file of the package.
 * @param root its outermost element: `document-content`, `document-styles`, `document-meta`
 * @param inside XML inside it
 * @returns the file, of OpenDocument 1.3
 */
export function documentXml(root: string, inside: string): string {
  const names = Object.entries(NAMES).map(([prefix, uri]) => [`xmlns:${prefix}`, uri] as const);
  const attributes = { ...Object.fromEntries(names), 'office:version': '1.3' };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(`office:${root}`, attributes, inside)}`;
}

/**
 * Text inside a paragraph: spaces that would be one are kept.
 * @param value text such as XML can write
 * @returns XML
 */
export function textXml(value: string): string {
  return escapeHtml(value).replace(/ {2,}|^ | $/g, (spaces) => element('text:s', { 'text:c': spaces.length }));
}

/** @returns a length as files write it: two decimals at most, the same on every machine */
export function mm(length: number): string {
  return `${Math.round(length * 100) / 100}mm`;
}
