import type { SpokenRule } from '../rule.ts';

export const cleEnDouble: SpokenRule = {
  id: 'cle-en-double',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'La même clé est écrite deux fois au même endroit.',
    en: 'The same key is written twice in one place.',
  },
  why: {
    fr: 'L’une des deux valeurs serait perdue, sans qu’on sache laquelle l’auteur voulait garder.',
    en: 'One of the two values would be lost, and nobody knows which the author meant to keep.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: Les bourgs
titre: Les villages
---
Le deuxième atelier.
`,
    line: 4,
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
