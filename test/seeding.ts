import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { locate } from '../src/load/locate.ts';
import { lineStarts } from '../src/load/place.ts';
import { readSource } from '../src/load/read.ts';
import { load } from '../src/load/workspace.ts';
import type { Diagnostic, Finding, TextEdit } from '../src/model/diagnostic.ts';
import type { Facts } from '../src/model/facts.ts';
import type { SourceFile } from '../src/model/source-file.ts';
import { checkFile } from '../src/validate/check-file.ts';
import { checkTogether } from '../src/validate/check-together.ts';
import { theCog } from './healthy.ts';

/** Real dossiers into which defects are put, one at a time, and what is said of them before. */
export interface Ground {
  readonly name: string;
  readonly alone: boolean;
  readonly files: readonly SourceFile[];
  readonly facts: ReadonlyMap<string, Facts>;
  /** Of each file: what is said of it in the clean example, by itself and together. */
  readonly own: ReadonlyMap<string, readonly Finding[]>;
  readonly together: readonly Finding[];
}

/** What a defect must give: one finding, at the very characters. */
export interface Expected {
  readonly rule: string;
  /** The characters, and where they start in the spoilt text. */
  readonly token: string;
  readonly at: number;
  /** The word to propose; null where none may be proposed; undefined where it does not matter. */
  readonly suggestion?: string | null;
  /** The text once `--fix` has written; null where it may not write. */
  readonly mended?: string | null;
}

/** A defect put in one place. */
export interface Seed {
  readonly file: SourceFile;
  /** Of the place that is spoilt. */
  readonly pointer: string;
  /** True where nothing of the file can be read any more: what is incomplete in it, or elsewhere, cannot be known. */
  readonly unread?: true;
  readonly edits: readonly TextEdit[];
  readonly expected: Expected;
}

/** Reads and checks an example once: each defect then costs the reading of one file. */
export function groundOf(root: string, alone: boolean): Ground {
  const { files, findings } = load({ root, alone, asked: [''] });
  if (findings.length > 0) throw new Error(`${root}: ${findings[0]?.message.fr}`);
  const checks = files.map((file) => checkFile(file, theCog()));
  const facts = new Map(checks.map((check) => [check.facts.path, check.facts]));
  const own = new Map(checks.map((check) => [check.facts.path, check.findings]));
  return { name: root, alone, files, facts, own, together: checkTogether([...facts.values()], theCog(), alone) };
}

/** The same of files that are given as texts, by path; a workspace when there is an `atelier.yaml`. */
export function groundIn(texts: Readonly<Record<string, string>>): Ground {
  const root = mkdtempSync(join(tmpdir(), 'atelier-'));
  try {
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return { ...groundOf(root, !Object.hasOwn(texts, 'atelier.yaml')), name: 'inventé' };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The text with edits made; they do not overlap. */
export function editedBy(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { start, end, text: words } of edits.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + words + result.slice(end);
  return result;
}

/** Where an offset of the clean text is after edits; null inside what was replaced. */
export function movedBy(offset: number, edits: readonly TextEdit[]): number | null {
  let moved = offset;
  for (const { start, end, text } of edits) {
    if (offset >= start && offset < end) return null;
    if (offset >= end) moved += text.length - (end - start);
  }
  return moved;
}

/** A diagnostic of one file, with its characters. */
interface Said {
  readonly diagnostic: Diagnostic;
  readonly start: number;
  readonly token: string;
}

function saidIn(file: SourceFile, findings: readonly Finding[]): readonly Said[] {
  const starts = lineStarts(file.text);
  const offset = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1;
  return locate(findings, [file]).map((diagnostic) => {
    const start = offset(diagnostic.line, diagnostic.column);
    return { diagnostic, start, token: file.text.slice(start, offset(diagnostic.endLine, diagnostic.endColumn)) };
  });
}

/**
 * Judges what is said once defects stand in one file: all that was said before, and one finding for each defect.
 * @returns complaints, none when all is as it should be
 */
export function judge(ground: Ground, seeds: readonly Seed[]): readonly string[] {
  const [first] = seeds;
  if (first === undefined) return [];
  const edits = seeds.flatMap((seed) => seed.edits);
  const text = editedBy(first.file.text, edits);
  const file = readSource(first.file, text, first.file.bom);
  const check = checkFile(file, theCog());
  const { path } = file;
  const together = checkTogether([...new Map(ground.facts).set(path, check.facts).values()], theCog(), ground.alone);
  const before = saidIn(first.file, ofFile(ground.own.get(path) ?? [], ground.together, path));
  const after = saidIn(file, ofFile(check.findings, together, path));
  const { lost, extra } = compared(before, after, edits);
  const known = (rule: string): boolean => !seeds.some((seed) => isUnknowable(rule, seed));
  const complaints = [
    ...lost.filter(({ diagnostic }) => known(diagnostic.rule)).map((one) => `lost: ${shown(one)}`),
    ...elsewhere(ground, together, path, known),
  ];
  const rest = [...extra];
  for (const [index, seed] of seeds.entries()) {
    const others = seeds.filter((_, other) => other !== index);
    complaints.push(...missed(seed, others, rest, text));
  }
  complaints.push(...rest.map((one) => `more: ${shown(one)}`));
  const line = text.slice(0, first.edits[0]?.start).split('\n').length;
  return complaints.map((one) => `${ground.name}/${path}:${line} « ${lineOf(text, first)} » ${one}`);
}

function ofFile(own: readonly Finding[], together: readonly Finding[], path: string): readonly Finding[] {
  return [...own, ...together.filter(({ file }) => file === path)];
}

function shown({ diagnostic: { rule, line, column, severity, message }, token }: Said): string {
  return `${severity} ${rule} ${line}:${column} [${token}] ${message.fr}`;
}

function lineOf(text: string, { edits }: Seed): string {
  const at = edits[0]?.start ?? 0;
  return text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n')[0] ?? '';
}

/** What was said and no longer is, and what is said anew; the places of the clean text follow the edits. */
function compared(
  before: readonly Said[],
  after: readonly Said[],
  edits: readonly TextEdit[],
): { readonly lost: readonly Said[]; readonly extra: readonly Said[] } {
  const extra = [...after];
  const lost: Said[] = [];
  for (const one of before) {
    const place = movedBy(one.start, edits);
    const index = extra.findIndex(
      ({ diagnostic, start }) =>
        diagnostic.rule === one.diagnostic.rule &&
        diagnostic.message.fr === one.diagnostic.message.fr &&
        (place === null || start === place),
    );
    if (index < 0) lost.push(one);
    else extra.splice(index, 1);
  }
  return { lost, extra };
}

/** Findings in the other files that are not those of the clean example. */
function elsewhere(
  ground: Ground,
  together: readonly Finding[],
  path: string,
  known: (rule: string) => boolean,
): readonly string[] {
  const there = (findings: readonly Finding[]) =>
    new Map(findings.flatMap((one) => (one.file === path ? [] : [[JSON.stringify(one), one]])));
  const [before, after] = [there(ground.together), there(together)];
  const said = ({ severity, rule, file, message }: Finding) => `${severity} ${rule} ${file} ${message.fr}`;
  return [
    ...[...before].flatMap(([key, one]) =>
      after.has(key) || !known(one.rule) ? [] : [`lost elsewhere: ${said(one)}`],
    ),
    ...[...after].flatMap(([key, one]) => (before.has(key) ? [] : [`more elsewhere: ${said(one)}`])),
  ];
}

/** Where these cannot be read, those rules cannot know, and rightly say nothing. */
const unknowable: readonly (readonly [where: RegExp, rules: RegExp])[] = [
  [/^dossier \/(?:phase|dispositif)$/, /./],
  [/^territoire \/communes\/\d+$|^territoire .* (?:communes|epci)$|^echelle .* secteurs$/, /^echelle-observee$/],
  // What was said to be unknown may be any of what is missing.
  [
    /^dossier \/inconnus\/\d+$/,
    /^(?:incomplet-pour-la-phase|initiatives-absentes|visees-incompletes|perimetre-absent|seance-sans-participants)$/,
  ],
  // A wrong code may have been that of a commune of the past.
  [/\/communes\/\d+$/, /^commune-ancienne$/],
  [/^acteurs \/acteurs\/[^/]+(?:\/categorie)?$/, /^(?:famille-absente|habitants-non-associes|equipe-absente)$/],
  [/^acteurs \/acteurs\/[^/]+(?:\/roles\b.*)?$/, /^porteur-absent$/],
  [/^seance \/type$/, /^seance-sans-participants$/],
  // What is told to be empty is not also told to be missing.
  [/^seance .* (?:participants|publics)$/, /^seance-sans-participants$/],
  // Without these keys there is no such thing.
  [/^dossier \/suites\/[^/]+\/(?:type|etat)$/, /^etat-sans-date$/],
  [/^echelle \/niveau$/, /^echelle-observee$/],
];

function isUnknowable(rule: string, { file, pointer, unread }: Seed): boolean {
  return unread || unknowable.some(([where, rules]) => where.test(`${file.kind} ${pointer}`) && rules.test(rule));
}

/** Takes the finding of a defect out of what is said anew; complains where it is not as expected. */
function missed(seed: Seed, others: readonly Seed[], rest: Said[], text: string): readonly string[] {
  const { rule, token, suggestion, mended } = seed.expected;
  const at = seed.expected.at + shiftOf(seed, others);
  const index = rest.findIndex((one) => one.diagnostic.rule === rule && one.start === at && one.token === token);
  const found = rest[index];
  if (found === undefined)
    return [`not said: ${rule} at [${token}]${text.slice(at, at + token.length) === token ? '' : ' (?)'}`];
  rest.splice(index, 1);
  const complaints: string[] = [];
  if (suggestion !== undefined && (found.diagnostic.suggestion ?? null) !== suggestion)
    complaints.push(`proposes « ${found.diagnostic.suggestion ?? ''} », not « ${suggestion ?? ''} »: ${shown(found)}`);
  // With another defect in the text, the whole is not what it is alone.
  if (mended !== undefined && others.length === 0) {
    const { fix } = found.diagnostic;
    const written = fix ? editedBy(text, fix) : null;
    if (written !== mended)
      complaints.push(`fixes to « ${written === null ? '' : lineOf(written, seed)} »: ${shown(found)}`);
  }
  return complaints;
}

/** How far the other defects of the same text move the place of this one. */
function shiftOf(seed: Seed, others: readonly Seed[]): number {
  const start = Math.min(...seed.edits.map((edit) => edit.start));
  let shift = 0;
  for (const { edits } of others)
    for (const edit of edits) if (edit.start < start) shift += edit.text.length - (edit.end - edit.start);
  return shift;
}
