import { inflateSync } from 'node:zlib';

/** A value of a PDF: numbers, names (`/H1`) and texts are strings, the last as they are read. */
export type Value = string | number | boolean | null | Reference | readonly Value[] | Dictionary;
interface Reference {
  readonly object: number;
}
export interface Dictionary {
  readonly [key: string]: Value | undefined;
}

/** One element of the structure tree. */
export interface Tag {
  readonly type: string;
  readonly alt: string | null;
  readonly scope: string | null;
  readonly kids: readonly Tag[];
}

/** What a reader with another eye than ours finds in a PDF. */
export interface ReadPdf {
  readonly catalog: Dictionary;
  readonly info: Dictionary;
  readonly metadata: string;
  readonly tags: readonly Tag[];
  readonly pages: number;
}

/**
 * A PDF by its objects, plain or in object streams, whatever the table of places says.
 * @param bytes a whole file
 */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = objectsOf(text);
  const values = [...objects.values()].map(({ value }) => value);
  const catalog = values.find((value): value is Dictionary => isDictionary(value) && value.Type === '/Catalog');
  if (catalog === undefined) throw new Error('no catalog');
  const get = (value: Value | undefined): Value | undefined =>
    isReference(value) ? objects.get(value.object)?.value : value;
  const trailer = /trailer\s*<<[\s\S]*?\/Info (\d+) 0 R/.exec(text)?.[1];
  const info = get(trailer === undefined ? undefined : { object: Number(trailer) });
  const metadata = isReference(catalog.Metadata) ? objects.get(catalog.Metadata.object)?.stream : undefined;
  const root = get(catalog.StructTreeRoot);
  return {
    catalog,
    info: isDictionary(info) ? info : {},
    metadata: Buffer.from(metadata ?? '', 'latin1').toString('utf8'),
    tags: isDictionary(root) ? tagsIn(root.K, get) : [],
    pages: values.filter((value) => isDictionary(value) && value.Type === '/Page').length,
  };
}

/** All elements in reading order. */
export function allTags(tags: readonly Tag[]): readonly Tag[] {
  return tags.flatMap((tag) => [tag, ...allTags(tag.kids)]);
}

function tagsIn(kids: Value | undefined, get: (value: Value | undefined) => Value | undefined): readonly Tag[] {
  const list = Array.isArray(kids) ? kids : [kids];
  return list.flatMap((kid): Tag[] => {
    const value = get(kid);
    if (!isDictionary(value) || typeof value.S !== 'string') return [];
    const attributes = (Array.isArray(value.A) ? value.A : [value.A]).map(get).filter(isDictionary);
    const scope = attributes.map((one) => one.Scope).find((one) => typeof one === 'string');
    return [
      {
        type: value.S.slice(1),
        alt: typeof value.Alt === 'string' ? value.Alt : null,
        scope: typeof scope === 'string' ? scope.slice(1) : null,
        kids: tagsIn(value.K, get),
      },
    ];
  });
}

/** One object of a file. */
export interface PdfObject {
  readonly value: Value;
  readonly stream?: string;
}

/** All objects of a file, by number; a stream as it is stored. */
export function objectsOf(text: string): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const { index, 0: open, 1: number } of text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const reader = readerOf(text, index + open.length);
    const value = reader.value();
    if (!isDictionary(value) || typeof value.Length !== 'number') {
      objects.set(Number(number), { value });
      continue;
    }
    const start = /stream\r?\n/g;
    start.lastIndex = reader.at();
    start.exec(text);
    const raw = text.slice(start.lastIndex, start.lastIndex + value.Length);
    objects.set(Number(number), { value, stream: raw });
    if (value.Type === '/ObjStm') for (const [inner, one] of packed(raw, value)) objects.set(inner, { value: one });
  }
  return objects;
}

function packed(raw: string, { Filter, N, First }: Dictionary): readonly (readonly [number, Value])[] {
  const bytes = Buffer.from(raw, 'latin1');
  const text = (Filter === '/FlateDecode' ? inflateSync(bytes) : bytes).toString('latin1');
  const numbers = text.slice(0, Number(First)).trim().split(/\s+/).map(Number);
  return Array.from({ length: Number(N) }, (_, index) => {
    const place = Number(First) + (numbers[index * 2 + 1] ?? 0);
    return [numbers[index * 2] ?? 0, readerOf(text, place).value()] as const;
  });
}

function readerOf(text: string, start: number): { value: () => Value; at: () => number } {
  let at = start;
  const skip = (): void => {
    while (/\s/.test(text[at] ?? '')) at += 1;
  };
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return null;
    at = pattern.lastIndex;
    return found[0];
  };
  const dictionary = (): Dictionary => {
    const entries: Record<string, Value> = {};
    at += 2;
    for (skip(); !text.startsWith('>>', at); skip()) {
      const key = match(/\/[^\s/<>[\]()]*/y);
      if (key === null) throw new Error(`no key at ${at}: ${text.slice(at, at + 40)}`);
      entries[key.slice(1)] = value();
    }
    at += 2;
    return entries;
  };
  const array = (): readonly Value[] => {
    const values: Value[] = [];
    at += 1;
    for (skip(); text[at] !== ']'; skip()) values.push(value());
    at += 1;
    return values;
  };
  const value = (): Value => {
    skip();
    if (text.startsWith('<<', at)) return dictionary();
    if (text[at] === '[') return array();
    if (text[at] === '<') return fromHex(match(/<[^>]*>/y) ?? '');
    if (text[at] === '(') return fromLetters(match(/\((?:[^()\\]|\\[\s\S]|\([^()]*\))*\)/y) ?? '');
    const reference = match(/\d+ \d+ R/y);
    if (reference !== null) return { object: Number.parseInt(reference, 10) };
    const word = match(/\/?[^\s/<>[\]()]+/y) ?? '';
    if (word.startsWith('/')) return word;
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : Number(word);
  };
  return { value, at: () => at };
}

function fromHex(text: string): string {
  const bytes = Buffer.from(text.slice(1, -1).replace(/\s/g, ''), 'hex');
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

function fromLetters(text: string): string {
  return text.slice(1, -1).replace(/\\([\s\S])/g, '$1');
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('object' in value);
}

export function isReference(value: Value | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'object' in value;
}
