/** True for a date of the format, to the day, month or year, that is in the calendar. */
export function isDate(typed: unknown): typed is string {
  if (typeof typed !== 'string') return false;
  const [, year = '', month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(typed) ?? [];
  return year !== '' && (day === undefined || (day >= '01' && Number(day) <= daysOf(Number(year), Number(month))));
}

/** The days of a month, from 1. */
export function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Which of two dates comes first, as far as both are known: a month is not before one of its days. */
export function order(one: string, other: string): number {
  const known = Math.min(one.length, other.length);
  const [a, b] = [one.slice(0, known), other.slice(0, known)];
  return a < b ? -1 : a > b ? 1 : 0;
}
