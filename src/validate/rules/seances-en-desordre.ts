import { fillIn } from '../../words/text.ts';
import { isDate, order } from '../dates.ts';
import type { DossierRule } from '../rule.ts';

export const seancesEnDesordre: DossierRule = {
  id: 'seances-en-desordre',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Les numéros des séances ne suivent pas leurs dates.',
    en: 'The numbers of the working sessions do not follow their dates.',
  },
  why: {
    fr: 'Une séance datée d’avant celle qui la précède a une date ou un numéro mal tapé : la frise du rapport serait fausse.',
    en: 'A session dated before the one that precedes it has a mistyped date or number: the timeline of the report would be wrong.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nnumero: 2\ndate: 2026-02-14\n---\nLe deuxième atelier.\n',
    line: 4,
    beside: {
      'seances/atelier-1.md':
        '---\ntype: atelier\nnumero: 1\ndate: 2026-03-12\nparticipants: {elus: 12}\n---\nLe premier atelier.\n',
    },
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nnumero: 2\ndate: 2026-04-14\n---\nLe deuxième atelier.\n',
    beside: {
      'seances/atelier-1.md':
        '---\ntype: atelier\nnumero: 1\ndate: 2026-03-12\nparticipants: {elus: 12}\n---\nLe premier atelier.\n',
    },
  },
  *find({ all }) {
    const dated = all('seance').flatMap(({ data: { type, numero, date }, path }) =>
      numero !== undefined && isDate(date) ? [{ type, numero, date, path }] : [],
    );
    for (const one of dated) {
      const earlier = dated.filter(({ type, numero }) => type === one.type && numero < one.numero);
      const before = earlier.toSorted((a, b) => b.numero - a.numero).find(({ date }) => order(one.date, date) < 0);
      if (before === undefined) continue;
      const message = fillIn(sentence, {
        numero: one.numero,
        date: one.date,
        autre: before.numero,
        avant: before.date,
      });
      const related = [{ file: before.path, pointer: '/date', part: 'value' as const, message: earlierOne }];
      yield { file: one.path, at: '/date', message, related };
    }
  },
};

const sentence = {
  fr: 'la séance {numero} ({date}) a lieu avant la séance {autre} ({avant})',
  en: 'session {numero} ({date}) takes place before session {autre} ({avant})',
};
const earlierOne = { fr: 'la séance qui la précède', en: 'the session that precedes it' };
