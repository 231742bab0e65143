import { pointerTo } from '../../schema/fields.ts';
import { fillIn } from '../../words/text.ts';
import { isSound } from '../parts.ts';
import { shownPicture } from '../pictures.ts';
import type { DossierRule } from '../rule.ts';

const dossier =
  'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\ndiffusion: public\naccord_publication: {date: 2026-10-12, fonction: Cheffe du service aménagement}\n';
const beside = {
  'dossier.yaml': dossier,
  'seances/atelier-2.md': '---\ntype: atelier\n---\nLe plan du bourg :\n\n![](../medias/plan.png)\n',
  'medias/plan.png': 'PNG',
};

export const mediaSansLicence: DossierRule = {
  id: 'media-sans-licence',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Une image d’un dossier public n’a pas de licence.',
    en: 'A picture of a public dossier has no licence.',
  },
  why: {
    fr: 'Une image appartient à qui l’a faite : sans licence dans medias/medias.yaml, un rapport public met son texte alternatif à sa place.',
    en: 'A picture belongs to whoever made it: without a licence in medias/medias.yaml a public report puts its alternative text in its place.',
  },
  bad: {
    file: 'medias/medias.yaml',
    text: 'plan.png:\n  texte_alternatif: Le bourg et ses trois fermes, le long de la rue\n',
    line: 1,
    beside,
  },
  good: {
    file: 'medias/medias.yaml',
    text: 'plan.png:\n  texte_alternatif: Le bourg et ses trois fermes, le long de la rue\n  licence: etalab-2.0\n',
    beside,
  },
  *find({ dossier: { diffusion }, files, others, get }) {
    const medias = files.find(({ kind }) => kind === 'medias');
    if (diffusion !== 'public' || medias?.readable === false) return;
    const known = get('medias')?.data ?? {};
    const said = new Set<string>();
    for (const { path, refers } of files) {
      for (const { to, id, span } of refers) {
        const name = id.replace(/^medias\//, '');
        // One that is not there has its own rule; one for fewer readers is not in the public report.
        if (to !== shownPicture || others?.has(id) === false || said.has(id)) continue;
        const medium = Object.hasOwn(known, name) ? known[name] : undefined;
        const hidden = medium?.diffusion !== undefined && medium.diffusion !== 'public';
        const pointer = pointerTo('', name);
        if (hidden || medium?.licence !== undefined || (medias && !isSound(pointer, medias.broken))) continue;
        said.add(id);
        const message = fillIn(sentence, { fichier: id });
        if (medium !== undefined && medias) yield { file: medias.path, at: pointer, part: 'key', message };
        else yield { file: path, message, ...(span && { span }) };
      }
    }
  },
};

const sentence = {
  fr: '{fichier} n’a pas de licence : dites-la sous « licence » dans medias/medias.yaml, l’image manquerait dans le rapport public',
  en: '{fichier} has no licence: give it under “licence” in medias/medias.yaml, or the public report will lack the picture',
};
