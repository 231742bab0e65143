import { fillIn } from '../../words/text.ts';
import type { TextRule } from '../rule.ts';

export const couleurSansGuillemets: TextRule = {
  id: 'couleur-sans-guillemets',
  reads: 'texte',
  severity: 'warning',
  summary: {
    fr: 'Une couleur d’atelier.yaml est écrite sans guillemets : elle n’est pas lue.',
    en: 'A colour of atelier.yaml is written without quotes: it is not read.',
  },
  why: {
    fr: 'En YAML, ce qui suit « espace, dièse » est un commentaire : la clé reste vide, et la couleur d’origine sert sans que rien ne le montre.',
    en: 'In YAML what follows a space and a hash is a comment: the key stays empty, and the original colour serves with nothing to show it.',
  },
  bad: {
    file: 'atelier.yaml',
    text: 'format: 1\nrapport:\n  theme:\n    couleurs:\n      lien: #7a4a00\n      titres: "#22403a"\n',
    line: 5,
  },
  good: {
    file: 'atelier.yaml',
    text: 'format: 1\nrapport:\n  theme:\n    couleurs:\n      lien: "#7a4a00"\n      titres: "#22403a"\n',
  },
  *find({ text, kind }) {
    if (kind !== 'atelier') return;
    for (const { index, 0: line, 1: couleur = '' } of text.matchAll(BARE)) {
      const start = index + line.lastIndexOf(couleur);
      const end = start + couleur.length;
      yield {
        span: [start, end],
        message: fillIn(sentence, { couleur }),
        fix: [{ start, end, text: `"${couleur}"` }],
      };
    }
  },
};

/** A key of colours with nothing but a comment that is a colour. */
const BARE = /^[ \t]+(?:encre|titres|lien|developpement|transition|sobriete)[ \t]*:[ \t]+(#[\da-f]{6})[ \t]*\r?$/gim;

const sentence = {
  fr: '{couleur} est ici un commentaire : une couleur s’écrit entre guillemets',
  en: '{couleur} is a comment here: a colour is written between quotes',
};
