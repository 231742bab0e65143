import type { DossierRule } from '../rule.ts';
import { ofEachActeur, sureOfAll } from '../sure.ts';

export const habitantsNonAssocies: DossierRule = {
  id: 'habitants-non-associes',
  reads: 'dossier',
  severity: 'info',
  completeness: true,
  summary: { fr: 'Rien ne dit comment les habitants ont pris part.', en: 'Nothing says how inhabitants took part.' },
  why: {
    fr: 'La participation des habitants est encouragée, sans être systématique : son absence se remarque dans un bilan, et ne se reproche pas.',
    en: 'Taking part of inhabitants is encouraged, not systematic: its absence is noticed in a review, and is no fault.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n',
    line: 1,
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
  },
  *find(dossier) {
    const { get, all, reached, unknown } = dossier;
    const acteurs = get('acteurs');
    if (acteurs === undefined || unknown('participants') || !reached('diagnostic')) return;
    if (acteurs.data.participation !== undefined || !acteurs.sure('/participation')) return;
    const categories = ofEachActeur(dossier, 'categorie');
    if (!sureOfAll(dossier, 'seance', ['/publics', '/participants'])) return;
    if (categories === null || [...categories.values()].includes('habitants_usagers')) return;
    const came = all('seance').some(
      ({ data: { type, publics, participants } }) =>
        type === 'panel_citoyen' || publics?.includes('habitants') || participants?.habitants !== undefined,
    );
    if (!came) yield { file: acteurs.path, at: '/acteurs', part: 'key', message: sentence };
  },
};

const sentence = {
  fr: 'aucune participation d’habitants n’est décrite (« participation: » dans acteurs.yaml, ou une séance)',
  en: 'no taking part of inhabitants is described (“participation:” in acteurs.yaml, or a working session)',
};
