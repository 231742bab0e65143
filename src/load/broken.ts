import type { Mend, TextEdit } from '../model/diagnostic.ts';
import { linesOf } from './entry.ts';
import { type Fault, maxDepth, type Parsed, parse } from './events.ts';
import { type Found, found, type Span } from './found.ts';
import { diagnose } from './french.ts';
import { mended, mendedOffset, mendsOf, typedFinding, typedSpan } from './mended.ts';
import { pointerAt } from './place.ts';
import type { Cause } from './scene.ts';
import { sentences } from './sentences.ts';

/** A file with more faults than this is not worth more lines; each of them costs a reading of the whole. */
const most = 20;
const mostRead = 1_000_000;

/** What reading a text that parses finds. */
type Rest = (healed: string) => { readonly value?: unknown; readonly findings: readonly Found[] };

/** What is read of a text whose syntax is broken. */
export interface Broken {
  readonly findings: readonly Found[];
  /** What could be read around the faults; nothing where not all of them could be healed. */
  readonly value?: unknown;
  /** What was mended, one after the other, so that it could be read: places are looked for in that text. */
  readonly mends: readonly Mend[];
}

/** One cause that was found, where it stands in the text that the mends up to then left. */
interface Told {
  readonly finding: Found;
  readonly mendsBefore: number;
  /** False where lines were lost with it: what they said is unknown. */
  readonly kept: boolean;
}

/**
 * All that is wrong in a text whose syntax is broken, one finding a cause. Each fault is mended in a copy, or covered up
 * where nobody knows how, and the copy read again: what then remains is another cause, what was dragged behind is gone.
 * @param text a text that does not parse; `fault` where the parser first stopped
 * @param rest what reading the healed copy finds (double keys, references…)
 * @returns findings in the order of the text, and what could be read
 */
export function readBroken(text: string, fault: Fault, rest: Rest): Broken {
  if (fault.reason.startsWith('nesting exceeded')) {
    const { position } = fault;
    return {
      findings: [found('yaml-illisible', [position, position + 1], sentences.profondeur({ limite: maxDepth }))],
      mends: [],
    };
  }
  const told: Told[] = [];
  const covered = spans();
  const mends: Mend[] = [];
  let healed = text;
  let parsed: Parsed = { ok: false, fault };
  for (let round = 0; !parsed.ok && round < most * 3; round++) {
    const cause = diagnose(healed, parsed.fault);
    // What is mended drags nothing along but itself.
    const cover = isMended(cause) ? cause.finding.span : cause.cover;
    const own = [cause.finding.span, cover].map((span) => typedSpan(span, mends));
    const dragged = own.some((span) => covered.touches(span));
    const edits = dragged
      ? blanks(healed, wholeLines(healed, cause.cover, parsed.fault.position))
      : healing(healed, cause);
    if (!dragged)
      told.push({ finding: cause.finding, mendsBefore: mends.length, kept: isMended(cause) || cause.keepLine });
    if (told.length >= most || told.length * text.length > mostRead) break;
    const mending = mendsOf(edits);
    const fuller = mended(healed, mending);
    if (fuller === healed) break;
    covered.add([...own, ...edits.map(({ start, end }) => typedSpan([start, end], mends))]);
    mends.push(...mending);
    healed = fuller;
    parsed = parse(healed);
  }
  if (!parsed.ok) return { findings: told.map((one) => typed(text, one, mends)), mends: [] };
  const { value, findings } = rest(healed);
  const { events } = parsed;
  const own = told.map((one) => {
    const at = mendedOffset(one.finding.span[0], mends.slice(one.mendsBefore));
    const pointer = one.kept ? pointerAt(healed, events, at) : '';
    return withoutUnsureFix({ ...typed(text, one, mends), pointer }, healed, mends, findings);
  });
  const elsewhere = findings
    .map((finding) => typedFinding(text, healed, finding, mends))
    .filter(({ span, fix = [] }) => {
      return ![span, ...fix.map(({ start, end }): Span => [start, end])].some((one) => covered.touches(one));
    });
  return { value, findings: [...own, ...elsewhere], mends };
}

/** A fix, or a heal, says again all that was meant. */
function isMended({ finding, heal }: Cause): boolean {
  return finding.fix !== undefined || heal !== undefined;
}

function healing(text: string, { finding, heal, cover, keepLine }: Cause): readonly TextEdit[] {
  return heal ?? finding.fix ?? (keepLine ? letters(text, cover) : blanks(text, cover));
}

/** Letters become x, so that a value stays a value. */
function letters(text: string, [start, end]: Span): readonly TextEdit[] {
  const covered = text
    .slice(start, end)
    .replace(/[^\s]/g, 'x')
    .replace(/[^\S\r\n]/g, ' ');
  return [{ start, end, text: covered }];
}

/** A line becomes blank; line breaks stay. */
function blanks(text: string, [start, end]: Span): readonly TextEdit[] {
  return [{ start, end, text: text.slice(start, end).replace(/[^\r\n]/g, ' ') }];
}

/** The lines of a span and of the fault itself, and those indented below: all that may be dragged along. */
function wholeLines(text: string, [start, end]: Span, position: number): Span {
  const lines = linesOf(text).filter(
    (line) => line.end >= Math.min(start, position) && line.start <= Math.max(end, position),
  );
  return [lines[0]?.start ?? start, lines.at(-1)?.end ?? end];
}

/** Stretches of a text, of which it is asked whether another touches one: there may be one a line. */
function spans(): { readonly add: (more: readonly Span[]) => void; readonly touches: (one: Span) => boolean } {
  let sorted: readonly Span[] = [];
  /** How far the stretches up to each one reach. */
  let reach: readonly number[] = [];
  return {
    add: (more) => {
      let end = -1;
      sorted = [...sorted, ...more].sort((a, b) => a[0] - b[0]);
      reach = sorted.map((span) => {
        end = Math.max(end, span[1]);
        return end;
      });
    },
    touches: ([start, end]) => {
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle]?.[0] ?? 0) <= end) low = middle + 1;
        else high = middle;
      }
      return (reach[low - 1] ?? -1) >= start;
    },
  };
}

function touches(one: Span, other: Span): boolean {
  return one[0] <= other[1] && other[0] <= one[1];
}

/** A finding, and its fix, where they stand in the text as it was typed. */
function typed(text: string, { finding, mendsBefore }: Told, mends: readonly Mend[]): Found {
  const before = mends.slice(0, mendsBefore);
  return typedFinding(text, mended(text, before), finding, before);
}

/** With all healed, what a fix wrote must read without a word: a text in brackets where no list may stand, say. */
function withoutUnsureFix(finding: Found, healed: string, mends: readonly Mend[], findings: readonly Found[]): Found {
  const { fix, ...others } = finding;
  if (!fix) return finding;
  const ends = fix.map((edit) => mendedOffset(edit.end, mends));
  const start = Math.min(...fix.map((edit) => edit.start));
  const at = Math.min(...ends, mendedOffset(start, mends));
  const line = Math.max(healed.lastIndexOf('\n', at - 1), healed.lastIndexOf('\r', at - 1)) + 1;
  return findings.some(({ span }) => touches(span, [line, Math.max(...ends)])) ? others : finding;
}
