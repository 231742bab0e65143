import { type Cog, openCog } from '../cog/cog.ts';
import { perimetreOfDossier } from '../cog/perimetre.ts';
import { assemble } from '../load/assemble.ts';
import { cogBytes } from '../load/assets.ts';
import { findTargets, listHolders, type Target } from '../load/find.ts';
import { ignoresIn } from '../load/ignores.ts';
import { byPlace, locate } from '../load/locate.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Workspace } from '../model/dossier.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Perimetre } from '../model/types.gen.ts';
import { checkAcross } from '../validate/check-together.ts';
import { applyIgnores, hadTheirSay } from '../validate/ignored.ts';
import { withSeverities } from '../validate/severities.ts';
import { checkHolder } from './check/holder.ts';
import { settingsOf } from './check/workspace.ts';

/** One workspace or lone dossier, read and checked, its files at hand. */
export interface Checked extends Target {
  readonly files: readonly SourceFile[];
  /** About the files that were asked for, in order of place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every error of the workspace, asked for or not: a dossier is sound or not as a whole. */
  readonly errors: readonly Diagnostic[];
  readonly cog: Cog;
}

/**
 * Reads and checks what the paths of a command mean.
 * @param paths as typed; none means the current folder
 * @throws UserError when nothing there is a dossier
 */
export function checkPaths(paths: readonly string[], cwd: string): readonly Checked[] {
  const cog = openCog(cogBytes());
  return findTargets(paths, cwd).map((target) => checkTarget(target, cog));
}

/**
 * Reads and checks a workspace or a lone dossier, and holds all that it read.
 * @param check how one dossier or session is read and checked
 */
export function checkTarget(target: Target, cog: Cog, check = checkHolder): Checked {
  const { root, alone } = target;
  const holders = listHolders(target);
  const regles = settingsOf(root, holders, cog)?.regles ?? {};
  const each = holders.map((found) => check(root, found, regles, cog));
  const files = each.flatMap((one) => one.files).sort((a, b) => (a.path < b.path ? -1 : 1));
  const across = withSeverities(
    checkAcross(
      each.map(({ facts }) => facts),
      alone,
    ),
    regles,
  );
  const found = locate([...each.flatMap(({ findings }) => findings), ...across], files);
  const ignores = new Map(files.map((file) => [file.path, ignoresIn(file)]));
  const isError = ({ severity }: Diagnostic) => severity === 'error';
  const { kept, problems } = applyIgnores(
    found,
    ignores,
    hadTheirSay(found.filter(isError), (id) => regles[id] === 'off'),
  );
  const all =
    problems.length === 0 ? kept : [...kept, ...locate(withSeverities(problems, regles), files)].sort(byPlace);
  return { ...target, files, diagnostics: all.filter((one) => isAsked(target, one)), errors: all.filter(isError), cog };
}

function isAsked({ asked }: Target, { file }: Diagnostic): boolean {
  return asked.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}

/** What a writing command works on: dossiers without an error, and those left out. */
export interface Usable {
  readonly root: string;
  readonly workspace: Workspace;
  readonly cog: Cog;
  /** The perimeter of each dossier, by id. */
  readonly perimetres: ReadonlyMap<string, Perimetre>;
  /** The errors of what was asked for: whole dossiers, the sessions that they name, the workspace's settings. */
  readonly errors: readonly Diagnostic[];
  /** Folders with errors, with how many: `dossiers/nozay`, or '' for a lone dossier or the workspace itself. */
  readonly broken: ReadonlyMap<string, number>;
}

/**
 * The dossiers that were asked for, each as a whole, and have no error, ready to be compiled or exported.
 * @param also folders of dossiers that are needed beside those
 */
export function usable(checked: Checked, also: ReadonlySet<string> = new Set()): Usable {
  const wanted = new Set([...wantedHolders(checked), ...also]);
  const own = checked.errors.filter((finding) => wanted.has(holderOf(checked, finding)));
  const broken = new Map<string, number>();
  for (const finding of own) {
    const holder = holderOf(checked, finding);
    broken.set(holder, (broken.get(holder) ?? 0) + 1);
  }
  const sound = checked.files.filter(({ holder: { path } }) => wanted.has(path) && !broken.has(path));
  const workspace = assemble(sound);
  const perimetres = new Map(
    workspace.dossiers.map(({ id, territoire, echelle }) => [id, perimetreOfDossier(territoire, echelle, checked.cog)]),
  );
  return { root: checked.root, workspace, perimetres, errors: own, broken, cog: checked.cog };
}

/** Folders of the dossiers and sessions that were asked for, of the sessions that those dossiers name, and the root. */
function wantedHolders(checked: Checked): ReadonlySet<string> {
  const asked = new Set(
    [
      ...checked.files.map(({ holder }) => holder.path),
      ...checked.errors.map((finding) => holderOf(checked, finding)),
    ].filter((path) => isAskedFor(checked, path)),
  );
  const named = checked.files.flatMap(({ kind, holder, value }) => {
    const session: unknown = kind === 'dossier' && asked.has(holder.path) ? Object(value).session : undefined;
    return typeof session === 'string' ? [`sessions/${session}`] : [];
  });
  return new Set([...asked, ...named, '']);
}

/** The folder that a finding is about, also where the file that should be there is missing. */
function holderOf({ files, alone }: Checked, { file }: Diagnostic): string {
  const known = files.find(({ path }) => path === file)?.holder.path;
  return known ?? (alone ? '' : file.split('/').slice(0, 2).join('/'));
}

/** Was that dossier or session asked for, a part of it, or a folder above it? */
export function isAskedFor({ asked }: Target, holder: string): boolean {
  return asked.some(
    (path) =>
      path === '' || holder === path || holder === '' || holder.startsWith(`${path}/`) || path.startsWith(`${holder}/`),
  );
}
