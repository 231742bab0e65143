/** A date as far as it is known: from its first day to the end of its last, in years. */
export interface Moment {
  readonly from: number;
  readonly to: number;
  /** How far it is known. */
  readonly grain: 'annee' | 'mois' | 'jour';
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * A date as a stretch of time: a year is long, a day short.
 * @param date AAAA, AAAA-MM or AAAA-MM-JJ
 * @returns null for anything else
 */
export function momentOf(date: unknown): Moment | null {
  const [, y, m, d] = (typeof date === 'string' ? /^~?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) : null) ?? [];
  if (y === undefined) return null;
  const year = Number(y);
  if (m === undefined) return { from: year, to: year + 1, grain: 'annee' };
  const month = Number(m) - 1;
  const days = DAYS[month];
  if (days === undefined) return null;
  if (d === undefined) return { from: year + month / 12, to: year + (month + 1) / 12, grain: 'mois' };
  const day = Math.min(Number(d), days) - 1;
  if (day < 0) return null;
  const at = (days_: number): number => year + (month + days_ / days) / 12;
  return { from: at(day), to: at(day + 1), grain: 'jour' };
}

/** Time laid across a figure. */
export interface Axe {
  readonly debut: number;
  readonly fin: number;
  readonly x: (moment: number) => number;
  /** The years that are written. */
  readonly ans: readonly number[];
}

/**
 * Whole years across a figure.
 * @param moments at least one
 * @param x0 left
 * @param x1 right
 */
export function axeOf(moments: readonly Moment[], x0: number, x1: number): Axe {
  // Not spread: there may be thousands.
  const debut = Math.floor(moments.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY));
  const fin = Math.ceil(moments.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY) - 1e-9);
  const unit = (x1 - x0) / (fin - debut);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => years * unit >= 34) ?? 2000;
  const first = Math.ceil(debut / step) * step;
  const count = Math.max(0, Math.ceil((fin - first) / step));
  return {
    ...{ debut, fin },
    x: (moment) => x0 + (moment - debut) * unit,
    ans: Array.from({ length: count }, (_, n) => first + n * step),
  };
}
