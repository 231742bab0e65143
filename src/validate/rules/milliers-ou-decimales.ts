import type { SpokenRule } from '../rule.ts';

export const milliersOuDecimales: SpokenRule = {
  id: 'milliers-ou-decimales',
  reads: 'lecture',
  severity: 'warning',
  summary: {
    fr: 'Un nombre a trois décimales : le point y sépare peut-être des milliers.',
    en: 'A number has three decimals: its point may part thousands.',
  },
  why: {
    fr: 'Le point est décimal (20420.5) : « 15.756 » se lit quinze et trois quarts, et non quinze mille. Sans point, le doute est levé.',
    en: 'The point is a decimal one (20420.5): “15.756” reads as fifteen and three quarters, not fifteen thousand. Without the point there is no doubt.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nparticipants: {total: 1.256}\n---\nLe deuxième atelier.\n',
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nparticipants: {total: 1256}\n---\nLe deuxième atelier.\n',
  },
};
