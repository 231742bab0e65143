import { fillIn } from '../../words/text.ts';
import { amountOf } from '../amounts.ts';
import { knownCount } from '../known.ts';
import type { DossierRule } from '../rule.ts';

export const decompteDepasse: DossierRule = {
  id: 'decompte-depasse',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Un total annoncé est plus petit que ce que le dossier décrit.',
    en: 'An announced total is smaller than what the dossier describes.',
  },
  why: {
    fr: '« decomptes » dit le total qu’une source annonce, détail compris : les statistiques s’en servent pour dire « n connus sur N ».',
    en: '“decomptes” says the total that a source announces, details included: statistics use it to say “n known out of N”.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\ndecomptes: {principes: 0}\n',
    line: 9,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\ndecomptes: {principes: 7}\n',
  },
  *find(dossier) {
    if (dossier.dossier.decomptes === undefined) return;
    for (const [code, typed] of Object.entries(dossier.dossier.decomptes)) {
      const total = amountOf(typed);
      const there = knownCount(dossier, code);
      if (total === null || total.approximate || there <= total.value) continue;
      const message = fillIn(sentence, { total: total.value, code, nombre: there });
      yield { file: dossier.sheet.path, at: `/decomptes/${code}`, message };
    }
  },
};

const sentence = {
  fr: '{total} annoncés ({code}), mais le dossier en décrit {nombre}',
  en: '{total} announced ({code}), but the dossier describes {nombre}',
};
