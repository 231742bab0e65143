import type { Cog } from '../cog/cog.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Facts } from '../model/facts.ts';
import type { Kind } from '../model/kind.ts';
import type { SourceFile } from '../model/source-file.ts';
import { factsOf, type GrowingFacts, isTelling, tells } from './facts.ts';
import { isSound, partsAt } from './parts.ts';
import type { AnyPartRule, FieldRule, Hit, Rule, TextRule } from './rule.ts';
import { rules } from './rules/index.ts';
import { checkSchema } from './schema-findings.ts';
import { ruleSeverities } from './severities.ts';
import { type Node, type Visit, walk } from './walk.ts';

/** What one file gives: its own findings, and what it tells the others. Depends on the file's content alone. */
export interface FileCheck {
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}

/**
 * Checks one file by itself: what its reading found, its schema, and the rules over its values, its parts and its text.
 * @param file a file as load read it
 * @param cog the reference data, for rules over codes
 */
export function checkFile(file: SourceFile, cog: Cog): FileCheck {
  const { findings: said, broken, value } = checkSchema(file);
  const facts = factsOf(file, value, broken);
  const findings = [...said];
  if (facts.kind !== 'prose' && file.readable) inFields(facts.kind, facts, cog, findings);
  for (const finding of inParts(facts, cog)) findings.push(finding);
  for (const finding of inText(file)) findings.push(finding);
  return { findings, facts };
}

const fieldRules: readonly FieldRule[] = ofKind('champ');
const partRules: readonly AnyPartRule[] = ofKind('part');
const textRules: readonly TextRule[] = ofKind('texte');

function ofKind<Reads extends Rule['reads']>(reads: Reads): readonly Extract<Rule, { readonly reads: Reads }>[] {
  return rules.filter((rule): rule is Extract<Rule, { readonly reads: Reads }> => rule.reads === reads);
}

const rulesOn = new WeakMap<Node, readonly FieldRule[]>();

function rulesFor(node: Node): readonly FieldRule[] {
  const known = rulesOn.get(node);
  if (known) return known;
  const made = fieldRules.filter((rule) => rule.on(node.schema));
  rulesOn.set(node, made);
  return made;
}

/** The values that tell something, or that a rule reads: the others are passed over. */
function isRead(node: Node): boolean {
  return isTelling(node) || rulesFor(node).length > 0;
}

/** One walk through a file: what its values tell the others, and the rules over each of them. */
function inFields(kind: Kind, facts: GrowingFacts, cog: Cog, findings: Finding[]): void {
  const context = { facts, cog };
  const read = (visit: Visit) => {
    tells(visit, facts);
    const here = rulesFor(visit.node);
    if (here.length === 0 || !isSound(visit.pointer, facts.broken)) return;
    for (const rule of here) {
      if (rule.suspects?.(visit, context) === false) continue;
      for (const hit of rule.find(visit, context)) findings.push(findingOf(rule, hit, facts.path, visit.pointer));
    }
  };
  walk(kind, facts.value, read, isRead);
}

function* inParts(facts: Facts, cog: Cog): Generator<Finding> {
  for (const rule of partRules) {
    if (rule.kind !== facts.kind || facts.value === undefined) continue;
    for (const { value, pointer } of partsAt(facts.value, rule.part)) {
      if (!isSound(pointer, facts.broken)) continue;
      const context = { pointer, file: facts.value, facts, cog, rules: ruleSeverities() };
      for (const hit of rule.find(value as never, context as never)) yield findingOf(rule, hit, facts.path, pointer);
    }
  }
}

function* inText(file: SourceFile): Generator<Finding> {
  for (const rule of textRules) for (const hit of rule.find(file)) yield findingOf(rule, hit, file.path, '');
}

/** A hit of a rule as a finding: its place below the part, the rule's own severity unless it says another. */
export function findingOf(
  rule: { readonly id: string; readonly severity: Finding['severity'] },
  hit: Hit,
  file: string,
  pointer: string,
): Finding {
  const { at = '', part = 'value', severity = rule.severity, file: elsewhere, ...rest } = hit;
  return {
    ...rest,
    rule: rule.id,
    severity,
    file: elsewhere ?? file,
    pointer: elsewhere === undefined ? pointer + at : at,
    part,
  };
}
