import type { DataOf } from '../../model/types.gen.ts';
import { labelOf } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import { isDate, order } from '../dates.ts';
import type { PartRule } from '../rule.ts';

export const avancementContredit: PartRule<'initiative'> = {
  id: 'avancement-contredit',
  reads: 'part',
  kind: 'initiative',
  part: '',
  severity: 'warning',
  summary: {
    fr: 'L’avancement d’une initiative n’est pas celui de son dernier point de suivi.',
    en: 'The progress of an initiative is not that of its last follow-up.',
  },
  why: {
    fr: 'Le rapport montre l’avancement, le carnet de suivi les points datés : le dernier point dit le vrai, ou il en manque un.',
    en: 'The report shows the progress, the record the dated follow-ups: the last one says what is true, or one is missing.',
  },
  bad: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {etp: 0.5}\navancement: proposee\nsuivi:\n  - {date: 2026-10-30, avancement: engagee}\n---\nTexte.\n',
    line: 6,
  },
  good: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {etp: 0.5}\navancement: engagee\nsuivi:\n  - {date: 2026-10-30, avancement: engagee}\n---\nTexte.\n',
  },
  *find({ avancement, suivi = [] }: DataOf['initiative']) {
    const dated = suivi.flatMap(({ date, avancement: then }) =>
      then !== undefined && isDate(date) ? [{ date, then }] : [],
    );
    const last = dated.toSorted((a, b) => order(a.date, b.date)).at(-1);
    if (avancement === undefined || last === undefined || last.then === avancement) return;
    const message = fillIn(sentence, { date: last.date, alors: labelOf('avancement', last.then) });
    yield { at: '/avancement', message, suggestion: last.then };
  },
};

const sentence = {
  fr: 'le dernier point de suivi ({date}) dit : {alors}',
  en: 'the last follow-up ({date}) says: {alors}',
};
