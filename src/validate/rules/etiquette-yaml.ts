import type { SpokenRule } from '../rule.ts';

export const etiquetteYaml: SpokenRule = {
  id: 'etiquette-yaml',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Une étiquette (!) ou une directive (%) de YAML ne se lit pas dans un dossier.',
    en: 'A YAML tag (!) or directive (%) is not read in a dossier.',
  },
  why: {
    fr: 'Le type de chaque valeur vient du format, jamais du fichier ; une étiquette peut même faire exécuter du code à d’autres outils.',
    en: 'The type of each value comes from the format, never from the file; a tag may even make other tools run code.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
participants: {elus: !!str 12}
---
Le deuxième atelier.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
participants: {elus: 12}
---
Le deuxième atelier.
`,
  },
};
