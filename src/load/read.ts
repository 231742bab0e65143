import type { Finding } from '../model/diagnostic.ts';
import type { HolderRef, Kind } from '../model/kind.ts';
import type { Shape } from '../model/shape.ts';
import type { SourceFile } from '../model/source-file.ts';
import { filePatterns } from '../schema/files.ts';
import { definitions, schemas } from '../schema/schemas.ts';
import { shapeOf } from '../schema/shape.ts';
import { inFile, shifted } from './found.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { hasConflict, hiddenCharacters } from './stray.ts';
import { readYaml } from './yaml.ts';

/** What is known of a file before its text is read. */
export interface Named {
  readonly path: string;
  readonly holder: HolderRef;
  readonly kind: Kind | 'prose';
  readonly id: string | null;
}

/**
 * Reads one file's text: YAML, or Markdown with or without front matter.
 * @param bom the file began with a byte order mark, which `text` leaves out
 * @returns its value typed by its schema, its body, and what the reading found; never throws on what a text may hold
 */
export function readSource(named: Named, text: string, bom = false): SourceFile {
  const { kind, path } = named;
  if (kind === 'prose') return sourceOf(named, text, bom, { ...nothing, body: text }, inBody(path, text, 0));
  const parts = isInHead(kind) ? splitFrontMatter(text) : wholeYaml(text);
  const head = parts.ok ? parts : parts.parts;
  const told = parts.ok ? [] : [inFile(path, parts.finding)];
  if (!head) return sourceOf(named, text, bom, { ...nothing, readable: false }, told);
  const { yaml, yamlStart, body, bodyStart } = head;
  const read = readYaml(yaml, shapeOfKind(kind), yamlStart);
  const { value, findings: found } = read;
  const below = inBody(path, body, bodyStart);
  const findings =
    found.length === 0 && told.length === 0
      ? below
      : [...told, ...found.map((finding) => inFile(path, finding)), ...below];
  // A broken text may still give a value, read as if the errors were mended: enough to know what it declares.
  const contents = { value, readable: value !== undefined, yaml, yamlStart, body, bodyStart };
  const source = sourceOf(named, text, bom, contents, findings);
  return read.ok || read.mends === undefined || read.mends.length === 0 ? source : { ...source, mends: read.mends };
}

type Contents = Pick<SourceFile, 'value' | 'readable' | 'yaml' | 'yamlStart' | 'body' | 'bodyStart'>;

const nothing: Contents = { value: undefined, readable: true, yaml: '', yamlStart: 0, body: '', bodyStart: 0 };

/** Written out: on Node 20, objects made of spreads are each of a class of their own, and slow to use. */
function sourceOf(
  { path, holder, kind, id }: Named,
  text: string,
  bom: boolean,
  { value, readable, yaml, yamlStart, body, bodyStart }: Contents,
  findings: readonly Finding[],
): SourceFile {
  return { path, holder, kind, id, text, bom, value, readable, yaml, yamlStart, body, bodyStart, findings };
}

function wholeYaml(text: string): FrontMatter {
  return { ok: true, yaml: text, yamlStart: 0, body: '', bodyStart: text.length };
}

const inHead = new Map(filePatterns.map(({ kind, frontMatter }) => [kind, frontMatter]));

function isInHead(kind: Kind): boolean {
  return inHead.get(kind) ?? false;
}

/** What no Markdown should hold: conflict markers of git, characters that cannot be seen. */
function inBody(path: string, body: string, bodyStart: number): readonly Finding[] {
  if (body === '') return none;
  const found = hasConflict(body) ?? hiddenCharacters(body);
  return found ? [inFile(path, shifted(found, bodyStart))] : none;
}

const none: readonly Finding[] = [];

const shapes = new Map<Kind, Shape>();

function shapeOfKind(kind: Kind): Shape {
  const known = shapes.get(kind);
  if (known) return known;
  const shape = shapeOf(
    schemas[kind] as Parameters<typeof shapeOf>[0],
    (id) => Object.values(definitions).find((schema) => schema.$id === id) as Parameters<typeof shapeOf>[0] | undefined,
  );
  shapes.set(kind, shape);
  return shape;
}
