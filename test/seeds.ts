import { isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { SourceFile } from '../src/model/source-file.ts';
import { pointerTo } from '../src/schema/fields.ts';
import type { Mark, Schema } from '../src/schema/json-schema.ts';
import { markOf, resolved, schemas } from '../src/schema/schemas.ts';
import type { Ground } from './seeding.ts';

/** Characters [start, end) of a file. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One entry of a map, or item of a list, of an example: where a defect can be put. */
export interface Site {
  readonly file: SourceFile;
  readonly pointer: string;
  /** The key of an entry; of an item, nothing. */
  readonly key: Token | undefined;
  /** The characters of a scalar; of a list or map, nothing. */
  readonly value: Token | undefined;
  /** A scalar on one line without quotation marks. */
  readonly plain: boolean;
  readonly data: unknown;
  readonly schema: Schema;
  readonly mark: Mark;
  /** The schema of the map or list that holds it, and what it holds. */
  readonly holder: Schema;
  readonly siblings: readonly string[];
  /** Inside braces or brackets. */
  readonly flow: boolean;
  /** From the key, or the item, to where the next one starts; to the end of its last line when there is none. */
  readonly span: readonly [number, number];
  /** What stands before it on its line. */
  readonly before: string;
  /** The key of the next entry of its map, the scalar of the next item of its list. */
  readonly next: Token | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The token by which the map or list that holds it is shown. */
  readonly above: Token | undefined;
}

/** Every place of an example, in the order of its files. */
export function sitesOf(ground: Ground): readonly Site[] {
  return ground.files.flatMap((file) => (file.kind === 'prose' ? [] : [...sitesIn(file)]));
}

function* sitesIn(file: SourceFile): Generator<Site> {
  if (file.kind === 'prose') return;
  const { contents } = parseDocument(file.yaml, { schema: 'failsafe' });
  if (isMap(contents)) yield* below(file, contents, schemas[file.kind], file.value, '', firstIn(file, contents));
}

function* below(
  file: SourceFile,
  node: Node,
  raw: Schema,
  data: unknown,
  pointer: string,
  above: Token | undefined,
): Generator<Site> {
  if (!isMap(node) && !isSeq(node)) return;
  const holder = resolved(raw);
  const items: readonly unknown[] = node.items;
  const siblings = isMap(node) ? Object.keys(Object(data)) : [];
  for (const [index, item] of items.entries()) {
    const name = isPair(item) ? String(isScalar(item.key) ? item.key.value : '') : String(index);
    const inner = (isPair(item) ? item.value : item) as Node | null;
    const child = childOf(holder, name, isMap(node));
    if (child === undefined || inner === null) continue;
    const key = isPair(item) && isScalar(item.key) ? tokenOf(file, item.key) : undefined;
    const value = isScalar(inner) ? tokenOf(file, inner) : undefined;
    const start = key?.start ?? offset(file, inner, 0);
    const end = items[index + 1] === undefined ? offset(file, inner, 2) : startOf(file, items[index + 1]);
    const here = pointerTo(pointer, name);
    const found: unknown = Object(data)[name];
    const line = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
    yield {
      ...{ file, pointer: here, key, value, data: found, siblings, holder, above },
      plain: isScalar(inner) && inner.type === 'PLAIN' && !/\n/.test(value?.text ?? ''),
      schema: resolved(child),
      mark: markOf(child),
      flow: node.flow === true,
      span: [start, end],
      before: line,
      next: nextToken(file, items[index + 1]),
      isFirst: index === 0,
      isLast: index === items.length - 1,
    };
    yield* below(file, inner, child, found, here, key ?? firstIn(file, inner));
  }
}

function childOf({ properties, additionalProperties, items }: Schema, name: string, map: boolean): Schema | undefined {
  if (!map) return items;
  if (properties && Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function offset(file: SourceFile, node: Node, which: 0 | 1 | 2): number {
  return (node.range?.[which] ?? 0) + file.yamlStart;
}

function startOf(file: SourceFile, item: unknown): number {
  const node = (isPair(item) ? (item as Pair<Node>).key : item) as Node;
  return offset(file, node, 0);
}

function tokenOf(file: SourceFile, node: Node): Token {
  const [start, end] = [offset(file, node, 0), offset(file, node, 1)];
  return { start, end, text: file.text.slice(start, end) };
}

function nextToken(file: SourceFile, item: unknown): Token | undefined {
  const node = isPair(item) ? item.key : item;
  return isScalar(node) ? tokenOf(file, node) : undefined;
}

/** A map in a list is shown by its first key. */
function firstIn(file: SourceFile, node: Node): Token | undefined {
  if (!isMap(node)) return undefined;
  // One between braces, by the first of these.
  if (node.flow) return { start: offset(file, node, 0), end: offset(file, node, 0) + 1, text: '{' };
  const [first] = (node as YAMLMap<Node>).items;
  return first === undefined ? undefined : tokenOf(file, first.key);
}

/** So many places of each kind; `SEEDS=1000` tries them all, which takes minutes. */
const most = Number(process.env.SEEDS ?? 12);

/** Some of them, evenly spread. */
export function spread<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)]).filter(
    (item) => item !== undefined,
  );
}
