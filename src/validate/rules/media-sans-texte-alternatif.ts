import { fillIn } from '../../words/text.ts';
import { describedPicture } from '../facts.ts';
import { byHolder } from '../holders.ts';
import type { WorkspaceRule } from '../rule.ts';

export const mediaSansTexteAlternatif: WorkspaceRule = {
  id: 'media-sans-texte-alternatif',
  reads: 'espace',
  severity: 'warning',
  summary: { fr: 'Une image n’a pas de texte alternatif.', en: 'A picture has no alternative text.' },
  why: {
    fr: 'Un rapport public doit se lire sans voir ses images (RGAA, critère 1.1) : le texte alternatif dit ce que l’image montre, ici ou dans medias/medias.yaml.',
    en: 'A public report must be readable without seeing its pictures (RGAA, criterion 1.1): the alternative text says what the picture shows, here or in medias/medias.yaml.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nLe plan du bourg :\n\n![](medias/plan.png)\n',
    line: 6,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nLe plan du bourg :\n\n![Le bourg et ses trois fermes, le long de la rue](medias/plan.png)\n',
  },
  *find({ files }) {
    for (const group of byHolder(files)) {
      if (group.some(({ kind, readable }) => kind === 'medias' && !readable)) continue;
      const described = new Set(group.flatMap(({ declares }) => declares.map(({ kind, id }) => `${kind} ${id}`)));
      for (const { path, refers } of group) {
        for (const { to, id, span } of refers) {
          if (to !== describedPicture || described.has(`${to} ${id}`)) continue;
          yield { file: path, message: fillIn(sentence, { fichier: id }), ...(span && { span }) };
        }
      }
    }
  },
};

const sentence = {
  fr: 'dites entre les crochets ce que montre {fichier}, ou sous « texte_alternatif » dans medias/medias.yaml',
  en: 'say between the brackets what {fichier} shows, or under “texte_alternatif” in medias/medias.yaml',
};
