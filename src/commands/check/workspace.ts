import { type Cog, openCog } from '../../cog/cog.ts';
import { buildId, cogBytes } from '../../load/assets.ts';
import { type FoundHolder, listHolders, type Target } from '../../load/find.ts';
import { type Blobs, blobsBelow } from '../../load/git.ts';
import { locate } from '../../load/locate.ts';
import type { Diagnostic, Finding } from '../../model/diagnostic.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { DataOf } from '../../model/types.gen.ts';
import { checkAcross } from '../../validate/check-together.ts';
import { withSeverities } from '../../validate/severities.ts';
import { cacheFolder, openCache } from './cache.ts';
import { checkHolder, type HolderReport, type Regles, reportOf } from './holder.ts';
import { isUnchangedSince, keyOf } from './keys.ts';
import { checkAll } from './pool.ts';

/** How a workspace is to be checked. */
export interface Asking {
  /** Severities asked for on the command line: they win over those of atelier.yaml. */
  readonly regles: Regles;
  /** False without a cache, else the folder that was asked for. */
  readonly cache: false | { readonly folder: string | undefined };
  readonly env: NodeJS.ProcessEnv;
  readonly progress: (done: number, total: number) => void;
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
}

/**
 * Checks a workspace or a lone dossier: each of its dossiers and sessions by itself, from the cache where it has not
 * changed, then what they say of one another.
 * @throws UserError when a file cannot be opened
 */
export async function checkWorkspace(target: Target, asking: Asking): Promise<CheckedWorkspace> {
  const { root } = target;
  const cached =
    asking.cache === false || (buildId() === null && asking.cache.folder === undefined) ? false : asking.cache;
  const start = Date.now();
  const asked = cached ? blobsBelow(root) : null;
  const holders = listHolders(target);
  const cog = openCog(cogBytes());
  const settings = settingsOf(root, holders, cog);
  const regles = { ...settings?.regles, ...asking.regles };
  const check = (wanted: readonly FoundHolder[]) =>
    checkAll(root, wanted, regles, cog, (done) => asking.progress(done, wanted.length));
  const reports = cached
    ? await throughCache({ root, holders, regles, check, start }, (await asked) ?? new Map(), cached.folder, asking)
    : await check(holders);
  return {
    ...target,
    holders,
    reports: withAcross({ ...target, holders, reports, settings, regles }, cog),
    settings,
    regles,
  };
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

/** Adds what is found over several dossiers and sessions: those it is about are looked at again, for its exact place. */
function withAcross(workspace: CheckedWorkspace, cog: Cog): readonly HolderReport[] {
  const { root, holders, reports, regles, alone } = workspace;
  const found = withSeverities(
    checkAcross(
      reports.map(({ facts }) => facts),
      alone,
    ),
    regles,
  );
  if (found.length === 0) return reports;
  const owner = ownersOf(reports);
  const byOwner = grouped(found, owner);
  // Many may point at the same one: it is read again once, and its files held for all of them.
  const pointedAt = new Map<FoundHolder, readonly SourceFile[]>();
  const filesOf = (one: FoundHolder): readonly SourceFile[] => {
    const known = pointedAt.get(one) ?? checkHolder(root, one, regles, cog).files;
    pointedAt.set(one, known);
    return known;
  };
  return reports.map((report, index) => {
    const own = byOwner.get(index);
    const here = holders[index];
    if (own === undefined || here === undefined) return report;
    const pointed = new Set(own.flatMap(({ related }) => related?.map(({ file }) => owner.get(file)) ?? []));
    const beside = holders.filter((_, at) => at !== index && pointed.has(at));
    const files = beside.flatMap(filesOf);
    return reportOf(checkHolder(root, here, regles, cog), own, files);
  });
}

function grouped(
  found: readonly Finding[],
  owner: ReadonlyMap<string, number>,
): ReadonlyMap<number | undefined, readonly Finding[]> {
  const groups = new Map<number | undefined, Finding[]>();
  for (const finding of found) {
    const index = owner.get(finding.file);
    groups.set(index, [...(groups.get(index) ?? []), finding]);
  }
  return groups;
}

/** Which holder has each file. */
function ownersOf(reports: readonly HolderReport[]): ReadonlyMap<string, number> {
  return new Map(reports.flatMap(({ files }, index) => files.map((file) => [file, index] as const)));
}

/** Gives places to findings that were made late: of comments that silence nothing, of what a baseline holds. */
export function placed(workspace: CheckedWorkspace, findings: readonly Finding[]): readonly Diagnostic[] {
  const { root, holders, reports, regles } = workspace;
  const told = withSeverities(findings, regles);
  if (told.length === 0) return [];
  const owner = ownersOf(reports);
  const indexes = new Set(told.map(({ file }) => owner.get(file)));
  const cog = openCog(cogBytes());
  const files: readonly SourceFile[] = holders.flatMap((one, index) =>
    indexes.has(index) ? checkHolder(root, one, regles, cog).files : [],
  );
  return locate(told, files);
}
