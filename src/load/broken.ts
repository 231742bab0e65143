import { linesOf } from './entry.ts';
import { type Fault, maxDepth, parse } from './events.ts';
import { type Found, found, type Span } from './found.ts';
import { diagnose } from './french.ts';
import { sentences } from './sentences.ts';
import { edited } from './traps.ts';

/** A file with more faults than this is not worth more lines; in a very long one each re-reading costs. */
const most = 20;
const longText = 200_000;

/** What reading a text that parses finds. */
type Rest = (healed: string) => { readonly findings: readonly Found[] };

/**
 * All that is wrong in a text whose syntax is broken, one finding a cause. Each fault is covered up in a copy, in place so
 * that offsets stay true, and the copy read again: what then remains is another cause, what was dragged behind is gone.
 * @param text a text that does not parse; `fault` where the parser first stopped
 * @param rest what reading the healed copy finds (double keys, references…)
 * @returns findings in the order of the text
 */
export function brokenFindings(text: string, fault: Fault, rest: Rest): readonly Found[] {
  if (fault.reason.startsWith('nesting exceeded')) {
    const { position } = fault;
    return [found('yaml-illisible', [position, position + 1], sentences.profondeur({ limite: maxDepth }))];
  }
  const findings: Found[] = [];
  const inValues = new Set<Found>();
  const covered: Span[] = [];
  let healed = text;
  let next: Fault | undefined = fault;
  for (let round = 0; next && round < most * 3; round++) {
    const cause = diagnose(healed, next);
    const dragged = covered.some((span) => touches(span, cause.finding.span) || touches(span, cause.cover));
    if (!dragged) findings.push(cause.finding);
    if (cause.keepLine) inValues.add(cause.finding);
    if (findings.length >= most || text.length > longText) return findings;
    const cover = dragged ? wholeLines(healed, cause.cover, next.position) : cause.cover;
    const fuller = coverUp(healed, cover, dragged || !cause.keepLine);
    if (fuller === healed) return findings;
    healed = fuller;
    covered.push(cover);
    const parsed = parse(healed);
    next = parsed.ok ? undefined : parsed.fault;
  }
  if (next) return findings;
  const elsewhere = rest(healed).findings.filter(({ span }) => !covered.some((cover) => touches(cover, span)));
  const sure = findings.map((finding) => (inValues.has(finding) ? withoutUnsureFix(healed, finding, rest) : finding));
  return [...sure, ...elsewhere.map((finding) => withoutStaleFix(text, healed, finding))];
}

/** Letters become x so that a value stays a value; a whole line becomes blanks. Line breaks and offsets stay. */
function coverUp(text: string, [start, end]: Span, blank: boolean): string {
  const inside = text.slice(start, end);
  const covered = blank ? inside.replace(/[^\r\n]/g, ' ') : inside.replace(/[^\s]/g, 'x').replace(/[^\S\r\n]/g, ' ');
  return text.slice(0, start) + covered + text.slice(end);
}

/** The lines of a span and of the fault itself, and those indented below: all that may be dragged along. */
function wholeLines(text: string, [start, end]: Span, position: number): Span {
  const lines = linesOf(text).filter(
    (line) => line.end >= Math.min(start, position) && line.start <= Math.max(end, position),
  );
  return [lines[0]?.start ?? start, lines.at(-1)?.end ?? end];
}

function touches(one: Span, other: Span): boolean {
  return one[0] <= other[1] && other[0] <= one[1];
}

/** With everything else healed, what a fix writes must read without a word: a text in brackets where no list may stand, say. */
function withoutUnsureFix(healed: string, finding: Found, rest: Rest): Found {
  const { fix, ...others } = finding;
  if (!fix) return finding;
  const start = Math.min(...fix.map((edit) => edit.start));
  const end = Math.max(...fix.map((edit) => edit.end + edit.text.length));
  const line = Math.max(healed.lastIndexOf('\n', start - 1), healed.lastIndexOf('\r', start - 1)) + 1;
  const told = rest(edited(healed, fix)).findings;
  return told.some(({ span }) => touches(span, [line, end])) ? others : finding;
}

/** A fix was computed on the healed copy: it is only kept where that copy is still the author's text. */
function withoutStaleFix(text: string, healed: string, finding: Found): Found {
  const { fix, ...rest } = finding;
  if (!fix?.every(({ start, end }) => text.slice(start, end) === healed.slice(start, end))) return rest;
  return finding;
}
