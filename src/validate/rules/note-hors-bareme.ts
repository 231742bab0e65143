import { fillIn } from '../../words/text.ts';
import type { PartRule } from '../rule.ts';

export const noteHorsBareme: PartRule<'jury'> = {
  id: 'note-hors-bareme',
  reads: 'part',
  kind: 'jury',
  part: '/candidatures/*/notes/*',
  severity: 'error',
  summary: { fr: 'Une note du jury sort du barème.', en: 'A mark of the jury is off the scale.' },
  why: {
    fr: 'Le classement se calcule avec les poids de la session : une note hors barème le fausserait.',
    en: 'The ranking is computed with the weights of the session: a mark off the scale would spoil it.',
  },
  bad: {
    file: 'sessions/confins-2026/jury.yaml',
    text: 'bareme: {min: 0, max: 5}\ncandidatures:\n  plaine: {titre: Plaine de Caen, notes: {ambition: 7}}\n',
    line: 3,
  },
  good: {
    file: 'sessions/confins-2026/jury.yaml',
    text: 'bareme: {min: 0, max: 5}\ncandidatures:\n  plaine: {titre: Plaine de Caen, notes: {ambition: 4}}\n',
  },
  *find(note: number, { file }) {
    const { min, max } = file.bareme ?? {};
    // Of a scale that is upside down something else is said.
    if (typeof min !== 'number' || typeof max !== 'number' || max <= min || (note >= min && note <= max)) return;
    yield { message: fillIn(sentence, { note, min, max }) };
  },
};

const sentence = {
  fr: 'la note {note} sort du barème, de {min} à {max}',
  en: 'the mark {note} is off the scale, from {min} to {max}',
};
