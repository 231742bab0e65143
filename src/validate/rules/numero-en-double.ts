import { labelOf } from '../../schema/labels.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';

export const numeroEnDouble: DossierRule = {
  id: 'numero-en-double',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Deux séances de même nature portent le même numéro.',
    en: 'Two working sessions of one kind bear the same number.',
  },
  why: {
    fr: 'Le numéro range les séances et les nomme au rapport : deux « atelier no 2 » ne se distinguent plus.',
    en: 'The number orders the sessions and names them in the report: two “workshop no. 2” can no longer be told apart.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nnumero: 2\ndate: 2026-04-14\n---\nLe deuxième atelier.\n',
    line: 3,
    at: 'seances/atelier-3.md',
    beside: {
      'seances/atelier-3.md': '---\ntype: atelier\nnumero: 2\ndate: 2026-05-12\n---\nLe troisième atelier.\n',
    },
  },
  good: {
    file: 'seances/panel-2.md',
    text: '---\ntype: panel_citoyen\nnumero: 1\ndate: 2026-04-14\n---\nLe panel.\n',
    beside: {
      'seances/atelier-1.md': '---\ntype: atelier\nnumero: 1\ndate: 2026-03-12\n---\nLe premier atelier.\n',
    },
  },
  *find({ all }) {
    const first = new Map<string, string>();
    for (const { data, path } of all('seance')) {
      if (data.numero === undefined) continue;
      const key = `${data.type} ${data.numero}`;
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, path);
        continue;
      }
      const message = fillIn(sentence, { nature: labelOf('seance_type', data.type), numero: data.numero });
      const related = [{ file: before, pointer: '/numero', part: 'value' as const, message: same }];
      yield { file: path, at: '/numero', message, related };
    }
  },
};

const sentence = {
  fr: 'une autre séance porte déjà ce numéro : {nature} {numero}',
  en: 'another working session bears this number already: {nature} {numero}',
};
const same = { fr: 'le même numéro', en: 'the same number' };
