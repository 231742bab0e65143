import type { DossierRule } from '../rule.ts';

export const initiativeSansPorteur: DossierRule = {
  id: 'initiative-sans-porteur',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: { fr: 'Une initiative n’a pas de porteur.', en: 'An initiative has no holder.' },
  why: {
    fr: 'Une initiative sans porteur est une piste : elle a sa place dans debats.yaml tant que personne ne la prend en charge.',
    en: 'An initiative without a holder is a lead: its place is debats.yaml as long as nobody takes it on.',
  },
  bad: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nmoyens: {etp: 0.5}\n---\nTexte.\n',
    line: 2,
  },
  good: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {etp: 0.5}\n---\nTexte.\n',
  },
  *find({ all, reached }) {
    if (!reached('feuille_de_route')) return;
    for (const { data, path, sure } of all('initiative')) {
      if (data.porteur !== undefined || !sure('/porteur')) continue;
      yield { file: path, at: '/titre', part: 'key', message: sentence };
    }
  },
};

const sentence = {
  fr: 'le porteur manque : un acteur du dossier, ou cette initiative est encore une piste (debats.yaml)',
  en: 'the holder is missing: a stakeholder of the dossier, or this initiative is still a lead (debats.yaml)',
};
