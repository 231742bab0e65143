import { createHash } from 'node:crypto';
import type { Diagnostic, Finding, Place, Severity, TextEdit } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/source-file.ts';
import { typedPointer } from '../schema/meant-key.ts';
import { valueAt } from '../schema/say.ts';
import { maskPersonal, personalSpans } from '../words/escape.ts';
import { quoted } from '../words/quote.ts';
import { slug } from '../words/slug.ts';
import type { Text } from '../words/text.ts';
import type { Span } from './found.ts';
import { lineStarts, placeAt, type SpotOf, spotsInFile } from './place.ts';

/** One file ready to be pointed into: its line starts and spots are worked out once, when first asked for. */
interface Pointed {
  readonly value: unknown;
  readonly text: string;
  readonly starts: readonly number[];
  readonly spots: SpotOf;
}

/**
 * Gives findings their places in lines and columns; only files that have a finding are read again. No personal datum is
 * left in what they say, and where such a datum is the mistake, nothing else is said of it.
 * @param findings in any order
 * @param files where they are
 * @returns diagnostics by file (code unit), then place, then severity and rule: the same on every machine
 */
export function locate(findings: readonly Finding[], files: readonly SourceFile[]): readonly Diagnostic[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const pointed = new Map<string, Pointed | null>();
  const pointedAt = (path: string) => {
    const known = pointed.get(path);
    if (known !== undefined) return known;
    const file = byPath.get(path);
    const made = file ? pointInto(file) : null;
    pointed.set(path, made);
    return made;
  };
  const personal = personalByFile(findings);
  return findings
    .filter((finding) => !isOnPersonal(finding, personal.get(finding.file) ?? [], pointedAt))
    .map((finding) => diagnosticOf(finding, pointedAt))
    .sort(byPlace);
}

/** Where personal data stand in each file that has some, in the order of its text. */
function personalByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { masked, severity, file, span } of findings) {
    if (masked !== true || severity !== 'error' || span === undefined) continue;
    const known = spans.get(file);
    if (known) known.push(span);
    else spans.set(file, [span]);
  }
  for (const known of spans.values()) known.sort((a, b) => a[0] - b[0]);
  return spans;
}

/** True for an error about a word that is a personal datum: what should stand there is the same mistake. */
function isOnPersonal(
  finding: Finding,
  personal: readonly Span[],
  pointedAt: (path: string) => Pointed | null,
): boolean {
  if (personal.length === 0 || finding.span !== undefined || !aboutWord(finding)) return false;
  const at = pointedAt(finding.file);
  const span = spanOf(finding, at);
  if (!at || !span) return false;
  const word = at.text.slice(...span);
  // A map, a list or a text of several lines holds the datum: it is not the datum.
  if (/^[[{]|\n/.test(word)) return false;
  return meetsOneOf(personal, span);
}

/** Whether a span shares a character with one of several that follow one another without overlapping. */
function meetsOneOf(sorted: readonly Span[], [start, end]: Span): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  const last = sorted[low - 1];
  return last !== undefined && start < last[1];
}

/** What lacks below a key is no matter of how the key is written. */
function aboutWord({ rule, severity }: Finding): boolean {
  return severity === 'error' && rule !== 'cle-manquante' && rule !== 'liste-vide';
}

function pointInto(file: SourceFile): Pointed {
  const { kind, text, value } = file;
  let spots: SpotOf | undefined;
  return {
    text,
    value,
    starts: lineStarts(text),
    spots: (pointer, part) => {
      spots ??= spotsInFile(file);
      return spots(kind === 'prose' ? pointer : typedPointer(kind, value, pointer), part);
    },
  };
}

type Locating = Pick<Finding, 'file' | 'pointer' | 'part' | 'span'>;

/** The exact characters that are meant, in the text of their file; null where there is no such file. */
function spanOf(spot: Locating, at: Pointed | null): readonly [number, number] | null {
  return at && (spot.span ?? at.spots(spot.pointer, spot.part));
}

function diagnosticOf(finding: Finding, pointedAt: (path: string) => Pointed | null): Diagnostic {
  const { rule, severity, message, file, pointer, masked, related } = finding;
  const at = pointedAt(file);
  const span = spanOf(finding, at);
  const words = at && span ? at.text.slice(...span) : '';
  const data = personalIn(words);
  // What is made of a personal datum is one.
  const suggestion = data.length > 0 ? undefined : maskedIn(finding.suggestion);
  const fix = finding.fix ?? (data.length > 0 ? undefined : mending(finding, at));
  return {
    rule,
    severity,
    message: without(message, data),
    file,
    pointer,
    ...placeOf(finding, at),
    fingerprint: fingerprintOf(finding, masked || data.length > 0 ? '' : words),
    ...(suggestion !== undefined && { suggestion }),
    ...(fix && { fix }),
    ...(masked && { masked }),
    ...(related && {
      related: related.map((other) => {
        const { line, column } = placeOf(other, pointedAt(other.file));
        return { file: other.file, line, column, message: without(other.message, data) };
      }),
    }),
  };
}

/** Where in the data and on which words: neither line nor rank in a list, which move when others come or go. */
function fingerprintOf({ rule, file, pointer, message }: Finding, words: string): string {
  const place = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
  // What has no words of its own (a missing file) is told apart by what is said of it.
  const what = words === '' ? message.fr : words;
  return createHash('sha256').update([rule, file, place, what].join('\0')).digest('hex').slice(0, 16);
}

function personalIn(text: string): readonly string[] {
  return personalSpans(text).map(({ start, end }) => text.slice(start, end));
}

/** A sentence without personal data, nor the ids that were made of those. */
function without({ fr, en }: Text, data: readonly string[]): Text {
  const ids = data.map(slug).filter((id) => id !== '');
  const hide = (sentence: string) => ids.reduce((rest, id) => rest.replaceAll(id, '•••'), maskPersonal(sentence));
  return { fr: hide(fr), en: hide(en) };
}

function maskedIn(text: string | undefined): string | undefined {
  return text === undefined || personalSpans(text).length > 0 ? undefined : text;
}

function placeOf(spot: Locating, at: Pointed | null): Place {
  const span = spanOf(spot, at);
  return at && span ? placeAt(at.text, span[0], span[1], at.starts) : { line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** The one right answer put in the place of what was found, quoted where YAML would read a plain text otherwise. */
function mending(finding: Finding, at: Pointed | null): readonly TextEdit[] | undefined {
  const span = finding.mends && spanOf(finding, at);
  if (!span || finding.suggestion === undefined) return undefined;
  // The spot of a list or of keys is the key that holds them: only a scalar can be written over.
  if (finding.part === 'value' && finding.span === undefined && typeof valueAt(at?.value, finding.pointer) === 'object')
    return undefined;
  const [start, end] = span;
  const text = safePlain.test(finding.suggestion) ? finding.suggestion : quoted(finding.suggestion);
  return [{ start, end, text }];
}

/** Words that mean themselves anywhere in YAML, brackets included; anything else is written between quotation marks. */
const safePlain = /^[\p{L}\p{N}~][\p{L}\p{N}_ .’'()/-]*$/u;

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The order of diagnostics: by file, then place, then severity and rule; by code unit, not locale: the same on every machine. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (
    a.line - b.line ||
    a.column - b.column ||
    rank[a.severity] - rank[b.severity] ||
    order(a.rule, b.rule) ||
    order(a.pointer, b.pointer) ||
    order(a.message.fr, b.message.fr)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
