import { describe, expect, it } from 'vitest';
import { load } from '../src/load/workspace.ts';
import type { Kind } from '../src/model/kind.ts';
import { filePatterns } from '../src/schema/files.ts';
import type { Schema } from '../src/schema/json-schema.ts';
import { markOf, resolved, schemas } from '../src/schema/schemas.ts';

const { files } = load({ root: 'examples/modele', alone: true, asked: [''] });
const kinds = filePatterns.filter(({ holder }) => holder === 'dossier').map(({ kind }) => kind);

/** A perimeter has one scale: that of a local atelier is neither whole départements nor whole régions. */
const otherScales = ['territoire/departements', 'territoire/regions'];

/**
 * Every key below a node under its one name: what a shared definition holds is one key wherever it is used.
 * With a value, only the keys that the value has.
 */
function* keysIn(node: Schema, name: string, value?: unknown): Generator<string> {
  const schema = resolved(node);
  const shared = /communs#\/\$defs\/(\w+)$/.exec(node.$ref ?? '')?.[1];
  const here = shared !== undefined && schema.properties ? shared : name;
  const asks = value !== undefined;
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    const { dispositifs } = markOf(child);
    if (dispositifs && !dispositifs.includes('local')) continue;
    const inner = asks ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
    if (asks && inner === undefined) continue;
    yield `${here}/${key}`;
    yield* keysIn(child, `${here}/${key}`, inner);
  }
  for (const child of [schema.items, schema.additionalProperties]) {
    if (typeof child !== 'object') continue;
    if (!asks) yield* keysIn(child, `${here}/*`);
    else for (const inner of Object.values(value as object)) yield* keysIn(child, `${here}/*`, inner);
  }
}

function allKeys(kind: Kind): readonly string[] {
  return [...new Set(keysIn(schemas[kind], kind))];
}

const used = new Set(
  files.flatMap(({ kind, value }) => (kind === 'prose' ? [] : [...keysIn(schemas[kind], kind, value)])),
);

describe('examples/modele', () => {
  it.each(kinds)('uses every key of %s that is open to a local atelier', (kind) => {
    expect(allKeys(kind).filter((key) => !used.has(key) && !otherScales.includes(key))).toEqual([]);
    expect(allKeys(kind).length).toBeGreaterThan(1);
  });

  it('says that it is invented', () => {
    const dossier = files.find(({ kind }) => kind === 'dossier')?.value as { fictif: boolean; titre: string };
    expect(dossier.fictif).toBe(true);
    expect(dossier.titre).toMatch(/fictif/i);
  });
});
