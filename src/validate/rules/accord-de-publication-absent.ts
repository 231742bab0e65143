import type { DossierRule } from '../rule.ts';

export const accordDePublicationAbsent: DossierRule = {
  id: 'accord-de-publication-absent',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Un dossier public n’a pas d’accord de publication.',
    en: 'A public dossier has no agreement to publish.',
  },
  why: {
    fr: 'Rien ne sort d’un dossier vers le public sans que le service l’ait dit, à une date et par une fonction : sans accord, l’export public laisse ce dossier de côté.',
    en: 'Nothing leaves a dossier for the public unless the service has said so, on a date and by an office: without it the public export leaves this dossier out.',
  },
  bad: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\ndiffusion: public\n',
    line: 9,
  },
  good: {
    file: 'dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: local\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\ndiffusion: public\naccord_publication: {date: 2026-10-12, fonction: Cheffe du service aménagement}\n',
  },
  *find({ dossier, sheet }) {
    if (
      dossier.diffusion !== 'public' ||
      dossier.accord_publication !== undefined ||
      !sheet.sure('/accord_publication')
    )
      return;
    yield { file: sheet.path, at: '/diffusion', message: sentence };
  },
};

const sentence = {
  fr: 'un dossier public demande un accord : « accord_publication: {date: 2026-10-12, fonction: … } »',
  en: 'a public dossier needs an agreement: “accord_publication: {date: 2026-10-12, fonction: … }”',
};
