import { labelOf } from '../../schema/labels.ts';
import { fillIn, type Text } from '../../words/text.ts';
import type { DossierRule, FileHit } from '../rule.ts';

export const statutContredit: DossierRule = {
  id: 'statut-contredit',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Le statut du dossier n’est pas celui que montrent sa phase ou la décision.',
    en: 'The status of the dossier is not the one that its phase or the decision shows.',
  },
  why: {
    fr: 'Les statistiques du programme comptent les ateliers par statut : une candidature écartée qui continue, ou un atelier achevé sans avoir été restitué, fausse le compte.',
    en: 'The statistics of the programme count ateliers by status: an application turned down that goes on, or an atelier completed without having been presented, spoils the count.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\nstatut: acheve\n',
    line: 9,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\nstatut: en_cours\n',
  },
  *find({ dossier, get, sheet, reached }) {
    const { statut } = dossier;
    const decision = get('candidature')?.data.decision;
    if (statut === 'acheve' && !reached('restitution')) yield told(sheet.path, tooEarly, dossier.phase);
    if (statut === 'non_retenu' && reached('cadrage')) yield told(sheet.path, goesOn, dossier.phase);
    const refused = decision === 'non_retenue' || decision === 'sans_suite';
    if (refused && reached('cadrage')) yield told(sheet.path, turnedDown, dossier.phase, '/phase');
    if (decision === 'retenue' && statut === 'non_retenu') yield told(sheet.path, accepted, dossier.phase);
  },
};

function told(file: string, words: Text, phase: string, at = '/statut'): FileHit {
  return { file, at, message: fillIn(words, { phase: labelOf('phase', phase) }) };
}

const tooEarly = {
  fr: 'l’atelier est dit achevé à la phase « {phase} » : la restitution n’a pas eu lieu',
  en: 'the atelier is said to be completed in the phase “{phase}”: it has not been presented',
};
const goesOn = {
  fr: 'la candidature est dite non retenue, et l’atelier en est à la phase « {phase} »',
  en: 'the application is said to be turned down, and the atelier is in the phase “{phase}”',
};
const turnedDown = {
  fr: 'candidature.yaml dit que la candidature n’a pas été retenue, et l’atelier en est à la phase « {phase} »',
  en: 'candidature.yaml says that the application was turned down, and the atelier is in the phase “{phase}”',
};
const accepted = {
  fr: 'la candidature est dite non retenue, et candidature.yaml dit qu’elle l’est (phase « {phase} »)',
  en: 'the application is said to be turned down, and candidature.yaml says that it is accepted (phase “{phase}”)',
};
