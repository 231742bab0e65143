import { fillIn } from '../../words/text.ts';
import { isDate, order } from '../dates.ts';
import type { DossierRule } from '../rule.ts';

export const seanceHorsCalendrier: DossierRule = {
  id: 'seance-hors-calendrier',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Une séance a lieu hors des dates de l’atelier.',
    en: 'A working session lies outside the dates of the atelier.',
  },
  why: {
    fr: 'Une séance est un temps de l’atelier : si elle est bien datée, c’est le calendrier de dossier.yaml qui est à revoir. Une rencontre nationale peut venir après.',
    en: 'A working session is part of the atelier: if its date is right, the calendar in dossier.yaml needs another look. A national meeting may come later.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\ndate: 2025-04-14\n---\nLe deuxième atelier.\n',
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\ndate: 2026-04-14\n---\nLe deuxième atelier.\n',
  },
  *find({ dossier, all, sheet }) {
    const known = (date: string | undefined) => (isDate(date) ? date : undefined);
    const [debut, fin] = [known(dossier.calendrier?.debut), known(dossier.calendrier?.fin)];
    // Of two dates the wrong way round, nobody knows which is wrong: the rule over these says so.
    if (debut !== undefined && fin !== undefined && order(debut, fin) > 0) return;
    for (const { data, path } of all('seance')) {
      const { date, type } = data;
      if (!isDate(date) || type === 'rencontre') continue;
      const early = debut !== undefined && order(date, debut) < 0;
      const late = fin !== undefined && order(date, fin) > 0;
      if (!early && !late) continue;
      const bound = early ? 'debut' : 'fin';
      const at = { file: sheet.path, pointer: `/calendrier/${bound}`, part: 'value' as const };
      const message = fillIn(early ? before : after, { date, borne: (early ? debut : fin) ?? '' });
      yield { file: path, at: '/date', message, related: [{ ...at, message: limit[bound] }] };
    }
  },
};

const before = {
  fr: 'la séance ({date}) précède le début de l’atelier ({borne})',
  en: 'the working session ({date}) comes before the atelier starts ({borne})',
};
const after = {
  fr: 'la séance ({date}) suit la fin de l’atelier ({borne})',
  en: 'the working session ({date}) comes after the atelier ends ({borne})',
};
const limit = {
  debut: { fr: 'début de l’atelier', en: 'start of the atelier' },
  fin: { fr: 'fin de l’atelier', en: 'end of the atelier' },
};
