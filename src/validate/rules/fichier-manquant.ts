import type { SpokenRule } from '../rule.ts';

export const fichierManquant: SpokenRule = {
  id: 'fichier-manquant',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Il manque dossier.yaml ou session.yaml, ou un fichier n’a pas le nom sous lequel il serait lu.',
    en: 'There is no dossier.yaml or session.yaml, or a file lacks the name under which it would be read.',
  },
  why: {
    fr: 'Sans cette fiche, on ne sait ni quel atelier c’est, ni où il en est : rien ne peut en être compilé. Un fichier presque bien nommé (territoires.yaml) n’est pas lu : ce qu’il contient manquerait au rapport.',
    en: 'Without this sheet nobody knows which atelier it is nor how far it has got: nothing can be compiled. A file that is nearly well named (territoires.yaml) is not read: what it holds would be missing from the report.',
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
