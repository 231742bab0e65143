import { basename } from 'node:path';
import { UserError } from '../model/error.ts';
import type { HolderRef } from '../model/kind.ts';
import { fillIn } from '../words/text.ts';
import { type FoundFile, type FoundHolder, isText, leftOut, type Odd, type Target } from './find.ts';
import { askGit, type Blob, blobBytes, gitRoot, prefixIn, treeOf } from './git.ts';

/** A workspace or lone dossier as a commit holds it: nothing of it is on disk, no work tree is touched. */
export interface GitTree {
  /** As `listHolders` lists them; each file brings its bytes. */
  readonly holders: readonly FoundHolder[];
  /** No atelier.yaml stood above then. */
  readonly alone: boolean;
  /** The full name of the commit. */
  readonly commit: string;
  /** The day of the commit, `AAAA-MM-JJ`, where it was made. */
  readonly date: string;
  /** A file that is no text of a dossier, by its path from the root; null where there is none. */
  readonly read: (path: string) => Uint8Array | null;
}

/**
 * A workspace or a lone dossier as of a revision, from git's objects.
 * @param target where it lies today
 * @param ref what git calls a revision: a branch, a tag, a commit
 * @param flag the option that asked, for messages
 * @throws UserError outside git, where there is no such revision, or nothing there was a dossier
 */
export function gitTree({ root }: Pick<Target, 'root'>, ref: string, flag: string): GitTree {
  if (gitRoot(root) === null) throw new UserError(fillIn(outside, { option: flag }));
  if (askGit(root, ['--version']) === null) throw new UserError(fillIn(noGit, { option: flag }));
  const said = ref.startsWith('-') ? null : askGit(root, ['show', '-s', '--format=%H %cs', `${ref}^{commit}`]);
  const [commit = '', date = ''] = said?.trim().split(' ') ?? [];
  if (commit === '') throw new UserError(fillIn(noSuch, { option: flag, ref }), shallow);
  const blobs = treeOf(root, commit, prefixIn(gitRoot(root) ?? root, root));
  const read = reader(root, blobs);
  const alone = !blobs.has('atelier.yaml');
  if (alone && !blobs.has('dossier.yaml')) throw new UserError(fillIn(nothingThen, { ref }));
  return {
    holders: alone ? [holderAt(lone(root), blobs, read)] : holdersOf(blobs, read),
    alone,
    commit,
    date,
    read,
  };
}

type Blobs = ReadonlyMap<string, Blob>;
type Read = GitTree['read'];

function lone(root: string): HolderRef {
  return { holder: 'dossier', id: basename(root), path: '' };
}

function holdersOf(blobs: Blobs, read: Read): readonly FoundHolder[] {
  const espace: HolderRef = { holder: 'espace', id: '', path: '' };
  const settings = fileAt('atelier.yaml', espace, 'atelier.yaml', blobs, read);
  const each = (['dossier', 'session'] as const).flatMap((holder) => {
    const paths = new Map<string, [string, Blob][]>();
    for (const [path, blob] of blobs) {
      const [, home, id] = /^((?:dossiers|sessions)\/([^/]+))\//.exec(path) ?? [];
      if (home === undefined || id === undefined || !home.startsWith(`${holder}s/`) || id.startsWith('.')) continue;
      const known = paths.get(home);
      if (known) known.push([path, blob]);
      else paths.set(home, [[path, blob]]);
    }
    return [...paths]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, own]) => holderAt({ holder, id: path.slice(holder.length + 2), path }, new Map(own), read));
  });
  return [{ holder: espace, files: [settings], others: [] }, ...each];
}

/** The files of one dossier or session, sorted as those on disk are. */
function holderAt(holder: HolderRef, blobs: Blobs, read: Read): FoundHolder {
  const start = holder.path === '' ? 0 : holder.path.length + 1;
  const files: FoundFile[] = [];
  const others: string[] = [];
  for (const path of blobs.keys()) {
    const below = path.slice(start);
    const parts = below.split('/');
    if (parts.some((part) => part.startsWith('.')) || parts.slice(0, -1).some((part) => leftOut.has(part))) continue;
    if (isText.test(below)) files.push(fileAt(path, holder, below, blobs, read));
    else others.push(below);
  }
  return { holder, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), others: others.sort() };
}

function fileAt(path: string, holder: HolderRef, below: string, blobs: Blobs, read: Read): FoundFile {
  const link = blobs.get(path)?.mode === '120000';
  // What a link leads to may have changed since, or lie outside: a commit holds no more than its name.
  const odd: Odd | undefined = link ? 'dead-link' : undefined;
  return { path, holder, below, link, odd, ...(!link && { given: () => read(path) ?? new Uint8Array() }) };
}

/** How many files are asked of git at once: those that come next are what is asked for next. */
const AHEAD = 600;

/** Reads blobs in about the order of their paths; a few hundred are held at a time. */
function reader(root: string, blobs: Blobs): Read {
  const paths = [...blobs.keys()];
  const place = new Map(paths.map((path, index) => [path, index]));
  let held: ReadonlyMap<string, Uint8Array> = new Map();
  return (path) => {
    const index = place.get(path);
    const blob = blobs.get(path);
    if (index === undefined || blob === undefined) return null;
    const known = held.get(blob.hash);
    if (known) return known;
    // A picture is asked for alone: the texts around it stay at hand.
    if (!isText.test(path)) return blobBytes(root, [blob.hash]).get(blob.hash) ?? null;
    const texts = paths.slice(index, index + AHEAD).filter((one) => isText.test(one));
    held = blobBytes(
      root,
      texts.flatMap((one) => blobs.get(one)?.hash ?? []),
    );
    return held.get(blob.hash) ?? null;
  };
}

const outside = {
  fr: '{option} lit une révision de git, et ce dossier n’est pas dans un dépôt git',
  en: '{option} reads a git revision, and this folder is in no git repository',
};
const noGit = {
  fr: '{option} lit une révision de git, et la commande git n’est pas là',
  en: '{option} reads a git revision, and the git command is not there',
};
const noSuch = {
  fr: '{option} : git ne connaît pas la révision « {ref} »',
  en: '{option}: git knows no revision “{ref}”',
};
const shallow = {
  fr: 'dans une CI, le dépôt est souvent cloné sans son histoire : demandez-la entière (fetch-depth: 0, GIT_DEPTH: 0)',
  en: 'in CI the repository is often cloned without its history: ask for all of it (fetch-depth: 0, GIT_DEPTH: 0)',
};
const nothingThen = {
  fr: 'à la révision « {ref} », il n’y avait ici ni dossier.yaml ni atelier.yaml',
  en: 'at the revision “{ref}”, there was no dossier.yaml or atelier.yaml here',
};
