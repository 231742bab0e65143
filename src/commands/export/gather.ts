import { openCog } from '../../cog/cog.ts';
import { cogBytes } from '../../load/assets.ts';
import { type FoundHolder, listed, nameHolders, type Target } from '../../load/find.ts';
import { gitTree } from '../../load/git-tree.ts';
import { readSome } from '../../load/workspace.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HolderFacts } from '../../model/holder-facts.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { DataOf } from '../../model/types.gen.ts';
import { applyIgnores, hadTheirSay } from '../../validate/ignored.ts';
import { openSecond } from '../check/second.ts';
import { type CheckedWorkspace, checkWorkspace } from '../check/workspace.ts';
import type { Shard } from './asked.ts';
import type { Kept } from './spool.ts';
import type { TakeTask } from './take.ts';
import { openTaker } from './taker.ts';

/** How dossiers are gathered for an export. */
export interface Gathering {
  readonly task: TakeTask;
  /** The revision that they are read at; the work tree without one. */
  readonly at: string | undefined;
  /** The option that asked for it: `--at` unless said. */
  readonly flag?: string;
  /** Only this part of the dossiers; sessions are in the first. */
  readonly shard: Shard | null;
  /** Only the dossiers of this session. */
  readonly session: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly progress: (done: number, total: number) => void;
}

/** One workspace or lone dossier, checked, and what was taken of it; none of its texts is held. */
export interface Gathered {
  readonly root: string;
  readonly alone: boolean;
  readonly settings: DataOf['atelier'] | undefined;
  /** The day of the commit that it was read at. */
  readonly date: string | null;
  /** The full name of that commit. */
  readonly commit: string | null;
  /** What was asked for and has no error. */
  readonly kept: readonly Kept[];
  /** Where each kept thing lies: its folder below the root. */
  readonly places: ReadonlyMap<Kept, string>;
  /** What each tells the others, where only a part is at hand. */
  readonly facts: readonly HolderFacts[];
  /** The sessions that are there, or that a dossier names. */
  readonly sessions: readonly string[];
  /** The errors of what was asked for, and the folders that have them, with how many. */
  readonly errors: readonly Diagnostic[];
  readonly broken: ReadonlyMap<string, number>;
  /** The files of these errors, read again. */
  readonly files: readonly SourceFile[];
}

/**
 * Checks a workspace or lone dossier, and puts down what the dataset takes of each dossier and session without an error.
 * @throws UserError when a file cannot be opened, or git knows no such revision
 */
export async function gather(
  target: Target,
  { task, at, flag = '--at', shard, session, env, progress }: Gathering,
): Promise<Gathered> {
  const { root } = target;
  const tree = at === undefined ? null : gitTree(target, at, flag);
  const holders = partOf(tree?.holders ?? nameHolders(target), shard);
  const alone = tree?.alone ?? target.alone;
  // What a commit holds is read here: another thread has no way to it.
  const second = tree === null ? openSecond(holders) : null;
  const taker = openTaker(task, 'first', openCog(cogBytes()), root, tree?.read);
  const checked = await checkWorkspace(
    { ...target, alone },
    {
      regles: {},
      cache: false,
      env,
      progress,
      listed: { holders, second },
      take: { task, take: taker.take },
      across: shard === null,
      remark: () => undefined,
    },
  );
  taker.close();
  const wanted = wantedIn(checked, session);
  const holderOf = holdersIn(checked);
  const errors = errorsOf(checked).filter(({ file }) => wanted.has(holderOf(file)));
  const broken = new Map<string, number>();
  for (const { file } of errors) {
    const holder = holderOf(file);
    broken.set(holder, (broken.get(holder) ?? 0) + 1);
  }
  const sound = checked.reports.filter(
    ({ facts: { holder } }) =>
      wanted.has(holder.path) &&
      !broken.has(holder.path) &&
      (alone || holder.path !== '') &&
      (shard === null || shard.part === 1 || holder.holder === 'dossier'),
  );
  const told = new Set(errors.flatMap(({ file, related = [] }) => [file, ...related.map((other) => other.file)]));
  const folders = new Set([...told].map(folderOf));
  return {
    root,
    alone,
    settings: checked.settings,
    date: tree?.date ?? null,
    commit: tree?.commit ?? null,
    kept: sound.flatMap((report) => report.taken ?? []),
    places: new Map(sound.flatMap(({ taken: kept, facts }) => (kept ? [[kept, facts.holder.path] as const] : []))),
    facts: shard === null ? [] : factsOf(checked, shard),
    sessions: sessionsIn(checked.reports.map(({ facts }) => facts)),
    errors,
    broken,
    files: holders.flatMap((one) => (isTold(one, folders) ? readSome(root, listed(root, one), told) : [])),
  };
}

/** The sessions that are there, or that a dossier names. */
export function sessionsIn(facts: readonly HolderFacts[]): readonly string[] {
  const named = facts.flatMap(({ holder, sheet }) =>
    holder.holder === 'session' ? [holder.id] : (sheet?.session ?? []),
  );
  return [...new Set(named)];
}

/** Each part tells of its own dossiers, the first of the workspace and the sessions also. */
function factsOf({ reports }: CheckedWorkspace, { part }: Shard): readonly HolderFacts[] {
  return reports.flatMap(({ facts }) => (part === 1 || facts.holder.holder === 'dossier' ? [facts] : []));
}

/** Whether something is told of a dossier or session: its files are then read again. */
function isTold({ holder: { path } }: FoundHolder, told: ReadonlySet<string>): boolean {
  return path === '' ? told.size > 0 : told.has(path);
}

/**
 * One dossier after the other in turn, so that parts are alike; sessions are in all, and given in the first only. What
 * dossiers say of one another is looked at when the parts are put together.
 */
function partOf(holders: readonly FoundHolder[], shard: Shard | null): readonly FoundHolder[] {
  if (shard === null) return holders;
  let at = 0;
  return holders.filter(({ holder }) => {
    if (holder.holder !== 'dossier') return true;
    at += 1;
    return (at - 1) % shard.of === shard.part - 1;
  });
}

/** The errors that no comment ignores, by place. */
function errorsOf({ reports, regles }: CheckedWorkspace): readonly Diagnostic[] {
  const found = reports.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'));
  const ignores = new Map(reports.flatMap((report) => Object.entries(report.ignores)));
  return applyIgnores(
    found,
    ignores,
    hadTheirSay(found, (rule) => regles[rule] === 'off'),
  ).kept;
}

/** Folders of the dossiers and sessions that were asked for, of the sessions that those dossiers name, and the root. */
function wantedIn({ asked, reports }: CheckedWorkspace, session: string | undefined): ReadonlySet<string> {
  const chosen = reports.filter(({ facts: { holder, sheet } }) => {
    const ofSession = session === undefined || (holder.holder === 'session' ? holder.id : sheet?.session) === session;
    return ofSession && asked.some((path) => touches(path, holder.path));
  });
  const named = chosen.flatMap(({ facts: { sheet } }) =>
    sheet?.session === undefined ? [] : [`sessions/${sheet.session}`],
  );
  return new Set([...chosen.map(({ facts }) => facts.holder.path), ...named, '']);
}

function touches(path: string, holder: string): boolean {
  if (path === '' || holder === path || holder === '') return true;
  return holder.startsWith(`${path}/`) || path.startsWith(`${holder}/`);
}

/** The folder that a finding is about, also where the file that should be there is missing. */
function holdersIn({ reports, alone }: CheckedWorkspace): (file: string) => string {
  const known = new Set(reports.map(({ facts }) => facts.holder.path));
  return (file) => (!alone && known.has(folderOf(file)) ? folderOf(file) : '');
}

/** `dossiers/nozay/acteurs.yaml` → `dossiers/nozay`. */
function folderOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}
