import { labelOf } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import { knownCount } from '../known.ts';
import type { DossierRule } from '../rule.ts';

export const inconnuRenseigne: DossierRule = {
  id: 'inconnu-renseigne',
  reads: 'dossier',
  severity: 'warning',
  summary: { fr: 'Ce qui est dit inconnu est pourtant renseigné.', en: 'What is said to be unknown is filled in.' },
  why: {
    fr: '« inconnus » excuse une absence et sort le fait des statistiques : quand on a fini par le trouver, le mot est à retirer.',
    en: '“inconnus” excuses an absence and keeps the fact out of statistics: once it has been found, the word is to be removed.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\ninconnus: [suites, budget]\n',
    line: 9,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\ninconnus: [suites]\n',
  },
  *find(dossier) {
    if (dossier.dossier.inconnus === undefined) return;
    for (const [index, code] of dossier.dossier.inconnus.entries()) {
      if (knownCount(dossier, code) === 0) continue;
      const message = fillIn(sentence, { code, fait: labelOf('inconnus', code) });
      yield { file: dossier.sheet.path, at: `/inconnus/${index}`, message };
    }
  },
};

const sentence = {
  fr: '« {code} » ({fait}) est dit inconnu, mais le dossier le donne',
  en: '“{code}” ({fait}) is said to be unknown, but the dossier gives it',
};
