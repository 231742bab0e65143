import type { FieldRule } from '../rule.ts';

export const texteAEcrire: FieldRule = {
  id: 'texte-a-ecrire',
  reads: 'champ',
  severity: 'warning',
  summary: { fr: 'Un texte attend encore d’être écrit.', en: 'A text is still to be written.' },
  why: {
    fr: 'Un nouveau dossier met « … » là où un texte viendra : laissé tel quel, il s’imprimerait dans le rapport.',
    en: 'A new dossier puts “…” where a text will come: left as it is, it would be printed in the report.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nlieu: "…"\n---\nLe deuxième atelier.\n',
    line: 3,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\nlieu: Mairie\n---\nLe deuxième atelier.\n',
  },
  on: ({ 'x-atelier': mark }) => mark?.texte === 'ligne' || mark?.texte === 'prose',
  suspects: ({ value }) => typeof value === 'string' && (value.startsWith('…') || value.startsWith('...')),
  *find({ value }) {
    if (typeof value === 'string' && /^(?:…|\.\.\.)\s*$/.test(value)) yield { message: sentence };
  },
};

const sentence = {
  fr: 'ce texte reste à écrire ; ou retirez la clé : absente, elle veut dire « inconnu »',
  en: 'this text is still to be written; or remove the key: absent, it means “unknown”',
};
