import type { SpokenRule } from '../rule.ts';

export const codeInconnu: SpokenRule = {
  id: 'code-inconnu',
  reads: 'schema',
  severity: 'error',
  summary: { fr: 'Un mot n’est pas un code de sa liste.', en: 'A word is not a code of its list.' },
  why: {
    fr: 'Les listes de codes sont celles du programme : c’est par elles que les ateliers se comparent.',
    en: 'The code lists are those of the programme: ateliers are compared through them.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: attelier
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
