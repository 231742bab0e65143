import { COLLECTION_STYLE, type Event, type MappingEvent, type SequenceEvent } from 'js-yaml';
import type { Shape } from '../model/shape.ts';
import { personalSpans } from '../words/escape.ts';
import { quoted } from '../words/quote.ts';
import { withoutComment } from './entry.ts';
import { type Found, found, type More, type Span } from './found.ts';
import { lineStarts, placeAt } from './place.ts';
import { sentences } from './sentences.ts';
import { cutByColon, quoteFix, swallowed, withHash } from './traps.ts';

/** Where the reading has come to; `path` is the pointer of the node being read. */
export interface Reader {
  readonly text: string;
  readonly events: readonly Event[];
  readonly aliases: ReadonlySet<string>;
  readonly findings: Found[];
  readonly path: (string | number)[];
  at: number;
  /** End of the last token read: where to look for a closing bracket or a comment. */
  end: number;
  /** Where lines start, once that was asked for. */
  starts?: readonly number[];
}

/** A key as it is read, and the characters that it takes up. */
export interface Key {
  readonly name: string;
  readonly span: Span;
}

/** A node that may carry an anchor or a tag. */
export type Marked = Event & {
  readonly anchorStart: number;
  readonly anchorEnd: number;
  readonly tagStart: number;
  readonly tagEnd: number;
};

/** Adds a finding at the node being read. */
export function tell(reader: Reader, rule: string, span: Span, message: Found['message'], more: More = {}): void {
  const pointer = reader.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  reader.findings.push(found(rule, span, message, { pointer, ...more }));
}

/** The name of an anchor or of an alias, without its sign. */
export function anchorOf(text: string, event: { readonly anchorStart: number; readonly anchorEnd?: number }): string {
  return event.anchorStart < 0 ? '' : text.slice(event.anchorStart, event.anchorEnd);
}

/** A no-break space that touches a plain key; a key over several lines reads otherwise than it is typed, and is fine. */
export function tellNoBreakSpace(reader: Reader, cle: string, span: Span): void {
  const typedKey = reader.text.slice(...span);
  const [start, end] = span;
  const hasColon = /^\s*:/.test(reader.text.slice(end));
  if (typedKey.trim() !== cle || !hasColon) return;
  // Signs alone (`|@`) are no key that anyone meant.
  const fix = /[\p{L}\d]/u.test(cle) && [{ start, end, text: cle }];
  tell(reader, 'yaml-illisible', span, sentences.cleInsecable({ cle }), { part: 'key', ...(fix && { fix }) });
}

/** The same key twice in one map: told at the second, with the place of the first. */
export function tellDouble(reader: Reader, { name, span }: Key, first: Span): void {
  reader.starts ??= lineStarts(reader.text);
  const { line } = placeAt(reader.text, ...first, reader.starts);
  tell(reader, 'cle-en-double', span, sentences.doublon({ cle: name, ligne: line }), {
    part: 'key',
    related: [{ span: first, message: sentences.doublonAutre({ cle: name }) }],
  });
}

/**
 * A key without a value means “unknown”, and nothing is said; unless its text is all comment (`titre: #1 des enjeux`), or
 * it must have a value, or no such key may be there.
 * @param holder the shape of the map; `shape` that of the value
 */
export function emptyKey(reader: Reader, { name, span }: Key, holder: Shape, shape: Shape): void {
  const warning = shape.prose && reader.end === span[1] && swallowed(reader.text, span, /^[ \t]*:[ \t]+(?=#\S)/);
  if (warning) tell(reader, 'diese', warning.span, warning.message, { severity: 'warning', ...warning.more });
  else if (holder.required?.includes(name))
    tell(reader, 'cle-manquante', span, sentences.cleSansValeur({ cle: name }), { part: 'key' });
  else if (holder.names && !holder.names.includes(name))
    tell(reader, 'code-inconnu', span, sentences.nomInconnu({ cle: name, noms: holder.names.join(', ') }), {
      part: 'key',
    });
}

/**
 * Within braces, a key that has no value nor the colon to announce one: `{elus:14}` reads as a key « elus:14 ».
 * @returns the key and the value that were meant, where a space is all that lacks
 */
export function valueless(
  reader: Reader,
  { name, span }: Key,
): { readonly name: string; readonly value: string } | undefined {
  const { text } = reader;
  if (/^["']/.test(text.slice(...span)) || !/^\s*[,}]/.test(text.slice(span[1], span[1] + 1000))) return undefined;
  const [, cle, value] = /^([\p{L}\d_-]+):([^\s/].*)$/su.exec(name) ?? [];
  if (cle === undefined || value === undefined) {
    tell(reader, 'deux-points', span, sentences.sansDeuxPoints({ cle: name }), { part: 'key' });
    return undefined;
  }
  reader.path[reader.path.length - 1] = cle;
  const at = span[0] + cle.length;
  const fix = [{ start: at + 1, end: at + 1, text: ' ' }];
  tell(reader, 'deux-points', [at, at + 1], sentences.deuxPointsColle({ cle }), { fix });
  return { name: cle, value };
}

/** `[03127 Hérisson; 03185 Montluçon]`: one item, where a list of codes holds two: neither of them is read. */
export function semicolons(reader: Reader, item: string, shape: Shape): boolean {
  if (!item.includes(';') || shape.prose || shape.scalar === undefined) return false;
  const start = reader.end - item.length;
  const asTyped = reader.text.slice(start, reader.end) === item;
  const [first, ...more] = item.matchAll(/;/g);
  if (!asTyped || !first) return false;
  const fix = [first, ...more].map(({ index }) => ({ start: start + index, end: start + index + 1, text: ',' }));
  const at = start + first.index;
  tell(reader, 'crochets', [at, at + 1], sentences.pointVirgule(), { fix });
  return true;
}

/**
 * One value where a list of them stands, or one number where numbers by name do: what is meant is certain.
 * @returns that list, its items as typed, or that number by its name; nothing where the scalar may stand
 */
export function asHolder(
  reader: Reader,
  token: Span,
  shape: Shape,
  plain: boolean,
): readonly string[] | { readonly total: string } | undefined {
  if (shape.scalar !== undefined || shape.keys) return undefined;
  const raw = reader.text.slice(...token);
  // How to reach a person is told by its own rule, and is written nowhere else.
  if (/[\r\n]/.test(raw) || personalSpans(raw).length > 0) return undefined;
  const counted = shape.names?.includes('total') && /^~?\d+(?:\.\d+)?$/.test(raw);
  const { items } = shape;
  const listed = items?.scalar !== undefined && !items.keys && !shape.others;
  if (!counted && !listed) return undefined;
  const parts = plain ? itemsIn(raw, items ?? {}) : [raw];
  const bon = counted ? `{total: ${raw}}` : `[${parts.map((part) => (plain ? inFlow(part) : part)).join(', ')}]`;
  const message = counted ? sentences.totalAttendu({ bon }) : sentences.listeAttendue({ bon });
  const [start, end] = token;
  tell(reader, 'forme-attendue', token, message, { fix: [{ start, end, text: bon }] });
  return counted ? { total: raw } : plain ? parts : [raw.slice(1, -1)];
}

/**
 * One line where keys stand, that was meant as the only one of them: `debut:2029`, `debut 2029`.
 * @returns its key and the text of its value; nothing where the line is no such thing
 */
export function asEntry(
  reader: Reader,
  token: Span,
  shape: Shape,
): { readonly name: string; readonly value: string } | undefined {
  const [start] = token;
  const [, name = '', sign = '', value = ''] =
    /^([a-z][a-z\d_-]*)(:| +)(\S[^\r\n]*)$/.exec(reader.text.slice(...token)) ?? [];
  if (!shape.keys || !Object.hasOwn(shape.keys, name)) return undefined;
  const at = start + name.length;
  const glued = sign === ':';
  const fix = [{ start: at + (glued ? 1 : 0), end: at + sign.length, text: glued ? ' ' : ': ' }];
  if (glued) tell(reader, 'deux-points', [at, at + 1], sentences.deuxPointsColle({ cle: name }), { fix });
  else tell(reader, 'yaml-illisible', token, sentences.sansCle(), { fix });
  return { name, value };
}

/** Ids are parted by commas or semicolons, and so are codes that all begin by a digit; a name or a text may hold both. */
function itemsIn(raw: string, { prose }: Shape): readonly string[] {
  const parts = raw.split(/\s*[,;]\s*/);
  const several = parts.every((part) => /^\S+$/.test(part)) || parts.every((part) => /^\d/.test(part));
  return parts.length > 1 && (prose || !several) ? [raw] : parts;
}

/** Between brackets, a comma or a bracket would part a text. */
function inFlow(item: string): string {
  return /[[\]{},]|:$/.test(item) ? quoted(item) : item;
}

/** An item of a list that holds nothing; `before` is where the item before it ended. */
export function emptyItem(reader: Reader, before: number): void {
  const { text } = reader;
  const word = reader.end > before ? /(?:~|null)$/.exec(text.slice(before, reader.end))?.[0] : undefined;
  const dash = text.slice(before).search(/(?<=(?:^|[\r\n])[ \t]*(?:-[ \t]+)*)-(?=\s|$)/);
  const at = word ? reader.end - word.length : before + Math.max(dash, 0);
  const end = Math.min(at + (word?.length ?? 1), text.length);
  tell(reader, 'element-vide', [at, end], sentences.elementVide());
  // The next empty item is looked for after this one.
  reader.end = Math.max(reader.end, end);
}

/** Tells the tag and the anchor of a node. */
export function tellMark(reader: Reader, event: Marked, part: 'key' | 'value'): void {
  const { text } = reader;
  if (event.tagStart >= 0) {
    const mot = text.slice(event.tagStart, event.tagEnd);
    tell(reader, 'etiquette-yaml', [event.tagStart, event.tagEnd], sentences.etiquette({ mot }), { part });
  }
  if (event.anchorStart >= 0) {
    const span: Span = [event.anchorStart - 1, event.anchorEnd];
    tell(reader, 'ancre-ou-alias', span, sentences.ancre({ mot: text.slice(...span) }), { part });
  }
}

/** A list or map where only a free text makes sense: `[Projet]`, `{x}`, `- Caen : la ville`; what was typed is the text. */
export function textInstead(
  reader: Reader,
  event: MappingEvent | SequenceEvent,
  before: number,
  shape: Shape,
): string | undefined {
  const { text } = reader;
  const bracketed = '[{'.includes(text[event.start] ?? ' ');
  const block = event.style === COLLECTION_STYLE.BLOCK;
  const span: Span = [event.start, block ? endOfWords(text, event.start, reader.end) : reader.end];
  const raw = text.slice(...span);
  if (/[\r\n]/.test(raw)) return undefined;
  if (bracketed) {
    reader.findings.length = before;
    // A code, an id or a date never starts with a bracket: a list was typed, and the schema says that it may not be one.
    if (shape.prose) return asText(reader, span);
    // Only the list is at fault: its one item, as typed, is what was meant.
    const bon = /^\[\s*([^\s,;:#"'[\]{}](?:[^,;:#"'[\]{}]*[^\s,;:#"'[\]{}])?)\s*\]$/.exec(raw)?.[1];
    if (bon !== undefined && personalSpans(bon).length === 0)
      tell(reader, 'forme-attendue', span, sentences.uneSeule({ bon }), {
        fix: [{ start: span[0], end: span[1], text: bon }],
      });
    return undefined;
  }
  const colon = cutByColon(text, span);
  if (colon === undefined) return undefined;
  reader.findings.length = before;
  tell(reader, 'deux-points', [colon.at, colon.at + 1], sentences.deuxPoints(), { fix: quoteFix(text, colon.span) });
  return text.slice(...colon.span);
}

/** Tells that a text starts with a sign of YAML, and reads it as the text that it is. */
export function asText(reader: Reader, token: Span): string {
  const { text } = reader;
  const span = withHash(text, token);
  const signe = text[span[0]] ?? '';
  tell(reader, 'crochets', [span[0], span[0] + 1], sentences.signe({ signe }), { fix: quoteFix(text, span) });
  return text.slice(...span);
}

/** A map that is no bracket goes on to the end of its line, a comment apart. */
function endOfWords(text: string, start: number, end: number): number {
  const line = /^[^\r\n]*/.exec(text.slice(start, end + 1000))?.[0] ?? '';
  return Math.max(end, start + withoutComment(line).length);
}

/** `15.756`: three decimals of a number that is more than one may be a number of thousands. */
export function thousands(reader: Reader, token: Span, typed: string): void {
  if (!/^-?[1-9]\d{0,2}\.\d{3}$/.test(typed)) return;
  const words = { typed, lu: typed.replace('.', ','), milliers: typed.replace('.', '') };
  tell(reader, 'milliers-ou-decimales', token, sentences.milliers(words), { severity: 'warning' });
}
