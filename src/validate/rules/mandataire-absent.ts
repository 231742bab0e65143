import { pointerTo } from '../../schema/fields.ts';
import type { DossierRule } from '../rule.ts';
import { ofEachActeur } from '../sure.ts';

export const mandataireAbsent: DossierRule = {
  id: 'mandataire-absent',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: { fr: 'L’équipe n’a pas de mandataire.', en: 'The team has no lead.' },
  why: {
    fr: 'Une équipe pluridisciplinaire répond au marché par la voix d’un mandataire ; le rapport le nomme en premier.',
    en: 'A multidisciplinary team answers the contract through its lead, whom the report names first.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [cotraitant]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    line: 5,
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
  },
  *find(dossier) {
    const acteurs = dossier.get('acteurs');
    const roles = ofEachActeur(dossier, 'roles');
    if (acteurs === undefined || dossier.unknown('equipe') || roles === null) return;
    const categories = ofEachActeur(dossier, 'categorie');
    const isMember = ([id, held]: readonly [string, readonly string[] | undefined]) =>
      held?.includes('cotraitant') || categories?.get(id) === 'equipe_pluridisciplinaire';
    const member = [...roles].find(isMember);
    if (member === undefined || [...roles.values()].some((held) => held?.includes('mandataire'))) return;
    yield { file: acteurs.path, at: pointerTo('/acteurs', member[0]), part: 'key', message: sentence };
  },
};

const sentence = {
  fr: 'l’équipe a un membre, et aucun acteur n’a le rôle « mandataire »',
  en: 'the team has a member, and no stakeholder has the role “mandataire”',
};
