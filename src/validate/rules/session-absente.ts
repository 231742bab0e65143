import type { DossierRule } from '../rule.ts';

export const sessionAbsente: DossierRule = {
  id: 'session-absente',
  reads: 'dossier',
  severity: 'warning',
  summary: { fr: 'Un atelier national ne dit pas sa session.', en: 'A national atelier does not say its session.' },
  why: {
    fr: 'Les sites d’une session répondent au même appel et se comparent entre eux : sans session, l’atelier n’entre dans aucune comparaison.',
    en: 'The sites of a session answer one call and are compared: without a session the atelier enters no comparison.',
  },
  bad: {
    file: 'dossiers/plaine-de-caen/dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: national\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\n',
    line: 4,
  },
  good: {
    file: 'dossiers/plaine-de-caen/dossier.yaml',
    text: 'format: 1\nid: plaine-de-caen\ntitre: Habiter la plaine de Caen\ndispositif: national\nsession: confins-2026\nphase: feuille_de_route\nproblematique: Comment accueillir sans bâtir sur les terres agricoles ?\ncalendrier: {debut: 2026-01, fin: 2026-11}\nbudget: [{montant: 90000}]\n',
  },
  *find({ dossier, sheet }) {
    if (dossier.dispositif !== 'national' || dossier.session !== undefined || !sheet.sure('/session')) return;
    yield { file: sheet.path, at: '/dispositif', message: sentence };
  },
};

const sentence = {
  fr: 'un atelier national appartient à une session : « session: <identifiant> »',
  en: 'a national atelier belongs to a session: “session: <identifier>”',
};
