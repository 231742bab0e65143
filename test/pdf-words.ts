import { inflateSync } from 'node:zlib';
import { type Dictionary, isDictionary, isReference, objectsOf, type PdfObject, type Value } from './pdf-tags.ts';

/** An element of the structure of a PDF, with the words that it marks, in the order that it gives. */
export interface Part {
  readonly type: string;
  readonly parts: readonly (Part | string)[];
}

type Get = (value: Value | undefined) => PdfObject | undefined;

/**
 * What a PDF says to those who do not see it: its structure, and in each element its words, as its fonts map them.
 * Written for what our own PDFs hold.
 * @param bytes a whole file
 */
export function partsOf(bytes: Uint8Array): Part {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  const get: Get = (value) => {
    if (isReference(value)) return objects.get(value.object);
    return value === undefined ? undefined : { value };
  };
  const dictionary = (value: Value | undefined): Dictionary => {
    const found = get(value)?.value;
    return isDictionary(found) ? found : {};
  };
  const pages = new Map<number, ReadonlyMap<number, string>>();
  const marked = (page: Value | undefined, mark: number): string => {
    if (!isReference(page)) throw new Error('marked words without a page');
    const known = pages.get(page.object) ?? markedIn(dictionary(page), get, dictionary);
    pages.set(page.object, known);
    return known.get(mark) ?? '';
  };
  const under = (kids: Value | undefined, page: Value | undefined): (Part | string)[] => {
    const list = Array.isArray(kids) ? (kids as readonly Value[]) : [kids];
    return list.flatMap((kid): (Part | string)[] => {
      if (typeof kid === 'number') return [marked(page, kid)];
      const element = dictionary(kid);
      const own = element.Pg ?? page;
      if (typeof element.MCID === 'number') return [marked(own, element.MCID)];
      return typeof element.S === 'string' ? [{ type: element.S.slice(1), parts: under(element.K, own) }] : [];
    });
  };
  const catalog = [...objects.values()]
    .map(({ value }) => value)
    .find((one) => isDictionary(one) && one.Type === '/Catalog');
  const root = isDictionary(catalog) ? dictionary(catalog.StructTreeRoot) : {};
  return { type: '', parts: under(root.K, undefined) };
}

/** What opens and closes a mark, sets a font, or shows letters. */
const TOKENS =
  /\/\w+\s*<<((?:<[^<>]*>|\((?:\\[\s\S]|[^\\()])*\)|[^<>(])*)>>\s*BDC|\/\w+\s+(?:\/\w+\s+BDC|BMC)|\b(EMC)\b|\/(\w+)\s+[\d.]+\s+Tf|(\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>)/g;

/** The words under each mark of a page. */
function markedIn(
  page: Dictionary,
  get: Get,
  dictionary: (value: Value | undefined) => Dictionary,
): ReadonlyMap<number, string> {
  const faces = dictionary(dictionary(page.Resources).Font);
  const letters = new Map(
    Object.entries(faces).map(([name, face]) => [name, lettersOf(stream(get(dictionary(face).ToUnicode)))]),
  );
  const texts = new Map<number, string>();
  const open: { readonly mark: number | null; readonly said: string | null }[] = [];
  let face: ReadonlyMap<number, string> = new Map();
  const say = (text: string): void => {
    const mark = open.findLast((one) => one.mark !== null)?.mark;
    if (mark !== null && mark !== undefined) texts.set(mark, (texts.get(mark) ?? '') + text);
  };
  for (const [token, about, end, name, shown] of stream(get(page.Contents)).matchAll(TOKENS)) {
    if (end !== undefined) open.pop();
    else if (name !== undefined) face = letters.get(name) ?? new Map();
    else if (shown !== undefined) {
      if (!open.some(({ said }) => said !== null))
        say(
          codes(shown)
            .map((code) => face.get(code) ?? '')
            .join(''),
        );
    } else if (about === undefined) open.push({ mark: null, said: null });
    else {
      const said = /\/ActualText\s*(<[^>]*>|\((?:\\[\s\S]|[^\\()])*\))/.exec(about)?.[1];
      const mark = /\/MCID (\d+)/.exec(about)?.[1];
      open.push({ mark: mark === undefined ? null : Number(mark), said: said ?? null });
      if (said !== undefined) say(textIn(said));
    }
    if (token === '') throw new Error('an empty token');
  }
  return texts;
}

function stream(object: PdfObject | undefined): string {
  if (object?.stream === undefined) return '';
  const packed = isDictionary(object.value) && object.value.Filter === '/FlateDecode';
  const bytes = Buffer.from(object.stream, 'latin1');
  return (packed ? inflateSync(bytes) : bytes).toString('latin1');
}

/** A string of two bytes a letter. */
function codes(string: string): readonly number[] {
  const bytes = bytesOf(string);
  return Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16BE(at * 2));
}

/** A text of the file: with a mark before it of two bytes a letter, else of one. */
function textIn(string: string): string {
  const bytes = bytesOf(string);
  return bytes[0] === 0xfe && bytes[1] === 0xff ? utf16(codes(string).slice(1)) : bytes.toString('latin1');
}

function bytesOf(string: string): Buffer {
  if (string.startsWith('<')) return Buffer.from(string.slice(1, -1).replace(/\s/g, ''), 'hex');
  return Buffer.from(string.slice(1, -1).replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, unescaped), 'latin1');
}

function unescaped(_: string, sign: string): string {
  if (/^[0-7]/.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8));
  return (
    ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r\n': '' } as Record<string, string>)[sign] ?? sign
  );
}

function utf16(units: readonly number[]): string {
  return String.fromCharCode(...units);
}

/** What each code of a font means. */
function lettersOf(cmap: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  const text = (hex: string): string => utf16(codes(`<${hex}>`));
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', said = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(Number.parseInt(code, 16), text(said));
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', said = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = Number.parseInt(from, 16);
      for (let code = start; code <= Number.parseInt(to, 16); code += 1)
        letters.set(code, String.fromCodePoint((text(said).codePointAt(0) ?? 0) + code - start));
    }
  return letters;
}
