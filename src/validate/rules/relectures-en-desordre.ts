import type { DataOf } from '../../model/types.gen.ts';
import { fillIn } from '../../words/text.ts';
import { isDate, order } from '../dates.ts';
import type { PartRule } from '../rule.ts';

export const relecturesEnDesordre: PartRule<'relectures'> = {
  id: 'relectures-en-desordre',
  reads: 'part',
  kind: 'relectures',
  part: '/relectures',
  severity: 'warning',
  summary: {
    fr: 'Les avis ne sont pas du plus ancien au plus récent, ou une réserve est levée avant d’être émise.',
    en: 'The opinions are not from the oldest to the newest, or a reservation is lifted before it is made.',
  },
  why: {
    fr: 'Le dernier avis de la liste est celui qui vaut : une date mal tapée ferait passer un avis dépassé pour l’avis d’aujourd’hui.',
    en: 'The last opinion of the list is the one that counts: a mistyped date would pass an outdated opinion for that of today.',
  },
  bad: {
    file: 'relectures.yaml',
    text: 'relectures:\n  - {avis: avec_reserves, fonction: Paysagiste-conseil, date: 2026-09-08}\n  - {avis: favorable, fonction: Cheffe de bureau, date: 2026-06-08}\n',
    line: 3,
  },
  good: {
    file: 'relectures.yaml',
    text: 'relectures:\n  - {avis: avec_reserves, fonction: Paysagiste-conseil, date: 2026-09-08}\n  - {avis: favorable, fonction: Cheffe de bureau, date: 2026-10-02}\n',
  },
  *find(relectures: DataOf['relectures']['relectures']) {
    let last: string | undefined;
    for (const [index, { date, reserves = [] }] of relectures.entries()) {
      if (!isDate(date)) continue;
      if (last !== undefined && order(date, last) < 0)
        yield { at: `/${index}/date`, message: fillIn(earlier, { date, avant: last }) };
      else last = date;
      for (const [rank, { levee }] of reserves.entries()) {
        if (!isDate(levee) || order(levee, date) >= 0) continue;
        yield { at: `/${index}/reserves/${rank}/levee`, message: fillIn(lifted, { levee, date }) };
      }
    }
  },
};

const earlier = {
  fr: 'cet avis ({date}) est plus ancien que celui du dessus ({avant})',
  en: 'this opinion ({date}) is older than the one above ({avant})',
};
const lifted = {
  fr: 'la réserve est levée ({levee}) avant l’avis qui l’émet ({date})',
  en: 'the reservation is lifted ({levee}) before the opinion that makes it ({date})',
};
