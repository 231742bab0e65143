import { pointerTo } from '../../schema/fields.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';

export const mandataireMultiple: DossierRule = {
  id: 'mandataire-multiple',
  reads: 'dossier',
  severity: 'warning',
  summary: { fr: 'Plusieurs acteurs sont mandataires de l’équipe.', en: 'Several stakeholders lead the team.' },
  why: {
    fr: 'Un groupement a un seul mandataire (code de la commande publique) ; les autres sont cotraitants.',
    en: 'A group of firms has one lead only (French public procurement code); the others are co-contractors.',
  },
  bad: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\n  urbanisme: {organisme: Agence d’urbanistes, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
    line: 6,
  },
  good: {
    file: 'acteurs.yaml',
    text: 'acteurs:\n  ddtm-14: {organisme: DDTM du Calvados, categorie: service_deconcentre, roles: [maitrise_ouvrage]}\n  ccvd: {organisme: CC Val ès Dunes, categorie: epci, roles: [porteur]}\n  chambre: {organisme: Chambre d’agriculture, categorie: chambre_consulaire}\n  paysage: {organisme: Atelier de paysage, categorie: equipe_pluridisciplinaire, roles: [mandataire]}\n  urbanisme: {organisme: Agence d’urbanistes, categorie: equipe_pluridisciplinaire, roles: [cotraitant]}\nparticipation:\n  - {type: reunion_publique, nombre: ~60}\n',
  },
  *find({ get }) {
    const acteurs = get('acteurs');
    if (acteurs === undefined) return;
    const leads = Object.entries(acteurs.data.acteurs ?? {}).filter(([, { roles }]) => roles?.includes('mandataire'));
    const [first, ...others] = leads;
    if (first === undefined) return;
    const at = { file: acteurs.path, pointer: pointerTo('/acteurs', first[0]), part: 'key' as const };
    for (const [id] of others) {
      const message = fillIn(sentence, { id, premier: first[0] });
      yield {
        file: acteurs.path,
        at: pointerTo('/acteurs', id),
        part: 'key',
        message,
        related: [{ ...at, message: firstLead }],
      };
    }
  },
};

const sentence = {
  fr: '« {id} » est mandataire, et « {premier} » aussi : une équipe en a un seul',
  en: '“{id}” leads the team, and so does “{premier}”: a team has one lead',
};
const firstLead = { fr: 'premier mandataire', en: 'first lead' };
