import type { DataOf } from '../../model/types.gen.ts';
import { fillIn } from '../../words/text.ts';
import { amountOf, exceeds } from '../amounts.ts';
import type { PartRule } from '../rule.ts';

export const engagementDepasse: PartRule<'initiative'> = {
  id: 'engagement-depasse',
  reads: 'part',
  kind: 'initiative',
  part: '',
  severity: 'warning',
  summary: {
    fr: 'La somme engagée dépasse le coût de l’initiative.',
    en: 'The sum committed is more than the cost of the initiative.',
  },
  why: {
    fr: 'Le carnet de suivi compare l’engagé au coût : si l’engagé est juste, c’est le coût qui est à revoir.',
    en: 'The follow-up record compares what is committed with the cost: if the former is right, the cost needs another look.',
  },
  bad: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {montant: 20000}\nsuivi:\n  - {date: 2026-10-30, montant_engage: 26000}\n---\nTexte.\n',
    line: 7,
  },
  good: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {montant: 20000}\nsuivi:\n  - {date: 2026-10-30, montant_engage: 16000}\n---\nTexte.\n',
  },
  *find({ moyens, suivi = [] }: DataOf['initiative']) {
    const total = amountOf(moyens?.montant);
    if (total === null) return;
    for (const [index, { montant_engage }] of suivi.entries()) {
      const engaged = amountOf(montant_engage);
      if (engaged === null || !exceeds([engaged], total)) continue;
      const message = fillIn(sentence, { engage: engaged.value, montant: total.value });
      yield { at: `/suivi/${index}/montant_engage`, message };
    }
  },
};

const sentence = {
  fr: '{engage} € engagés, plus que le coût ({montant} €)',
  en: '€{engage} committed, more than the cost (€{montant})',
};
