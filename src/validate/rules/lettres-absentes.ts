import type { DossierRule } from '../rule.ts';

export const lettresAbsentes: DossierRule = {
  id: 'lettres-absentes',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'La candidature d’un atelier local n’a pas ses lettres.',
    en: 'The application of a local atelier lacks its letters.',
  },
  why: {
    fr: 'La note d’opportunité va avec les lettres de soutien des collectivités et du préfet, et la lettre d’engagement du service pour dix à douze mois (modalités de candidature aux ateliers locaux).',
    en: 'The opportunity note goes with the letters of support of the local authorities and of the prefect, and the letter by which the service commits itself for ten to twelve months (how to apply for a local atelier).',
  },
  bad: {
    file: 'candidature.yaml',
    text: 'porteurs: La communauté de communes\nlocalisation: À l’est de Caen\nobjet: Les bourgs\nobjectifs: Les habiter\nressources: Des terres\ndynamiques_territoire: En tension\ndynamiques_amenagement: Un SCoT\n',
    line: 1,
  },
  good: {
    file: 'candidature.yaml',
    text: 'porteurs: La communauté de communes\nlocalisation: À l’est de Caen\nobjet: Les bourgs\nobjectifs: Les habiter\nressources: Des terres\ndynamiques_territoire: En tension\ndynamiques_amenagement: Un SCoT\npieces: [{titre: Lettre de soutien de la communauté de communes, acteur: ccvd}]\n',
  },
  *find({ dossier, get, reached }) {
    const candidature = get('candidature');
    if (candidature === undefined || dossier.dispositif !== 'local' || !reached('cadrage')) return;
    if (candidature.data.pieces === undefined && candidature.sure('/pieces'))
      yield { file: candidature.path, message: sentence };
  },
};

const sentence = {
  fr: 'les lettres de soutien et d’engagement manquent : « pieces: [{titre: Lettre de soutien du préfet}] »',
  en: 'the letters of support and commitment are missing: “pieces: [{titre: Lettre de soutien du préfet}]”',
};
