import type { DataOf } from '../../model/types.gen.ts';
import { isSound } from '../parts.ts';
import type { PartRule } from '../rule.ts';

export const controverseSansDecision: PartRule<'debats'> = {
  id: 'controverse-sans-decision',
  reads: 'part',
  kind: 'debats',
  part: '/controverses/*',
  severity: 'warning',
  summary: {
    fr: 'Une controverse est dite tranchée sans sa décision, ou ouverte avec une décision.',
    en: 'A disagreement is said to be settled without its decision, or open with one.',
  },
  why: {
    fr: 'Le rapport dit comment un désaccord a été levé ; « tranchée » sans rien dessous laisse croire qu’on l’a oublié.',
    en: 'The report says how a disagreement was resolved; “settled” with nothing below lets people believe that it was forgotten.',
  },
  bad: {
    file: 'debats.yaml',
    text: 'controverses:\n  parking:\n    titre: Faut-il garder le parking du bourg ?\n    issue: tranchee\n',
    line: 4,
  },
  good: {
    file: 'debats.yaml',
    text: 'controverses:\n  parking:\n    titre: Faut-il garder le parking du bourg ?\n    issue: tranchee\n    decision: Il devient une place, sauf le jour du marché.\n',
  },
  *find({ issue, decision }: Controverse, { facts, pointer }) {
    const known = isSound(`${pointer}/decision`, facts.broken) && isSound(`${pointer}/issue`, facts.broken);
    if (issue === 'tranchee' && decision === undefined && known) yield { at: '/issue', message: settled };
    if (issue === 'ouverte' && decision !== undefined) yield { at: '/issue', message: open, suggestion: 'tranchee' };
  },
};

type Controverse = NonNullable<DataOf['debats']['controverses']>[string];

const settled = {
  fr: 'dites comment elle a été tranchée (« decision »), ou « issue: ouverte »',
  en: 'say how it was settled (“decision”), or “issue: ouverte”',
};
const open = {
  fr: 'une décision est écrite : la controverse est tranchée, ou la décision n’en est pas une',
  en: 'a decision is written: the disagreement is settled, or this is no decision',
};
