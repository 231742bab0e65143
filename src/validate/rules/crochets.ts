import type { SpokenRule } from '../rule.ts';

export const crochets: SpokenRule = {
  id: 'crochets',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Un texte commence par un signe que YAML réserve, ou un crochet n’est pas fermé.',
    en: 'A text starts with a sign that YAML keeps for itself, or a bracket is not closed.',
  },
  why: {
    fr: '[ ] { } & * ! | > @ % ont un sens en YAML en début de texte ; entre guillemets, ils n’en ont plus.',
    en: '[ ] { } & * ! | > @ % mean something in YAML at the start of a text; between quotation marks they do not.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
titre: "Deux bourgs"
publics: [elus, habitants
---
Le deuxième atelier.
`,
    line: 4,
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
