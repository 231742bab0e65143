import type { SpokenRule } from '../rule.ts';

export const elementVide: SpokenRule = {
  id: 'element-vide',
  reads: 'lecture',
  severity: 'error',
  summary: { fr: 'Un élément d’une liste est vide.', en: 'An item of a list is empty.' },
  why: {
    fr: 'On ne sait pas s’il manque un mot ou si le tiret est de trop.',
    en: 'Nobody knows whether a word is missing or the hyphen is one too many.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
publics:
  - elus
  -
---
Le deuxième atelier.
`,
    line: 5,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
publics:
  - elus
  - habitants
---
Le deuxième atelier.
`,
  },
};
