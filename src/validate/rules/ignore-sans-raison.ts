import type { SpokenRule } from '../rule.ts';

export const ignoreSansRaison: SpokenRule = {
  id: 'ignore-sans-raison',
  reads: 'lecture',
  severity: 'warning',
  summary: {
    fr: 'Un commentaire « atelier-ignore » ne dit pas pourquoi.',
    en: 'A comment “atelier-ignore” does not say why.',
  },
  why: {
    fr: 'Qui relit doit pouvoir juger si l’exception tient encore : sans raison, le commentaire n’ignore rien. Il s’écrit « # atelier-ignore règle : raison » au-dessus de la ligne ou à sa fin, et « <!-- atelier-ignore règle : raison --> » seul sur sa ligne dans un texte Markdown ; « atelier-ignore-fichier », en tête, vaut pour tout le fichier.',
    en: 'Whoever reads it again must be able to judge whether the exception still holds: without a reason, the comment ignores nothing. It is written “# atelier-ignore rule: reason” above the line or at its end, and “<!-- atelier-ignore rule: reason -->” alone on its line in a Markdown text; “atelier-ignore-fichier”, at the top, is for the whole file.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
# atelier-ignore seance-hors-calendrier
date: 2026-11-20
---
La restitution.
`,
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: `---
type: atelier
# atelier-ignore seance-hors-calendrier : les élus ont reporté la restitution
date: 2027-02-10
---
La restitution.
`,
  },
};
