import type { DataOf } from '../../model/types.gen.ts';
import { fillIn } from '../../words/text.ts';
import type { PartRule } from '../rule.ts';

export const baremeInverse: PartRule<'jury'> = {
  id: 'bareme-inverse',
  reads: 'part',
  kind: 'jury',
  part: '/bareme',
  severity: 'error',
  summary: {
    fr: 'Le maximum du barème n’est pas au-dessus de son minimum.',
    en: 'The highest mark of the scale is not above the lowest.',
  },
  why: {
    fr: 'Le barème borne les notes, et dit entre quels résultats se tient une candidature dont des notes manquent.',
    en: 'The scale bounds the marks, and tells between which results an application stands whose marks are missing.',
  },
  bad: {
    file: 'sessions/confins-2026/jury.yaml',
    text: 'bareme: {min: 5, max: 0}\ncandidatures:\n  plaine: {titre: Plaine de Caen, notes: {ambition: 4}}\n',
    line: 1,
  },
  good: {
    file: 'sessions/confins-2026/jury.yaml',
    text: 'bareme: {min: 0, max: 5}\ncandidatures:\n  plaine: {titre: Plaine de Caen, notes: {ambition: 4}}\n',
  },
  *find({ min, max }: DataOf['jury']['bareme']) {
    if (max <= min) yield { at: '/max', message: fillIn(sentence, { min, max }) };
  },
};

const sentence = {
  fr: 'la note la plus haute ({max}) n’est pas au-dessus de la plus basse ({min})',
  en: 'the highest mark ({max}) is not above the lowest ({min})',
};
