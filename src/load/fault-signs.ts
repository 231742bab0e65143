import { quoted } from '../words/quote.ts';
import type { Text } from '../words/text.ts';
import { type Entry, entryOf, type Line, ownerOf } from './entry.ts';
import { tooDeep } from './fault-lines.ts';
import type { Span } from './found.ts';
import { type Cause, inValue, type Scene } from './scene.ts';
import { sentences } from './sentences.ts';
import { quoteFix } from './traps.ts';

const blockHeader = /^[|>](?:[-+]?[1-9]?|[1-9][-+])$/;

/** A text that starts with a sign of YAML and goes on as a text: `[Projet] Habiter`, `> 500 habitants`, `@mairie`. */
export function sign({ text, owner, value, fault, line }: Scene): Cause | undefined {
  const raw = text.slice(...value);
  const signe = raw[0] ?? '';
  const [at] = value;
  if (owner.start !== line.start || fault.position < at) return undefined;
  const span: Span = [at, at + 1];
  if (/^-(?:\s|$)/.test(raw)) return inValue('crochets', span, sentences.tiretSurLaLigne(), value);
  if ((signe === '[' || signe === '{') && fault.position < at + matching(raw)) return undefined;
  if (!/^[[{\]}&*!|>@`%,?]/.test(raw) || blockHeader.test(raw)) return undefined;
  if ((signe === '[' || signe === '{') && matching(raw) === raw.length) return undefined;
  if (/^[[{]/.test(raw) && /^[\]}]/.test(text.slice(fault.position))) {
    const message = sentences.crochetFerme({ signe: text[fault.position] ?? '' });
    const span: Span = [fault.position, fault.position + 1];
    const cause = inValue('crochets', span, message, value);
    const start = text.slice(0, span[0]).trimEnd().length;
    return { ...cause, heal: [{ start, end: span[1], text: '' }] };
  }
  return inValue('crochets', span, sentences.signe({ signe }), value, quoteFix(text, value));
}

/** Length of the list or block that opens a text, its closing bracket included; all of the text when it never closes. */
function matching(raw: string): number {
  return closing(raw) ?? raw.length;
}

function closing(raw: string): number | undefined {
  let depth = 0;
  for (const [index, letter] of [...raw].entries()) {
    if (letter === '[' || letter === '{') depth++;
    if (letter === ']' || letter === '}') depth--;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** What goes wrong between brackets or braces: a colon, a quotation mark, a comma, or no closing. */
export function flow(scene: Scene): Cause | undefined {
  const { text, fault, value } = scene;
  if (/^(?:deficient|unexpected end of the stream within a flow)/.test(fault.reason)) return neverClosed(scene);
  const at = fault.position;
  const span: Span = [at, at + 1];
  if (fault.reason.startsWith('expected the node content')) return loneComma(text, at, value);
  if (!fault.reason.startsWith('missed comma')) return undefined;
  const item = itemAround(text, at);
  const commas = text[at] === ':' ? withCommas(text.slice(...item)) : undefined;
  if (commas) {
    const sign = item[0] + commas.at;
    const fix = [{ start: item[0], end: item[1], text: commas.text }];
    return inValue('crochets', [sign, sign + 1], sentences.pointVirgule(), item, fix);
  }
  if (text[at] === ':') return inValue('deux-points', span, sentences.deuxPoints(), item, quoteFix(text, item));
  const raw = text.slice(...item);
  if (/^["']/.test(raw) && !/["'\s]/.test(text[at] ?? '') && !/\s/.test(text[at - 1] ?? '')) {
    const end = raw.endsWith(raw[0] ?? '') ? item[1] - 1 : item[1];
    const fix = [{ start: item[0], end: item[1], text: quoted(text.slice(item[0] + 1, end)) }];
    return inValue('apostrophe', [item[0], item[0] + 1], sentences.apostrophe({ signe: raw[0] ?? '' }), item, fix);
  }
  return inValue('crochets', span, sentences.virgule(), item);
}

/** `[b,, c]`: without the comma the items are those that were meant. */
function loneComma(text: string, at: number, value: Span): Cause {
  const cover: Span = [value[0], Math.max(value[1], at + 1)];
  const cause = inValue('crochets', [at, at + 1], sentences.virguleSeule(), cover);
  return text[at] === ',' ? { ...cause, heal: [{ start: at, end: at + 1, text: '' }] } : cause;
}

/** `14; techniciens: 9`: a semicolon between two keys, none that a text may hold (« un ; deux : trois »). */
function withCommas(raw: string): { readonly at: number; readonly text: string } | undefined {
  const betweenKeys = /(?<=\S);(?=\s*[a-z][a-z\d_-]*:\s)/g;
  const at = raw.search(betweenKeys);
  return at < 0 ? undefined : { at, text: raw.replace(betweenKeys, ',') };
}

/** One item between commas and brackets, or the value of a pair. */
function itemAround(text: string, at: number): Span {
  const before = text.slice(0, at);
  const pair = inBraces(before) ? before.lastIndexOf(': ') + 1 : -1;
  const cut = Math.max(...[',', '[', '{'].map((sign) => before.lastIndexOf(sign)), pair);
  const start = cut + 1 + (before.slice(cut + 1).length - before.slice(cut + 1).trimStart().length);
  const rest = text.slice(at).search(/[,\]}\r\n]/);
  const end = rest < 0 ? text.length : at + rest;
  return [start, start + text.slice(start, end).trimEnd().length];
}

/** True when the innermost bracket still open is a brace, where `: ` parts a key from its value. */
function inBraces(before: string): boolean {
  let closed = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const letter = before[at];
    if (letter === ']' || letter === '}') closed++;
    if ((letter === '[' || letter === '{') && closed-- === 0) return letter === '{';
  }
  return false;
}

function neverClosed({ lines, index }: Scene): Cause | undefined {
  for (let at = index; at >= 0; at--) {
    const one = lines[at];
    const entry = one && entryOf(one);
    if (!entry || !/^[[{]/.test(entry.value) || closing(entry.value) !== undefined) continue;
    const signe = entry.value[0] ?? '';
    const start = entry.valueStart;
    const last = lastOf(lines, at, entry);
    const end = last.start + last.text.trimEnd().length;
    const fin = signe === '[' ? ']' : '}';
    const message = sentences.crochetOuvert({ signe, fin });
    const cause = inValue('crochets', [start, start + 1], message, [start, Math.max(end, start + 1)]);
    return { ...cause, heal: [{ start: end, end, text: fin }] };
  }
  return undefined;
}

/** The last line of what an entry opens: the one before the next that starts something beside it, or above. */
function lastOf(lines: Scene['lines'], index: number, { column, ...own }: Entry): Line {
  let last: Line = own;
  for (const line of lines.slice(index + 1)) {
    const { key, dashes, indent } = entryOf(line);
    if ((key !== undefined || dashes) && indent <= column) break;
    if (line.text.trim() !== '') last = line;
  }
  return last;
}

/** `titre: Habiter l'orée : des bourgs`: a colon and a space end what can be a key, never a plain text. */
export function colon({ text, fault, owner, value, lines, index, line }: Scene): Cause | undefined {
  const at = fault.position;
  if (text[at] !== ':') return undefined;
  const span: Span = [at, at + 1];
  if (at >= value[0]) {
    const whole: Span = [value[0], endOfText(text, lines, index, owner.indent, value[1])];
    return inValue(
      'deux-points',
      span,
      sentences.deuxPointsCoupe({ quoi: whatIsCut(owner.key) }),
      whole,
      quoteFix(text, whole),
    );
  }
  const above = ownerOf(lines, index - 1)?.entry;
  if (!above || above.value === '' || above.indent >= owner.indent || /^["'[{|>]/.test(above.value)) return undefined;
  const whole: Span = [above.valueStart, line.start + line.text.trimEnd().length];
  if (/^[a-z][a-z\d_]*$/.test(owner.key ?? '') && text[at - 1] !== ' ')
    return tooDeep(text, lines, index, owner, above.column);
  return inValue(
    'deux-points',
    span,
    sentences.deuxPointsCoupe({ quoi: whatIsCut(above.key) }),
    whole,
    quoteFix(text, whole),
  );
}

function whatIsCut(key: string | undefined): Text {
  return key === 'titre' ? { fr: 'le titre', en: 'the title' } : { fr: 'le texte', en: 'the text' };
}

/** A text goes on over the lines below that are indented further and start nothing. */
function endOfText(text: string, lines: Scene['lines'], index: number, indent: number, end: number): number {
  let last = end;
  for (const line of lines.slice(index + 1)) {
    const entry = entryOf(line);
    if (
      line.text.trim() === '' ||
      entry.indent <= indent ||
      entry.dashes ||
      /^\s*[a-z][a-z\d_]*:(?:\s|$)/.test(line.text)
    )
      break;
    last = line.start + line.text.trimEnd().length;
  }
  return text.slice(0, last).trimEnd().length;
}
