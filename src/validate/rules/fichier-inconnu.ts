import type { SpokenRule } from '../rule.ts';

export const fichierInconnu: SpokenRule = {
  id: 'fichier-inconnu',
  reads: 'lecture',
  severity: 'warning',
  summary: {
    fr: 'Un fichier n’a pas sa place dans un dossier : il n’est pas lu.',
    en: 'A file has no place in a dossier: it is not read.',
  },
  why: {
    fr: 'Un fichier mal nommé passerait inaperçu : son contenu manquerait au rapport sans que rien ne le dise.',
    en: 'A misnamed file would go unnoticed: its content would be missing from the report with nothing to say so.',
  },
  bad: {
    file: 'acteur.yaml',
    text: `acteurs:
  mairie: {organisme: Commune de Cagny, categorie: commune}
`,
    line: 1,
  },
  good: {
    file: 'notes.md',
    text: `Des notes : personne ne les lit ici.
`,
  },
};
