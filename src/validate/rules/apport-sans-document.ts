import type { DossierRule } from '../rule.ts';
import { sureOfAll } from '../sure.ts';

export const apportSansDocument: DossierRule = {
  id: 'apport-sans-document',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'L’atelier doit nourrir la planification, sans dire quel document.',
    en: 'The atelier is to feed planning, without saying which document.',
  },
  why: {
    fr: 'Un SCoT, un PLUi ou un PCAET se nourrissent chacun à leur moment : « planification » dit lequel, dans quel état et par quoi.',
    en: 'A SCoT, a PLUi or a PCAET is fed each in its time: “planification” says which, in what state and by what.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\napports: [{code: nourrir_planification}]\n',
    line: 9,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\napports: [{code: nourrir_planification}]\nplanification: [{document: plui, relation: a_nourrir}]\n',
  },
  *find(facts) {
    const { all, dossier, sheet, reached } = facts;
    const index = dossier.apports?.findIndex(({ code }) => code === 'nourrir_planification') ?? -1;
    if (index < 0 || !reached('strategie') || dossier.planification !== undefined || !sheet.sure('/planification'))
      return;
    if (!sureOfAll(facts, 'initiative', ['/planification'])) return;
    if (all('initiative').some(({ data }) => data.planification !== undefined)) return;
    yield { file: sheet.path, at: `/apports/${index}/code`, message: sentence };
  },
};

const sentence = {
  fr: 'dites quel document l’atelier nourrit : « planification: [{document: plui, relation: a_nourrir}] »',
  en: 'say which document the atelier feeds: “planification: [{document: plui, relation: a_nourrir}]”',
};
