import type { Holder, Kind } from '../model/kind.ts';
import { kinds, markOf, resolveRef, schemas } from './schemas.ts';

/** Where files of one kind lie: below which holder, at which path (`*` stands for the id), as front matter or not. */
export interface FilePattern {
  readonly kind: Kind;
  readonly holder: Holder;
  readonly path: string;
  readonly frontMatter: boolean;
}

/** The place of each kind of file, from the schemas. */
export const filePatterns: readonly FilePattern[] = kinds.map((kind) => {
  const { fichier = '', porte = 'dossier', entete } = markOf(schemas[kind]);
  return { kind, holder: porte, path: fichier, frontMatter: entete === true };
});

/** What the file at a path below its holder is: its kind and, where its name is one, its id. */
export function kindOf(
  holder: Holder,
  path: string,
): { readonly pattern: FilePattern; readonly id: string | null } | null {
  const whole = exact.get(`${holder} ${path}`);
  if (whole) return { pattern: whole, id: null };
  for (const { pattern, before, after } of starred) {
    if (pattern.holder === holder && fits(path, before, after))
      return { pattern, id: path.slice(before.length, path.length - after.length) };
  }
  return null;
}

const exact = new Map(
  filePatterns.flatMap((pattern) =>
    pattern.path.includes('*') ? [] : [[`${pattern.holder} ${pattern.path}`, pattern] as const],
  ),
);

const starred = filePatterns.flatMap((pattern) => {
  const [before = '', after] = pattern.path.split('*');
  return after === undefined ? [] : [{ pattern, before, after }];
});

const { pattern: idPattern = '', maxLength: longestId = 0 } = resolveRef('urn:atelier:communs#/$defs/id');
const idForm = new RegExp(idPattern, 'u');

/** True when a name may be an id: of a file as of a key. */
export function isId(name: string): boolean {
  return name.length <= longestId && idForm.test(name);
}

function fits(path: string, before: string, after: string): boolean {
  const name = path.slice(before.length, path.length - after.length);
  return path.startsWith(before) && path.endsWith(after) && name.length > 0 && !name.includes('/');
}

/** The texts without data of a dossier or session: narrative Markdown, front matter not expected. */
export function isProse(holder: Holder, path: string): boolean {
  if (holder === 'dossier') return path === 'diagnostic.md';
  return holder === 'session' && /^[^/]+\.md$/.test(path) && !isBeside(path);
}

/** Files that people keep beside data, for themselves: no part of a dossier or session, and nothing is said of them. */
export function isBeside(name: string): boolean {
  return /^(?:readme|lisez-?moi|changelog|licen[cs]e|contributing|notes?)(?:\.[a-z]+)?\.md$/i.test(name);
}

/** The path of a file of a kind below its holder. */
export function pathOf(kind: Kind, id?: string): string {
  const pattern = filePatterns.find((candidate) => candidate.kind === kind);
  return (pattern?.path ?? '').replace('*', id ?? '');
}
