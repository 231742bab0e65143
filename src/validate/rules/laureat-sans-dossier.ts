import type { DataOf } from '../../model/types.gen.ts';
import type { PartRule } from '../rule.ts';

export const laureatSansDossier: PartRule<'jury'> = {
  id: 'laureat-sans-dossier',
  reads: 'part',
  kind: 'jury',
  part: '/candidatures/*',
  severity: 'info',
  summary: {
    fr: 'Une candidature lauréate ne dit pas son dossier.',
    en: 'An application that was selected does not say its dossier.',
  },
  why: {
    fr: 'Chaque lauréat devient un dossier de l’espace de travail : tant qu’il n’est pas nommé, le rapport de la session ne peut pas y mener.',
    en: 'Each application selected becomes a dossier of the workspace: until it is named, the report of the session cannot lead to it.',
  },
  bad: {
    file: 'sessions/confins-2026/jury.yaml',
    text: 'bareme: {min: 0, max: 5}\ncandidatures:\n  plaine: {titre: Plaine de Caen, notes: {ambition: 4}, laureat: true}\n',
    line: 3,
  },
  good: {
    file: 'sessions/confins-2026/jury.yaml',
    text: 'bareme: {min: 0, max: 5}\ncandidatures:\n  plaine: {titre: Plaine de Caen, dossier: plaine-de-caen, notes: {ambition: 4}, laureat: true}\n',
  },
  *find({ laureat, dossier }: DataOf['jury']['candidatures'][string]) {
    if (laureat === true && dossier === undefined) yield { at: '/laureat', message: sentence };
  },
};

const sentence = {
  fr: 'cette candidature est lauréate et n’a pas encore de dossier : « dossier: <identifiant> »',
  en: 'this application is selected and has no dossier yet: “dossier: <identifier>”',
};
