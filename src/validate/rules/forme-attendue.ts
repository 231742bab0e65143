import type { SpokenRule } from '../rule.ts';

export const formeAttendue: SpokenRule = {
  id: 'forme-attendue',
  reads: 'schema',
  severity: 'error',
  summary: {
    fr: 'Une valeur n’a pas la forme attendue : une liste, des clés, un nombre, true ou false.',
    en: 'A value does not have the expected form: a list, keys, a number, true or false.',
  },
  why: {
    fr: 'Une liste d’un seul élément reste une liste : le rapport et les données la lisent ainsi.',
    en: 'A list of one item is still a list: the report and the data read it so.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
publics: elus
---
Le deuxième atelier.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
publics: [elus]
---
Le deuxième atelier.
`,
  },
};
