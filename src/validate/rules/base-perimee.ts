import type { SpokenRule } from '../rule.ts';

export const basePerimee: SpokenRule = {
  id: 'base-perimee',
  reads: 'lecture',
  severity: 'info',
  summary: {
    fr: 'La base (--baseline) retient des problèmes qui n’existent plus.',
    en: 'The baseline (--baseline) holds problems that no longer exist.',
  },
  why: {
    fr: 'Tant que la base retient un problème corrigé, il peut revenir sans que rien ne le dise. « --baseline-prune » retire de la base ce qui n’existe plus et n’y ajoute rien ; avec --strict, une base périmée est une erreur.',
    en: 'As long as the baseline holds a problem that was corrected, it can come back with nothing to tell it. “--baseline-prune” takes out of the baseline what no longer exists and adds nothing to it; with --strict, a stale baseline is an error.',
  },
  bad: {
    file: 'base.json',
    text: `{
  "version": 1,
  "problems": {
    "seances/atelier-1.md": {
      "seance-hors-calendrier": {
        "3f0c1a9be4d27c58": 1
      }
    }
  }
}
`,
    at: 'seances/atelier-1.md',
    line: 1,
  },
  good: { file: 'base.json', text: '{\n  "version": 1,\n  "problems": {}\n}\n' },
};
