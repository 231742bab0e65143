import type { SpokenRule } from '../rule.ts';

export const enTeteAbsent: SpokenRule = {
  id: 'en-tete-absent',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Un texte Markdown n’a pas d’en-tête, ou un en-tête mal ouvert ou mal fermé.',
    en: 'A Markdown text has no front matter, or one badly opened or closed.',
  },
  why: {
    fr: 'Le titre, la date et les références d’un texte se lisent entre deux lignes « --- » au début du fichier ; le reste est le texte.',
    en: 'The title, date and references of a text are read between two “---” lines at the start of the file; the rest is the text.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `type: atelier

Le deuxième atelier.
`,
    line: 1,
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
