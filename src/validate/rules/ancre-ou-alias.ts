import type { SpokenRule } from '../rule.ts';

export const ancreOuAlias: SpokenRule = {
  id: 'ancre-ou-alias',
  reads: 'lecture',
  severity: 'error',
  summary: {
    fr: 'Un renvoi de YAML (&, *, <<) ne se lit pas dans un dossier.',
    en: 'A YAML reference (&, *, <<) is not read in a dossier.',
  },
  why: {
    fr: 'Un dossier se relit et se corrige ligne à ligne : ce qui est écrit à un endroit ne doit pas dépendre d’un autre.',
    en: 'A dossier is read and corrected line by line: what stands in one place must not depend on another.',
  },
  bad: {
    file: 'enseignements.yaml',
    text: `confiance: &base
  type: levier
  titre: La confiance entre élus
`,
    line: 1,
  },
  good: {
    file: 'enseignements.yaml',
    text: `confiance:
  type: levier
  titre: La confiance entre élus
`,
  },
};
