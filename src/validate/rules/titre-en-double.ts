import { slug } from '../../words/slug.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';

export const titreEnDouble: DossierRule = {
  id: 'titre-en-double',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Deux principes, ou deux initiatives, portent le même titre.',
    en: 'Two principles, or two initiatives, bear the same title.',
  },
  why: {
    fr: 'Un fichier copié garde le titre de son modèle : le rapport dirait deux fois la même chose, et l’une des deux n’est pas écrite.',
    en: 'A copied file keeps the title of its model: the report would say the same thing twice, and one of the two is not written.',
  },
  bad: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Une halle dans la ferme du bourg\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {etp: 0.5}\n---\nTexte.\n',
    line: 2,
  },
  good: {
    file: 'strategie/initiatives/verger.md',
    text: '---\ntitre: Un verger communal\nfondements: [filieres_nouvelles]\nporteur: ccvd\nmoyens: {etp: 0.5}\n---\nTexte.\n',
  },
  *find({ all }) {
    for (const kind of ['principe', 'initiative'] as const) {
      const first = new Map<string, string>();
      for (const { data, path } of all(kind)) {
        const title = slug(data.titre);
        const before = first.get(title);
        if (before === undefined) {
          first.set(title, path);
          continue;
        }
        const related = [{ file: before, pointer: '/titre', part: 'value' as const, message: same }];
        const message = fillIn(sentence, { fichier: before.split('/').at(-1) ?? before });
        yield { file: path, at: '/titre', message, related };
      }
    }
  },
};

const sentence = { fr: '{fichier} porte déjà ce titre', en: '{fichier} bears this title already' };
const same = { fr: 'le même titre', en: 'the same title' };
