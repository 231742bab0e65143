import type { Kind } from '../model/kind.ts';
import { keysOf, nodeAt } from './fields.ts';
import { meantKey } from './meant-key.ts';
import type { SchemaFinding } from './say.ts';

/** A value read as it was most likely meant, and the findings that this took care of. */
export interface Healed {
  readonly value: unknown;
  readonly findings: readonly SchemaFinding[];
}

/**
 * Reads a value that does not match its schema as its author most likely meant it: misspelt keys and codes as the words that
 * are proposed for them, a title that is missing as if it were there. So a mistake neither hides what else is wrong, nor drags
 * along what follows from it alone.
 * @param value what was read, left as it is; `said` what its schema says of it
 * @returns the value as it was meant
 */
export function healed(kind: Kind, value: unknown, said: readonly SchemaFinding[]): Healed {
  const whole: Root = { root: structuredClone(value) };
  const findings: SchemaFinding[] = [];
  for (const finding of said) if (!isKey(finding) && mend(kind, whole, finding)) findings.push(finding);
  // Keys last, the deepest first: renaming one changes every pointer below it.
  const keys = new Map<string, SchemaFinding[]>();
  for (const finding of said.filter(isKey)) {
    const map = keys.get(above(finding.pointer));
    if (map) map.push(finding);
    else keys.set(above(finding.pointer), [finding]);
  }
  for (const [pointer, wrong] of [...keys].sort(([a], [b]) => b.length - a.length))
    findings.push(...rename(kind, whole, pointer, wrong));
  return findings.length === 0 ? { value, findings } : { value: whole.root, findings };
}

interface Root {
  root: unknown;
}

function isKey({ rule, part, lacks }: SchemaFinding): boolean {
  return part === 'key' && lacks === undefined && rule !== 'liste-vide';
}

/** Writes the code that was proposed, or something in the place of a text that is missing. */
function mend(kind: Kind, whole: Root, { rule, pointer, suggestion, lacks }: SchemaFinding): boolean {
  if (lacks !== undefined) return standIn(kind, whole, lacks);
  const [holder, key] = placeOf(whole, pointer);
  if (suggestion === undefined || !isHolder(holder)) return false;
  const here = holder[key];
  if (Array.isArray(here)) return here.length === 1 && write(holder, key, here[0]);
  // A code is known by its list. What is said of a date or a number that is only guessed would be said of the guess.
  const codes = nodeAt(kind, pointer)?.enum ?? [];
  const [first = '', ...more] = suggestion.split(', ');
  if (rule !== 'code-inconnu' || ![first, ...more].every((code) => codes.includes(code))) return false;
  if (!Array.isArray(holder)) return write(holder, key, first);
  if ([first, ...more].some((code) => holder.includes(code))) return false;
  // Several codes with no comma between them: the others come last, so that the items keep their places.
  holder.push(...more);
  return write(holder, key, first);
}

function standIn(kind: Kind, whole: Root, pointer: string): boolean {
  const node = nodeAt(kind, pointer);
  const { texte } = node?.['x-atelier'] ?? {};
  const [holder, key] = placeOf(whole, pointer);
  if (node?.const !== undefined) return write(holder, key, node.const);
  // No two alike: they are not the same title twice.
  return (texte === 'ligne' || texte === 'prose') && write(holder, key, pointer.slice(-100));
}

/**
 * Gives keys of one map the names that were meant, where they stand.
 * @returns the findings of those that have one
 */
function rename(kind: Kind, whole: Root, pointer: string, wrong: readonly SchemaFinding[]): readonly SchemaFinding[] {
  const holder = keysOf(pointer).reduce<unknown>((here, key) => (isHolder(here) ? here[key] : undefined), whole.root);
  if (!isMap(holder)) return [];
  const node = nodeAt(kind, pointer);
  // Each new name is taken from then on.
  const names = new Map(Object.keys(holder).map((name) => [name, name]));
  const taken: Record<string, unknown> = { ...holder };
  const done = wrong.filter((finding) => {
    const key = keysOf(finding.pointer).at(-1) ?? '';
    const right = names.has(key) ? meantKey(key, node, taken) : null;
    if (right === null) return false;
    names.set(key, right);
    write(taken, right, true);
    return true;
  });
  if (done.length === 0) return done;
  const renamed: unknown = Object.fromEntries(
    Object.entries(holder).map(([name, child]) => [names.get(name) ?? name, child]),
  );
  if (pointer === '') whole.root = renamed;
  else write(...placeOf(whole, pointer), renamed);
  return done;
}

function above(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

function placeOf({ root }: Root, pointer: string): readonly [holder: unknown, key: string] {
  const keys = keysOf(pointer);
  const above = keys.slice(0, -1);
  return [above.reduce<unknown>((here, key) => (isHolder(here) ? here[key] : undefined), root), keys.at(-1) ?? ''];
}

function write(holder: unknown, key: string, value: unknown): boolean {
  if (!isHolder(holder)) return false;
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  return true;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return isHolder(value) && !Array.isArray(value);
}
