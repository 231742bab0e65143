import { type Dirent, existsSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../model/error.ts';
import type { HolderRef } from '../model/kind.ts';
import { isPattern, matchingPaths } from './glob.ts';

/** Where the commands work: a workspace or a lone dossier, and which of its files were asked for. */
export interface Target {
  /** Absolute folder. */
  readonly root: string;
  /** True when no atelier.yaml stands above: one dossier, by itself. */
  readonly alone: boolean;
  /** Paths from the root, with `/`, that were asked for; '' asks for everything. */
  readonly asked: readonly string[];
}

/**
 * Finds what the paths of a command mean, walking up from each to the workspace or dossier that holds it.
 * @param paths as typed, patterns with `*` included; none means the current folder
 * @param cwd the current folder
 * @returns one target a workspace or lone dossier, in the order of their folders
 * @throws UserError when a path does not exist, or nothing above or below it is a dossier
 */
export function findTargets(paths: readonly string[], cwd: string): readonly Target[] {
  const targets = new Map<string, { root: string; alone: boolean; asked: string[] }>();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    for (const named of namedBy(path, cwd)) {
      for (const { root, alone, asked } of rootsOf(resolve(cwd, named), named)) {
        const known = targets.get(root);
        if (known) known.asked.push(asked);
        else targets.set(root, { root, alone, asked: [asked] });
      }
    }
  }
  // In the order of their folders, whatever that of the paths: the same dossiers give the same bytes.
  return [...targets.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
}

/** The path itself where there is such a one, else what its pattern matches. */
function namedBy(path: string, cwd: string): readonly string[] {
  if (stat(resolve(cwd, path))) return [path];
  if (!isPattern(path)) throw new UserError({ fr: `${path} n’existe pas`, en: `${path} does not exist` });
  const matching = matchingPaths(path, cwd);
  if (matching.length > 0) return matching;
  throw new UserError({ fr: `aucun fichier ne répond à ${path}`, en: `no file matches ${path}` });
}

function rootsOf(full: string, typed: string): readonly { root: string; alone: boolean; asked: string }[] {
  const folder = stat(full)?.isDirectory() ? full : dirname(full);
  let dossier: string | undefined;
  for (let here = folder; ; here = dirname(here)) {
    if (isFile(join(here, 'atelier.yaml'))) return [{ root: here, alone: false, asked: slashed(relative(here, full)) }];
    if (dossier === undefined && isFile(join(here, 'dossier.yaml'))) dossier = here;
    if (here === dirname(here)) break;
  }
  if (dossier !== undefined) return [{ root: dossier, alone: true, asked: slashed(relative(dossier, full)) }];
  const below = folders(folder).filter(
    (name) => isFile(join(folder, name, 'dossier.yaml')) || isFile(join(folder, name, 'atelier.yaml')),
  );
  if (below.length > 0) {
    return below.map((name) => ({
      root: join(folder, name),
      alone: !isFile(join(folder, name, 'atelier.yaml')),
      asked: '',
    }));
  }
  throw new UserError(
    {
      fr: `${typed} n’est pas un dossier d’atelier : ni dossier.yaml ni atelier.yaml ici ou au-dessus`,
      en: `${typed} is not an atelier dossier: no dossier.yaml or atelier.yaml here or above`,
    },
    { fr: 'pour en commencer un : atelier init', en: 'to start one: atelier init' },
  );
}

/** One file that a holder may own. */
export interface FoundFile {
  /** From the root of the workspace, with `/`. */
  readonly path: string;
  readonly holder: HolderRef;
  /** Below its holder. */
  readonly below: string;
  /** A link: where it leads is looked at before it is read. */
  readonly link: boolean;
  /** Why it cannot be read, whatever its name promises. */
  readonly odd: Odd | undefined;
  /** What is read in its place: a text that is not saved yet, or one that a commit holds. */
  readonly given?: () => Uint8Array;
}

/**
 * What stands in the place of a file: a folder; a link to a folder, or to nothing; a pipe or a device, which might never
 * end; a name that is no UTF-8, by which nothing can be opened.
 */
export type Odd = 'folder' | 'folder-link' | 'dead-link' | 'device' | 'name';

/** One dossier, session, or the workspace itself, with its files sorted by code unit. */
export interface FoundHolder {
  readonly holder: HolderRef;
  readonly files: readonly FoundFile[];
  /** Its other files, below it: pictures, plans, contours. */
  readonly others: readonly string[];
  /** Its files are not listed yet: `listed` does it when they are wanted. */
  readonly unlisted?: true;
}

/**
 * Lists the files of a workspace or lone dossier by who holds them, in the order of their folders; hidden folders,
 * `prive/`, and what the program writes itself are left out. Links to folders are not followed, but listed as such.
 */
export function listHolders(target: Pick<Target, 'root' | 'alone'>): readonly FoundHolder[] {
  return foundHolders(target, (holder) => listHolder(target.root, holder));
}

/** The same, without the files of dossiers and sessions: a list of thousands of them takes more room than what is said of them. */
export function nameHolders(target: Pick<Target, 'root' | 'alone'>): readonly FoundHolder[] {
  return foundHolders(target, (holder) => ({ holder, files: [], others: [], unlisted: true }));
}

/** A dossier or session with its files. */
export function listed(root: string, found: FoundHolder): FoundHolder {
  return found.unlisted === true ? listHolder(root, found.holder) : found;
}

function foundHolders(
  target: Pick<Target, 'root' | 'alone'>,
  list: (holder: HolderRef) => FoundHolder,
): readonly FoundHolder[] {
  const { root, alone } = target;
  if (alone) return [list({ holder: 'dossier', id: root.split(sep).at(-1) ?? '', path: '' })];
  const espace: HolderRef = { holder: 'espace', id: '', path: '' };
  const settings = {
    path: 'atelier.yaml',
    holder: espace,
    below: 'atelier.yaml',
    link: isLink(join(root, 'atelier.yaml')),
    odd: undefined,
  };
  const kept = [...holdersIn(root, 'dossier'), ...holdersIn(root, 'session')];
  const odd = kept.flatMap(({ path, why }) =>
    why === undefined ? [] : [{ path, holder: espace, below: path, link: why !== 'name', odd: why }],
  );
  return [
    { holder: espace, files: [settings, ...odd], others: [] },
    ...kept.flatMap(({ holder, path, id, why }) => (why === undefined ? [list({ holder, path, id })] : [])),
  ];
}

/** The dossiers or the sessions of a workspace, sorted; with `why`, those of which nothing can be read. */
function holdersIn(root: string, holder: 'dossier' | 'session'): readonly (HolderRef & { readonly why?: Odd })[] {
  const folder = `${holder}s`;
  const full = join(root, folder);
  if (!stat(full)?.isDirectory()) return [];
  if (isLink(full)) return [{ holder, id: '', path: folder, why: 'folder-link' }];
  const entries = readdirSync(full, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const found = entries.flatMap((entry) => {
    const odd = oddityOf(full, entry);
    const ref = { holder, id: entry.name, path: `${folder}/${entry.name}` };
    if (odd === 'folder') return [ref];
    return odd === 'folder-link' || odd === 'name' ? [{ ...ref, why: odd }] : [];
  });
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files of one dossier or session. */
export function listHolder(root: string, holder: HolderRef): FoundHolder {
  const files: FoundFile[] = [];
  const others: string[] = [];
  const walk = (folder: string, above: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const { name } = entry;
      if (name.startsWith('.') || (leftOut.has(name) && !entry.isFile())) continue;
      const below = above === '' ? name : `${above}/${name}`;
      const odd = oddityOf(folder, entry);
      const text = isText.test(name);
      if (odd === 'folder' && !text) walk(`${folder}${sep}${name}`, below);
      else if (text || odd === 'folder-link' || odd === 'name') {
        const path = holder.path === '' ? below : `${holder.path}/${below}`;
        files.push({ path, holder, below, link: entry.isSymbolicLink(), odd });
      } else if (odd === undefined) others.push(below);
    }
  };
  walk(join(root, holder.path), '');
  return { holder, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), others: others.sort() };
}

/** Why an entry of a folder is no file, nor a link to one; undefined where it is. */
function oddityOf(folder: string, entry: Dirent): Odd | undefined {
  const { name } = entry;
  // Bytes that are no UTF-8 come as this letter, which names nothing there.
  if (name.includes('\ufffd') && !lstatSync(join(folder, name), { throwIfNoEntry: false })) return 'name';
  if (entry.isFile()) return undefined;
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'device';
  const led = stat(join(folder, name));
  if (led === undefined) return 'dead-link';
  return led.isFile() ? undefined : led.isDirectory() ? 'folder-link' : 'device';
}

/** The names of files that may be texts of a dossier. */
export const isText = /\.(?:ya?ml|md)$/i;

/** Folders whose content is no data: private notes, templates, and what the commands write. */
export const leftOut: ReadonlySet<string> = new Set([
  'prive',
  'modeles',
  'rapports',
  'donnees',
  'comparaison',
  'node_modules',
]);

/** True when a file, its links followed, still lies below a folder. */
export function staysInside(root: string, path: string): boolean {
  const real = realpathSync(join(root, path));
  return real.startsWith(realpathSync(root) + sep);
}

function folders(folder: string): readonly string[] {
  if (!stat(folder)?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

function stat(path: string): Stats | undefined {
  // Asked first, for what a path below a file makes the system say otherwise.
  return existsSync(path) ? statSync(path, { throwIfNoEntry: false }) : undefined;
}

function isFile(path: string): boolean {
  return stat(path)?.isFile() ?? false;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
