import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';

export const dureeInhabituelle: DossierRule = {
  id: 'duree-inhabituelle',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'L’atelier dure moins de deux mois, ou plus de deux ans.',
    en: 'The atelier lasts under two months, or over two years.',
  },
  why: {
    fr: 'Les durées publiées vont de 3 à 18 mois. Une autre est possible ; c’est plus souvent une année mal tapée.',
    en: 'Published lengths run from 3 to 18 months. Another is possible; more often a year is mistyped.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2029-11}\nbudget: [{montant: 90000}]\n',
    line: 7,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2027-03}\nbudget: [{montant: 90000}]\n',
  },
  *find({ dossier, sheet }) {
    const from = monthOf(dossier.calendrier?.debut);
    const to = monthOf(dossier.calendrier?.fin);
    if (from === null || to === null || to < from) return;
    const months = to - from + 1;
    if (months >= 2 && months <= 24) return;
    yield { file: sheet.path, at: '/calendrier/fin', message: fillIn(sentence, { mois: months }) };
  },
};

/** Months since year 0; null when the month is not known. */
function monthOf(date: string | undefined): number | null {
  if (date === undefined || date.length < 7) return null;
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

const sentence = {
  fr: 'l’atelier durerait {mois} mois ; un atelier dure généralement de 3 à 18 mois',
  en: 'the atelier would last {mois} months; an atelier generally lasts from 3 to 18 months',
};
