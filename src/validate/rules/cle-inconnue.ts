import type { SpokenRule } from '../rule.ts';

export const cleInconnue: SpokenRule = {
  id: 'cle-inconnue',
  reads: 'schema',
  severity: 'error',
  summary: { fr: 'Une clé n’existe pas à cet endroit.', en: 'A key does not exist in this place.' },
  why: {
    fr: 'Une clé mal écrite serait perdue sans bruit : son contenu ne paraîtrait ni au rapport ni dans les données.',
    en: 'A misspelt key would be lost without a sound: its content would appear neither in the report nor in the data.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
public: [elus]
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
