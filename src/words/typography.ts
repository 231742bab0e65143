import type { Langue } from './text.ts';

const NARROW = '\u202f';
const NBSP = '\u00a0';

/**
 * One scan for each language: the first alternatives are what must not be touched, the rest what is set.
 * Spaces are plain, no-break or narrow: an author may have typed any of them. Runs are read from their start only, and
 * lengths are bounded, so that no text takes more than its length.
 */
const FRENCH = new RegExp(
  [
    // An address or a path: never touched.
    String.raw`(?<skip>\b(?:[a-z]{2,12}:\/\/|www\.|mailto:)[^\s<>«»]+|(?<![^\s:;(«»])[^\s@:;«»]{1,64}@[^\s@;«»]{1,255})`,
    String.raw`(?<open>«)[ \u00a0\u202f]*(?=[^\s»])`,
    String.raw`(?<![ \u00a0\u202f])[ \u00a0\u202f]*(?<close>»)`,
    // After a word, before a space or an end: `10:30`, `::` and `:)` stay.
    String.raw`(?<=[\p{L}\p{N})\]»%€])(?<colon>:)(?=[\s»]|$)`,
    String.raw`(?<![ \u00a0\u202f])[ \u00a0\u202f]+(?<spacedColon>:)(?=[\s»]|$)`,
    String.raw`(?<=[\p{L}\p{N})\]»%€])(?<high>[;!?]+)(?=[\s»)]|$)`,
    String.raw`(?<![ \u00a0\u202f])[ \u00a0\u202f]+(?<spacedHigh>[;!?]+)(?=[\s»)]|$)`,
    String.raw`(?<=\p{L})(?<apostrophe>')(?=[\p{L}\p{N}«“]|$)`,
    String.raw`(?<=\d)[ \u00a0\u202f]+(?<unit>[%€])`,
    // The official names of places have no œ: « CC Coeur de Nacre ».
    String.raw`(?<![\p{L}\p{N}_/.@])(?<heart>coeurs?)(?![\p{L}\p{N}_/@]|\.\p{L})`,
  ].join('|'),
  'giu',
);

const ENGLISH = /(?<skip>\b(?:[a-z]{2,12}:\/\/|www\.)\S+)|(?<=\p{L})(?<apostrophe>')(?=\p{L}|\s|$)/giu;

/** Groups of three digits after one to three: `16 566`, not `en 2017 300`. */
const GROUPED = /(?<![\d ,.\u00a0\u202f-])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d\u00a0\u202f-])/gu;

/** What is set only where it is asked for. */
export interface TypographyOptions {
  /** Groups of three digits that the author already parts (`16 566`) never break over a line. */
  readonly milliers?: boolean;
}

/**
 * Sets the spaces and apostrophes of a text as its language wants them: in French a narrow no-break space before
 * ; ! ?, a no-break space before : and inside « », ’ for ', and « cœur » for « coeur »; in English the apostrophes only.
 * Addresses stay as they are; code is never handed here. Setting a text twice changes nothing.
 * @param text one run of plain text, on one line or several
 * @param langue the language of the text
 * @param options what is set only where it is asked for
 * @returns the same words, well spaced
 */
export function typographie(text: string, langue: Langue, options: TypographyOptions = {}): string {
  const set = langue === 'fr' ? text.replace(FRENCH, french) : text.replace(ENGLISH, english);
  if (options.milliers !== true) return set;
  return set.replace(GROUPED, (number) => number.replace(/[ \u00a0]/g, NARROW));
}

function french(found: string, ...rest: unknown[]): string {
  const groups = groupsOf(rest);
  if (groups.skip !== undefined) return found;
  if (groups.open !== undefined) return `«${NBSP}`;
  if (groups.close !== undefined) return `${NBSP}»`;
  if (groups.apostrophe !== undefined) return '’';
  if (groups.heart !== undefined) return groups.heart.replace('oe', 'œ').replace('OE', 'Œ');
  const colon = groups.colon ?? groups.spacedColon;
  if (colon !== undefined) return NBSP + colon;
  const high = groups.high ?? groups.spacedHigh;
  if (high !== undefined) return NARROW + high;
  return (groups.unit === '%' ? NARROW : NBSP) + (groups.unit ?? '');
}

function english(found: string, ...rest: unknown[]): string {
  return groupsOf(rest).skip === undefined ? '’' : found;
}

/** The named groups are the last argument that `replace` gives. */
function groupsOf(rest: readonly unknown[]): Readonly<Record<string, string | undefined>> {
  const last = rest.at(-1);
  return typeof last === 'object' && last !== null ? (last as Record<string, string | undefined>) : {};
}
