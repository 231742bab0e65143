import type { SpokenRule } from '../rule.ts';

export const diese: SpokenRule = {
  id: 'diese',
  reads: 'lecture',
  severity: 'warning',
  summary: { fr: '« # » fait un commentaire de la fin d’un texte.', en: '“#” turns the end of a text into a comment.' },
  why: {
    fr: 'En YAML, ce qui suit « espace, dièse » n’est pas lu : « îlot #3 » devient « îlot » sans que rien ne le montre.',
    en: 'In YAML what follows a space and a hash is not read: “block #3” becomes “block” with nothing to show it.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: La friche de l’îlot #3
---
Le deuxième atelier.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: "La friche de l’îlot #3"
---
Le deuxième atelier.
`,
  },
};
