import { EVENT_ID, type Event, parseEvents, SCALAR_STYLE, type ScalarEvent, YAMLException } from 'js-yaml';
import type { Span } from './found.ts';

/** Deeper nesting is no dossier, and would let a small file cost a lot. */
export const maxDepth = 100;

/** Where and why the parser stopped. The reason is its own English: a key for us, never shown. */
export interface Fault {
  readonly position: number;
  readonly reason: string;
}

export type Parsed =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly fault: Fault };

/**
 * Reads YAML as a flat list of events with their offsets.
 * @param text a YAML text
 * @returns the events, or the first fault; never throws on what a text may hold
 */
export function parse(text: string): Parsed {
  try {
    return { ok: true, events: parseEvents(text, { maxDepth }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { ok: false, fault: { position: error.mark?.position ?? 0, reason: error.reason } };
  }
}

/** Index of the event after the node that starts at `index`. */
export function after(events: readonly Event[], index: number): number {
  let depth = 0;
  let at = index;
  do {
    const type = events[at]?.type;
    if (type === EVENT_ID.POP) depth--;
    else if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING || type === EVENT_ID.DOCUMENT) depth++;
    at++;
  } while (depth > 0 && at < events.length);
  return at;
}

/** True when nothing stands where this scalar should: `budget:`. */
export function isEmpty(scalar: ScalarEvent): boolean {
  return scalar.valueStart < 0;
}

/**
 * The characters that a scalar takes up: quotation marks included; of a block text (`|`, `>`) its first line.
 * @returns undefined when nothing is there
 */
export function tokenOf(text: string, scalar: ScalarEvent): Span | undefined {
  const { valueStart, valueEnd, style } = scalar;
  if (isEmpty(scalar)) return undefined;
  if (style === SCALAR_STYLE.PLAIN) return [valueStart, valueEnd];
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
    return [valueStart - 1, valueEnd + 1];
  const [line = ''] = /[^\r\n]+/.exec(text.slice(valueStart, valueEnd)) ?? [];
  const start = text.indexOf(line, valueStart) + line.length - line.trimStart().length;
  return [start, start + line.trim().length];
}
