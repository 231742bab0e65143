import { fillIn } from '../../words/text.ts';
import { amountOf, exceeds } from '../amounts.ts';
import type { PartRule } from '../rule.ts';

export const totalInferieurAuxPublics: PartRule<'seance'> = {
  id: 'total-inferieur-aux-publics',
  reads: 'part',
  kind: 'seance',
  part: '/participants',
  severity: 'warning',
  summary: {
    fr: 'Le total des participants est plus petit que la somme des publics.',
    en: 'The total of participants is below the sum of the groups.',
  },
  why: {
    fr: '« total » compte tout le monde, y compris ceux qui ne sont d’aucun public compté à part.',
    en: '“total” counts everybody, those of no counted group included.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nparticipants: {elus: 12, habitants: 30, total: 24}\n---\nLe deuxième atelier.\n',
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nparticipants: {elus: 12, habitants: 30, total: 50}\n---\nLe deuxième atelier.\n',
  },
  *find(participants: Readonly<Record<string, unknown>>) {
    const total = amountOf(participants.total);
    const groups = Object.entries(participants).flatMap(([name, count]) =>
      name === 'total' ? [] : (amountOf(count) ?? []),
    );
    if (total === null || !exceeds(groups, total)) return;
    const somme = groups.reduce((all, { value }) => all + value, 0);
    yield { at: '/total', message: fillIn(sentence, { total: total.value, somme }) };
  },
};

const sentence = {
  fr: 'le total ({total}) est plus petit que la somme des publics ({somme})',
  en: 'the total ({total}) is below the sum of the groups ({somme})',
};
