import type { SpokenRule } from '../rule.ts';

export const cleManquante: SpokenRule = {
  id: 'cle-manquante',
  reads: 'schema',
  severity: 'error',
  summary: {
    fr: 'Il manque une clé sans laquelle le reste n’a pas de sens.',
    en: 'A key is missing without which the rest has no meaning.',
  },
  why: {
    fr: 'Ces quelques clés (un titre, un type…) disent de quoi l’on parle ; tout le reste peut être inconnu.',
    en: 'These few keys (a title, a type…) say what is spoken of; all else may be unknown.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
titre: Les bourgs
---
Le deuxième atelier.
`,
    line: 2,
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
