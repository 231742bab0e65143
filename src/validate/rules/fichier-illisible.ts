import type { SpokenRule } from '../rule.ts';

export const fichierIllisible: SpokenRule = {
  id: 'fichier-illisible',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Le fichier n’est pas un texte en UTF-8, ou porte un caractère invisible.',
    en: 'The file is not UTF-8 text, or holds an invisible character.',
  },
  why: {
    fr: 'Deviner un codage changerait les mots de l’auteur sans le dire ; un caractère invisible, collé d’ailleurs, fait échouer des outils sans que personne ne voie pourquoi.',
    en: 'Guessing an encoding would silently change an author’s words; an invisible character pasted from elsewhere breaks tools for no visible reason.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: Les bourgs\u0007
---
Le deuxième atelier.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: Les bourgs, suite
---
Le deuxième atelier.
`,
  },
};
