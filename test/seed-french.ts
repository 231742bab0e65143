import { describe, it } from 'vitest';
import type { Seed } from './seeding.ts';
import type { Site } from './seeds.ts';
import { inPlace, sow, type Wanted } from './sow.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** A day of the examples; a month or a year alone where that is asked for. */
function dated(
  site: Site,
  what: 'day' | 'month',
  write: (date: Day) => string | null,
  wanted: Omit<Wanted, 'rule'>,
): Seed | null {
  const { mark, value, plain } = site;
  const [, year = '', month = '', day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value?.text ?? '') ?? [];
  if (mark.texte !== 'date' || !plain || year === '' || (day !== undefined) !== (what === 'day')) return null;
  const typed = write({ year, month, day: day ?? '' });
  return typed === null ? null : inPlace(site, 'value', typed, { rule: 'valeur-mal-ecrite', ...wanted });
}

const back: Omit<Wanted, 'rule'> = { mends: true };
const name = (month: string): string => months[Number(month) - 1] ?? '';

describe('a date written otherwise', () => {
  const days: readonly (readonly [string, (date: Day) => string | null])[] = [
    ['30/01/2017', ({ year, month, day }) => `${day}/${month}/${year}`],
    ['30.1.2017', ({ year, month, day }) => `${day}.${Number(month)}.${year}`],
    ['30-01-2017', ({ year, month, day }) => `${day}-${month}-${year}`],
    ['2017/01/30', ({ year, month, day }) => `${year}/${month}/${day}`],
    [
      '2017-1-5',
      ({ year, month, day }) => (month < '10' && day < '10' ? `${year}-${Number(month)}-${Number(day)}` : null),
    ],
    ['30 janvier 2017', ({ year, month, day }) => `${Number(day)} ${name(month)} ${year}`],
    ['le 30 janvier 2017', ({ year, month, day }) => `le ${Number(day)} ${name(month)} ${year}`],
    [
      '30 janv. 2017',
      ({ year, month, day }) => (name(month).length < 5 ? null : `${Number(day)} ${name(month).slice(0, 4)}. ${year}`),
    ],
  ];
  it.each(days)('%s', (_, write) => {
    sow((site) => dated(site, 'day', write, back));
  });

  const wholeMonths: readonly (readonly [string, (date: Day) => string])[] = [
    ['janvier 2017', ({ year, month }) => `${name(month)} ${year}`],
    ['Janvier 2017', ({ year, month }) => `${name(month).slice(0, 1).toUpperCase()}${name(month).slice(1)} ${year}`],
    ['01/2017', ({ year, month }) => `${month}/${year}`],
  ];
  it.each(wholeMonths)('%s', (_, write) => {
    sow((site) => dated(site, 'month', write, back));
  });

  it('with the month first, as in America', () => {
    sow((site) =>
      dated(site, 'day', ({ year, month, day }) => (day > '12' ? `${month}/${day}/${year}` : null), {
        suggestion: site.value?.text ?? '',
        mends: null,
      }),
    );
  });

  it('with two digits for the year', () => {
    sow((site) =>
      dated(site, 'day', ({ year, month, day }) => `${day}/${month}/${year.slice(2)}`, {
        suggestion: site.value?.text ?? '',
        mends: null,
      }),
    );
  });

  it('with the hour', () => {
    sow((site) =>
      dated(site, 'day', ({ year, month, day }) => `${year}-${month}-${day} 14h30`, {
        suggestion: site.value?.text ?? '',
        mends: null,
      }),
    );
  });

  it('in a month that does not exist', () => {
    sow((site) => dated(site, 'day', ({ year, day }) => `${year}-13-${day}`, { suggestion: null, mends: null }));
  });

  it('on a day that does not exist', () => {
    sow((site) => {
      const seed = dated(site, 'day', ({ year }) => `${year}-02-30`, {});
      return seed && { ...seed, expected: { ...seed.expected, rule: 'date-impossible' } };
    });
  });
});

/** A number of the examples, written otherwise. */
function counted(site: Site, write: (value: number) => string | null, wanted: Omit<Wanted, 'rule'>): Seed | null {
  const { schema, value, data } = site;
  const types = [schema.type ?? []].flat();
  if (typeof data !== 'number' || value === undefined || !types.includes('number')) return null;
  const typed = write(data);
  const rule = types.includes('string') ? 'valeur-mal-ecrite' : 'forme-attendue';
  return typed === null ? null : inPlace(site, 'value', typed, { rule, ...wanted });
}

const grouped = (value: number, space: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, space);

describe('a number written otherwise', () => {
  const amounts: readonly (readonly [string, (value: number) => string | null])[] = [
    ['98 500 €', (value) => `${grouped(value, ' ')} €`],
    ['98 500 € with no-break spaces', (value) => `${grouped(value, '\u202f')}\u00a0€`],
    ['98500€', (value) => `${value}€`],
    ['98 500 euros HT', (value) => `${grouped(value, ' ')} euros HT`],
    ['98 500', (value) => (value < 1000 ? null : grouped(value, ' '))],
    ['98,5 k€', (value) => (value % 100 === 0 && value > 999 ? `${String(value / 1000).replace('.', ',')} k€` : null)],
    [
      '1,45 M€',
      (value) => (value % 10000 === 0 && value > 99999 ? `${String(value / 1e6).replace('.', ',')} M€` : null),
    ],
    ['60 %', (value) => `${value} %`],
  ];
  it.each(amounts)('%s', (typed, write) => {
    sow((site) => {
      if (site.flow && write(1450000)?.includes(',')) return null;
      // What the key does not say already is not to be lost.
      const implied = site.mark.unite === 'EUR' && typed !== '60 %' && !typed.endsWith('HT');
      const wanted: Omit<Wanted, 'rule'> = { mends: implied || typed === '98 500' ? String(site.data) : null };
      return counted(site, write, { suggestion: String(site.data), ...wanted });
    });
  });

  it('with a decimal comma', () => {
    sow(
      (site) =>
        site.flow || Number.isInteger(site.data)
          ? null
          : counted(site, (value) => String(value).replace('.', ','), { mends: String(site.data) }),
      1,
    );
  });

  it('about so much', () => {
    sow((site) =>
      site.mark.texte === 'nombre' ? counted(site, (value) => `environ ${value}`, { mends: `~${site.data}` }) : null,
    );
  });

  it('with a point between thousands, which may be a decimal one', () => {
    sow((site) =>
      counted(site, (value) => (value > 999 && value < 1e6 && value % 10 === 0 ? grouped(value, '.') : null), {
        suggestion: null,
        mends: null,
      }),
    );
  });

  it('with two points between thousands', () => {
    sow((site) => counted(site, (value) => (value < 1e6 ? null : grouped(value, '.')), back), 1);
  });
});

describe('a yes, a label, an address', () => {
  it('oui and non', () => {
    sow((site) =>
      typeof site.data === 'boolean'
        ? inPlace(site, 'value', site.data ? 'oui' : 'Non', { rule: 'forme-attendue', mends: true })
        : null,
    );
  });

  it.each(['fr', 'en'] as const)('the label of a code, in %s', (langue) => {
    sow((site) => {
      const label = site.schema['x-atelier']?.libelles?.[String(site.data)]?.[langue];
      if (label === undefined || site.schema.enum?.includes(label) || /:/.test(label) || (site.flow && /,/.test(label)))
        return null;
      return inPlace(site, 'value', label, { rule: 'code-inconnu', suggestion: String(site.data), mends: true });
    });
  });

  it('an address without https://', () => {
    sow((site) =>
      site.mark.texte === 'url' && site.value?.text.startsWith('https://')
        ? inPlace(site, 'value', site.value.text.slice(8), { rule: 'valeur-mal-ecrite', suggestion: site.value.text })
        : null,
    );
  });
});
