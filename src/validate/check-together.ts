import type { Cog } from '../cog/cog.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Facts } from '../model/facts.ts';
import { findingOf } from './check-file.ts';
import { type DossierFacts, dossierFactsOf } from './dossier-facts.ts';
import type { DossierRule } from './rule.ts';
import { rules } from './rules/index.ts';

/**
 * Looks across files: references, what the phase expects, what dossiers have in common.
 * @param files the facts of everything that was loaded
 * @param alone true when no workspace holds the dossier: its session cannot be looked up
 */
export function checkTogether(files: readonly Facts[], cog: Cog, alone: boolean): readonly Finding[] {
  const dossiers = byDossier(files, cog);
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (rule.reads === 'dossier') for (const dossier of dossiers) findings.push(...inDossier(rule, dossier));
    if (rule.reads === 'espace') {
      for (const hit of rule.find({ dossiers, files, alone, cog })) findings.push(findingOf(rule, hit, hit.file, ''));
    }
  }
  return findings;
}

function byDossier(files: readonly Facts[], cog: Cog): readonly DossierFacts[] {
  const groups = new Map<string, Facts[]>();
  for (const file of files) {
    if (file.holder.holder !== 'dossier') continue;
    const group = groups.get(file.holder.path) ?? [];
    group.push(file);
    groups.set(file.holder.path, group);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return (first && dossierFactsOf(first.holder, group, cog)) ?? [];
  });
}

/** Of an atelier of the past, written from sources, what is incomplete is worth knowing, no more. */
function* inDossier(rule: DossierRule, dossier: DossierFacts): Generator<Finding> {
  const past = rule.completeness === true && dossier.dossier.retrospectif === true;
  for (const hit of rule.find(dossier)) {
    const finding = findingOf(rule, hit, hit.file, '');
    yield past && finding.severity === 'warning' ? { ...finding, severity: 'info' } : finding;
  }
}
