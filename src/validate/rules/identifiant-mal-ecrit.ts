import type { SpokenRule } from '../rule.ts';

export const identifiantMalEcrit: SpokenRule = {
  id: 'identifiant-mal-ecrit',
  reads: 'schema',
  severity: 'error',
  summary: {
    fr: 'Un identifiant, ou un nom de fichier qui en est un, n’est pas en minuscules sans accent, chiffres et tirets.',
    en: 'An identifier, or a file name that is one, is not in lower-case letters without accents, digits and hyphens.',
  },
  why: {
    fr: 'Un identifiant sert de nom de fichier, d’adresse et de clé dans les données : il doit se taper partout de la même façon.',
    en: 'An identifier is a file name, an address and a key in the data: it must be typed the same everywhere.',
  },
  bad: {
    file: 'enseignements.yaml',
    text: `La_Confiance: {type: levier, titre: La confiance entre élus}
`,
    line: 1,
  },
  good: {
    file: 'enseignements.yaml',
    text: `la-confiance: {type: levier, titre: La confiance entre élus}
`,
  },
};
