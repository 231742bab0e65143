import type { Cog } from '../cog/cog.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Facts } from '../model/facts.ts';
import type { SourceFile } from '../model/source-file.ts';
import { problemsOf } from '../schema/problems.ts';
import { say } from '../schema/say.ts';
import { factsOf } from './facts.ts';
import { isSound, partsAt } from './parts.ts';
import type { Hit, PartContext, PartRule, TextRule } from './rule.ts';
import { rules } from './rules/index.ts';

/** What one file gives: its own findings, and what it tells the others. Depends on the file's content alone. */
export interface FileCheck {
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}

/**
 * Checks one file by itself: what its reading found, its schema, and the rules over its parts and its text.
 * @param file a file as load read it
 * @param cog the reference data, for rules over codes
 */
export function checkFile(file: SourceFile, cog: Cog): FileCheck {
  const problems = file.kind !== 'prose' && file.readable ? problemsOf(file.kind, file.value) : [];
  const said = file.kind === 'prose' ? [] : say(file.kind, file.value, problems);
  const facts = factsOf(file, said.map(({ pointer }) => pointer));
  const findings: Finding[] = [...file.findings, ...said.map((finding) => ({ ...finding, file: file.path }))];
  for (const rule of rules) {
    if (rule.reads === 'part' && rule.kind === file.kind && file.readable) findings.push(...inParts(rule, facts, cog));
    if (rule.reads === 'texte') findings.push(...inText(rule, file));
  }
  return { findings, facts };
}

function* inParts(rule: PartRule, facts: Facts, cog: Cog): Generator<Finding> {
  for (const { value, pointer } of partsAt(facts.value, rule.part)) {
    if (!isSound(pointer, facts.broken)) continue;
    const context = { pointer, file: facts.value, facts, cog } as PartContext;
    for (const hit of rule.find(value as never, context)) yield findingOf(rule, hit, facts.path, pointer);
  }
}

function* inText(rule: TextRule, file: SourceFile): Generator<Finding> {
  const { text, kind, body, bodyStart } = file;
  for (const hit of rule.find({ text, kind, body, bodyStart })) yield findingOf(rule, hit, file.path, '');
}

/** A hit of a rule as a finding: its place below the part, the rule's own severity unless it says another. */
export function findingOf(rule: { readonly id: string; readonly severity: Finding['severity'] }, hit: Hit, file: string, pointer: string): Finding {
  const { at = '', part = 'value', severity = rule.severity, file: elsewhere, ...rest } = hit;
  return { ...rest, rule: rule.id, severity, file: elsewhere ?? file, pointer: elsewhere === undefined ? pointer + at : at, part };
}
