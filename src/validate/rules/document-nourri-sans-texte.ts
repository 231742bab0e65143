import type { DossierRule } from '../rule.ts';
import { sureOfAll } from '../sure.ts';

export const documentNourriSansTexte: DossierRule = {
  id: 'document-nourri-sans-texte',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Un document de planification est dit nourri, sans dire de quoi.',
    en: 'A planning document is said to be fed, without saying by what.',
  },
  why: {
    fr: 'C’est l’un des trois apports que le programme attend : une orientation d’aménagement, un principe repris, un zonage revu. Une phrase suffit, ou une initiative qui le cite.',
    en: 'It is one of the three contributions that the programme expects: a planning orientation, a principle taken up, a zoning revised. A sentence is enough, or an initiative that names it.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\nplanification:\n  - {document: plui, relation: nourri}\n',
    line: 10,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{objet: marche, montant: 90000, source: etat}]\nplanification:\n  - {document: plui, relation: nourri, texte: Une OAP reprend le deuxième principe.}\n',
  },
  *find(facts) {
    const { all, dossier, sheet } = facts;
    if (!sureOfAll(facts, 'initiative', ['/planification'])) return;
    const fed = new Set(all('initiative').flatMap(({ data }) => data.planification ?? []));
    for (const [index, { document, relation, texte }] of (dossier.planification ?? []).entries()) {
      if (relation !== 'nourri' || texte !== undefined || fed.has(document)) continue;
      if (!sheet.sure(`/planification/${index}/texte`)) continue;
      yield { file: sheet.path, at: `/planification/${index}/relation`, message: sentence };
    }
  },
};

const sentence = {
  fr: 'dites ce que l’atelier a apporté à ce document (« texte »), ou citez-le dans une initiative (« planification »)',
  en: 'say what the atelier brought to this document (“texte”), or name it in an initiative (“planification”)',
};
