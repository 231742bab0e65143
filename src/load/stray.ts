import { EVENT_ID, type Event } from 'js-yaml';
import type { TextEdit } from '../model/diagnostic.ts';
import { type Found, found } from './found.ts';
import { oldWindowsLetter } from './old-windows.ts';
import { sentences } from './sentences.ts';

/**
 * What git leaves of a merge that was not finished. Two of its three markers are wanted: `=======` alone is a heading.
 * @param text a whole file, body included
 * @returns one finding `marqueurs-de-conflit` at the first marker
 */
export function hasConflict(text: string): Found | undefined {
  if (!text.includes('=======') && !text.includes('<<<<<<<')) return undefined;
  const markers = [/^<{7}(?: .*)?$/m, /^={7}\r?$/m, /^>{7}(?: .*)?$/m]
    .map((marker) => marker.exec(text))
    .filter((match) => match !== null)
    .toSorted((a, b) => a.index - b.index);
  const [first, second] = markers;
  if (!first || !second) return undefined;
  const end = first.index + first[0].trimEnd().length;
  return found('marqueurs-de-conflit', [first.index, end], sentences.conflit());
}

/** Neither seen nor typed: control characters (but tab and line breaks), and two that are no characters at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;

/**
 * Control characters in a text, pasted from elsewhere.
 * @returns one finding `fichier-illisible` at the first, whose fix takes them all out: a vertical tab becomes a space, and
 * an old Windows letter (0x92) the letter that it stood for
 */
export function hiddenCharacters(text: string): Found | undefined {
  if (text.search(hidden) < 0) return undefined;
  const all = [...text.matchAll(hidden)];
  const [first] = all;
  if (!first) return undefined;
  const fix: readonly TextEdit[] = all.map(({ index, 0: sign }) => ({
    start: index,
    end: index + 1,
    text: visible(sign),
  }));
  const code = `U+${first[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const message = sentences.caractere({ code, nombre: all.length });
  return found('fichier-illisible', [first.index, first.index + 1], message, { fix });
}

function visible(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code === 0x0b || code === 0x0c) return ' ';
  if (code < 0x80 || code > 0x9f) return '';
  const letter = oldWindowsLetter(code);
  return letter === sign ? '' : letter;
}

/** A second document in the same text: a finding `plusieurs-documents` at the line that starts it. */
export function manyDocuments(text: string, events: readonly Event[]): Found | undefined {
  const second = secondDocument(events);
  if (second === undefined) return undefined;
  const end = Math.max(0, ...events.slice(0, second).map((event) => ('valueEnd' in event ? event.valueEnd : 0)));
  const marks = [...text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)];
  const first = events[0];
  const ownStart = first?.type === EVENT_ID.DOCUMENT && first.explicitStart ? 1 : 0;
  const mark = marks.slice(ownStart).find(({ index }) => index >= end) ?? marks.at(-1);
  const start = mark?.index ?? 0;
  const trailing = text.slice(start + 3).trim() === '';
  const fix = trailing ? { fix: [{ start, end: text.length, text: '' }] } : {};
  return found('plusieurs-documents', [start, start + 3], sentences.documents({ marque: mark?.[0] ?? '---' }), fix);
}

function secondDocument(events: readonly Event[]): number | undefined {
  // The first is the first event.
  for (let index = 1; index < events.length; index++) if (events[index]?.type === EVENT_ID.DOCUMENT) return index;
  return undefined;
}

/** Directives (`%YAML 1.1`) before the document: one finding `etiquette-yaml` each. */
export function leftovers(text: string, events: readonly Event[]): readonly Found[] {
  const first = events[0];
  if (first?.type !== EVENT_ID.DOCUMENT || !first.explicitStart || !text.includes('%')) return [];
  const head = text.slice(0, Math.max(text.search(/^---(?=\s|$)/m), 0));
  return [...head.matchAll(/^%[^\r\n]*(\r?\n)?/gm)].map(({ index, 0: line, 1: cut = '' }) => {
    const end = index + line.length - cut.length;
    const fix = [{ start: index, end: index + line.length, text: '' }];
    const mot = text.slice(index, end).trimEnd();
    return found('etiquette-yaml', [index, index + mot.length], sentences.directive({ mot }), { fix });
  });
}
