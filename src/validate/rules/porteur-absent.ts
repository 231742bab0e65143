import type { DossierRule } from '../rule.ts';
import { ofEachActeur } from '../sure.ts';

export const porteurAbsent: DossierRule = {
  id: 'porteur-absent',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Aucun acteur ne porte l’atelier aux côtés de l’État.',
    en: 'No stakeholder carries the atelier beside the State.',
  },
  why: {
    fr: 'L’atelier est co-porté : les collectivités en sont les premières bénéficiaires et en font les suites. Le rôle « porteur » dit lesquelles se sont engagées.',
    en: 'The atelier is carried together: local authorities benefit from it first and make its follow-ups. The role “porteur” says which of them committed themselves.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    line: 1,
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
  },
  *find(dossier) {
    const acteurs = dossier.get('acteurs');
    if (acteurs === undefined || !dossier.reached('cadrage')) return;
    const roles = ofEachActeur(dossier, 'roles');
    if (roles === null || [...roles.values()].some((held) => held?.includes('porteur'))) return;
    yield { file: acteurs.path, at: '/acteurs', part: 'key', message: sentence };
  },
};

const sentence = {
  fr: 'aucun acteur n’a le rôle « porteur » : la ou les collectivités qui portent l’atelier avec l’État',
  en: 'no stakeholder has the role “porteur”: the local authorities that carry the atelier with the State',
};
