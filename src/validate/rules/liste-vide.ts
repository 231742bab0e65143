import type { SpokenRule } from '../rule.ts';

export const listeVide: SpokenRule = {
  id: 'liste-vide',
  reads: 'schema',
  severity: 'error',
  summary: { fr: 'Une liste ou une suite de clés est vide.', en: 'A list or a set of keys is empty.' },
  why: {
    fr: 'Une clé absente veut dire « inconnu » ; une liste vide ne dit ni « aucun » ni « inconnu », et aucune statistique ne saurait la compter.',
    en: 'An absent key means “unknown”; an empty list says neither “none” nor “unknown”, and no statistic could count it.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
publics: []
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
