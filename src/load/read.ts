import type { Finding } from '../model/diagnostic.ts';
import type { HolderRef, Kind } from '../model/kind.ts';
import type { Shape } from '../model/shape.ts';
import type { SourceFile } from '../model/source-file.ts';
import { filePatterns } from '../schema/files.ts';
import { definitions, schemas } from '../schema/schemas.ts';
import { shapeOf } from '../schema/shape.ts';
import { inFile, shifted } from './found.ts';
import { splitFrontMatter } from './front-matter.ts';
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
  const nothing = {
    ...named,
    text,
    bom,
    value: undefined,
    readable: true,
    yaml: '',
    yamlStart: 0,
    body: '',
    bodyStart: 0,
    findings: [],
  };
  if (kind === 'prose') return { ...nothing, body: text, findings: inBody(path, text, 0) };
  const inHead = filePatterns.find((pattern) => pattern.kind === kind)?.frontMatter === true;
  const parts = inHead
    ? splitFrontMatter(text)
    : { ok: true as const, yaml: text, yamlStart: 0, body: '', bodyStart: text.length };
  if (!parts.ok) return { ...nothing, readable: false, findings: [inFile(path, parts.finding)] };
  const { yaml, yamlStart, body, bodyStart } = parts;
  const read = readYaml(yaml, shapeOfKind(kind), yamlStart);
  const findings = [...read.findings.map((finding) => inFile(path, finding)), ...inBody(path, body, bodyStart)];
  // A broken text may still give a value, read as if the errors were mended: enough to know what it declares.
  const readable = read.value !== undefined;
  return { ...nothing, value: read.value, readable, yaml, yamlStart, body, bodyStart, findings };
}

/** What no Markdown should hold: conflict markers of git, characters that cannot be seen. */
function inBody(path: string, body: string, bodyStart: number): readonly Finding[] {
  const found = hasConflict(body) ?? hiddenCharacters(body);
  return found ? [inFile(path, shifted(found, bodyStart))] : [];
}

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
