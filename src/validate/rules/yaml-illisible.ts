import type { SpokenRule } from '../rule.ts';

export const yamlIllisible: SpokenRule = {
  id: 'yaml-illisible',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Une ligne n’est pas lisible : clé absente, retrait irrégulier, espace insécable.',
    en: 'A line cannot be read: missing key, uneven indent, no-break space.',
  },
  why: {
    fr: 'Le format se lit par clés et retraits ; une ligne qui n’en suit pas les règles rend le fichier ambigu.',
    en: 'The format is read by keys and indents; a line that breaks them makes the file ambiguous.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
les bourgs
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
