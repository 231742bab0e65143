import type { Cog } from '../cog/cog.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Facts } from '../model/facts.ts';
import type { HolderFacts, OutsideReference } from '../model/holder-facts.ts';
import type { HolderRef } from '../model/kind.ts';
import { findingOf } from './check-file.ts';
import { type DossierFacts, dossierFactsOf } from './dossier-facts.ts';
import { declaredKinds, type Group, groupOf } from './group.ts';
import { isOutside } from './outside.ts';
import { isSound } from './parts.ts';
import type { DossierRule, FilesRule } from './rule.ts';
import { rules } from './rules/index.ts';
import { callOf } from './session-facts.ts';
import { namesSure } from './sure.ts';

/** What the files of one dossier or session give together, and what it tells the others. */
export interface GroupCheck {
  readonly findings: readonly Finding[];
  readonly facts: HolderFacts;
}

const dossierRules = rules.filter((rule): rule is DossierRule => rule.reads === 'dossier');
const filesRules = rules.filter((rule): rule is FilesRule => rule.reads === 'fichiers');

/**
 * Looks across the files of one dossier or session: references, what the phase expects.
 * @param files the facts of its files, in the order of their paths
 * @param others paths of its other files (pictures, plans), below it; null where they were not listed
 */
export function checkGroup(
  holder: HolderRef,
  files: readonly Facts[],
  cog: Cog,
  others: ReadonlySet<string> | null = null,
): GroupCheck {
  const group = groupOf(holder, files, others);
  const findings: Finding[] = [];
  for (const rule of filesRules) for (const hit of rule.find(group)) findings.push(findingOf(rule, hit, hit.file, ''));
  const dossier = holder.holder === 'dossier' ? dossierFactsOf(holder, files, cog, others) : null;
  if (dossier) for (const rule of dossierRules) for (const one of inDossier(rule, dossier)) findings.push(one);
  return { findings, facts: told(group, dossier) };
}

/** Of an atelier of the past, written from sources, what is incomplete is worth knowing, no more. */
function* inDossier(rule: DossierRule, dossier: DossierFacts): Generator<Finding> {
  const { retrospectif } = dossier.dossier;
  const past = rule.completeness === true && (retrospectif === true || !dossier.sheet.sure('/retrospectif'));
  for (const hit of rule.find(dossier)) {
    const finding = findingOf(rule, hit, hit.file, '');
    yield past && finding.severity === 'warning' ? { ...finding, severity: 'info' } : finding;
  }
}

function told(group: Group, dossier: DossierFacts | null): HolderFacts {
  const { holder } = group;
  const sheet = dossier && sheetOf(dossier);
  const call = holder.holder === 'session' ? callOf(group.files) : undefined;
  const perimetre = dossier && perimetreOf(dossier);
  return {
    holder,
    ...(sheet && { sheet }),
    ...(call && { call }),
    ...(perimetre && { perimetre }),
    declares: Object.fromEntries([...group.ids].map(([kind, declared]) => [kind, declared.map(({ id }) => id)])),
    unsure: declaredKinds().filter((kind) => group.declared(kind) === null),
    outside: [...outsideOf(group)],
  };
}

function sheetOf(facts: DossierFacts): HolderFacts['sheet'] {
  const { path, sure } = facts.sheet;
  const { id, session, phase, statut } = facts.dossier;
  const { decision } = facts.get('candidature')?.data ?? {};
  const refused = statut === 'non_retenu' || decision === 'non_retenue';
  return {
    path,
    ...(id !== undefined && { id }),
    ...(session !== undefined && { session }),
    sure: sure('/session'),
    site: !refused && (phase !== 'candidature' || decision === 'retenue'),
  };
}

function perimetreOf(dossier: DossierFacts): HolderFacts['perimetre'] {
  const territoire = dossier.dossier.session === undefined ? undefined : dossier.get('territoire');
  // A name beside a code says otherwise: that is told, and the perimeter is not known.
  if (territoire === undefined || !namesSure(dossier)) return undefined;
  return { path: territoire.path, communes: dossier.perimetre().communes.map(({ commune }) => commune) };
}

function* outsideOf({ files, holder }: Group): Generator<OutsideReference> {
  for (const { path, refers, broken } of files) {
    for (const one of refers) {
      if (!isOutside(one.to, holder) || (one.span === undefined && !isSound(one.pointer, broken))) continue;
      yield { file: path, ...one };
    }
  }
}
