/**
 * Characters that move a terminal's cursor, reverse the reading order or cannot be seen. Narrow and no-break spaces
 * are typography, and joiners belong to emoji and scripts: they stay.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A value as a terminal may show it: one line, no character that acts instead of being read.
 * @param text a value, a path, a message that holds somebody's words
 * @returns the text, with each control, bidirectional or invisible character as a visible escape (`\x1b`, `\u202e`)
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, (character) => SHORT[character] ?? escaped(character.codePointAt(0) ?? 0));
}

function escaped(point: number): string {
  if (point <= 0xff) return `\\x${point.toString(16).padStart(2, '0')}`;
  if (point <= 0xffff) return `\\u${point.toString(16).padStart(4, '0')}`;
  return `\\u{${point.toString(16)}}`;
}

/**
 * Text made safe between tags and inside double-quoted attributes of HTML and SVG.
 * @param text any text
 * @returns the text with & < > " ' as entities, and without characters that XML forbids
 */
export function escapeHtml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Where a personal datum stands in a text. */
export interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: 'courriel' | 'telephone';
}

const EMAIL = /[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}/gu;
/** French numbers, overseas too: pairs, 4-2-2-2 or 4-3-3, one kind of separator in a number, so that no date reads as one. */
const PHONE =
  /(?<![\d.,/\u202f\u00a0])(?:(?:\+|00)(?:33|262|508|590|594|596|68[179])[ .\u00a0\u202f-]?(?:\(0\)[ .\u00a0\u202f-]?)?[1-9]|0[1-9])(?:([ .\u00a0\u202f-]?)\d{2}(?:\1\d{2}){3}|\d{2}[ .\u00a0\u202f-]\d{2}[ .\u00a0\u202f-]\d{2}[ .\u00a0\u202f-]\d{2}|\d{2}[ .\u00a0\u202f-]\d{3}[ .\u00a0\u202f-]\d{3})(?!\d)/gu;

/**
 * The e-mail addresses and phone numbers in a text.
 * @param text any text
 * @returns their places (UTF-16 offsets), in reading order, none overlapping
 */
export function personalSpans(text: string): PersonalSpan[] {
  const emails = text.includes('@') ? spansOf(text, EMAIL, 'courriel') : [];
  let next = 0;
  const phones = spansOf(text, PHONE, 'telephone').filter(({ start, end }) => {
    while ((emails[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (emails[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
  return phones.length === 0 ? emails : [...emails, ...phones].sort((a, b) => a.start - b.start);
}

function spansOf(text: string, pattern: RegExp, kind: PersonalSpan['kind']): PersonalSpan[] {
  return [...text.matchAll(pattern)].map(({ index, 0: all }) => ({ start: index, end: index + all.length, kind }));
}

/**
 * A text whose e-mail addresses and phone numbers can no longer be read, though one sees that they are there.
 * @param text any text, such as a line that a finding shows
 * @returns the text with `p•••@c•••.fr` and `06 •• •• •• ••`; same length is not kept
 */
export function maskPersonal(text: string): string {
  let masked = '';
  let end = 0;
  for (const span of personalSpans(text)) {
    const found = text.slice(span.start, span.end);
    masked += text.slice(end, span.start) + (span.kind === 'courriel' ? maskEmail(found) : maskPhone(found));
    end = span.end;
  }
  return masked + text.slice(end);
}

function maskEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  const last = domain.slice(domain.lastIndexOf('.'));
  return `${name.slice(0, 1)}•••@${domain.slice(0, 1)}•••${last}`;
}

function maskPhone(phone: string): string {
  const kept = phone.startsWith('0') && !phone.startsWith('00') ? 2 : 3;
  return phone.slice(0, kept) + phone.slice(kept).replace(/\d/g, '•');
}

/**
 * The same, character for character: what stands after a datum keeps its column.
 * @param text a line of a file
 * @returns a text of the same length, each letter and digit of a personal datum but the first as `•`
 */
export function maskInPlace(text: string): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of personalSpans(text)) {
    const hidden = text.slice(start + 1, end).replace(/[\p{L}\p{N}]/gu, (sign) => '•'.repeat(sign.length));
    masked += text.slice(done, start + 1) + hidden;
    done = end;
  }
  return masked + text.slice(done);
}
