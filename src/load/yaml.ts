import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Mend } from '../model/diagnostic.ts';
import type { Shape } from '../model/shape.ts';
import { nearest } from '../words/nearest.ts';
import { readBroken } from './broken.ts';
import { parse, tokenOf } from './events.ts';
import { type Found, type Span, shifted } from './found.ts';
import { mended, mendedOffset, mendsOf, typedFinding } from './mended.ts';
import { keyText, pointerAt } from './place.ts';
import {
  anchorOf,
  asEntry,
  asHolder,
  asText,
  emptyItem,
  emptyKey,
  type Key,
  type Reader,
  semicolons,
  tell,
  tellDouble,
  tellMark,
  tellNoBreakSpace,
  textInstead,
  thousands,
  valueless,
} from './reader.ts';
import { sentences } from './sentences.ts';
import { hasConflict, hiddenCharacters, leftovers, manyDocuments } from './stray.ts';
import { isTextOnly, swallowed } from './traps.ts';

/**
 * What a YAML text says. `ok` with warnings at most; else errors too, and still a `value` when the text could be read
 * apart from what they point at, so that one wrong key does not silence what the rest of the file has to say.
 */
export type ReadYaml =
  | { readonly ok: true; readonly value: unknown; readonly findings: readonly Found[] }
  | {
      readonly ok: false;
      readonly value?: unknown;
      readonly findings: readonly Found[];
      /** What was mended in the text, one after the other, so that it could be read. */
      readonly mends?: readonly Mend[];
    };

/**
 * Reads a YAML text into plain objects, lists and scalars, every scalar from its source text as its shape says.
 * @param text a whole YAML file, or the front matter of a Markdown file
 * @param shape what may stand where, from the schema; `{}` reads all as text
 * @param offset where `text` stands in its file; spans and fixes are counted from the start of the file
 * @returns the value, and findings in an author's words with their exact place; an empty document is an empty map
 */
export function readYaml(text: string, shape: Shape, offset = 0): ReadYaml {
  const reading = read(text, shape);
  const findings = reading.findings
    .toSorted((a, b) => a.span[0] - b.span[0])
    .map((finding) => (offset === 0 ? finding : shifted(finding, offset)));
  if (findings.some(({ severity }) => severity === 'error')) return { ...reading, ok: false, findings };
  return { ok: true, value: reading.value, findings };
}

interface Reading {
  readonly value?: unknown;
  readonly findings: readonly Found[];
  readonly mends?: readonly Mend[];
}

function read(text: string, shape: Shape): Reading {
  const conflict = hasConflict(text);
  if (conflict) return { findings: [conflict] };
  const hidden = hiddenCharacters(text);
  if (hidden) return withoutHidden(text, shape, hidden);
  const parsed = parse(text);
  if (!parsed.ok) return readBroken(text, parsed.fault, (healed) => build(healed, shape));
  return build(text, shape, parsed.events);
}

/** Read as if what cannot be seen were not there: the rest of the file is the author's all the same. */
function withoutHidden(text: string, shape: Shape, hidden: Found): Reading {
  const shown = mendsOf(hidden.fix ?? []);
  const seen = mended(text, shown);
  const { value, findings, mends = [] } = read(seen, shape);
  const parsed = parse(seen);
  const pointer = parsed.ok ? pointerAt(seen, parsed.events, mendedOffset(hidden.span[0], shown)) : '';
  const others = findings.map((finding) => typedFinding(text, seen, finding, shown));
  return { value, findings: [{ ...hidden, pointer }, ...others], mends: [...shown, ...mends] };
}

/** Our own constructor: js-yaml gives the events, the shape says what they mean. */
function build(text: string, shape: Shape, given?: readonly Event[]): Reading {
  const parsed = given ? { ok: true as const, events: given } : parse(text);
  if (!parsed.ok) return { findings: [] };
  const stray = manyDocuments(text, parsed.events);
  // The first document is the file; the others are told, and passed over.
  const second = parsed.events.findIndex(({ type }, index) => index > 0 && type === EVENT_ID.DOCUMENT);
  const events = stray && second > 0 ? parsed.events.slice(0, second) : parsed.events;
  const aliases = new Set<string>();
  if (text.includes('*')) {
    for (const event of events) if (event.type === EVENT_ID.ALIAS) aliases.add(anchorOf(text, event));
  }
  const reader: Reader = {
    text,
    events,
    aliases,
    findings: [...(stray ? [stray] : []), ...leftovers(text, events)],
    path: [],
    at: 1,
    end: 0,
  };
  const value = events.length > 0 ? readNode(reader, shape) : undefined;
  return { value: value ?? {}, findings: reader.findings };
}

/** Reads one node and moves past it; undefined means that nothing is there. */
function readNode(reader: Reader, shape: Shape): unknown {
  const event = reader.events[reader.at++];
  if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return undefined;
  if (event.type === EVENT_ID.ALIAS) return readAlias(reader, event, shape);
  const marked = event.anchorStart >= 0 || event.tagStart >= 0;
  if (marked) return readMarked(reader, event, shape);
  if (event.type === EVENT_ID.SCALAR) return readScalar(reader, event, shape);
  const before = reader.findings.length;
  const flow = event.style === COLLECTION_STYLE.FLOW;
  const value = event.type === EVENT_ID.SEQUENCE ? readList(reader, shape, flow) : readMap(reader, shape, flow);
  if (flow) closeBracket(reader, event.start);
  return isTextOnly(shape) ? (textInstead(reader, event, before, shape) ?? value) : value;
}

function readScalar(reader: Reader, event: ScalarEvent, shape: Shape): unknown {
  const { text } = reader;
  const token = tokenOf(text, event);
  if (!token) return undefined;
  reader.end = Math.max(token[1], event.valueEnd);
  const source = getScalarValue(text, event);
  if (event.style === SCALAR_STYLE.PLAIN) {
    const warning = shape.prose && swallowed(text, token);
    if (warning) tell(reader, 'diese', warning.span, warning.message, { severity: 'warning', ...warning.more });
    if (source === '~' || source === 'null') return undefined;
  }
  if (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK) return source;
  const plain = event.style === SCALAR_STYLE.PLAIN;
  const entry = plain && shape.keys ? asEntry(reader, token, shape) : undefined;
  if (entry) return { [entry.name]: typed(entry.value, childShape(shape, entry.name)) };
  const held = asHolder(reader, token, shape, plain);
  if (held === undefined) {
    const value = typed(source, shape);
    if (plain && typeof value === 'number' && !Number.isInteger(value)) thousands(reader, token, source);
    return value;
  }
  if ('total' in held) return { total: typed(held.total, shape.others ?? {}) };
  return held.map((item) => typed(item, shape.items ?? {}));
}

/** A number or true/false where the shape says so and nothing of what was typed would be lost; else the text. */
function typed(source: string, shape: Shape): string | number | boolean {
  if (shape.scalar === 'boolean' && (source === 'true' || source === 'false')) return source === 'true';
  if (shape.scalar !== 'number') return source;
  const decimal = /^-?(?:0|[1-9]\d*)(\.\d+)?$/.exec(source);
  // 98.500 may be ninety-eight and a half, or a number of thousands: the schema says so.
  if (!decimal || /^-?[1-9]\d{0,2}\.\d\d0$/.test(source)) return source;
  const shortest = decimal[1] ? source.replace(/\.?0+$/, '') : source;
  return String(Number(source)) === shortest ? Number(source) : source;
}

function readList(reader: Reader, shape: Shape, flow: boolean): readonly unknown[] {
  const list: unknown[] = [];
  for (let index = 0; reader.events[reader.at]?.type !== EVENT_ID.POP; index++) {
    reader.path.push(index);
    const before = reader.end;
    const errors = reader.findings.length;
    const value = readNode(reader, shape.items ?? {});
    if (value === undefined && reader.findings.length === errors) emptyItem(reader, before);
    const several = flow && shape.items && typeof value === 'string' && semicolons(reader, value, shape.items);
    // An item of which nothing is known keeps its place: the items after it are found where they stand.
    list.push(several ? undefined : value);
    reader.path.pop();
  }
  reader.at++;
  return list;
}

function readMap(reader: Reader, shape: Shape, flow: boolean): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  const keys = new Map<string, Key>();
  let empty = 0;
  while (reader.events[reader.at]?.type !== EVENT_ID.POP) {
    reader.path.push('');
    const key = readKey(reader);
    // Only a key without a value leaves no trace in the map.
    const seen = key && (Object.hasOwn(map, key.name) || empty > 0) ? keys.get(key.name) : undefined;
    const first = seen?.span;
    if (key && first) tellDouble(reader, key, first);
    const told = reader.findings.length;
    const value = readNode(reader, key ? childShape(shape, key.name) : {});
    // A merge key is told, and is no key of the format.
    if (value !== undefined && key && !first && key.name !== '<<') setOwn(map, key.name, value);
    if (value === undefined) empty++;
    if (value === undefined && key && told === reader.findings.length) {
      const glued = flow ? valueless(reader, key) : undefined;
      if (glued) setOwn(map, glued.name, typed(glued.value, childShape(shape, glued.name)));
      else if (told === reader.findings.length) emptyKey(reader, key, shape, childShape(shape, key.name));
    }
    if (key && !first) keys.set(key.name, key);
    reader.path.pop();
  }
  reader.at++;
  return map;
}

/** Reads a key and moves past it; undefined when it is no key, which is told. */
function readKey(reader: Reader): Key | undefined {
  const { text } = reader;
  const event = reader.events[reader.at];
  const start = event && 'start' in event ? event.start : reader.end;
  if (event?.type !== EVENT_ID.SCALAR) {
    const told = reader.findings.length;
    readNode(reader, {});
    reader.findings.length = told;
    tell(reader, 'yaml-illisible', [start, Math.max(reader.end, start + 1)], sentences.cleComplexe(), { part: 'key' });
    return undefined;
  }
  reader.at++;
  const span = tokenOf(text, event);
  if (event.anchorStart >= 0 || event.tagStart >= 0) tellMark(reader, event, 'key');
  if (!span) {
    const colon = Math.max(text.indexOf(':', reader.end), 0);
    tell(reader, 'yaml-illisible', [colon, colon + 1], sentences.cleVide(), { part: 'key' });
    return undefined;
  }
  reader.end = span[1];
  const name = keyText(text, event);
  reader.path[reader.path.length - 1] = name;
  if (name === '<<') tell(reader, 'ancre-ou-alias', span, sentences.fusion(), { part: 'key' });
  else if (event.style === SCALAR_STYLE.PLAIN && name.length !== span[1] - span[0])
    tellNoBreakSpace(reader, name, span);
  return { name, span };
}

function readAlias(reader: Reader, event: Event & { readonly anchorStart: number }, shape: Shape): unknown {
  const { text } = reader;
  const name = anchorOf(text, event);
  const span: Span = [event.anchorStart - 1, event.anchorStart + name.length];
  reader.end = span[1];
  if (isTextOnly(shape) && shape.prose && !declares(text, name)) return asText(reader, span);
  tell(reader, 'ancre-ou-alias', span, sentences.ancre({ mot: `*${name}` }));
  return undefined;
}

/** A node with an anchor or a tag: either a text that happens to start with a sign, or YAML that a dossier does without. */
function readMarked(reader: Reader, event: Exclude<Event, { readonly type: 1 | 5 | 6 }>, shape: Shape): unknown {
  const { text, aliases } = reader;
  const start = Math.min(...[event.anchorStart - 1, event.tagStart].filter((at) => at >= 0));
  const lonely =
    event.tagStart >= 0
      ? !/^![!<]/.test(text.slice(event.tagStart, event.tagStart + 2))
      : !aliases.has(anchorOf(text, event));
  if (event.type === EVENT_ID.SCALAR && isTextOnly(shape) && shape.prose && lonely) {
    const end = Math.max(tokenOf(text, event)?.[1] ?? 0, event.anchorEnd, event.tagEnd);
    reader.end = end;
    if (!/[\r\n]/.test(text.slice(start, end))) return asText(reader, [start, end]);
  }
  tellMark(reader, event, 'value');
  const bare = { ...event, anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 };
  if (bare.type === EVENT_ID.SCALAR) return readScalar(reader, bare, shape);
  const flow = bare.style === COLLECTION_STYLE.FLOW;
  return bare.type === EVENT_ID.SEQUENCE ? readList(reader, shape, flow) : readMap(reader, shape, flow);
}

function closeBracket(reader: Reader, start: number): void {
  const opening = reader.text[start];
  if (opening !== '[' && opening !== '{') return;
  const end = reader.text.indexOf(opening === '[' ? ']' : '}', Math.max(reader.end, start + 1));
  if (end >= 0) reader.end = end + 1;
}

function childShape(shape: Shape, key: string): Shape {
  const { keys } = shape;
  const own = keys && Object.hasOwn(keys, key) ? keys[key] : shape.others;
  return own ?? (keys ? misspelt(keys, key) : {});
}

/** What stands below a misspelt key is read as below the right one: it may have faults of its own. */
function misspelt(keys: NonNullable<Shape['keys']>, key: string): Shape {
  return keys[nearest(key, Object.keys(keys)) ?? ''] ?? {};
}

/** Assigning to `__proto__` would change the object instead of giving it a key. */
function setOwn(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
}

function declares(text: string, name: string): boolean {
  return text.includes(`&${name}`);
}
