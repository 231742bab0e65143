import type { SpokenRule } from '../rule.ts';

export const fichierManquant: SpokenRule = {
  id: 'fichier-manquant',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Un dossier n’a pas de dossier.yaml, ou une session pas de session.yaml.',
    en: 'A dossier has no dossier.yaml, or a session no session.yaml.',
  },
  why: {
    fr: 'Sans cette fiche, on ne sait ni quel atelier c’est, ni où il en est : rien ne peut en être compilé.',
    en: 'Without this sheet nobody knows which atelier it is nor how far it has got: nothing can be compiled.',
  },
  bad: {
    file: 'dossiers/nozay/territoire.yaml',
    text: `nom: Pays de Nozay
`,
    line: 1,
    at: 'dossiers/nozay/dossier.yaml',
  },
  good: {
    file: 'dossiers/plaine-de-caen/enseignements.yaml',
    text: `confiance: {type: levier, titre: La confiance entre élus}
`,
  },
};
