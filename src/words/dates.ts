import type { Langue } from './text.ts';

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const NBSP = '\u00a0';

interface Day {
  readonly year: string;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/**
 * A date as people read it: `2017-01-30` → « 30 janvier 2017 », `2017-01` → « janvier 2017 », `2017` → « 2017 ».
 * @param date AAAA, AAAA-MM or AAAA-MM-JJ, perhaps after `~`; anything else is given back as it is
 * @param langue the reader's language
 * @returns the date in words
 */
export function dateLisible(date: string, langue: Langue): string {
  const about = date.startsWith('~');
  const read = parse(about ? date.slice(1) : date);
  if (read === null) return date;
  const words = written(read, langue);
  if (!about) return words;
  return langue === 'fr' ? `vers ${words}` : `about ${words}`;
}

/**
 * A span of time, as short as stays clear: « du 1er au 3 mars 2017 », « de janvier à mars 2017 », « de 2016 à 2018 ».
 * @param debut the first day, month or year; undefined when unknown
 * @param fin the last one; undefined when unknown, or when all happens at `debut`
 * @param langue the reader's language
 * @returns the span in words; '' when nothing is known
 */
export function periode(debut: string | undefined, fin: string | undefined, langue: Langue): string {
  if (debut === undefined) {
    if (fin === undefined) return '';
    return langue === 'fr' ? until(fin) : `until ${dateLisible(fin, langue)}`;
  }
  if (fin === undefined || fin === debut) return dateLisible(debut, langue);
  const from = parse(debut);
  const to = parse(fin);
  if (from === null || to === null) return `${dateLisible(debut, langue)} – ${dateLisible(fin, langue)}`;
  // « du 30 janvier 2017 à 2017 » says nothing: the end lies somewhere in the year of the start.
  if (debut.startsWith(`${fin}-`)) {
    return `${dateLisible(debut, langue)} – ${langue === 'fr' ? 'courant' : 'later in'} ${fin}`;
  }
  const start = shortened(from, to);
  return langue === 'fr' ? frenchSpan(start, to) : englishSpan(start, to);
}

/** What the start still has to say beside the end: not the same year twice, nor the same month. */
function shortened(from: Day, to: Day): Day {
  if (from.month === undefined || to.month === undefined || from.year !== to.year) return from;
  if (from.month === to.month && from.day !== undefined && to.day !== undefined) {
    return { year: '', month: undefined, day: from.day };
  }
  return { ...from, year: '' };
}

function frenchSpan(from: Day, to: Day): string {
  const start = written(from, 'fr');
  const opening = from.day !== undefined ? `du ${start}` : /^[ao]/.test(start) ? `d’${start}` : `de ${start}`;
  return `${opening} ${to.day !== undefined ? 'au' : 'à'} ${written(to, 'fr')}`;
}

function englishSpan(from: Day, to: Day): string {
  const start = written(from, 'en');
  const dash = /\D/.test(start) && start.includes(NBSP) ? ' – ' : '–';
  return `${start}${dash}${written(to, 'en')}`;
}

function until(fin: string): string {
  const read = parse(fin);
  return `${read?.day === undefined ? 'jusqu’à' : 'jusqu’au'} ${dateLisible(fin, 'fr')}`;
}

/** The day stays with its month: a line never breaks between them. */
function written(date: Day, langue: Langue): string {
  const month = date.month === undefined ? '' : ((langue === 'fr' ? MOIS : MONTHS)[date.month - 1] ?? '');
  const day = date.day === undefined ? '' : langue === 'fr' && date.day === 1 ? '1er' : String(date.day);
  const dayAndMonth = day !== '' && month !== '' ? `${day}${NBSP}${month}` : day + month;
  return [dayAndMonth, date.year].filter((part) => part !== '').join(' ');
}

function parse(date: string): Day | null {
  const read = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(date);
  if (read === null) return null;
  const [, year = '', month, day] = read;
  return {
    year,
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  };
}
