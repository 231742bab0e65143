import type { Langue, Text } from './text.ts';

const NARROW = '\u202f';
const NBSP = '\u00a0';

/**
 * A number as people read it: `16 566`, `6,8` in French, `16,566`, `6.8` in English; `~60` becomes « environ 60 ».
 * @param value a number, or as it is typed in a dossier (`60`, `~60`, `1234.5`); any other text is given back as it is
 * @param langue the reader's language
 * @returns the number, grouped by thousands with no-break spaces in French
 */
export function nombre(value: number | string, langue: Langue): string {
  const typed = typeof value === 'number' ? plain(value) : value.trim();
  const read = /^(~?)\s*(-?)(\d+)(?:[.,](\d+))?$/.exec(typed);
  if (read === null) return String(value);
  const [, about = '', minus = '', whole = '', fraction] = read;
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, langue === 'fr' ? NARROW : ',');
  const number = `${minus === '' ? '' : '−'}${groups}${fraction === undefined ? '' : (langue === 'fr' ? ',' : '.') + fraction}`;
  if (about === '') return number;
  return langue === 'fr' ? `environ ${number}` : `about ${number}`;
}

/** Digits only: `1e21` and NaN have no reading here and come back as they are. */
function plain(value: number): string {
  return Number.isFinite(value) ? String(value) : '';
}

/**
 * An amount in euros: `90 000 €`, `€90,000`; approximate ones keep their « environ ».
 * @param value a number, or as it is typed in a dossier
 * @param langue the reader's language
 * @returns the amount with its sign
 */
export function euros(value: number | string, langue: Langue): string {
  const number = nombre(value, langue);
  if (langue === 'fr') return `${number}${NBSP}€`;
  return number.startsWith('about ') ? `about €${number.slice('about '.length)}` : `€${number}`;
}

/**
 * A number and the noun that it counts: `1 commune`, `7 communes`; in French 0 and 1,5 are singular.
 * @param count how many, exact
 * @param one the noun when there is one
 * @param many the noun when there are several
 * @param langue the reader's language
 * @returns both, joined by a no-break space
 */
export function compte(count: number, one: Text, many: Text, langue: Langue): string {
  const singular = langue === 'fr' ? Math.abs(count) < 2 : count === 1;
  return `${nombre(count, langue)}${NBSP}${(singular ? one : many)[langue]}`;
}

/**
 * How much of a statistic is known: `3 connus sur 7`.
 * @param known how many values are known
 * @param total out of how many
 * @param langue the reader's language
 * @param feminine for feminine nouns in French
 * @returns the phrase that stands under each statistic
 */
export function connus(known: number, total: number, langue: Langue, feminine = false): string {
  if (langue === 'en') return `${nombre(known, langue)} known out of ${nombre(total, langue)}`;
  const word = `connu${feminine ? 'e' : ''}${known < 2 ? '' : 's'}`;
  return `${nombre(known, langue)}${NBSP}${word} sur ${nombre(total, langue)}`;
}
