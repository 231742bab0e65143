import type { SpokenRule } from '../rule.ts';

export const tabulation: SpokenRule = {
  id: 'tabulation',
  reads: 'lecture',
  severity: 'error',
  summary: { fr: 'Une tabulation sert de retrait.', en: 'A tab is used to indent.' },
  why: {
    fr: 'La largeur d’une tabulation change d’un éditeur à l’autre : YAML ne l’accepte pas comme retrait.',
    en: 'The width of a tab changes from one editor to the next: YAML does not accept it as indent.',
  },
  bad: {
    file: 'enseignements.yaml',
    text: `confiance:
	type: levier
	titre: La confiance entre élus
`,
    line: 2,
  },
  good: {
    file: 'enseignements.yaml',
    text: `confiance:
  type: levier
  titre: La confiance entre élus
`,
  },
};
