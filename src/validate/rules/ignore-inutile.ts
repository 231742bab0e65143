import type { SpokenRule } from '../rule.ts';

export const ignoreInutile: SpokenRule = {
  id: 'ignore-inutile',
  reads: 'lecture',
  severity: 'warning',
  summary: {
    fr: 'Un commentaire « atelier-ignore » n’ignore rien.',
    en: 'A comment “atelier-ignore” ignores nothing.',
  },
  why: {
    fr: 'Le problème a été corrigé, ou le commentaire n’est pas au bon endroit : laissé là, il cacherait le prochain. Une erreur de lecture ou de forme et une donnée personnelle ne s’ignorent pas.',
    en: 'The problem has been corrected, or the comment is not in the right place: left there, it would hide the next one. An error of reading or of form and a personal datum cannot be ignored.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
date: 2026-11-20  # atelier-ignore seance-hors-calendrier : les élus ont reporté la restitution
---
La restitution.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
date: 2027-02-10  # atelier-ignore seance-hors-calendrier : les élus ont reporté la restitution
---
La restitution.
`,
  },
};
