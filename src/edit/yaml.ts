import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import { type Collection, isPairOf, nodeOf, type Sheet } from './places.ts';
import { sameApart, saysAt } from './proof.ts';
import { insertItem, insertPair, removeItem, replaceValue } from './splice.ts';
import type { Path, Value } from './value.ts';

export type { Path, Value } from './value.ts';

/**
 * Sets a value in a YAML text: what stands at the path is replaced, what is missing on the way is made. Comments, blank
 * lines and every other value stay as they are, byte for byte.
 * @param text a whole YAML text, with or without byte order mark, whatever its line breaks
 * @param path keys and indexes from the top
 * @returns the new text; null when the text cannot be read, when the path goes through a scalar, or when it is written
 * in a way that cannot be edited without touching the rest (anchors, keys over several lines)
 */
export function setIn(text: string, path: Path, value: Value): string | null {
  return edited(text, path, value, (sheet, doc) => {
    const { parent, rest } = reach(doc, path);
    if (rest.length === 0) return null;
    if (parent === null) return insertPair(sheet, null, String(rest[0]), nested(rest.slice(1), value));
    if (parent.pair !== undefined) return replaceValue(sheet, parent.pair, nested(rest, value));
    const [step = ''] = rest;
    const found = itemAt(parent.node, step);
    if (found !== undefined && rest.length === 1) return replaceValue(sheet, found, value, parent.node);
    if (found !== undefined) return null;
    const made = nested(rest.slice(1), value);
    if (isMap(parent.node)) return insertPair(sheet, parent.node, String(step), made);
    return step === parent.node.items.length ? insertItem(sheet, parent.node, made) : null;
  });
}

/** Adds a key to the map at a path, after its last key; null also when the map has that key already. */
export function addToMap(text: string, path: Path, key: string, value: Value): string | null {
  const doc = parse(text.replace(/^\ufeff/, ''));
  return doc === null || doc.hasIn([...path, key]) ? null : setIn(text, [...path, key], value);
}

/** Adds an item at the end of the list at a path; the list is made where there is none. */
export function addToList(text: string, path: Path, value: Value): string | null {
  const doc = parse(text.replace(/^\ufeff/, ''));
  const list = doc === null ? undefined : path.length === 0 ? doc.contents : doc.getIn(path, true);
  if (isSeq(list) && list.items.length > 0) return setIn(text, [...path, list.items.length], value);
  return doc === null ? null : setIn(text, path, [value]);
}

/** Takes away what stands at a path, with its key; a map or list that is left empty goes with it. Null when nothing is there. */
export function deleteIn(text: string, path: Path): string | null {
  return edited(text, path, undefined, (sheet, doc) => {
    for (let length = path.length; length > 0; length--) {
      const parent = length === 1 ? doc.contents : doc.getIn(path.slice(0, length - 1), true);
      if (!isMap(parent) && !isSeq(parent)) return null;
      const item = itemAt(parent, path[length - 1] ?? '');
      if (item === undefined) return null;
      if (parent.items.length > 1 || length === 1) return removeItem(sheet, parent, item);
    }
    return null;
  });
}

function edited(
  whole: string,
  path: Path,
  value: Value | undefined,
  act: (sheet: Sheet, doc: Document) => string | null,
): string | null {
  const mark = whole.startsWith('\ufeff') ? '\ufeff' : '';
  const text = whole.slice(mark.length);
  const before = parse(text);
  if (before === null) return null;
  for (const bars of [true, false]) {
    const made = act({ text, newline: text.includes('\r\n') ? '\r\n' : '\n', bars }, before);
    const after = made === null ? null : parse(made);
    // The proof: what was asked for is there, and all the rest reads as it did.
    if (after !== null && saysAt(after, path, value) && sameApart(before, after, path)) return mark + made;
  }
  return null;
}

function parse(text: string): Document | null {
  // Failsafe: every scalar is read as the text that was typed; our schemas say what it means.
  const doc = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  return doc.errors.length > 0 ? null : doc;
}

/** The deepest list or map on a path, or the empty key that should hold one, and the rest of the path from there. */
function reach(doc: Document, path: Path): { readonly parent: Parent | null; readonly rest: Path } {
  const root = nodeOf(doc.contents);
  if (root === undefined || (isScalar(root) && isEmpty(root))) return { parent: null, rest: path };
  if (!isMap(root) && !isSeq(root)) return { parent: null, rest: [] };
  let node: Collection = root;
  for (const [index, step] of path.entries()) {
    const rest = path.slice(index);
    const item = itemAt(node, step);
    const child = nodeOf(isPairOf(item) ? item.value : item);
    if (rest.length === 1 || item === undefined) return { parent: { node }, rest };
    if (isMap(child) || isSeq(child)) node = child;
    else
      return isPairOf(item) && (child === undefined || isEmpty(child))
        ? { parent: { node, pair: item }, rest: rest.slice(1) }
        : { parent: null, rest: [] };
  }
  return { parent: null, rest: [] };
}

interface Parent {
  readonly node: Collection;
  /** A key without value, which is to get one. */
  readonly pair?: Pair;
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.source === '' && node.type === 'PLAIN';
}

/** The pair of a key, or the item at an index. */
function itemAt(node: Collection, step: string | number): Pair | unknown {
  if (isSeq(node)) return typeof step === 'number' ? node.items[step] : undefined;
  return node.items.find(({ key }) => (isScalar(key) ? key.value : key) === String(step));
}

/** `['a', 'b']` and 1 → `{ a: { b: 1 } }`; an index can only open a list. */
function nested(path: Path, value: Value): Value {
  return path.reduceRight<Value>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}
