import type { SpokenRule } from '../rule.ts';

export const apostrophe: SpokenRule = {
  id: 'apostrophe',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Un guillemet ou une apostrophe au début d’un texte ouvre une citation mal fermée.',
    en: 'A quotation mark or apostrophe at the start of a text opens a quotation that is badly closed.',
  },
  why: {
    fr: 'Un texte YAML qui commence par un guillemet doit finir par le même ; une apostrophe au milieu le ferme trop tôt.',
    en: 'A YAML text that starts with a quotation mark must end with it; an apostrophe in the middle closes it too soon.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: 'L'orée des bourgs'
---
Le deuxième atelier.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: "L'orée des bourgs"
---
Le deuxième atelier.
`,
  },
};
