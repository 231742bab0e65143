import type { Document } from 'yaml';
import { isList, isMap, type Path, type Value } from './value.ts';

/** True when a document says a value at a path; undefined: when nothing stands there. */
export function saysAt(doc: Document, path: Path, value: Value | undefined): boolean {
  const there = at(plain(doc), path);
  return JSON.stringify(there) === JSON.stringify(value === undefined ? undefined : asText(value));
}

/** True when two documents say the same, apart from a path and from what is empty along it. */
export function sameApart(before: Document, after: Document, path: Path): boolean {
  return JSON.stringify(without(plain(before), path)) === JSON.stringify(without(plain(after), path));
}

/** A document as entries: keys keep their order, even those that look like numbers or `__proto__`. */
type Plain =
  | string
  | null
  | { readonly list: readonly Plain[] }
  | { readonly map: readonly (readonly [Plain, Plain])[] };

function plain(doc: Document): Plain {
  return plainOf(doc.toJS({ mapAsMap: true, maxAliasCount: 0 }));
}

function plainOf(value: unknown): Plain {
  if (Array.isArray(value)) return { list: value.map(plainOf) };
  if (value instanceof Map) return { map: [...value].map(([key, item]) => [plainOf(key), plainOf(item)]) };
  return value === null || value === undefined || value === '' ? null : String(value);
}

/** A value as the failsafe schema would read it back. */
function asText(value: Value): Plain {
  if (isList(value)) return { list: value.map(asText) };
  if (isMap(value)) return { map: Object.entries(value).map(([key, item]) => [key, asText(item)]) };
  return String(value) === '' ? null : String(value);
}

function at(value: Plain | undefined, path: Path): Plain | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('list' in value) return typeof step === 'number' ? at(value.list[step], rest) : undefined;
  return at(value.map.find(([key]) => key === String(step))?.[1], rest);
}

/** A value without what stands at a path, nor the lists and maps that this leaves empty. */
function without(value: Plain, path: Path): Plain {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return step === undefined ? null : value;
  if ('list' in value) {
    const list = value.list.flatMap((item, index) => (index === step ? kept(without(item, rest)) : [item]));
    return list.length === 0 ? null : { list };
  }
  const map = value.map.flatMap(([key, item]) =>
    key === String(step) ? kept(without(item, rest)).map((left) => [key, left] as const) : [[key, item] as const],
  );
  return map.length === 0 ? null : { map };
}

function kept(value: Plain): readonly Plain[] {
  return value === null ? [] : [value];
}
