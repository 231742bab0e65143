import type { Dossier, Piece, Session, Workspace } from '../model/dossier.ts';
import type { HolderRef, Kind } from '../model/kind.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { DataOf } from '../model/types.gen.ts';

/**
 * Puts validated files together into dossiers and sessions.
 * @param files files without an error: each value matches the schema of its kind
 * @returns dossiers and sessions by id, in code-unit order; a folder without its own sheet is left out
 */
export function assemble(files: readonly SourceFile[]): Workspace {
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) {
    const key = `${file.holder.holder} ${file.holder.path}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const dossiers: Dossier[] = [];
  const sessions: Session[] = [];
  for (const group of groups.values()) {
    const holder = group[0]?.holder;
    if (holder?.holder === 'dossier') dossiers.push(...dossierOf(holder, group));
    if (holder?.holder === 'session') sessions.push(...sessionOf(holder, group));
  }
  const settings = only(files, 'atelier')?.data;
  return { ...(settings && { settings }), dossiers: dossiers.sort(byId), sessions: sessions.sort(byId) };
}

function dossierOf(holder: HolderRef, files: readonly SourceFile[]): readonly Dossier[] {
  const dossier = only(files, 'dossier')?.data;
  if (dossier === undefined) return [];
  const diagnostic = files.find(({ kind, path }) => kind === 'prose' && path.endsWith('diagnostic.md'))?.body;
  const vision = only(files, 'vision');
  return [
    {
      holder,
      id: dossier.id,
      dossier,
      ...part('territoire', only(files, 'territoire')?.data),
      ...part('echelle', only(files, 'echelle')?.data),
      ...part('acteurs', only(files, 'acteurs')?.data),
      ...part('candidature', only(files, 'candidature')?.data),
      ...part('debats', only(files, 'debats')?.data),
      ...part('feuilleDeRoute', only(files, 'feuille-de-route')?.data),
      ...part('enseignements', only(files, 'enseignements')?.data),
      ...part('medias', only(files, 'medias')?.data),
      ...part('relectures', only(files, 'relectures')?.data),
      ...part('vision', vision),
      ...part('diagnostic', diagnostic),
      principes: pieces(files, 'principe'),
      initiatives: pieces(files, 'initiative'),
      seances: pieces(files, 'seance'),
    },
  ];
}

function sessionOf(holder: HolderRef, files: readonly SourceFile[]): readonly Session[] {
  const session = only(files, 'session')?.data;
  if (session === undefined) return [];
  const texts = files
    .filter(({ kind }) => kind === 'prose')
    .map(({ path, body }) => [path.split('/').at(-1) ?? path, body] as const);
  return [
    {
      holder,
      id: holder.id,
      session,
      ...part('jury', only(files, 'jury')?.data),
      themes: pieces(files, 'theme'),
      texts: Object.fromEntries(texts),
    },
  ];
}

function part<const Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: Value });
}

function only<K extends Kind>(files: readonly SourceFile[], kind: K): Piece<DataOf[K]> | undefined {
  return pieces(files, kind)[0];
}

/** The files of a kind, by id. The values have been checked against the kind's schema. */
function pieces<K extends Kind>(files: readonly SourceFile[], kind: K): readonly Piece<DataOf[K]>[] {
  return files
    .filter((file) => file.kind === kind)
    .map(({ id, value, body, path }) => ({ id: id ?? kind, data: value as DataOf[K], body, path }))
    .sort(byId);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
