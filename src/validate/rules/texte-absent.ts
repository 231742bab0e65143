import type { TextRule } from '../rule.ts';

export const texteAbsent: TextRule = {
  id: 'texte-absent',
  reads: 'texte',
  severity: 'info',
  summary: {
    fr: 'Une vision, un principe ou un thème n’a pas de texte sous son en-tête.',
    en: 'A vision, a principle or a theme has no text below its front matter.',
  },
  why: {
    fr: 'Le rapport imprimerait un titre sans rien dessous : quelques lignes disent ce que ce titre veut dire ici.',
    en: 'The report would print a heading with nothing below: a few lines say what that heading means here.',
  },
  bad: {
    file: 'strategie/vision.md',
    text: '---\ntitre: La plaine nourricière\nidee_force: Cultiver et habiter le même sol\n---\n',
    line: 4,
  },
  good: {
    file: 'strategie/vision.md',
    text: '---\ntitre: La plaine nourricière\nidee_force: Cultiver et habiter le même sol\n---\nLa plaine reste cultivée.\n',
  },
  *find({ kind, body, bodyStart, text }) {
    if (!written.has(kind) || bodyStart === 0 || body.trim() !== '') return;
    const at = text.slice(0, bodyStart).trimEnd().length;
    yield { span: [at - 3, at], message: sentence };
  },
};

const written: ReadonlySet<string> = new Set(['vision', 'principe', 'theme']);

const sentence = {
  fr: 'le texte est à écrire sous cet en-tête : pour l’instant, le rapport n’a que le titre',
  en: 'the text is to be written below this front matter: for now the report only has the title',
};
