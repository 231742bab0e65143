import type { DossierRule } from '../rule.ts';

export const initiativeSansMoyens: DossierRule = {
  id: 'initiative-sans-moyens',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Une initiative n’a ni moyens humains ni moyens financiers.',
    en: 'An initiative has neither people nor money.',
  },
  why: {
    fr: 'Les initiatives sont adaptées aux moyens financiers et humains du territoire : un montant approché ou une part de poste suffit à le montrer.',
    en: 'Initiatives suit the money and people of the territory: an approximate amount or a part of a post is enough to show it.',
  },
  bad: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\n---\nTexte.\n',
    line: 2,
  },
  good: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {etp: 0.5}\n---\nTexte.\n',
  },
  *find({ all, reached }) {
    if (!reached('feuille_de_route')) return;
    for (const { data, path, sure } of all('initiative')) {
      if (data.moyens !== undefined || !sure('/moyens')) continue;
      yield { file: path, at: '/titre', part: 'key', message: sentence };
    }
  },
};

const sentence = {
  fr: 'les moyens manquent : « moyens: {etp: 0.5} » ou « moyens: {montant: ~20000} »',
  en: 'the means are missing: “moyens: {etp: 0.5}” or “moyens: {montant: ~20000}”',
};
