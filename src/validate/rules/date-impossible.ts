import { fillIn } from '../../words/text.ts';
import { daysOf } from '../dates.ts';
import type { FieldRule } from '../rule.ts';

export const dateImpossible: FieldRule = {
  id: 'date-impossible',
  reads: 'champ',
  severity: 'error',
  summary: { fr: 'Une date n’existe pas au calendrier.', en: 'A date is not in the calendar.' },
  why: {
    fr: 'Le 30 février est une faute de frappe : le bon jour, ou le mois seul, se lit dans la source.',
    en: 'The 30th of February is a typing error: the right day, or the month alone, is in the source.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\ndate: 2026-02-30\n---\nLe deuxième atelier.\n',
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\ndate: 2026-02-28\n---\nLe deuxième atelier.\n',
  },
  on: ({ 'x-atelier': mark }) => mark?.texte === 'date',
  // A year, or a year and month, is always possible.
  suspects: ({ value }) => typeof value === 'string' && value.length === 10,
  *find({ value }) {
    if (typeof value !== 'string' || value.length !== 10) return;
    const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
    const last = daysOf(year, month);
    if (day > last) yield { message: fillIn(sentence, { date: value, jours: last, mois: value.slice(0, 7) }) };
  },
};

const sentence = {
  fr: '« {date} » n’existe pas : {mois} a {jours} jours',
  en: '“{date}” does not exist: {mois} has {jours} days',
};
