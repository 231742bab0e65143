import type { SpokenRule } from '../rule.ts';

export const valeurMalEcrite: SpokenRule = {
  id: 'valeur-mal-ecrite',
  reads: 'schema',
  severity: 'error',
  summary: {
    fr: 'Une date, un nombre, un code ou une adresse n’est pas écrit comme le format le veut.',
    en: 'A date, number, code or address is not written as the format wants it.',
  },
  why: {
    fr: 'Une date s’écrit AAAA, AAAA-MM ou AAAA-MM-JJ, un nombre sans espace ni unité : ainsi tout se trie et s’additionne.',
    en: 'A date is written YYYY, YYYY-MM or YYYY-MM-DD, a number without spaces or unit: so all can be sorted and summed.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
date: 14/04/2026
---
Le deuxième atelier.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
date: 2026-04-14
---
Le deuxième atelier.
`,
  },
};
