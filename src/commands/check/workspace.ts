import { type Cog, openCog } from '../../cog/cog.ts';
import { buildId, cogBytes } from '../../load/assets.ts';
import { type FoundHolder, listed, listHolders, type Target } from '../../load/find.ts';
import { type Blobs, blobsBelow } from '../../load/git.ts';
import { byPlace, locate } from '../../load/locate.ts';
import { readSome } from '../../load/workspace.ts';
import type { Diagnostic, Finding } from '../../model/diagnostic.ts';
import type { DataOf } from '../../model/types.gen.ts';
import { checkFile } from '../../validate/check-file.ts';
import { checkAcross } from '../../validate/check-together.ts';
import { withSeverities } from '../../validate/severities.ts';
import { type Given, withGiven } from '../validate/given.ts';
import { cacheFolder, openCache } from './cache.ts';
import { checkHolder, type HolderReport, type Regles } from './holder.ts';
import { isUnchangedSince, keyOf } from './keys.ts';
import { checkAll, type Take } from './pool.ts';
import { openSecond, type Second } from './second.ts';

/** How a workspace is to be checked. */
export interface Asking {
  /** Severities asked for on the command line: they win over those of atelier.yaml. */
  readonly regles: Regles;
  /** False without a cache, else the folder that was asked for. */
  readonly cache: false | { readonly folder: string | undefined };
  readonly env: NodeJS.ProcessEnv;
  readonly progress: (done: number, total: number) => void;
  /** A document to read in the place of its file. */
  readonly given?: Given;
  /** Its files, where they have been listed before; and the second thread that was started for them. */
  readonly listed?: { readonly holders: readonly FoundHolder[]; readonly second: Second | null } | undefined;
  /** What an export takes of each dossier and session; then nothing comes from the cache. */
  readonly take?: Take;
  /** False where only a part is at hand: what dossiers say of one another is then looked at later, over all parts. */
  readonly across?: boolean;
  /** Told where the cache cannot be written. */
  readonly remark: (why: string) => void;
}

/** A workspace or lone dossier, checked; none of its texts is held. */
export interface CheckedWorkspace extends Target {
  readonly holders: readonly FoundHolder[];
  /** One for each holder, in the same order. */
  readonly reports: readonly HolderReport[];
  /** What atelier.yaml says, where it is right. */
  readonly settings: DataOf['atelier'] | undefined;
  readonly regles: Regles;
  readonly cog: Cog;
}

/**
 * Checks a workspace or a lone dossier: each of its dossiers and sessions by itself, from the cache where it has not
 * changed, then what they say of one another.
 * @throws UserError when a file cannot be opened
 */
export async function checkWorkspace(target: Target, asking: Asking): Promise<CheckedWorkspace> {
  const { root } = target;
  const cached =
    asking.cache === false ||
    asking.take !== undefined ||
    asking.given !== undefined ||
    (buildId() === null && asking.cache.folder === undefined)
      ? false
      : asking.cache;
  const start = Date.now();
  const asked = cached ? blobsBelow(root) : null;
  const listed = asking.listed?.holders ?? listHolders(target);
  const holders = asking.given ? withGiven(listed, asking.given) : listed;
  const cog = openCog(cogBytes());
  const settings = settingsOf(root, holders, cog);
  const regles = { ...settings?.regles, ...asking.regles };
  const check = (wanted: readonly FoundHolder[]) =>
    checkAll(
      root,
      wanted,
      regles,
      cog,
      asking.listed ? asking.listed.second : openSecond(wanted),
      (done) => asking.progress(done, wanted.length),
      asking.take,
    );
  const reports = cached
    ? await throughCache({ root, holders, regles, check, start }, (await asked) ?? new Map(), cached.folder, asking)
    : await check(holders);
  const workspace = { ...target, holders, reports, settings, regles, cog };
  return asking.across === false
    ? workspace
    : { ...workspace, reports: withAcross(workspace, asking.take !== undefined) };
}

/** What atelier.yaml says, where it is right; undefined without one. */
export function settingsOf(root: string, holders: readonly FoundHolder[], cog: Cog): DataOf['atelier'] | undefined {
  const espace = holders.find(({ holder }) => holder.holder === 'espace');
  if (espace === undefined) return undefined;
  const { files, findings } = checkHolder(root, espace, {}, cog);
  const sound = !findings.some(({ severity }) => severity === 'error');
  return sound ? (files[0]?.value as DataOf['atelier'] | undefined) : undefined;
}

interface Work {
  readonly root: string;
  readonly holders: readonly FoundHolder[];
  readonly regles: Regles;
  readonly check: (wanted: readonly FoundHolder[]) => Promise<readonly HolderReport[]>;
  /** From before any key was made. */
  readonly start: number;
}

async function throughCache(
  { root, holders, regles, check, start }: Work,
  blobs: Blobs,
  folder: string | undefined,
  { env, remark }: Asking,
): Promise<readonly HolderReport[]> {
  const maker = JSON.stringify([buildId(), Object.entries(regles).sort()]);
  const cache = openCache(cacheFolder(root, folder, env), root, maker);
  const keys = holders.map((found) => keyOf(root, found, blobs));
  const known = keys.map((key) => cache.get(key));
  const missing = holders.filter((_, index) => known[index] === undefined);
  if (missing.length === 0) return known.filter((report) => report !== undefined);
  const made = [...(await check(missing))].values();
  const reports = known.map((report) => report ?? (made.next().value as HolderReport));
  const kept = holders.flatMap((found, index) =>
    known[index] !== undefined || isUnchangedSince(root, found, start)
      ? [[keys[index] as string, reports[index] as HolderReport] as const]
      : [],
  );
  const failed = cache.keep(new Map(kept));
  if (failed !== undefined) remark(failed);
  return reports;
}

/**
 * Adds what is found over several dossiers and sessions.
 * @param errorsOnly where no one is told of the rest
 */
function withAcross(workspace: CheckedWorkspace, errorsOnly: boolean): readonly HolderReport[] {
  const { reports, alone, regles } = workspace;
  const facts = reports.map((report) => report.facts);
  const found = checkAcross(facts, alone);
  const graver = errorsOnly ? withSeverities(found, regles).filter(({ severity }) => severity === 'error') : found;
  const across = placed(workspace, graver);
  if (across.length === 0) return reports;
  const ownerOf = ownerIn(reports);
  const added = new Map<number, Diagnostic[]>();
  for (const diagnostic of across) {
    const index = ownerOf(diagnostic.file);
    const known = added.get(index);
    if (known) known.push(diagnostic);
    else added.set(index, [diagnostic]);
  }
  return reports.map((report, index) => {
    const more = added.get(index);
    return more ? { ...report, diagnostics: [...report.diagnostics, ...more].sort(byPlace) } : report;
  });
}

/** Which dossier or session has a file, by its path: the first of them is the workspace itself, or the only one. */
function ownerIn(reports: readonly HolderReport[]): (file: string) => number {
  const folders = new Map(reports.map(({ facts: { holder } }, index) => [holder.path, index] as const));
  return (file) => folders.get(/^(?:dossiers|sessions)\/[^/]+(?=\/)/.exec(file)?.[0] ?? '') ?? 0;
}

/**
 * Gives places to findings that were made late: over several dossiers, of comments that silence nothing, of what a
 * baseline holds. The files that they are in, or point at, are read again: those alone.
 * @param findings with the severities of their rules
 */
export function placed(workspace: CheckedWorkspace, findings: readonly Finding[]): readonly Diagnostic[] {
  const { root, holders, reports, regles, cog } = workspace;
  const told = withSeverities(findings, regles);
  if (told.length === 0) return [];
  const ownerOf = ownerIn(reports);
  const wanted = new Map<number, Set<string>>();
  for (const { file, related = [] } of told) {
    for (const path of [file, ...related.map((other) => other.file)]) {
      const index = ownerOf(path);
      wanted.set(index, (wanted.get(index) ?? new Set()).add(path));
    }
  }
  const files = holders.flatMap((one, index) => {
    const paths = wanted.get(index);
    return paths ? readSome(root, listed(root, one), paths) : [];
  });
  // A word that is a personal datum is told once, as that: locate() has to know of it.
  const about = new Set(told.map(({ file }) => file));
  const personal = withSeverities(
    files.filter(({ path }) => about.has(path)).flatMap((file) => checkFile(file, cog).findings),
    regles,
  ).filter(({ masked }) => masked);
  return locate([...told, ...personal], files).filter(({ masked }) => !masked);
}
