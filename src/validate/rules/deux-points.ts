import type { SpokenRule } from '../rule.ts';

export const deuxPoints: SpokenRule = {
  id: 'deux-points',
  reads: 'lecture',
  severity: 'error',
  summary: { fr: '« : » au milieu d’un texte le coupe en deux.', en: '“:” in the middle of a text cuts it in two.' },
  why: {
    fr: 'En YAML, « deux-points, espace » sépare une clé de sa valeur ; la typographie française met aussi une espace avant et après. Des guillemets lèvent le doute.',
    en: 'In YAML a colon and a space part a key from its value; French typography puts a space on both sides. Quotation marks settle it.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: Les bourgs : habiter ensemble
---
Le deuxième atelier.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: "Les bourgs : habiter ensemble"
---
Le deuxième atelier.
`,
  },
};
