import { SaxesParser } from 'saxes';
import { fillIn, type Text } from '../../words/text.ts';
import { type Refused, refused } from './header.ts';

/** An element of a user's SVG as it was written; nothing is trusted yet. */
export interface Element {
  readonly name: string;
  /** False for an element of another namespace: an editor's own notes. */
  readonly svg: boolean;
  readonly attributes: readonly Attribute[];
  readonly children: (Element | string)[];
}

export interface Attribute {
  /** Without its prefix. */
  readonly name: string;
  /** Of the namespace, whatever prefix was typed: '' for SVG's own, `xlink`, `xml`; `autre` for an editor's notes. */
  readonly prefix: '' | 'xlink' | 'xml' | 'autre';
  readonly value: string;
}

/** A read SVG, or why it cannot be. */
export type SvgTree = { readonly ok: true; readonly root: Element; readonly dropped: readonly string[] } | Refused;

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/** The largest SVG: more is a map for a program, not a figure. Characters, elements, elements inside one another. */
const MOST = { characters: 12_000_000, elements: 200_000, depth: 250 };

/**
 * Reads an SVG. Comments go without a word; stylesheets elsewhere are named in `dropped`.
 * @param bytes in UTF-8, UTF-16, or what its first line says
 */
export function svgTree(bytes: Uint8Array): SvgTree {
  if (bytes.length > MOST.characters) return TOO_MUCH;
  const text = decoded(bytes);
  if (text === null) return UNREADABLE;
  const reading: Reading = { open: [], elements: 0, dropped: [], root: null, problem: null };
  read(text, reading);
  const { problem, root, dropped } = reading;
  if (problem !== null) return { ok: false, why: problem };
  if (root === null || root.name !== 'svg' || !root.svg) return UNREADABLE;
  return { ok: true, root, dropped };
}

interface Reading {
  readonly open: Element[];
  readonly dropped: string[];
  elements: number;
  root: Element | null;
  /** The first thing that is wrong. */
  problem: Text | null;
}

/** Stops at the first problem: the parser goes on after an error, over what may be a bomb. */
function read(text: string, reading: Reading): void {
  const parser = new SaxesParser({ xmlns: true });
  const put = (piece: string): void => {
    reading.open.at(-1)?.children.push(piece);
  };
  parser.on('error', () => {
    reading.problem ??= fillIn(BROKEN, { ligne: String(parser.line) });
  });
  parser.on('doctype', (type) => {
    // A subset may define entities that grow without end, or that name files.
    if (type.includes('[')) reading.problem ??= ENTITIES.why;
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') reading.dropped.push('<?xml-stylesheet?>');
  });
  parser.on('text', put);
  parser.on('cdata', put);
  parser.on('opentag', (tag) => {
    const svg = tag.uri === SVG || (tag.uri === '' && (reading.root === null || reading.root.svg));
    const attributes = Object.values(tag.attributes).map(({ local, prefix, uri, value }) => ({
      name: local,
      prefix: known(prefix, uri),
      value,
    }));
    const element: Element = { name: tag.local, svg, attributes, children: [] };
    reading.elements += 1;
    reading.root ??= element;
    reading.open.at(-1)?.children.push(element);
    reading.open.push(element);
    if (reading.elements > MOST.elements || reading.open.length > MOST.depth) reading.problem ??= TOO_MUCH.why;
  });
  parser.on('closetag', () => {
    reading.open.pop();
  });
  for (let at = 0; at < text.length && reading.problem === null; at += PIECE) parser.write(text.slice(at, at + PIECE));
  if (reading.problem === null) parser.close();
}

const PIECE = 65_536;

function known(prefix: string, uri: string): Attribute['prefix'] {
  if (uri === XLINK) return 'xlink';
  return prefix === '' || prefix === 'xml' ? prefix : 'autre';
}

/** The text without its byte order mark; null where it is in no encoding that we know, or not in the one it says. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    // An unknown encoding is a RangeError, bytes that are not in it a TypeError.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1] ?? 'utf-8';
}

const BROKEN = {
  fr: 'le XML de ce SVG est mal formé, ligne {ligne} : enregistrez-le de nouveau depuis votre logiciel de dessin',
  en: 'the XML of this SVG is broken at line {ligne}: save it again from your drawing program',
};
const ENTITIES = refused(
  'ce SVG définit des entités dans son DOCTYPE, ce qui est refusé par sûreté : enregistrez-le en « SVG simple »',
  'this SVG defines entities in its DOCTYPE, which is refused for safety: save it as “plain SVG”',
);
const UNREADABLE = refused(
  'ce SVG ne se lit pas : enregistrez-le de nouveau depuis votre logiciel de dessin',
  'this SVG cannot be read: save it again from your drawing program',
);
/** Also for what grows by references. */
export const TOO_MUCH = refused(
  'ce SVG est trop lourd pour un rapport : simplifiez-le, ou enregistrez-le en PNG',
  'this SVG is too heavy for a report: simplify it, or save it as PNG',
);
