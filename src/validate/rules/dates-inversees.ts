import { fillIn } from '../../words/text.ts';
import type { FieldRule } from '../rule.ts';

export const datesInversees: FieldRule = {
  id: 'dates-inversees',
  reads: 'champ',
  severity: 'error',
  summary: { fr: 'Une fin vient avant son début.', en: 'An end comes before its start.' },
  why: {
    fr: 'L’une des deux dates est fausse ; la durée et la frise du rapport le seraient aussi.',
    en: 'One of the two dates is wrong; so would be the length and the timeline of the report.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\ndate: 2026-04-16\nfin: 2026-04-14\n---\nLe deuxième atelier.\n',
    line: 4,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\ndate: 2026-04-14\nfin: 2026-04-16\n---\nLe deuxième atelier.\n',
  },
  on: ({ 'x-atelier': mark }) => mark?.texte === 'date',
  suspects: ({ key = '' }) => Object.hasOwn(starts, key),
  *find({ value, key, parent }) {
    const from = (starts[key ?? ''] ?? []).map((start) => textAt(parent, start)).find((start) => start !== undefined);
    if (typeof value !== 'string' || from === undefined || !isBefore(value, from)) return;
    yield { message: fillIn(sentence, { fin: value, debut: from }) };
  },
};

/** Which date each end goes with. */
const starts: Readonly<Record<string, readonly string[]>> = {
  fin: ['debut', 'date'],
  date_decision: ['date_depot'],
};

function textAt(holder: unknown, key: string): string | undefined {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
  const value = (holder as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' && /^\d{4}/.test(value) ? value : undefined;
}

/** As far as both are known: a month is not before one of its days. */
function isBefore(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}

const sentence = {
  fr: 'la fin ({fin}) vient avant le début ({debut})',
  en: 'the end ({fin}) comes before the start ({debut})',
};
