import type { Cog } from '../cog/cog.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Facts } from '../model/facts.ts';
import type { HolderFacts } from '../model/holder-facts.ts';
import { findingOf } from './check-file.ts';
import { checkGroup } from './check-group.ts';
import { rules } from './rules/index.ts';

/**
 * Looks across dossiers and sessions: ids and perimeters used twice, references from one to another.
 * @param holders what each of them tells, in the order of their paths
 * @param alone true when no workspace holds the dossier: its session cannot be looked up
 */
export function checkAcross(holders: readonly HolderFacts[], alone: boolean): readonly Finding[] {
  const all = { holders, alone };
  return rules.flatMap((rule) =>
    rule.reads === 'fichiers' || rule.reads === 'espace'
      ? [...(rule.across?.(all) ?? [])].map((hit) => findingOf(rule, hit, hit.file, ''))
      : [],
  );
}

/**
 * Looks across files: what those of each dossier and session say together, then all of these.
 * @param files the facts of everything that was loaded
 */
export function checkTogether(files: readonly Facts[], cog: Cog, alone: boolean): readonly Finding[] {
  const groups = [...byHolder(files).values()].map((group) => checkGroup(group[0].holder, group, cog));
  return [
    ...groups.flatMap(({ findings }) => findings),
    ...checkAcross(
      groups.map(({ facts }) => facts),
      alone,
    ),
  ];
}

/** Files by who holds them, in the order in which the first file of each was loaded. */
function byHolder(files: readonly Facts[]): ReadonlyMap<string, readonly [Facts, ...Facts[]]> {
  const groups = new Map<string, [Facts, ...Facts[]]>();
  for (const file of files) {
    const key = `${file.holder.holder} ${file.holder.path}`;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return groups;
}
