import { fillIn } from '../../words/text.ts';
import { isDate, order } from '../dates.ts';
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
    const from = (starts[key ?? ''] ?? []).map((start) => valueAt(parent, start)).find((start) => start !== undefined);
    // A date that is not in the calendar is told, and says nothing of the other.
    if (!isDate(value) || !isDate(from) || order(value, from) >= 0) return;
    yield { message: fillIn(sentence, { fin: value, debut: from }) };
  },
};

/** Which date each end goes with. */
const starts: Readonly<Record<string, readonly string[]>> = {
  fin: ['debut', 'date'],
  date_decision: ['date_depot'],
};

function valueAt(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

const sentence = {
  fr: 'la fin ({fin}) vient avant le début ({debut})',
  en: 'the end ({fin}) comes before the start ({debut})',
};
