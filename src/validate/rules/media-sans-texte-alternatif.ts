import { fillIn } from '../../words/text.ts';
import { describedPicture } from '../facts.ts';
import type { FilesRule } from '../rule.ts';

export const mediaSansTexteAlternatif: FilesRule = {
  id: 'media-sans-texte-alternatif',
  reads: 'fichiers',
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
    beside: { 'medias/plan.png': 'PNG' },
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nLe plan du bourg :\n\n![Le bourg et ses trois fermes, le long de la rue](medias/plan.png)\n',
    beside: { 'medias/plan.png': 'PNG' },
  },
  *find({ files, ids }) {
    if (files.some(({ kind, readable }) => kind === 'medias' && !readable)) return;
    const described = new Set((ids.get(describedPicture) ?? []).map(({ id }) => id));
    for (const { path, refers } of files) {
      for (const { to, id, span } of refers) {
        if (to !== describedPicture || described.has(id)) continue;
        yield { file: path, message: fillIn(sentence, { fichier: id }), ...(span && { span }) };
      }
    }
  },
};

const sentence = {
  fr: 'dites entre les crochets ce que montre {fichier}, ou sous « texte_alternatif » dans medias/medias.yaml',
  en: 'say between the brackets what {fichier} shows, or under “texte_alternatif” in medias/medias.yaml',
};
