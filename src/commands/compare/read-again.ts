import { join } from 'node:path';
import { assemble } from '../../load/assemble.ts';
import { listHolder } from '../../load/find.ts';
import { type GitTree, gitTree } from '../../load/git-tree.ts';
import { readHolder } from '../../load/workspace.ts';
import type { Dossier, Session } from '../../model/dossier.ts';
import { tables } from '../../schema/columns.ts';
import type { Gathered } from '../export/gather.ts';
import { mediaIn } from '../media-in.ts';
import type { GatheredSites } from './gathered.ts';

/** Where a dossier or session that is compared lies. */
export interface Place {
  /** Absolute: the workspace, or the lone dossier. */
  readonly root: string;
  /** Its folder below the root; '' for a lone dossier. */
  readonly path: string;
}

/** Dossiers and sessions that were gathered, read again one at a time: the dataset holds no long text. */
export interface ReadAgain {
  readonly dossier: (id: string) => Dossier;
  readonly session: (id: string) => Session;
  readonly placeOf: (kind: 'dossier' | 'session', id: string) => Place;
  /** A file of `medias/` of a dossier or session; null where there is none. */
  readonly media: (place: Place, path: string) => Uint8Array | null;
}

/**
 * Opens what was gathered once more, as it was at the same revision.
 * @param at the revision; the work tree without one
 */
export function readAgain(
  { each, together }: Pick<GatheredSites, 'each' | 'together'>,
  at: string | undefined,
): ReadAgain {
  const trees = new Map<string, GitTree>();
  const treeOf = (root: string): GitTree | null => {
    if (at === undefined) return null;
    const tree = trees.get(root) ?? gitTree({ root }, at, '--at');
    trees.set(root, tree);
    return tree;
  };
  const places = placesOf(each, new Set(together.kept));
  const placeOf: ReadAgain['placeOf'] = (kind, id) => {
    const place = places.get(`${kind} ${id}`);
    if (place === undefined) throw new Error(`${kind} ${id} was not gathered`);
    return place;
  };
  const filesOf = (kind: 'dossier' | 'session', id: string) => {
    const { root, path } = placeOf(kind, id);
    const found =
      treeOf(root)?.holders.find(({ holder }) => holder.holder === kind && holder.path === path) ??
      listHolder(root, { holder: kind, id, path });
    return assemble(readHolder(root, found).files);
  };
  const only = <One>([one]: readonly One[], id: string): One => {
    if (one === undefined) throw new Error(`${id} is there no more`);
    return one;
  };
  return {
    placeOf,
    dossier: (id) => only(filesOf('dossier', id).dossiers, id),
    session: (id) => only(filesOf('session', id).sessions, id),
    media: ({ root, path }, below) => {
      const tree = treeOf(root);
      return tree === null ? mediaIn(join(root, path), below) : tree.read(path === '' ? below : `${path}/${below}`);
    },
  };
}

function placesOf(
  each: readonly Gathered[],
  wanted: ReadonlySet<Gathered['kept'][number]>,
): ReadonlyMap<string, Place> {
  return new Map(
    each.flatMap(({ root, kept, places }) =>
      kept
        .filter((one) => wanted.has(one))
        .map((one) => [`${one.head.kind} ${one.head.id}`, { root, path: places.get(one) ?? '' }] as const),
    ),
  );
}

/**
 * The sessions that are compared, with the national team's texts, by id. What is held back is none of them.
 * @param again what was gathered
 */
export function sessionsAgain({ extracts }: Pick<GatheredSites, 'extracts'>, again: ReadAgain): readonly Session[] {
  return extracts.heads
    .filter((head) => head.kind === 'session' && tables().some((_, at) => extracts.count(head, at) > 0))
    .map(({ id }) => id)
    .sort()
    .map(again.session);
}
