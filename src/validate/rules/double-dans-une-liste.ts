import type { SpokenRule } from '../rule.ts';

export const doubleDansUneListe: SpokenRule = {
  id: 'double-dans-une-liste',
  reads: 'schema',
  severity: 'error',
  summary: { fr: 'Le même élément est deux fois dans une liste.', en: 'The same item is twice in a list.' },
  why: { fr: 'Il serait compté deux fois dans les données.', en: 'It would be counted twice in the data.' },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
publics: [elus, habitants, elus]
---
Le deuxième atelier.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
publics: [elus, habitants]
---
Le deuxième atelier.
`,
  },
};
