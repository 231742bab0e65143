import type { SpokenRule } from '../rule.ts';

export const marqueursDeConflit: SpokenRule = {
  id: 'marqueurs-de-conflit',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Une fusion git inachevée a laissé ses marques dans le fichier.',
    en: 'An unfinished git merge left its markers in the file.',
  },
  why: {
    fr: 'Deux versions du texte s’y suivent : seul un relecteur sait laquelle garder.',
    en: 'Two versions of the text follow each other: only a reader knows which to keep.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
<<<<<<< HEAD
titre: Les bourgs
=======
titre: Les villages
>>>>>>> relecture
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
