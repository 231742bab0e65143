import type { DossierRule } from '../rule.ts';
import { ofEachActeur } from '../sure.ts';

export const maitriseOuvrageAbsente: DossierRule = {
  id: 'maitrise-ouvrage-absente',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: { fr: 'Aucun acteur n’a la maîtrise d’ouvrage.', en: 'No stakeholder is the commissioning authority.' },
  why: {
    fr: 'Quelqu’un commande l’atelier et en répond : une DDT(M) ou une D(R)EAL, parfois avec d’autres. Cherchée et pas trouvée, elle se dit : « inconnus: [moa] ».',
    en: 'Somebody commissions the atelier and answers for it: a State service, sometimes with others. Sought and not found, it is said: “inconnus: [moa]”.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    line: 1,
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
  },
  *find(dossier) {
    const acteurs = dossier.get('acteurs');
    if (acteurs === undefined || dossier.unknown('moa') || !dossier.reached('cadrage')) return;
    const roles = ofEachActeur(dossier, 'roles');
    if (roles === null || [...roles.values()].some((held) => held?.includes('maitrise_ouvrage'))) return;
    yield { file: acteurs.path, at: '/acteurs', part: 'key', message: sentence };
  },
};

const sentence = {
  fr: 'aucun acteur n’a le rôle « maitrise_ouvrage »',
  en: 'no stakeholder has the role “maitrise_ouvrage”',
};
