import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';
import type { Part, Place } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import { after, parse, tokenOf } from './events.ts';
import type { Span } from './found.ts';
import { mended, typedSpan } from './mended.ts';

/**
 * Where each line of a text starts. CRLF counts once, and a byte order mark is before the first line, not in it.
 * @param text a whole file
 * @returns offsets, ascending, the first of them the start of line 1
 */
export function lineStarts(text: string): readonly number[] {
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (const { index, 0: cut } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + cut.length);
  return starts;
}

/**
 * Lines and columns of a stretch of text, counted from 1.
 * @param text a whole file; `starts` what `lineStarts` gives for it, when several places are wanted
 */
export function placeAt(text: string, start: number, end: number, starts: readonly number[] = lineStarts(text)): Place {
  const [line, column] = lineAndColumn(starts, start);
  const [endLine, endColumn] = lineAndColumn(starts, end);
  return { line, column, endLine, endColumn };
}

function lineAndColumn(starts: readonly number[], offset: number): readonly [line: number, column: number] {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return [low + 1, Math.max(offset - (starts[low] ?? 0), 0) + 1];
}

/** Finds the token of a pointer in a text that was parsed once. */
export type SpotOf = (pointer: string, part: Part) => Span;

/**
 * Finds tokens in a YAML text, for several pointers.
 * @param text a YAML text; `offset` where it stands in its file, added to all that comes out
 * @returns a function from pointer and part to the exact characters: a key; a scalar with its quotation marks; for a map
 * or list the key that holds it, else its first token. Where a pointer leads to nothing, the nearest thing above it.
 */
export function spotsIn(text: string, offset = 0): SpotOf {
  const parsed = parse(text);
  const tree: Tree = { text, events: parsed.ok ? parsed.events : [], children: new Map() };
  return (pointer, part) => {
    const [start, end] = walk(tree, pointer, part);
    return [start + offset, end + offset];
  };
}

/** The same in a file of which some of the YAML had to be mended to be read: tokens where they stand as typed. */
export function spotsInFile({ yaml, yamlStart, mends }: Pick<SourceFile, 'yaml' | 'yamlStart' | 'mends'>): SpotOf {
  if (!mends) return spotsIn(yaml, yamlStart);
  const spots = spotsIn(mended(yaml, mends));
  return (pointer, part) => {
    const [start, end] = typedSpan(spots(pointer, part), mends);
    return [start + yamlStart, end + yamlStart];
  };
}

/** A parsed text, and the children of those maps and lists that were stepped into: each is looked through once. */
interface Tree {
  readonly text: string;
  readonly events: readonly Event[];
  readonly children: Map<number, ReadonlyMap<string, Child>>;
}

/** The child of a map or list: the event that starts it, and its key when it has one. */
interface Child {
  readonly at: number;
  readonly key: Span | undefined;
}

/** One token of a YAML text; see `spotsIn`. */
export function spotOf(text: string, pointer: string, part: Part, offset = 0): Span {
  return spotsIn(text, offset)(pointer, part);
}

function walk(tree: Tree, pointer: string, part: Part): Span {
  const { text, events } = tree;
  const steps = pointer.split('/').slice(1);
  let at = 1;
  let key: Span | undefined;
  for (const step of steps) {
    const next = childrenAt(tree, at).get(step.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!next) return key ?? firstToken(text, events, at);
    at = next.at;
    key = next.key;
  }
  if (part === 'key' && key) return key;
  const event = events[at];
  const token = event?.type === EVENT_ID.SCALAR ? tokenOf(text, event) : undefined;
  return token ?? key ?? firstToken(text, events, at);
}

function childrenAt({ text, events, children }: Tree, index: number): ReadonlyMap<string, Child> {
  const known = children.get(index);
  if (known) return known;
  const found = new Map<string, Child>();
  for (const [step, child] of childrenOf(text, events, index)) if (!found.has(step)) found.set(step, child);
  children.set(index, found);
  return found;
}

/** The children of a map or list, in the order of the text; none of anything else. */
function* childrenOf(text: string, events: readonly Event[], index: number): Generator<readonly [string, Child]> {
  const parent = events[index];
  const isMap = parent?.type === EVENT_ID.MAPPING;
  if (!isMap && parent?.type !== EVENT_ID.SEQUENCE) return;
  let count = 0;
  for (let at = index + 1; at < events.length && events[at]?.type !== EVENT_ID.POP; ) {
    const key = events[at];
    const value = isMap ? after(events, at) : at;
    if (!isMap) yield [String(count++), { at, key: undefined }];
    // Trimmed as when read: a no-break space beside a key is told, not kept.
    else if (key?.type === EVENT_ID.SCALAR) yield [keyText(text, key), { at: value, key: tokenOf(text, key) }];
    at = after(events, value);
  }
}

/**
 * Pointer of the node that holds an offset: the innermost whose first token stands before it.
 * @param events of the whole text
 */
export function pointerAt(text: string, events: readonly Event[], offset: number): string {
  let pointer = '';
  let index = 1;
  for (;;) {
    const parent = events[index];
    const isMap = parent?.type === EVENT_ID.MAPPING;
    if (!isMap && parent?.type !== EVENT_ID.SEQUENCE) return pointer;
    let inside: { readonly at: number; readonly step: string } | undefined;
    let count = 0;
    for (let at = index + 1; at < events.length && events[at]?.type !== EVENT_ID.POP; count++) {
      const value = isMap ? after(events, at) : at;
      if (firstToken(text, events, at)[0] > offset) break;
      const key = events[at];
      inside = { at: value, step: isMap && key?.type === EVENT_ID.SCALAR ? keyText(text, key) : String(count) };
      at = after(events, value);
    }
    if (!inside) return pointer;
    pointer += `/${inside.step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    index = inside.at;
  }
}

/** The first thing written in a node, so that a list item without key can be shown. */
function firstToken(text: string, events: readonly Event[], index: number): Span {
  const end = after(events, index);
  for (let at = index; at < end; at++) {
    const event = events[at];
    if (event?.type === EVENT_ID.SCALAR) {
      const token = tokenOf(text, event);
      if (token) return token;
    }
    const opens = event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING;
    if (opens && '[{'.includes(text[event.start] ?? ' ')) return [event.start, event.start + 1];
  }
  return [0, 0];
}

/**
 * A key as it is read: no-break spaces beside a plain one are no part of it.
 * @param key the event of a key that is a scalar
 */
export function keyText(text: string, key: Event & { readonly type: typeof EVENT_ID.SCALAR }): string {
  const written = key.valueStart < 0 ? '' : getScalarValue(text, key);
  return key.style === 1 ? written.trim() : written;
}
