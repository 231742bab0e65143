import { AA, contrast, GROUNDS } from '../../words/contrast.ts';
import { fillIn } from '../../words/text.ts';
import type { PartRule } from '../rule.ts';

export const couleurPeuLisible: PartRule<'atelier'> = {
  id: 'couleur-peu-lisible',
  reads: 'part',
  kind: 'atelier',
  part: '/rapport/theme/couleurs/*',
  severity: 'warning',
  summary: {
    fr: 'Une couleur des rapports ne se lit pas assez bien sur la page.',
    en: 'A colour of the reports cannot be read well enough on the page.',
  },
  why: {
    fr: 'Le RGAA demande un contraste d’au moins 4,5 entre un texte et son fond (critère 3.2). Sur un écran sombre, le programme éclaircit lui-même les couleurs.',
    en: 'The RGAA asks for a contrast of at least 4.5 between a text and its ground (criterion 3.2). On a dark screen the program lightens the colours by itself.',
  },
  bad: {
    file: 'atelier.yaml',
    text: 'format: 1\nrapport:\n  theme:\n    couleurs: {lien: "#e0a030"}\n',
    line: 4,
  },
  good: {
    file: 'atelier.yaml',
    text: 'format: 1\nrapport:\n  theme:\n    couleurs: {lien: "#7a4a00"}\n',
  },
  *find(couleur: string) {
    const found = contrast(couleur, GROUNDS.papier);
    if (found >= AA) return;
    const said = (Math.floor(found * 10) / 10).toFixed(1);
    const blanks = { couleur, contraste: { fr: said.replace('.', ','), en: said } };
    yield { message: fillIn(sentence, blanks) };
  },
};

const sentence = {
  fr: 'le contraste de {couleur} avec la page est de {contraste} : il en faut au moins 4,5',
  en: 'the contrast of {couleur} with the page is {contraste}: at least 4.5 is needed',
};
