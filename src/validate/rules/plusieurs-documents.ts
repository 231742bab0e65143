import type { SpokenRule } from '../rule.ts';

export const plusieursDocuments: SpokenRule = {
  id: 'plusieurs-documents',
  reads: 'lecture',
  severity: 'error',
  summary: { fr: 'Un fichier YAML contient plusieurs documents.', en: 'A YAML file holds several documents.' },
  why: {
    fr: 'Un fichier dit une chose : ce qui suit une seconde ligne « --- » ne serait lu par personne.',
    en: 'One file says one thing: what follows a second “---” line would be read by nobody.',
  },
  bad: {
    file: 'enseignements.yaml',
    text: `confiance: {type: levier, titre: La confiance entre élus}
---
temps: {type: frein, titre: Le temps des élus}
`,
    line: 2,
  },
  good: {
    file: 'enseignements.yaml',
    text: `confiance: {type: levier, titre: La confiance entre élus}
temps: {type: frein, titre: Le temps des élus}
`,
  },
};
