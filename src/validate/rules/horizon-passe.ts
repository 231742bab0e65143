import { fillIn } from '../../words/text.ts';
import { isDate } from '../dates.ts';
import type { DossierRule } from '../rule.ts';

export const horizonPasse: DossierRule = {
  id: 'horizon-passe',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'L’horizon de la vision est passé quand l’atelier s’achève.',
    en: 'The horizon of the vision is past when the atelier ends.',
  },
  why: {
    fr: 'Une vision regarde quinze ou vingt ans plus loin : une année déjà passée est le plus souvent mal tapée.',
    en: 'A vision looks fifteen or twenty years ahead: a year that is past already is most often mistyped.',
  },
  bad: {
    file: 'strategie/vision.md',
    text: '---\ntitre: La plaine nourricière\nidee_force: Cultiver et habiter le même sol\nannee_horizon: 2004\n---\nLa plaine reste cultivée.\n',
    line: 4,
  },
  good: {
    file: 'strategie/vision.md',
    text: '---\ntitre: La plaine nourricière\nidee_force: Cultiver et habiter le même sol\nannee_horizon: 2040\n---\nLa plaine reste cultivée.\n',
  },
  *find({ dossier, get }) {
    const vision = get('vision');
    const horizon = vision?.data.annee_horizon;
    const end = dossier.calendrier?.fin ?? dossier.calendrier?.debut;
    if (vision === undefined || horizon === undefined || !isDate(end) || horizon > Number(end.slice(0, 4))) return;
    yield { file: vision.path, at: '/annee_horizon', message: fillIn(sentence, { horizon, fin: end.slice(0, 4) }) };
  },
};

const sentence = {
  fr: 'la vision regarde {horizon}, et l’atelier va jusqu’en {fin}',
  en: 'the vision looks at {horizon}, and the atelier runs until {fin}',
};
