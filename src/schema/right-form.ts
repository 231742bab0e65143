import { folded } from '../words/slug.ts';
import type { Schema } from './json-schema.ts';

/**
 * What people write in French for a date, a number, a yes or a no, as the format writes it.
 * @param schema the node that describes the place, its `$ref` followed; `value` what was typed there
 * @returns the right writing, or null when what was meant is not certain
 */
export function rightForm(schema: Schema, value: string): string | null {
  const types = [schema.type ?? []].flat();
  const text = value.normalize('NFC').trim();
  const mark = schema['x-atelier'];
  if (mark?.code !== undefined) return fits(schema, codeIn(mark.code, text));
  if (mark?.texte === 'date') return fits(schema, dateIn(text));
  if (mark?.texte === 'url')
    return fits(schema, /^(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text) ? `https://${text}` : null);
  if (types.includes('boolean')) return truth[folded(text)] ?? null;
  if (!types.includes('number') && !types.includes('integer')) return null;
  const number = numberIn(schema, text);
  return number?.whole ? number.right : null;
}

/**
 * What was most likely meant where it is not certain: the century of `16/9/24`, the season of `automne 2024`, the day of
 * `2024-09-16 14h30`, the number of `60 %`, whose unit goes elsewhere, the zero that a spreadsheet took from `3127 Hérisson`.
 * @returns a writing to propose, never to put in the place of the author's
 */
export function likelyForm(schema: Schema, value: string): string | null {
  const text = value.normalize('NFC').trim();
  const mark = schema['x-atelier'];
  const short = /^(\d{4})((?: .+)?)$/.exec(text);
  if (mark?.code === 'commune') return fits(schema, short ? `0${text}` : null);
  const types = [schema.type ?? []].flat();
  if (types.includes('number') || types.includes('integer')) return numberIn(schema, text)?.right ?? null;
  if (mark?.texte !== 'date') return null;
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/.exec(text);
  if (numbers) return fits(schema, iso(`20${numbers[3]}`, numbers[2], numbers[1]));
  // The month first, as in America: only where the day cannot be a month.
  const turned = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (turned) return fits(schema, iso(turned[3], turned[1], turned[2]));
  const hour = /^(.*\d{4}.*?)(?:T| |, | à )\d{1,2}(?:h|:)\d{0,2}(?:[:.Z+]\S*)?$/.exec(text);
  if (hour) return fits(schema, dateIn(hour[1] ?? ''));
  return fits(schema, /^[^\d]+ (\d{4})$/.exec(text)?.[1] ?? null);
}

/** A code as a spreadsheet or a list of names gives it: `240 300 566 CC…`, a SIRET, `Hérisson (03127)`, `2a004 Ajaccio`, `3 Allier`. */
function codeIn(code: string, text: string): string | null {
  const grouped =
    /^(\d{3})[ .\u00a0\u202f]?(\d{3})[ .\u00a0\u202f]?(\d{3})(?:[ .\u00a0\u202f]?\d{5})?(?!\d)(?:[ ,:-]+(.+))?$/u.exec(
      text,
    );
  if (grouped && (code === 'epci' || code === 'territoire')) return named(grouped.slice(1, 4).join(''), grouped[4]);
  const after = /^(.+?) ?\(((?:\d|2[ab])\d{1,8})\)$/iu.exec(text);
  if (after) return named(after[2] ?? '', after[1]);
  const glued = /^(2[ab]\d{3}|\d{5}|2[ab])(?:[ ,:-]+(.+)|(\p{L}.*))?$/iu.exec(text);
  if (glued) return named(glued[1] ?? '', glued[2] ?? glued[3]);
  const lone = /^\d(?= |$)/.test(text) && (code === 'departement' || code === 'region');
  return lone ? `0${text}` : null;
}

function named(code: string, name: string | undefined): string {
  return name === undefined ? code.toUpperCase() : `${code.toUpperCase()} ${name}`;
}

const truth: Readonly<Record<string, string>> = {
  oui: 'true',
  vrai: 'true',
  yes: 'true',
  true: 'true',
  non: 'false',
  faux: 'false',
  no: 'false',
  false: 'false',
};

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

/** `sept.`, `janv`, `fév.`: three letters or more are enough, but for those that two months share. */
function monthOf(word: string): number {
  const begun = months.filter((month) => month.startsWith(word));
  return word.length > 2 && begun.length === 1 ? months.indexOf(begun[0] ?? '') + 1 : 0;
}

/** `30/01/2017`, `30 janvier 2017`, `janvier 2017`, `2017/01/30`, `2017-1-5`: the day comes first, as in France. */
function dateIn(text: string): string | null {
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (numbers) return iso(numbers[3], numbers[2], numbers[1]);
  const month = /^(\d{1,2})[/.](\d{4})$/.exec(text);
  if (month) return iso(month[2], month[1]);
  const turned = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/.exec(text);
  if (turned) return iso(turned[1], turned[2], turned[3]);
  const words = /^(?:le )?(?:(\d{1,2}|1er) )?([a-z]+)\.? (\d{4})$/.exec(folded(text).replace(/\s+/g, ' '));
  const rank = monthOf(words?.[2] ?? '');
  return words && rank > 0 ? iso(words[3], String(rank), words[1]?.replace('er', '')) : null;
}

/** Null where the calendar has no such day: 31 September. */
function iso(...parts: readonly (string | undefined)[]): string | null {
  const [year, month, day] = parts.map(Number);
  const last = new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate();
  if (parts[2] !== undefined && !(Number(day) >= 1 && Number(day) <= last)) return null;
  return parts.flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
}

/** A number as it is typed, and whether nothing of what was typed is lost by writing it as the format wants it. */
interface Typed {
  readonly right: string;
  readonly whole: boolean;
}

/** `90 000 €`, `1 234,5`, `98.500,00`, `environ 60`, `≈ 60`, `~ 60`, `90 k€`, `0,5`. A comma is a decimal one, as in France. */
function numberIn(schema: Schema, text: string): Typed | null {
  const spaced = folded(text).replace(/[\s\u00a0\u202f]+/g, ' ');
  // Points between thousands are certain where there are two, or where a comma follows them.
  const plain = spaced.replace(/\b\d{1,3}(?:(?:\.\d{3})+(?=,\d)|(?:\.\d{3}){2,}(?!\d))/, (digits) =>
    digits.replaceAll('.', ''),
  );
  const read =
    /^([~≈] ?|environ |env\.? |pres de |about )?(-?\d{1,3}(?: \d{3})+|-?\d+)(?:[,.](\d+))? ?(k€|m€|€|euros?|eur|%|etp|m2|m²|ha)?( (?:ht|ttc))?$/.exec(
      plain,
    );
  if (!read) return null;
  const [, about, whole = '', decimals, unit, tax] = read;
  const factor = unit === 'k€' ? 1e3 : unit === 'm€' ? 1e6 : 1;
  const number = Number(`${whole.replaceAll(' ', '')}.${decimals ?? '0'}`) * factor;
  // Beyond that digits would be lost; and 1.500 may be a thousand and a half or fifteen hundred.
  if (!Number.isSafeInteger(Math.round(number * 1000)) || (decimals?.length === 3 && !text.includes(','))) return null;
  const written = String(Math.round(number * 1e6) / 1e6);
  const approximate = [schema.type ?? []].flat().includes('string');
  if (about !== undefined && !approximate) return null;
  const right = fits(schema, about === undefined ? written : `~${written}`);
  const implied = unit === undefined || units[schema['x-atelier']?.unite ?? '']?.test(unit) === true;
  return right === null ? null : { right, whole: implied && tax === undefined };
}

/** What people write for the unit that a key already says. */
const units: Readonly<Record<string, RegExp>> = { EUR: /^(?:[km]?€|euros?|eur)$/, ETP: /^etp$/, 'm²': /^m[2²]$/ };

/** `98.500`: the two numbers that it may be; null for any other writing. */
export function twoReadings(schema: Schema, value: string): readonly [decimal: string, thousands: string] | null {
  const types = [schema.type ?? []].flat();
  const [, whole, decimals] = /^(-?[1-9]\d{0,2})\.(\d\d0)$/.exec(value.trim()) ?? [];
  if (whole === undefined || decimals === undefined || !types.some((type) => type === 'number' || type === 'integer'))
    return null;
  return [String(Number(value)), `${whole}${decimals}`];
}

/** A right form that would not match its schema is none. */
export function fits(schema: Schema, right: string | null): string | null {
  if (right === null) return null;
  if (schema.enum) return schema.enum.includes(right) ? right : null;
  const types = [schema.type ?? []].flat();
  if (/^-?[\d.]+$/.test(right) && (types.includes('number') || types.includes('integer'))) {
    const number = Number(right);
    const inside = number >= (schema.minimum ?? -Infinity) && number <= (schema.maximum ?? Infinity);
    return inside && (!types.includes('integer') || Number.isInteger(number)) ? right : null;
  }
  return schema.pattern === undefined || new RegExp(schema.pattern).test(right) ? right : null;
}
