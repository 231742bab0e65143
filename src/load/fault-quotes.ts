import { quoted } from '../words/quote.ts';
import { type Entry, entryOf, type Line } from './entry.ts';
import type { Span } from './found.ts';
import { type Cause, inValue, type Scene } from './scene.ts';
import { sentences } from './sentences.ts';

/** `"C:\dossier"`: a backslash means something between double quotation marks. */
export function backslash({ text, fault, value }: Scene): Cause | undefined {
  if (!/^(?:unknown escape|expected hexadecimal)/.test(fault.reason)) return undefined;
  const at = text.lastIndexOf('\\', fault.position);
  const raw = text.slice(...value);
  const fix = /^"[^"\r\n]*"$/.test(raw)
    ? [{ start: value[0], end: value[1], text: quoted(raw.slice(1, -1)) }]
    : undefined;
  return inValue('apostrophe', [at, at + 2], sentences.barreInverse({ signe: text.slice(at, at + 2) }), value, fix);
}

/** A value that starts with a quotation mark and does not end there: `'L'orée'`, `"Le "Grand" projet"`, `'Habiter`. */
export function quotes(scene: Scene): Cause | undefined {
  const opened = quotedOwner(scene);
  if (!opened) return undefined;
  const start = opened.valueStart;
  const raw = scene.text.slice(start, opened.end).trimEnd();
  const signe = raw[0] ?? '';
  const end = start + raw.length;
  const meant = meantBy(raw);
  // A quotation left open over several lines: where it was to close is the author's to say.
  const sure = meant !== undefined || nextStartsAfresh(scene.lines, opened);
  const fix = [{ start, end, text: quoted(meant ?? raw.slice(1)) }];
  const message = meant === undefined ? sentences.apostropheOuverte({ signe }) : sentences.apostrophe({ signe });
  const cover: Span = [start, sure ? end : Math.max(end, scene.line.start - 1)];
  return inValue('apostrophe', [start, start + 1], message, cover, sure ? fix : undefined);
}

const wellQuoted = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")$/;

/**
 * The line whose value opens a quotation that goes wrong: the fault's own, or one above whose quotation is open. A text
 * between quotation marks may hold lines that look like keys, so the search goes on where the parser says that it was in one.
 */
function quotedOwner({ lines, index, fault }: Scene): Entry | undefined {
  const within = /^(?:deficient|unexpected end of the (?:stream|document) within a (?:single|double))/.test(
    fault.reason,
  );
  for (let at = index; at >= 0 && at > index - 200; at--) {
    const line = lines[at];
    const entry = line && entryOf(line);
    if (!entry || (entry.key === undefined && !entry.dashes && at > 0)) continue;
    const opens = /^["']/.test(entry.value) && !wellQuoted.test(entry.value);
    if (opens && (at === index || isOpen(entry.value))) return entry;
    if (!within && at < index) return undefined;
  }
  return undefined;
}

function isOpen(value: string): boolean {
  return !value.slice(1).includes(value[0] ?? '');
}

/** What was meant between the outer marks; all of it when the marks belong to its words; nothing when they never close. */
function meantBy(raw: string): string | undefined {
  const mark = raw[0] ?? '';
  const count = raw.split(mark).length - 1;
  if (count === 1) return undefined;
  const second = raw.indexOf(mark, 1);
  const aroundWords = /\S/.test(raw[second - 1] ?? ' ') && /[\s.,;:!?)]/.test(raw[second + 1] ?? ' ');
  if (raw.endsWith(mark) && !(aroundWords && count > 2)) return raw.slice(1, -1);
  return mark === '"' || aroundWords ? raw : undefined;
}

function nextStartsAfresh(lines: readonly Line[], entry: Entry): boolean {
  const next = lines.find(({ start, text }) => start > entry.start && text.trim() !== '');
  if (!next) return true;
  const { key, dashes, indent } = entryOf(next);
  return (key !== undefined || dashes) && indent <= entry.indent + (entry.dashes ? 2 : 0);
}
